"""Terms are looked at before they change, and changed by owners only, within reason."""

import pytest

from services import programme
from services.checkout import purchases
from tests.handlers.owner.office import LONG, Office


async def test_a_rate_is_seen_at_work_before_it_is_saved(office: Office) -> None:
    await office.go("owner-go-rules")
    await office.me.tap("Серебро")
    await office.answer("2,5")
    assert office.sees("25")
    assert (await programme.current(office.shop.ctx)).levels[0].rate_bp == 300
    await office.tap("owner-save")
    assert (await programme.current(office.shop.ctx)).levels[0].rate_bp == 250


@pytest.mark.parametrize(
    ("term", "chip", "column", "value"),
    [
        ("За вступление", "200 баллов", "welcome_bonus", 200),
        ("День рождения", "0 баллов", "birthday_bonus", 0),
        ("Баллами до", "50 %", "max_share_bp", 5000),
        ("Жизнь баллов", "90 дней", "points_life_days", 90),
        ("Жизнь баллов", "не сгорают", "points_life_days", None),
        ("Согласие гостя", "5 минут", "redemption_seconds", 300),
        ("Отмена на кассе", "15 минут", "undo_seconds", 900),
        ("Валюта", "KZT", "currency", "KZT"),
    ],
)
async def test_a_term_is_one_of_the_usual_values(
    desk: Office, term: str, chip: str, column: str, value: int | str | None
) -> None:
    await desk.go("owner-go-rules")
    await desk.me.tap(term)
    label = next(
        one for row in desk.me.buttons for one in row if one.replace("\u00a0", " ") == chip
    )
    await desk.me.tap(label)
    await desk.tap("owner-save")
    assert getattr(await programme.current(desk.shop.ctx), column) == value


@pytest.mark.parametrize(
    ("term", "typed", "key", "facts"),
    [
        ("Серебро", "ноль", "error-bad-percent", {"most": 50}),
        ("Серебро", "0", "error-bad-percent", {"most": 50}),
        ("Серебро", "-3", "error-bad-percent", {"most": 50}),
        ("Серебро", "99", "error-bad-percent", {"most": 50}),
        ("Серебро", "1e1000000", "error-bad-percent", {"most": 50}),
        ("Серебро", "nan", "error-bad-percent", {"most": 50}),
        ("Серебро", "2,555", "error-bad-percent", {"most": 50}),
        ("Баллами до", "101", "error-bad-percent", {"most": 100}),
        ("За вступление", "-5", "error-bad-number", {"least": 0, "most": 100_000}),
        ("За вступление", "9" * 20, "error-bad-number", {"least": 0, "most": 100_000}),
        ("Жизнь баллов", "7", "error-bad-number", {"least": 30, "most": 3650}),
        ("Название", LONG, "error-bad-text", {"most": 64}),
        ("Согласие гостя", "0", "error-bad-number", {"least": 1, "most": 15}),
        ("Согласие гостя", "180", "error-bad-number", {"least": 1, "most": 15}),
        ("Отмена на кассе", "1441", "error-bad-number", {"least": 1, "most": 1440}),
        ("Контакт по данным", "@" * 201, "error-bad-text", {"most": 200}),
        ("Часовой пояс", "Самара", "error-unknown-timezone", {}),
        ("Часовой пояс", "../../etc/passwd", "error-unknown-timezone", {}),
        ("Валюта", "doge", "error-unknown-currency", {}),
    ],
)  # fmt: skip
async def test_nonsense_gets_a_sentence_and_the_step_stays(
    desk: Office, term: str, typed: str, key: str, facts: dict[str, int]
) -> None:
    before = await programme.current(desk.shop.ctx)
    await desk.go("owner-go-rules")
    await desk.me.tap(term)
    await desk.answer(typed)
    assert desk.told(key, **facts)
    await desk.me.send_sticker()
    assert desk.told("owner-need-text")
    assert await programme.current(desk.shop.ctx) == before


