"""The till: what a receipt earns, redemptions that the member answers, undoing."""

import asyncio

import pytest

from services.checkout import customers, purchases, redemptions
from services.checkout.errors import AlreadyResolved
from services.enums import OperationKind, RedemptionStatus
from services.errors import Gone, NotYours
from services.ledger.errors import SpendingBlocked
from services.members import members
from services.points import balances, history
from services.pricing.errors import ShareExceeded
from services.refunds import undoing
from services.refunds.errors import AlreadyUndone, TooLateToUndo
from services.staff.errors import NotStaff, OwnCard
from tests.cast import Shop


async def people_at_the_till(shop: Shop) -> tuple[int, int]:
    """Boris's identity and Anna's member id."""
    return await shop.hire(shop.boris), await shop.join(shop.anna)


async def points(shop: Shop, member_id: int) -> int:
    return (await balances.balance(shop.ctx, member_id)).points


async def test_a_receipt_earns_at_the_level_s_rate_rounded_down(shop: Shop) -> None:
    boris, anna = await people_at_the_till(shop)
    receipt = await purchases.record(shop.ctx, boris, anna, 1_234_56, key="r1")
    assert receipt.points_earned == 37
    assert await points(shop, anna) == 100 + 37


async def test_the_same_request_twice_is_one_purchase(shop: Shop) -> None:
    boris, anna = await people_at_the_till(shop)
    both = await asyncio.gather(
        *(purchases.record(shop.ctx, boris, anna, 100_000, key="r1") for _ in range(2))
    )
    assert sorted(receipt.new for receipt in both) == [False, True]
    assert len({receipt.purchase_id for receipt in both}) == 1
    assert await points(shop, anna) == 130


async def test_many_receipts_at_once_lose_nothing(shop: Shop) -> None:
    boris, anna = await people_at_the_till(shop)
    await shop.unwatched()
    await asyncio.gather(
        *(purchases.record(shop.ctx, boris, anna, 100_000, key=f"r{n}") for n in range(20))
    )
    assert await points(shop, anna) == 100 + 20 * 30


async def test_spend_raises_the_level_and_undoing_lowers_it(shop: Shop) -> None:
    boris, anna = await people_at_the_till(shop)
    receipt = await purchases.record(shop.ctx, boris, anna, 30_000_00, key="r1")
    assert (await customers.by_member(shop.ctx, boris, anna)).level == "Золото"
    await undoing.undo(shop.ctx, boris, receipt.purchase_id)
    assert (await customers.by_member(shop.ctx, boris, anna)).level == "Серебро"


async def test_an_approved_redemption_pays_part_of_the_receipt(shop: Shop) -> None:
    boris, anna = await people_at_the_till(shop)
    request = await redemptions.request(shop.ctx, boris, anna, 1000_00, 100, key="q1")
    assert (request.to_pay.minor, await points(shop, anna)) == (900_00, 0)
    receipt = await redemptions.approve(shop.ctx, anna, request.redemption_id)
    again = await redemptions.approve(shop.ctx, anna, request.redemption_id)
    assert (receipt.points_earned, receipt.new, again.new) == (27, True, False)
    assert await points(shop, anna) == 27


async def test_the_part_of_a_receipt_that_points_pay_is_capped(shop: Shop) -> None:
    boris, anna = await people_at_the_till(shop)
    with pytest.raises(ShareExceeded) as refusal:
        await redemptions.request(shop.ctx, boris, anna, 100_00, 31, key="q1")
    assert refusal.value.most == 30


async def test_not_me_returns_the_points_and_freezes_spending(shop: Shop) -> None:
    boris, anna = await people_at_the_till(shop)
    request = await redemptions.request(shop.ctx, boris, anna, 1000_00, 100, key="q1")
    await redemptions.decline(shop.ctx, anna, request.redemption_id)
    assert await points(shop, anna) == 100
    with pytest.raises(SpendingBlocked):
        await redemptions.request(shop.ctx, boris, anna, 1000_00, 50, key="q2")
    await members.unfreeze(shop.ctx, await shop.identity(shop.olga), anna)
    await redemptions.request(shop.ctx, boris, anna, 1000_00, 50, key="q3")


