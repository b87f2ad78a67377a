"""Personal offers: made by an owner, given to whom they fit, once each run, through anything."""

import asyncio
import signal
from datetime import UTC, date, datetime, time, timedelta
from functools import partial

import pytest

from models.ledger import Operation
from models.messaging import DeliveryClass
from models.offers import MemberOffer
from models.people import Gender
from models.programme import Programme
from models.rewards import Voucher
from services.checkout import purchases
from services.context import Context
from services.enums import OfferKind, OperationKind, Schedule
from services.errors import Gone
from services.integrity import verify
from services.members import members
from services.offers import member_offers, offer_editing, offer_messages, offer_runs, offer_views
from services.offers.offer_editing import NewOffer
from services.offers.schedules import Plan
from services.parsing.errors import BadNumber
from services.rewards import vouchers
from services.segments.questions.tree import EVERYONE, Condition, Node
from services.staff.errors import NotStaff
from tests.cast import MONDAY, ROOT, CountedSecrets, Shop
from tests.engines import fast_database
from tests.journeys.forks import Fork
from tests.services.crowd import balance, guest, guests, queued, rows, told
from tests.services.offers.crashing_runs import die_in_the_middle

DAY = timedelta(days=1)
NOW = Plan(Schedule.ONCE, once_at=MONDAY)


def promise(
    kind: OfferKind = OfferKind.POINTS,
    value: int = 150,
    plan: Plan = NOW,
    audience: Node = EVERYONE,
    repeat_days: int = 30,
) -> NewOffer:
    return NewOffer("Мы скучаем", "Заходите!", kind, value, 7, audience, plan, repeat_days)


async def make(shop: Shop, offer: NewOffer) -> tuple[int, int]:
    """Olga's identity and the offer's id."""
    olga = await shop.identity(shop.olga)
    return olga, await offer_editing.make(shop.ctx, olga, offer)


async def test_points_are_there_at_once_and_end_with_the_offer(shop: Shop) -> None:
    anna = await shop.join(shop.anna)
    olga, offer_id = await make(shop, promise())
    assert await offer_runs.run_due(shop.ctx) == 1
    assert await offer_runs.run_due(shop.ctx) == 0
    assert await balance(shop.ctx, anna) == 250
    assert await told(shop.ctx, "notice-offer-points") == [
        {
            "title": "Мы скучаем",
            "text": "Заходите!",
            "kind": "points",
            "waits": False,
            "value": 150,
            "until": date(2026, 3, 9),
            "why": "everyone",
            **await offer_messages.described(shop.ctx, promise()),
        }
    ]
    (delivery,) = await queued(shop.ctx, "notice-offer-points")
    assert delivery.kind is DeliveryClass.OFFER
    view = await offer_views.show(shop.ctx, olga, offer_id)
    assert (view.given, view.used, view.next_run_at) == (1, None, None)
    await shop.settle()
    assert "9 марта 2026" in shop.anna.text
    assert "для всех наших гостей" in shop.anna.text


async def test_a_multiplier_waits_for_the_next_purchase(shop: Shop) -> None:
    anna, boris = await shop.join(shop.anna), await shop.hire(shop.boris)
    olga, offer_id = await make(shop, promise(OfferKind.MULTIPLIER, 3))
    await offer_runs.run_due(shop.ctx)
    assert [offer.value for offer in await member_offers.mine(shop.ctx, anna)] == [3]
    receipt = await purchases.record(shop.ctx, boris, anna, 100_000, key="r1")
    assert receipt.points_earned == 90
    view = await offer_views.show(shop.ctx, olga, offer_id)
    assert (view.given, view.used) == (1, 1)


async def test_a_gift_is_a_voucher_with_a_button_to_it(shop: Shop) -> None:
    anna, boris = await shop.join(shop.anna), await shop.hire(shop.boris)
    olga, offer_id = await make(shop, promise(OfferKind.GIFT, 0))
    await offer_runs.run_due(shop.ctx)
    (ticket,) = await vouchers.mine(shop.ctx, anna)
    assert (ticket.title, ticket.points) == ("Мы скучаем", 0)
    (delivery,) = await queued(shop.ctx, "notice-offer-gift")
    assert delivery.buttons == [[["button-show-gift", "voucher", ticket.id]]]
    assert (await offer_views.show(shop.ctx, olga, offer_id)).used == 0
    await vouchers.accept(shop.ctx, boris, ticket.id)
    assert (await offer_views.show(shop.ctx, olga, offer_id)).used == 1


