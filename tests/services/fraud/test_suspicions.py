"""What looks wrong at the till waits for an owner, who accepts, undoes or blocks."""

import asyncio

import pytest
from sqlalchemy import select

from models.people import Member
from models.trust import Flag
from services.back_office import flags, journal
from services.back_office.flags import Verdict
from services.checkout import customers, purchases, redemptions
from services.checkout.errors import CodeUnknown
from services.enums import FlagStatus, OperationKind, Suspicion
from services.errors import Gone
from services.fraud import fraud_limits
from services.fraud.fraud_limits import FraudLimits
from services.ledger.errors import SpendingBlocked
from services.points import balances, history
from services.profiles import leaving
from services.refunds import undoing
from services.rewards import vouchers
from services.staff.errors import NotBlockable, NotStaff
from services.stamps import stamp_cards, stamp_wallet
from services.stamps.stamp_cards import NewCard
from tests.cast import Shop
from tests.services.fraud.watched_till import USUAL, ask, held, open_case


async def test_a_shop_begins_with_sensible_limits(shop: Shop) -> None:
    watched = await fraud_limits.show(shop.ctx, await shop.identity(shop.olga))
    assert watched.limits == FraudLimits(5, 60, 1, 10, None, 3, 5)
    assert watched.largest is None


async def test_the_sixth_receipt_of_a_day_waits(shop: Shop) -> None:
    boris, anna = await shop.hire(shop.boris), await shop.join(shop.anna)
    receipts = [
        await purchases.record(shop.ctx, boris, anna, USUAL, key=f"r{number}")
        for number in range(6)
    ]
    assert [receipt.held for receipt in receipts] == [False] * 5 + [True]
    assert receipts[5].points_earned == 0
    assert (await balances.balance(shop.ctx, anna)).points == 100 + 5 * 30
    again = await purchases.record(shop.ctx, boris, anna, USUAL, key="r5")
    assert (again.held, again.new) == (True, False)
    (flag,) = await flags.page(shop.ctx, await shop.identity(shop.olga), opened=True, limit=9)
    assert (flag.suspicion, flag.limit, flag.points) == (Suspicion.CARD_A_DAY, 5, 30)
    assert (flag.cashier, flag.name, flag.amount.minor) == ("Борис", "Анна", USUAL)


async def test_a_day_is_the_shop_s(shop: Shop) -> None:
    case = await open_case(shop)
    await case.limit("card_a_day", 1)
    await shop.later(hours=11, minutes=59)  # 23:59 in Moscow
    assert not (await case.buy()).held
    assert (await case.buy()).held
    await shop.later(minutes=1)
    assert not (await case.buy()).held


async def test_stamps_wait_with_the_points(shop: Shop) -> None:
    case = await open_case(shop)
    await stamp_cards.make(shop.ctx, case.olga, NewCard("Шестой кофе", "Кофе", needed=2))
    await case.limit("card_a_day", 1)
    await case.buy()
    assert (await case.buy()).held
    assert [
        card.stamps for card in await stamp_wallet.of_guest(shop.ctx, case.boris, case.anna)
    ] == [1]
    flag = await case.flag()
    await case.resolve(flag.id, Verdict.ACCEPT)
    await case.resolve(flag.id, Verdict.ACCEPT)
    (voucher,) = await vouchers.mine(shop.ctx, case.anna)
    assert voucher.title == "Кофе"
    assert await case.adds_up()


async def test_an_undone_receipt_does_not_count(shop: Shop) -> None:
    case = await open_case(shop)
    await case.limit("card_a_day", 1)
    receipt = await case.buy()
    await undoing.undo(shop.ctx, case.boris, receipt.purchase_id)
    assert not (await case.buy()).held


async def test_a_cashier_s_hour(shop: Shop) -> None:
    case = await open_case(shop)
    await case.limit("cashier_an_hour", 2)
    vera = await shop.join(shop.vera)
    assert [(await case.buy()).held, (await case.buy(member=vera)).held] == [False, False]
    assert (await case.buy()).held
    assert (await case.flag()).suspicion is Suspicion.CASHIER_AN_HOUR
    await shop.later(minutes=60)
    assert not (await case.buy()).held