async def test_silence_cancels_cleanly(shop: Shop) -> None:
    boris, anna = await people_at_the_till(shop)
    request = await redemptions.request(shop.ctx, boris, anna, 1000_00, 100, key="q1")
    await shop.clock.move(request.expires_at - shop.clock.now())
    assert await redemptions.expire_due(shop.ctx) == 1
    assert await redemptions.expire_due(shop.ctx) == 0
    assert await points(shop, anna) == 100
    with pytest.raises(AlreadyResolved):
        await redemptions.approve(shop.ctx, anna, request.redemption_id)


async def test_a_yes_and_a_cancel_at_once_end_in_one_of_them(shop: Shop) -> None:
    boris, anna = await people_at_the_till(shop)
    request = await redemptions.request(shop.ctx, boris, anna, 1000_00, 100, key="q1")
    outcomes = await asyncio.gather(
        redemptions.approve(shop.ctx, anna, request.redemption_id),
        redemptions.cancel(shop.ctx, boris, request.redemption_id),
        return_exceptions=True,
    )
    refused = [outcome for outcome in outcomes if isinstance(outcome, AlreadyResolved)]
    assert len(refused) == 1
    assert await points(shop, anna) in (27, 100)


async def test_only_the_member_asked_may_answer(shop: Shop) -> None:
    boris, anna = await people_at_the_till(shop)
    vera = await shop.join(shop.vera)
    request = await redemptions.request(shop.ctx, boris, anna, 1000_00, 100, key="q1")
    with pytest.raises(NotYours):
        await redemptions.approve(shop.ctx, vera, request.redemption_id)
    with pytest.raises(Gone):
        await redemptions.approve(shop.ctx, anna, 10_000)


async def test_undo_returns_what_was_spent_and_takes_what_was_earned(shop: Shop) -> None:
    boris, anna = await people_at_the_till(shop)
    request = await redemptions.request(shop.ctx, boris, anna, 1000_00, 100, key="q1")
    receipt = await redemptions.approve(shop.ctx, anna, request.redemption_id)
    undone = await undoing.undo(shop.ctx, boris, receipt.purchase_id)
    assert (undone.points_returned, undone.points_taken, undone.balance) == (100, 27, 100)
    with pytest.raises(AlreadyUndone):
        await undoing.undo(shop.ctx, boris, receipt.purchase_id)


async def test_undo_has_its_time_and_its_people(shop: Shop) -> None:
    boris, anna = await people_at_the_till(shop)
    vera = await shop.hire(shop.vera)
    receipt = await purchases.record(shop.ctx, boris, anna, 1000_00, key="r1")
    with pytest.raises(NotYours):
        await undoing.undo(shop.ctx, vera, receipt.purchase_id)
    await shop.later(minutes=11)
    with pytest.raises(TooLateToUndo):
        await undoing.undo(shop.ctx, boris, receipt.purchase_id)


async def test_nobody_serves_their_own_card(shop: Shop) -> None:
    boris = await shop.hire(shop.boris)
    own = await shop.join(shop.boris)
    with pytest.raises(OwnCard):
        await purchases.record(shop.ctx, boris, own, 1000_00, key="r1")


async def test_a_stranger_is_no_cashier(shop: Shop) -> None:
    anna = await shop.join(shop.anna)
    with pytest.raises(NotStaff):
        await purchases.record(shop.ctx, await shop.identity(shop.anna), anna, 1000_00, key="r1")


async def test_every_line_says_why(shop: Shop) -> None:
    boris, anna = await people_at_the_till(shop)
    await purchases.record(shop.ctx, boris, anna, 1000_00, key="r1")
    newest = (await history.lines(shop.ctx, anna))[0]
    why = await history.explain(shop.ctx, anna, newest.operation_id)
    assert newest.kind is OperationKind.PURCHASE
    assert why.earning is not None
    assert why.earning.level == "Серебро"
    assert why.earning.groups == (history.Group(why.earning.groups[0].paid, 300, 100),)
    assert why.earning.groups[0].paid.minor == 1000_00
    assert (why.amount and why.amount.minor, why.staff_name) == (1000_00, "Борис")
    assert sum(move.points for move in why.moves) == newest.points == 30


async def test_a_cancelled_request_says_so(shop: Shop) -> None:
    boris, anna = await people_at_the_till(shop)
    request = await redemptions.request(shop.ctx, boris, anna, 1000_00, 100, key="q1")
    cancelled = await redemptions.cancel(shop.ctx, boris, request.redemption_id)
    assert cancelled.status is RedemptionStatus.CANCELLED
