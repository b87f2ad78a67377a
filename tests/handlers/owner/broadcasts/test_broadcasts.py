"""A broadcast: the right people get exactly what was shown, once."""

import pytest

from services import dates
from services.campaigns import campaigns
from services.enums import CampaignStatus, Gender
from services.profiles import profiles
from services.segments import audience_queries
from services.segments.questions.attribute import LATEST
from services.segments.questions.tree import Condition
from tests.handlers.owner.office import Office, picture


async def guests(office: Office) -> None:
    """Anna and Vera can be written to, Boris has blocked the bot."""
    shop = office.shop
    await shop.join(shop.anna)
    await shop.join(shop.vera)
    await shop.join(shop.boris)
    await shop.boris.block()


async def finish(office: Office) -> None:
    await campaigns.due(office.shop.ctx)
    await office.shop.settle()


async def answered(office: Office) -> list[int]:
    """Whom the question finds who pressed a button under the last broadcast."""
    node = Condition("tapped", values=(LATEST,))
    async with office.shop.ctx.db.read() as session:
        query = await audience_queries.select_members(session, node, office.shop.clock.now())
        return [member.id for member, _ in (await session.execute(query)).all()]


async def draft(office: Office, text: str = "Скидка завтра") -> None:
    await office.go("owner-go-broadcast", "owner-audience-everyone")
    await office.answer(text)


async def test_five_taps_and_the_post_bring_a_segment_an_offer(office: Office) -> None:
    shop = office.shop
    await guests(office)
    await shop.join(shop.olga, ads=False)
    await office.open()  # or the menu's button: the first tap
    await office.tap("owner-go-broadcast")
    await office.tap("owner-audience-new", days=7)
    assert office.told_reach(matched=4, reachable=2, refused=1, blocked=1)
    await office.me.send_photo(picture(), "Скидка <завтра>")
    preview = office.me.messages[-2]
    assert preview["caption"] == "Скидка <завтра>"
    under = [row[0]["text"] for row in preview["reply_markup"]["inline_keyboard"]]
    assert under == [office.say.label(f"button-{one}") for one in ("my-card", "no-more-offers")]
    await office.tap("owner-post-now", people=2)
    assert shop.anna.last.get("caption") is None
    screen = office.me.last["message_id"]
    await office.tap("owner-post-yes", people=2)
    data = f"ob:send:{(await campaigns.latest(shop.ctx, office.by))[0].campaign_id}:"
    await office.me.tap_data(data, screen)
    await finish(office)

    for guest in (shop.anna, shop.vera):
        got = [one for one in guest.messages if one.get("caption") == "Скидка <завтра>"]
        assert len(got) == 1
        assert guest.buttons[-1] == [shop.words.say(guest.language).label("button-no-more-offers")]
    assert await answered(office) == []
    await shop.anna.tap(shop.words.say(shop.anna.language).label("button-my-card"))
    assert shop.anna.last.get("photo")  # the card
    assert await answered(office) == [await shop.member_id(shop.anna)]
    (report,) = await campaigns.latest(shop.ctx, office.by)
    assert (report.status, report.total, report.sent) == (CampaignStatus.DONE, 2, 2)
    await office.tap("button-campaign-report")
    assert office.sees("2")


async def test_each_reads_their_own_language(desk: Office) -> None:
    await guests(desk)
    await draft(desk, "Ждём вас!")
    await desk.me.tap("На английском")
    await desk.answer("Come and see us!")
    await desk.tap("owner-post-me")
    assert desk.me.texts(2) == ["Ждём вас!", "Come and see us!"]
    await desk.tap("owner-post-now", people=2)
    await desk.tap("owner-post-yes", people=2)
    await finish(desk)
    assert (desk.shop.anna.text, desk.shop.vera.text) == ("Ждём вас!", "Come and see us!")


async def test_it_goes_at_its_time(desk: Office) -> None:
    await guests(desk)
    await draft(desk)
    await desk.tap("owner-post-time")
    assert desk.sees("Время — Москва.")
    for text, key in (
        ("10:00", "error-moment-over"),
        ("скоро", "error-bad-moment"),
        ("25:99", "error-bad-moment"),
        ("31.02 10:00", "error-bad-moment"),
        ("01.01.2026 10:00", "error-moment-over"),
    ):
        await desk.answer(text)
        assert desk.told(key)
    await desk.answer("завтра 10:00")
    assert desk.sees("3 марта 2026, 10:00")
    await desk.tap("owner-post-plan")
    await desk.shop.later(hours=21)
    await finish(desk)
    assert desk.shop.anna.text != "Скидка завтра"
    await desk.shop.later(hours=1)
    await finish(desk)
    assert desk.shop.anna.text == "Скидка завтра"