async def test_a_card_of_the_cashier_s_family(shop: Shop) -> None:
    case = await open_case(shop)
    own = await shop.join(shop.boris)
    async with shop.ctx.db.write() as session:  # nobody can share an account in the chat yet
        mine, hers = await session.get_one(Member, own), await session.get_one(Member, case.anna)
        mine.account_id = hers.account_id
    assert not (await case.buy()).held
    await case.limit("family", 1)
    assert (await case.buy()).held
    assert (await case.flag()).suspicion is Suspicion.FAMILY
    assert not (await case.buy(member=await shop.join(shop.vera))).held


async def test_a_receipt_far_above_the_usual(shop: Shop) -> None:
    case = await open_case(shop)
    await case.limit("size", 10)
    for _ in range(19):
        await case.buy()
    await shop.later(hours=1)
    assert not (await case.buy(100 * USUAL)).held  # nineteen are too few to judge by
    await shop.later(hours=1)
    assert not (await case.buy(10 * USUAL)).held
    assert (await case.buy(10 * USUAL + 1)).held
    flag = await case.flag()
    assert (flag.suspicion, flag.usual and flag.usual.minor) == (Suspicion.SIZE, USUAL)
    await shop.later(days=91)
    assert (await fraud_limits.show(shop.ctx, case.olga)).usual is None


async def test_an_amount_that_the_owner_set(shop: Shop) -> None:
    case = await open_case(shop)
    await case.limit("size_amount", 5000_00)
    assert not (await case.buy(5000_00)).held
    assert (await case.buy(5000_01)).held
    await case.limit("size", 10)
    assert not (await case.buy(5000_01)).held


async def test_a_limit_that_is_off_stops_nobody(shop: Shop) -> None:
    case = await open_case(shop)
    for _ in range(7):
        assert not (await case.buy()).held
    for number in range(5):
        asked = await ask(case, f"q{number}")
        await redemptions.cancel(shop.ctx, case.boris, asked.redemption_id)
    for _ in range(7):
        with pytest.raises(CodeUnknown):
            await customers.by_code(shop.ctx, case.boris, "000000")
    assert await case.flags() == []


async def test_accepted_points_are_given_once(shop: Shop) -> None:
    case, flag = await held(shop)
    await shop.later(days=2)
    taps = (case.resolve(flag.id, Verdict.ACCEPT) for _ in range(3))
    assert {one.status for one in await asyncio.gather(*taps)} == {FlagStatus.ACCEPTED}
    assert await case.points() == 130
    line = (await history.lines(shop.ctx, case.anna))[0]
    why = await history.explain(shop.ctx, case.anna, line.operation_id)
    assert (line.kind, why.why["paid"], why.staff_name) == (OperationKind.PURCHASE, USUAL, "Борис")
    assert await case.flags() == []
    assert [one.resolved_by for one in await case.flags(opened=False)] == ["Ольга"]
    await undoing.undo(shop.ctx, case.olga, flag.purchase_id or 0)
    assert await case.points() == 100
    assert await case.adds_up()


async def test_an_undone_purchase_earns_nothing(shop: Shop) -> None:
    case, flag = await held(shop)
    for _ in range(2):
        assert (await case.resolve(flag.id, Verdict.UNDO)).status is FlagStatus.UNDONE
    later = await case.resolve(flag.id, Verdict.ACCEPT)
    assert (later.status, await case.points()) == (FlagStatus.UNDONE, 100)
    assert await case.adds_up()


async def test_a_purchase_that_its_cashier_undid_cannot_be_accepted(shop: Shop) -> None:
    case, flag = await held(shop)
    await undoing.undo(shop.ctx, case.boris, flag.purchase_id or 0)
    assert (await case.resolve(flag.id, Verdict.ACCEPT)).status is FlagStatus.UNDONE
    assert await case.points() == 100


