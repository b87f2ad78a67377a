"""A purchase that goes back after its points were spent elsewhere."""

from services.checkout import purchases, redemptions
from services.points import balances
from services.refunds import refunds, undoing
from services.rewards import rewards, vouchers
from services.rewards.rewards import NewReward
from tests.cast import Shop
from tests.services.crowd import queued

DOWN = "notice-level-down"


async def test_points_that_return_pay_for_those_that_must_be_taken(shop: Shop) -> None:
    """Otherwise a member could spend what a purchase earned, return it, and keep both."""
    boris, anna = await shop.hire(shop.boris), await shop.join(shop.anna)
    request = await redemptions.request(shop.ctx, boris, anna, 1000_00, 100, key="bought")
    receipt = await redemptions.approve(shop.ctx, anna, request.redemption_id)
    assert receipt.points_earned == 27
    reward = await rewards.add(shop.ctx, await shop.identity(shop.olga), NewReward("Coffee", 27))
    await vouchers.request(shop.ctx, anna, reward, key="spent")

    back = await refunds.refund(shop.ctx, boris, receipt.purchase_id, key="back")

    assert (back.points_returned, back.points_taken, back.points_forgiven) == (100, 27, 0)
    assert (await balances.balance(shop.ctx, anna)).points == 73


async def test_what_is_really_gone_is_forgiven(shop: Shop) -> None:
    boris, anna = await shop.hire(shop.boris), await shop.join(shop.anna)
    receipt = await purchases.record(shop.ctx, boris, anna, 1000_00, key="bought")
    reward = await rewards.add(shop.ctx, await shop.identity(shop.olga), NewReward("Coffee", 120))
    await vouchers.request(shop.ctx, anna, reward, key="spent")

    back = await refunds.refund(shop.ctx, boris, receipt.purchase_id, key="back")

    assert (back.points_taken, back.points_owed, back.points_forgiven) == (10, 0, 20)
    assert (await balances.balance(shop.ctx, anna)).points == 0


async def test_a_level_won_and_lost_in_one_instant_is_told_each_time(shop: Shop) -> None:
    boris, anna = await shop.hire(shop.boris), await shop.join(shop.anna)
    for key in ("first", "second"):
        receipt = await purchases.record(shop.ctx, boris, anna, 30_000_00, key=key)
        await undoing.undo(shop.ctx, boris, receipt.purchase_id)
    assert [len(await queued(shop.ctx, kind)) for kind in ("notice-level", DOWN)] == [2, 2]
