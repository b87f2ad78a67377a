"""A purchase on the wrong card moves to the right one, whole and with its own time."""

import asyncio

import pytest

from services.checkout import customers, moving, purchases, redemptions
from services.checkout.errors import PaidWithPoints, PartlyRefunded, SameMember
from services.errors import Gone
from services.integrity import verify
from services.points import balances
from services.refunds import refund_previews, refunds
from services.refunds.errors import AlreadyUndone, TooLateToRefund
from services.staff.errors import NotStaff, OwnCard
from tests.cast import Shop


async def anna_and_vera(shop: Shop) -> tuple[int, int, int]:
    """Boris's identity and two member ids."""
    return await shop.hire(shop.boris), await shop.join(shop.anna), await shop.join(shop.vera)


async def points(shop: Shop, member_id: int) -> int:
    return (await balances.balance(shop.ctx, member_id)).points


async def test_a_purchase_moves_with_its_points_and_its_time(shop: Shop) -> None:
    boris, anna, vera = await anna_and_vera(shop)
    receipt = await purchases.record(shop.ctx, boris, anna, 1000_00, key="k")
    bought_at = shop.clock.now()
    await shop.later(days=2)
    moved = await moving.move(shop.ctx, boris, receipt.purchase_id, vera, key="m")
    await shop.settle()
    assert (await points(shop, anna), await points(shop, vera)) == (100, 130)
    assert (moved.back.points_taken, moved.receipt.points_earned) == (30, 30)
    (hers,) = await refund_previews.recent(shop.ctx, boris, vera)
    assert (hers.purchase_id, hers.at) == (moved.receipt.purchase_id, bought_at)
    assert (await customers.by_member(shop.ctx, boris, anna)).purchases_count == 0
    assert (await customers.by_member(shop.ctx, boris, vera)).last_purchase_at == bought_at
    assert "перенесли" in shop.anna.text
    assert "1,000" in shop.vera.text.replace("\u00a0", " ")
    assert (await verify.run(shop.ctx)).problems == ()


async def test_the_same_key_moves_once_and_nothing_moves_twice(shop: Shop) -> None:
    boris, anna, vera = await anna_and_vera(shop)
    receipt = await purchases.record(shop.ctx, boris, anna, 1000_00, key="k")
    both = await asyncio.gather(
        *(moving.move(shop.ctx, boris, receipt.purchase_id, vera, key="m") for _ in range(2))
    )
    assert sorted(one.receipt.new for one in both) == [False, True]
    with pytest.raises(AlreadyUndone):
        await moving.move(shop.ctx, boris, receipt.purchase_id, vera, key="other")
    assert await points(shop, vera) == 130
    back = await moving.move(shop.ctx, boris, both[0].receipt.purchase_id, anna, key="back")
    assert (await points(shop, anna), await points(shop, vera)) == (130, 100)
    assert back.receipt.new
    assert (await verify.run(shop.ctx)).problems == ()


async def test_moves_in_both_directions_at_once_do_not_wait_for_each_other(shop: Shop) -> None:
    boris, anna, vera = await anna_and_vera(shop)
    hers = await purchases.record(shop.ctx, boris, anna, 1000_00, key="a")
    others = await purchases.record(shop.ctx, boris, vera, 2000_00, key="v")
    await asyncio.gather(
        moving.move(shop.ctx, boris, hers.purchase_id, vera, key="to vera"),
        moving.move(shop.ctx, boris, others.purchase_id, anna, key="to anna"),
    )
    assert (await points(shop, anna), await points(shop, vera)) == (160, 130)
    assert (await verify.run(shop.ctx)).problems == ()


async def test_what_cannot_move(shop: Shop) -> None:
    boris, anna, vera = await anna_and_vera(shop)
    own = await shop.join(shop.boris)
    move, ctx = moving.move, shop.ctx
    plain = (await purchases.record(ctx, boris, anna, 1000_00, key="k")).purchase_id
    asked = await redemptions.request(ctx, boris, anna, 500_00, 50, key="q")
    paid = (await redemptions.approve(ctx, anna, asked.redemption_id)).purchase_id
    part = (await purchases.record(ctx, boris, anna, 700_00, key="p")).purchase_id
    await refunds.refund(ctx, boris, part, amount=1_00, key="r")
    for purchase, to, error in (
        (paid, vera, PaidWithPoints),
        (part, vera, PartlyRefunded),
        (plain, anna, SameMember),
        (plain, own, OwnCard),
        (plain, 424242, Gone),
        (424242, vera, Gone),
    ):
        with pytest.raises(error):
            await move(ctx, boris, purchase, to, key=f"{purchase}:{to}")
    with pytest.raises(NotStaff):
        await move(ctx, await shop.identity(shop.vera), plain, vera, key="k")
    await shop.later(days=15)
    with pytest.raises(TooLateToRefund):
        await move(ctx, boris, plain, vera, key="late")
    assert (await verify.run(ctx)).problems == ()