async def test_answers_at_once_end_in_one_of_them(shop: Shop) -> None:
    case, flag = await held(shop)
    await asyncio.gather(*(case.resolve(flag.id, verdict) for verdict in Verdict))
    assert (await flags.show(shop.ctx, case.olga, flag.id)).status is not FlagStatus.OPEN
    assert await case.points() in {100, 130}
    assert await case.adds_up()
    acts = [line.act for line in await journal.latest(shop.ctx, case.olga)]
    assert sum(act.startswith("flag.") and act != "flag.raised" for act in acts) == 1


async def test_a_blocked_cashier_is_one_no_more(shop: Shop) -> None:
    case, flag = await held(shop)
    assert (await case.resolve(flag.id, Verdict.BLOCK)).status is FlagStatus.BLOCKED
    with pytest.raises(NotStaff):
        await case.buy()
    assert await case.points() == 100
    await case.resolve(flag.id, Verdict.BLOCK)
    acts = [line.act for line in await journal.latest(shop.ctx, case.olga)]
    assert acts.count("staff.revoked") == 1


async def test_a_blocked_card_spends_no_more(shop: Shop) -> None:
    case = await open_case(shop)
    await case.limit("card_a_day", 1)
    await case.buy()
    await case.buy()
    flag = await case.flag()
    assert (await case.resolve(flag.id, Verdict.BLOCK)).blames_card
    with pytest.raises(SpendingBlocked):
        await ask(case, "q1")
    assert (await case.buy()).held
    await shop.settle()
    assert shop.words.say("ru").label("notice-suspended") in [
        message["text"] for message in shop.anna.messages if "text" in message
    ]


async def test_an_owner_of_the_settings_cannot_be_blocked(shop: Shop) -> None:
    case = await open_case(shop)
    await case.limit("size_amount", 1)
    await purchases.record(shop.ctx, case.olga, case.anna, USUAL, key="own")
    flag = await case.flag()
    with pytest.raises(NotBlockable):
        await case.resolve(flag.id, Verdict.BLOCK)
    assert (await case.flag()).id == flag.id


async def test_only_an_owner_sees_and_answers(shop: Shop) -> None:
    case, flag = await held(shop)
    ctx, boris = shop.ctx, case.boris
    for forged in (
        flags.resolve(ctx, boris, flag.id, Verdict.ACCEPT),
        flags.resolve(ctx, boris, flag.id, Verdict.UNDO),
        flags.show(ctx, boris, flag.id),
        flags.page(ctx, boris, opened=True, limit=1),
        flags.count_open(ctx, boris),
        fraud_limits.show(ctx, boris),
        fraud_limits.change(ctx, boris, "codes", None),
        journal.latest(ctx, boris),
        journal.actors(ctx, boris),
    ):
        with pytest.raises(NotStaff):
            await forged
    for nothing in (Verdict.ACCEPT, Verdict.UNDO):
        with pytest.raises(Gone):
            await case.resolve(10_000, nothing)
    assert (await case.flag()).status is FlagStatus.OPEN


async def test_points_of_somebody_who_left_are_nobody_s(shop: Shop) -> None:
    case, flag = await held(shop)
    await leaving.leave(shop.ctx, case.anna)
    assert (await case.resolve(flag.id, Verdict.ACCEPT)).status is FlagStatus.ACCEPTED
    assert await case.adds_up()
    async with shop.ctx.db.read() as session:
        facts = (await session.scalars(select(Flag.facts))).all()
    assert "Анна" not in str(facts)


async def test_a_redemption_s_receipt_can_wait_too(shop: Shop) -> None:
    case = await open_case(shop)
    await case.limit("size_amount", 1)
    asked = await ask(case, "q1")
    receipt = await redemptions.approve(shop.ctx, case.anna, asked.redemption_id)
    again = await redemptions.approve(shop.ctx, case.anna, asked.redemption_id)
    assert (receipt.held, again.held, receipt.points_spent) == (True, True, 10)
    await case.resolve((await case.flag()).id, Verdict.UNDO)
    assert await case.points() == 100