@pytest.mark.parametrize(
    ("typed", "zone"),
    [
        ("Europe/Berlin", "Europe/Berlin"),
        ("berlin", "Europe/Berlin"),
        (" new  york ", "America/New_York"),
        ("UTC", "UTC"),
    ],
)
async def test_a_time_zone_can_be_typed(desk: Office, typed: str, zone: str) -> None:
    await desk.go("owner-go-rules")
    await desk.me.tap("Часовой пояс")
    await desk.answer(typed)
    await desk.tap("owner-save")
    assert (await programme.current(desk.shop.ctx)).timezone.key == zone


async def test_a_new_time_zone_shows_what_the_clock_says_there(desk: Office) -> None:
    await desk.go("owner-go-rules")
    await desk.me.tap("Часовой пояс")
    await desk.answer("Europe/Berlin")
    assert desk.sees("Берлин")
    assert desk.sees("10:00")  # noon in Moscow


async def test_minutes_can_be_typed(desk: Office) -> None:
    await desk.go("owner-go-rules")
    await desk.me.tap("Отмена на кассе")
    await desk.answer("1 440")
    await desk.tap("owner-save")
    assert (await programme.current(desk.shop.ctx)).undo_seconds == 24 * 60 * 60
    assert "Отмена на кассе: 1 440 минут" in desk.labels


async def test_the_contact_for_questions_about_data_is_set_and_removed(desk: Office) -> None:
    contact = "Ольга <olga@example.org>"
    await desk.go("owner-go-rules")
    await desk.me.tap("Контакт по данным")
    await desk.answer(contact)
    assert desk.sees("Вопросы о данных: Ольга <olga@example.org>")
    await desk.tap("owner-save")
    await desk.answer("/privacy")
    assert desk.sees(contact)
    await desk.go("owner-go-rules")
    await desk.me.tap("Контакт по данным")
    await desk.tap("owner-contact-none")
    await desk.tap("owner-save")
    assert (await programme.current(desk.shop.ctx)).privacy_contact is None
    await desk.answer("/privacy")
    assert not desk.sees("Ольга")


async def test_the_currency_stays_after_the_first_purchase(desk: Office) -> None:
    anna = await desk.shop.join(desk.shop.anna)
    await purchases.record(desk.shop.ctx, desk.by, anna, 100_000, key="first")
    await desk.go("owner-go-rules")
    await desk.me.tap("Валюта")
    await desk.me.tap("USD")
    assert desk.me.alerts[-1] == desk.say.label("error-currency-fixed")
    assert (await programme.current(desk.shop.ctx)).currency == "RUB"


@pytest.mark.parametrize(
    "data",
    ["ou:set:0:welcome_bonus:-100", "ou:set:0:welcome_bonus:1000000000",
     "ou:set:0:rate.1:900000", "ou:set:0:rate.77:300", "ou:set:0:launched_at:1",
     "ou:set:0:point_value:1", "ou:edit:0:secret:", "ou:set:0:undo_seconds:1",
     "ou:set:0:redemption_seconds:", "ou:edit:0:rate.x:", "ou:set:0:rate.:5", "ou:save:0::"],
)  # fmt: skip
async def test_forged_taps_change_nothing(desk: Office, data: str) -> None:
    before = await programme.current(desk.shop.ctx)
    await desk.go("owner-go-rules")
    screen = desk.me.last["message_id"]
    await desk.me.tap_data(data, screen)
    await desk.me.tap_data("ou:save:0::", screen)
    assert await programme.current(desk.shop.ctx) == before
    assert desk.say.label("error-unexpected") not in desk.me.alerts


async def test_saving_twice_is_saving_once(desk: Office) -> None:
    await desk.go("owner-go-rules")
    await desk.me.tap("За вступление")
    await desk.answer("77")
    screen = desk.me.last["message_id"]
    await desk.me.tap_data("ou:save:0::", screen)
    await desk.me.tap_data("ou:save:0::", screen)
    assert (await programme.current(desk.shop.ctx)).welcome_bonus == 77
    assert desk.me.alerts == [desk.say.label("owner-saved")]