async def test_it_goes_to_whom_it_fits_and_who_agreed(shop: Shop) -> None:
    fits = await guest(shop.ctx, 1, gender=Gender.FEMALE)
    await guest(shop.ctx, 2, gender=Gender.MALE)
    await guest(shop.ctx, 3, gender=Gender.FEMALE, ads=False)
    await guest(shop.ctx, 4, gender=Gender.FEMALE, blocked=True)
    await make(shop, promise(audience=Condition("gender", values=(Gender.FEMALE,))))
    assert await offer_runs.run_due(shop.ctx) == 1
    assert await balance(shop.ctx, fits) == 250


async def test_daily_gives_again_only_after_its_days(shop: Shop) -> None:
    await guest(shop.ctx, 1)
    plan = Plan(Schedule.DAILY, wall_time=time(15))  # noon in UTC
    olga, offer_id = await make(shop, promise(plan=plan, repeat_days=3))
    given = []
    for _ in range(8):
        await shop.clock.move(DAY)
        given.append(await offer_runs.run_due(shop.ctx))
    assert given == [1, 0, 0, 1, 0, 0, 1, 0]
    view = await offer_views.show(shop.ctx, olga, offer_id)
    assert view.next_run_at == datetime(2026, 3, 10, 12, tzinfo=UTC)


async def test_a_week_is_a_week_when_the_clocks_change(shop: Shop) -> None:
    """In Moscow they do not, so the shop moves to Berlin: 29 March has 23 hours there."""
    async with shop.ctx.db.write() as session:
        (await session.get_one(Programme, 1)).timezone = "Europe/Berlin"
    await guest(shop.ctx, 1)
    plan = Plan(Schedule.WEEKLY, wall_time=time(10), weekday=0)
    await make(shop, promise(plan=plan, repeat_days=7))
    given = []
    for _ in range(5):
        await shop.clock.move(7 * DAY)
        given.append(await offer_runs.run_due(shop.ctx))
    assert given == [1, 1, 1, 1, 1]


async def test_missed_runs_become_one(shop: Shop) -> None:
    await guest(shop.ctx, 1)
    plan = Plan(Schedule.DAILY, wall_time=time(15))
    olga, offer_id = await make(shop, promise(plan=plan, repeat_days=0))
    await shop.clock.move(5 * DAY)
    assert await offer_runs.run_due(shop.ctx) == 1
    view = await offer_views.show(shop.ctx, olga, offer_id)
    assert view.next_run_at == datetime(2026, 3, 7, 12, tzinfo=UTC)


async def test_pausing_resuming_deleting(shop: Shop) -> None:
    await guest(shop.ctx, 1)
    plan = Plan(Schedule.DAILY, wall_time=time(15))
    olga, offer_id = await make(shop, promise(plan=plan, repeat_days=0))
    await offer_editing.pause(shop.ctx, olga, offer_id)
    await shop.clock.move(3 * DAY)
    assert await offer_runs.run_due(shop.ctx) == 0
    await offer_editing.resume(shop.ctx, olga, offer_id)
    assert await offer_runs.run_due(shop.ctx) == 0  # not for what was missed
    await shop.clock.move(DAY)
    assert await offer_runs.run_due(shop.ctx) == 1
    await offer_editing.delete(shop.ctx, olga, offer_id)
    await shop.clock.move(DAY)
    assert await offer_runs.run_due(shop.ctx) == 0
    assert await offer_views.everything(shop.ctx, olga) == []
    with pytest.raises(Gone):
        await offer_views.show(shop.ctx, olga, offer_id)


