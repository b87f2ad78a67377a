"""Personal offers: made on one screen, given by themselves, paused and ended."""

from datetime import UTC, datetime

import pytest

from services import programme
from services.checkout import purchases
from services.enums import OfferKind, Schedule
from services.facts import Fact
from services.money import Money
from services.offers import offer_views
from services.profiles import profiles
from services.segments.questions.tree import Before, Condition
from tests.handlers.owner.office import LONG, Office, plain

WORDS = "Скучаем\nЗаходите <b>на кофе</b> & пирог"


async def only(office: Office) -> offer_views.OfferView:
    (view,) = await offer_views.everything(office.shop.ctx, office.by)
    return view


async def draft(office: Office) -> None:
    await office.go("owner-go-offers", "owner-offer-new", "owner-audience-everyone")
    await office.answer(WORDS)


async def test_five_taps_and_the_words_give_a_segment_an_offer(office: Office) -> None:
    shop = office.shop
    anna = await shop.join(shop.anna)
    await office.open()  # or the menu's button: the first tap
    await office.tap("owner-go-speak")
    await office.tap("owner-offer-new")
    await office.tap("owner-audience-new", days=7)
    await office.answer(WORDS)
    assert office.sees("100")
    await office.tap("owner-draft-go", people=1)
    await shop.later(minutes=1)
    assert "Скучаем\nЗаходите <b>на кофе</b> & пирог" in shop.anna.text
    view = await only(office)
    assert (view.given, view.offer.kind, view.offer.value) == (1, OfferKind.POINTS, 100)
    assert anna


async def test_everything_can_be_chosen(desk: Office) -> None:
    await desk.shop.join(desk.shop.anna)
    await draft(desk)
    await desk.me.tap("Что:")
    await desk.me.tap("×3")
    await desk.me.tap("Когда:")
    await desk.tap("owner-draft-daily")
    await desk.me.tap("чт")
    await desk.tap("owner-draft-repeat", days=90)
    await desk.answer("18:30")
    await desk.me.tap("Действует")
    await desk.answer("5")
    await desk.tap("owner-post-me")
    assert desk.sees("×3")
    await desk.tap("owner-draft-whom")
    await desk.tap("owner-audience-sleeping", days=60)
    await desk.tap("owner-draft-go", people=0)
    view = await only(desk)
    offer = view.offer
    assert view.next_run_at == datetime(2026, 3, 5, 15, 30, tzinfo=UTC)  # 18:30 in Moscow
    assert (offer.kind, offer.value, offer.valid_days) == (OfferKind.MULTIPLIER, 3, 5)
    assert (offer.plan.schedule, offer.plan.weekday, offer.repeat_days) == (Schedule.WEEKLY, 3, 90)
    assert f"{offer.plan.wall_time:%H:%M}" == "18:30"
    assert offer.audience == Condition("last_visit", when=Before(60))


async def test_it_can_go_once_at_a_time(desk: Office) -> None:
    await desk.shop.join(desk.shop.anna)
    await draft(desk)
    await desk.me.tap("Когда:")
    await desk.answer("10:00")
    assert desk.told("error-moment-over")
    await desk.answer("завтра 10:00")
    await desk.tap("owner-draft-go", people=1)
    assert (await only(desk)).given == 0
    await desk.shop.later(days=1)
    assert (await only(desk)).given == 1


async def test_it_is_paused_given_now_and_deleted(desk: Office) -> None:
    await desk.shop.join(desk.shop.anna)
    await draft(desk)
    await desk.me.tap("Когда:")
    await desk.tap("owner-draft-daily")
    await desk.me.tap("18:00")
    await desk.tap("button-back")
    await desk.tap("owner-draft-go", people=1)
    await desk.tap("owner-offer-pause")
    await desk.shop.later(days=1)
    assert (await only(desk)).given == 0
    await desk.tap("owner-offer-resume")
    await desk.tap("owner-offer-run")
    assert desk.told_reach(matched=1, reachable=1, refused=0, blocked=0)
    await desk.tap("owner-offer-run")
    await desk.shop.later(minutes=1)
    assert (await only(desk)).given == 1
    await desk.tap("owner-offer-delete")
    await desk.tap("owner-offer-delete-yes")
    assert await offer_views.everything(desk.shop.ctx, desk.by) == []


async def test_starting_twice_makes_one_offer(desk: Office) -> None:
    await desk.shop.join(desk.shop.anna)
    await draft(desk)
    screen = desk.me.last["message_id"]
    await desk.me.tap_data("od:make::0", screen)
    await desk.me.tap_data("od:make::0", screen)
    assert desk.me.alerts == [desk.say.label("owner-stale")]
    await only(desk)


async def test_the_text_may_come_after_its_title(desk: Office) -> None:
    await desk.go("owner-go-offers", "owner-offer-new", "owner-audience-everyone")
    await desk.answer("Скучаем <по вам>")
    assert desk.sees("Скучаем <по вам>. Теперь напишите текст")
    await desk.answer("текст " * 1000)
    assert desk.told("error-bad-text", most=1000)
    await desk.answer("Заходите\nна кофе")
    assert desk.sees("Скучаем <по вам>\nЗаходите\nна кофе")


async def test_the_author_can_stop_nothing_in_a_sample(desk: Office) -> None:
    guest = await desk.shop.join(desk.me)
    await draft(desk)
    await desk.tap("owner-post-me")
    await desk.stops_nothing()
    assert (await profiles.show(desk.shop.ctx, guest)).ads_consent