async def test_it_can_be_stopped_and_go_on(desk: Office) -> None:
    await guests(desk)
    await draft(desk)
    await desk.tap("owner-post-time")
    await desk.answer("завтра 10:00")
    await desk.tap("owner-post-plan")
    await desk.tap("owner-post-stop")
    await desk.shop.later(days=2)
    await finish(desk)
    assert desk.shop.anna.text != "Скидка завтра"
    await desk.tap("owner-post-resume")
    await finish(desk)
    assert desk.shop.anna.text == "Скидка завтра"
    await desk.go("owner-go-broadcast", "owner-post-past")
    await desk.me.tap("04.03")
    assert desk.sees("Дошло 2 из 2.")


async def test_nobody_is_nobody(desk: Office) -> None:
    await desk.go("owner-go-broadcast", "owner-audience-everyone")
    assert desk.sees(desk.say.label("owner-post-nobody"))
    await desk.answer("Есть кто?")
    assert await campaigns.latest(desk.shop.ctx, desk.by) == []


async def test_a_segment_is_described_and_counted(desk: Office) -> None:
    anna = await desk.shop.join(desk.shop.anna)
    await profiles.set_city(desk.shop.ctx, anna, "Казань")
    await profiles.set_gender(desk.shop.ctx, anna, Gender.FEMALE)
    await profiles.set_birthday(desk.shop.ctx, anna, dates.Birthday(5, 3, 1990))
    for more, chip, words in (
        ("owner-audience-city", "Казань · 1", "из города «Казань»"),
        ("owner-audience-level", "Серебро", "уровень «Серебро»"),
        ("owner-audience-age", "35–44", "в возрасте от 35 до 44 лет"),
        (None, "👩 Женщинам", "женщины"),
        (None, "🎂 Через 7 дн.", "день рождения в ближайшие 7 дней"),
    ):
        await desk.go("owner-go-broadcast")
        if more:
            await desk.tap(more)
        await desk.me.tap(chip)
        assert desk.sees(words)
        assert desk.sees("Подходит 1, получит 1.")


async def test_a_sum_and_a_list_are_typed(desk: Office) -> None:
    await desk.shop.join(desk.shop.anna)
    await desk.go("owner-go-broadcast")
    await desk.answer("зюзю")
    assert desk.sees("зюзю")  # underlined: no question says so
    await desk.tap("owner-audience-spent")
    await desk.answer("много")
    assert desk.told("error-bad-amount", text="много")
    await desk.answer("10 000")
    assert desk.sees("потратили не менее 10 000 ₽")
    await desk.tap("owner-post-another")
    await desk.tap("owner-audience-list")
    await desk.answer(f"Анна {desk.shop.anna.id}\n+7 900 000-00-01")
    assert desk.me.texts(2)[0] == "Нашлось 1. Не нашлись: +7 900 000-00-01."
    assert desk.sees("участник № ")


@pytest.mark.parametrize("kind", ["sticker", "voice", "location"])
async def test_what_is_no_post_is_refused(desk: Office, kind: str) -> None:
    await guests(desk)
    await desk.go("owner-go-broadcast", "owner-audience-everyone")
    await getattr(desk.me, f"send_{kind}")()
    assert desk.told("owner-post-unfit")


@pytest.mark.parametrize(
    "data",
    ["ob:send:99:", "ob:now:99:", "ob:me:99:", "ob:also:99:xx", "campaign:99", "ob:stop:99:"],
)
async def test_forged_taps_send_nothing(desk: Office, data: str) -> None:
    await guests(desk)
    await desk.open()
    await desk.me.tap_data(data, desk.me.last["message_id"])
    assert desk.me.alerts[-1] == desk.say.label("error-gone")


@pytest.mark.parametrize(
    "data", ["oa:level:x", "oa:city:5", "oa:age:x-", "oa:gender:cat", "oa:spent:5"]
)
async def test_a_forged_audience_is_none(desk: Office, data: str) -> None:
    await desk.go("owner-go-broadcast")
    await desk.me.tap_data(data, desk.me.last["message_id"])
    assert desk.me.alerts[-1] == desk.say.label("error-gone")


async def test_whom_to_write_to_is_said_in_words(desk: Office) -> None:
    """What was not understood is shown, with questions to tap instead and the way on without it."""
    anna = await desk.shop.join(desk.shop.anna)
    await profiles.set_gender(desk.shop.ctx, anna, Gender.FEMALE)
    await desk.go("owner-go-broadcast")
    await desk.answer("зюзю")
    assert desk.sees("Не всё понятно")
    await desk.me.tap("не были 60 дней")
    assert desk.sees("не были 60 дней")
    await desk.tap("owner-post-another")
    await desk.answer("женщины зюзю")
    await desk.tap("question-without")
    assert desk.sees("Подходит 1, получит 1.")
    await desk.answer("Скидка завтра")
    await desk.tap("owner-post-now", people=1)