async def test_run_now_does_not_wait_for_the_plan(shop: Shop) -> None:
    await guest(shop.ctx, 1)
    later = Plan(Schedule.ONCE, once_at=MONDAY + 30 * DAY)
    olga, offer_id = await make(shop, promise(plan=later))
    assert await offer_runs.run_due(shop.ctx) == 0
    await offer_runs.run_now(shop.ctx, olga, offer_id)
    assert await offer_runs.run_due(shop.ctx) == 1
    await offer_runs.run_now(shop.ctx, olga, offer_id)
    assert await offer_runs.run_due(shop.ctx) == 0  # nobody gets it twice within 30 days


async def test_a_preview_gives_nothing(shop: Shop) -> None:
    member = await shop.join(shop.olga)
    olga, offer_id = await make(shop, promise(plan=Plan(Schedule.DAILY, wall_time=time(10))))
    await offer_runs.send_to_self(shop.ctx, olga, offer_id)
    await shop.settle()
    assert "Мы скучаем" in shop.olga.text
    assert await balance(shop.ctx, member) == 100
    (delivery,) = await queued(shop.ctx, "notice-offer-points")
    assert delivery.kind is DeliveryClass.OFFER  # so that it has the button that members see


async def test_who_refuses_in_the_middle_of_a_run_gets_nothing(
    shop: Shop, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, second = await guests(shop.ctx, 2)
    await make(shop, promise())
    monkeypatch.setattr(offer_runs, "BATCH", 1)
    due = offer_runs._run_batch
    assert await due(shop.ctx, 1) == 1
    await members.set_ads_consent(shop.ctx, second, yes=False)
    assert await due(shop.ctx, 1) is None
    assert (await balance(shop.ctx, first), await balance(shop.ctx, second)) == (250, 100)


async def test_only_an_owner_and_only_what_makes_sense(shop: Shop) -> None:
    boris = await shop.hire(shop.boris)
    with pytest.raises(NotStaff):
        await offer_editing.make(shop.ctx, boris, promise())
    olga, offer_id = await make(shop, promise())
    for act in (
        offer_views.show,
        offer_editing.pause,
        offer_editing.resume,
        offer_editing.delete,
        offer_runs.run_now,
        offer_runs.send_to_self,
    ):
        with pytest.raises(NotStaff):
            await act(shop.ctx, boris, offer_id)
        with pytest.raises(Gone):
            await act(shop.ctx, olga, offer_id + 1)
    for bad in (promise(OfferKind.MULTIPLIER, 1), promise(value=0), promise(repeat_days=-1)):
        with pytest.raises(BadNumber):
            await offer_editing.make(shop.ctx, olga, bad)


async def test_two_processes_give_once(
    shop: Shop, database_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    everybody = await guests(shop.ctx, 10)
    await make(shop, promise())
    monkeypatch.setattr(offer_runs, "BATCH", 3)
    second = fast_database(database_url)
    other = Context(second, shop.clock, CountedSecrets(1000))
    counts = await asyncio.gather(offer_runs.run_due(shop.ctx), offer_runs.run_due(other))
    await second.close()
    assert sum(counts) == 10
    assert {await balance(shop.ctx, member) for member in everybody} == {250}
    assert len(await queued(shop.ctx, "notice-offer-points")) == 10


@pytest.mark.parametrize("told_before", [1, 4])
async def test_killed_in_the_middle_it_goes_on_and_doubles_nothing(
    shop: Shop, database_url: str, told_before: int
) -> None:
    """The child dies between two statements, in the first, the second of a batch, or later."""
    everybody = await guests(shop.ctx, 5)
    await make(shop, promise(OfferKind.GIFT, 0))
    await make(shop, promise())
    dying = partial(die_in_the_middle, database_url, shop.clock.now(), told_before)
    child = await Fork.start(dying, ROOT, {})
    assert await child.wait() == -signal.SIGKILL
    await offer_runs.run_due(shop.ctx)
    assert (await rows(shop.ctx, MemberOffer), await rows(shop.ctx, Voucher)) == (10, 5)
    assert await rows(shop.ctx, Operation, Operation.kind == OperationKind.OFFER) == 5
    assert {await balance(shop.ctx, member) for member in everybody} == {250}
    assert len(await queued(shop.ctx, "notice-offer-gift")) == 5
    assert (await verify.run(shop.ctx)).ok
