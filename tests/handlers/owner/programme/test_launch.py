"""The first run: from nothing to a live programme in four taps."""

from services import programme
from services.back_office import journal
from tests.handlers.owner.office import LONG, Office


async def test_four_taps_launch_the_programme(new_office: Office) -> None:
    office = new_office
    await office.open()  # or the menu's button: the first tap
    await office.tap("owner-preset-cafe", rate=office.say.label(
        "owner-percents", least="5", most="10"))  # fmt: skip
    await office.tap("owner-launch-keep", name="Зерно")
    assert (await programme.current(office.shop.ctx)).launched_at is None
    await office.tap("owner-launch-go")

    terms = await programme.current(office.shop.ctx)
    assert terms.launched_at == office.shop.clock.now()
    assert [level.rate_bp for level in terms.levels] == [500, 700, 1000]
    assert (terms.welcome_bonus, terms.birthday_bonus, terms.max_share_bp) == (100, 200, 3000)
    assert terms.points_life_days == 180
    assert office.told("owner-launched", shop="Зерно")


async def test_the_programme_is_read_in_plain_words_before_it_lives(sqlite_office: Office) -> None:
    office = sqlite_office
    await office.open()
    await office.me.tap("☕")
    await office.answer("Кофейня «Полдень»")
    assert office.sees("Кофейня «Полдень»: 5–10 % баллами с каждой покупки")
    assert office.sees("Анна заплатила 1 000 ₽ → получит 50 баллов = 50 ₽")
    assert office.sees("до 30 % следующего чека можно оплатить баллами")
    assert (await programme.current(office.shop.ctx)).shop_name == "Зерно"


async def test_something_can_be_changed_before_the_launch(sqlite_office: Office) -> None:
    office = sqlite_office
    await office.open()
    await office.me.tap("🛍")
    await office.tap("owner-launch-keep", name="Зерно")
    await office.tap("owner-launch-change")
    await office.me.tap("Серебро")
    await office.answer("много", "4")
    assert office.sees("4–7 %")
    await office.tap("owner-launch-change")
    await office.me.tap("Жизнь баллов")
    await office.tap("owner-life-forever")
    await office.tap("owner-launch-change")
    await office.me.tap("Валюта")
    await office.me.tap("EUR")
    assert office.sees("Анна заплатила 10 €")
    assert (await programme.current(office.shop.ctx)).currency == "RUB"
    await office.tap("owner-launch-go")

    terms = await programme.current(office.shop.ctx)
    assert [level.rate_bp for level in terms.levels] == [400, 500, 700]
    assert [level.threshold for level in terms.levels] == [0, 3_000_000 // 100, 10_000_000 // 100]
    assert (terms.points_life_days, terms.currency, terms.point_value) == (None, "EUR", 1)


async def test_launching_twice_is_launching_once(sqlite_office: Office) -> None:
    office = sqlite_office
    await office.open()
    await office.me.tap("💇")
    await office.tap("owner-launch-keep", name="Зерно")
    screen = office.me.last["message_id"]
    await office.tap("owner-launch-go")
    await office.me.tap_data("ol:go", screen)
    acts = [line.act for line in await journal.latest(office.shop.ctx, office.by)]
    assert acts.count("programme.launched") == 1
    assert office.told("owner-launched", shop="Зерно")


async def test_a_launch_button_without_a_draft_starts_over(sqlite_office: Office) -> None:
    office = sqlite_office
    await office.open()
    await office.me.tap_data("ol:go", office.me.last["message_id"])
    assert office.told("owner-launch-preset", shop="Зерно")
    assert (await programme.current(office.shop.ctx)).launched_at is None


async def test_the_defaults_serve_until_the_launch(sqlite_office: Office) -> None:
    office = sqlite_office
    await office.open()
    await office.tap("owner-launch-later")
    assert office.sees(office.say.label("owner-home-defaults"))
    await office.tap("owner-go-launch")
    assert office.told("owner-launch-preset", shop="Зерно")
    await office.shop.join(office.shop.anna)


async def test_a_name_that_is_too_long_is_asked_again(sqlite_office: Office) -> None:
    office = sqlite_office
    await office.open()
    await office.me.tap("☕")
    await office.answer(LONG)
    assert office.told("error-bad-text", most=64)
    await office.answer("<b>Кафе & пирог</b>")
    assert office.sees("<b>Кафе & пирог</b>: 5–10 %")