async def test_nonsense_is_asked_again(desk: Office) -> None:
    await desk.go("owner-go-offers", "owner-offer-new", "owner-audience-everyone")
    await desk.answer(f"{LONG}\nтекст")
    assert desk.told("error-bad-text", most=100)
    await desk.answer(WORDS)
    await desk.me.tap("Что:")
    await desk.answer("0")
    assert desk.told("error-bad-number", least=1, most=100_000)
    await desk.answer("250")
    await desk.me.tap("Действует")
    await desk.answer("1000")
    assert desk.told("error-bad-number", least=1, most=365)
    await desk.me.send_voice()
    assert desk.told("owner-need-text")


@pytest.mark.parametrize(
    "data",
    ["od:choose_gift:points:-5", "od:choose_gift:car:1", "od:choose_days::-3",
     "od:choose_plan:weekly:9", "od:choose_plan:time:99",
     "oct:pick:categories:99", "oct:least::-5", "oct:ask:car:0", "od:switch:car:1",
     "od:choose_uses::-2", "od:ready:car:0", "oo:open:99", "oo:deleted:99"],
)  # fmt: skip
async def test_forged_taps_make_nothing(desk: Office, data: str) -> None:
    await desk.shop.join(desk.shop.anna)
    await draft(desk)
    screen = desk.me.last["message_id"]
    await desk.me.tap_data(data, screen)
    await desk.me.tap_data("od:make::0", screen)
    made = await offer_views.everything(desk.shop.ctx, desk.by)
    assert all(view.offer.value > 0 and view.offer.valid_days > 0 for view in made)
    assert desk.me.alerts
    assert desk.say.label("error-unexpected") not in desk.me.alerts


async def test_ready_made_it_takes_four_taps(office: Office) -> None:
    shop = office.shop
    anna, boris = await shop.join(shop.anna), await shop.hire(shop.boris)
    await shop.settle()
    await office.open()
    await office.tap("owner-go-speak")
    await office.tap("owner-offer-ready")
    await office.tap("owner-ready-first")
    example: dict[str, Fact] = {
        "amount": Money(100_000, "RUB"),
        "paid": Money(90_000, "RUB"),
        "points": 27,
        "cheaper": True,
        "before": Money(100_000, "RUB"),
        "richer": True,
        "usual": 30,
        "gift": False,
    }
    shown = plain(office.say.label("owner-draft-example", **example))
    assert office.sees(shown.replace("<b>", "").replace("</b>", ""))
    await office.tap("owner-draft-go-till")
    assert office.sees(office.say.label("owner-draft-everybody"))
    view = await only(office)
    assert (view.offer.standing, view.offer.kind, view.offer.value) == (
        True,
        OfferKind.PERCENT,
        1_000,
    )
    await purchases.record(shop.ctx, boris, anna, 100_000, key="r1")
    await office.go("owner-go-offers")
    await office.me.tap(office.say.label("ready-title-first"))
    view = await only(office)
    assert (view.used, view.discount) == (1, Money(10_000, "RUB"))
    assert plain(office.say.money(view.discount)) in plain(office.me.text)
    await office.tap("owner-offer-pause")
    assert (await programme.current(shop.ctx)).standing == ()


@pytest.mark.parametrize("name", ["second", "bundle", "gift"])
async def test_every_ready_made_offer_starts_as_it_is(desk: Office, name: str) -> None:
    await desk.go("owner-go-offers", "owner-offer-ready", f"owner-ready-{name}")
    await desk.tap("owner-draft-go-till")
    [standing] = (await programme.current(desk.shop.ctx)).standing
    assert standing.promise.title == desk.say.label(f"ready-title-{name}")


@pytest.mark.parametrize("name", ["category", "delivery"])
async def test_what_is_for_goods_asks_for_them_first(desk: Office, name: str) -> None:
    await desk.go("owner-go-offers", "owner-offer-ready", f"owner-ready-{name}")
    await desk.answer("Чай & травы")
    await desk.tap("conditions-lines-create", name="Чай & травы")
    await desk.tap("owner-draft-done")
    assert desk.sees("Гость платит")
    await desk.tap("owner-draft-go-till")
    [standing] = (await programme.current(desk.shop.ctx)).standing
    assert len(standing.promise.conditions.categories) == 1
    assert desk.sees("На что: Чай & травы.")


async def test_free_delivery_without_goods_is_refused(desk: Office) -> None:
    await desk.go("owner-go-offers", "owner-offer-ready", "owner-ready-delivery")
    await desk.tap("owner-draft-done")
    await desk.tap("owner-draft-go-till")
    assert desk.say.label("error-needs-goods") in (*desk.me.alerts, desk.me.text)
    assert await offer_views.everything(desk.shop.ctx, desk.by) == []


async def test_conditions_and_uses_are_chosen_or_typed(desk: Office) -> None:
    await desk.go("owner-go-offers", "owner-offer-ready", "owner-ready-bundle")
    await desk.me.tap("Что:")
    await desk.answer("4")
    await desk.me.tap("🎯")
    await desk.me.tap("Чек:")
    await desk.answer("1500,50")
    await desk.tap("button-back")
    await desk.me.tap("Можно:")
    await desk.tap("owner-uses", uses=3)
    await desk.tap("owner-draft-words")
    await desk.answer(WORDS)
    await desk.me.tap("Когда:")
    await desk.tap("owner-draft-now")
    await desk.tap("owner-draft-go", people=0)
    offer = (await only(desk)).offer
    assert (offer.kind, offer.value, offer.uses) == (OfferKind.BUNDLE, 4, 3)
    assert (offer.conditions.least, offer.title, offer.standing) == (150_050, "Скучаем", False)
