"""What may go back, who takes it back and until when."""

import pytest

from services.back_office import flags
from services.back_office.flags import Verdict
from services.errors import Gone
from services.fraud import fraud_limits
from services.money import Money
from services.parsing.errors import BadAmount
from services.refunds import refund_previews, refunds
from services.refunds.errors import PurchaseChanged, PurchaseHeld, RefundTooLarge, TooLateToRefund
from services.staff.errors import NotStaff
from tests.cast import Shop
from tests.services.refunds.refund_shop import buy, people_at_the_till, points, sound


async def test_the_same_key_is_one_refund(shop: Shop) -> None:
    boris, anna = await people_at_the_till(shop)
    bought = await buy(shop, boris, anna, 1000_00)
    first = await refunds.refund(shop.ctx, boris, bought, amount=100_00, key="k", so_far=0)
    again = await refunds.refund(shop.ctx, boris, bought, amount=100_00, key="k", so_far=0)
    assert (first.new, again.new, again.refund_id) == (True, False, first.refund_id)
    with pytest.raises(PurchaseChanged):
        await refunds.refund(shop.ctx, boris, bought, amount=300_00, key="other", so_far=0)
    assert (await refund_previews.look(shop.ctx, boris, bought)).left.minor == 900_00


@pytest.mark.parametrize("amount", [0, -1])
async def test_an_amount_is_above_nothing(sqlite_shop: Shop, amount: int) -> None:
    boris, anna = await people_at_the_till(sqlite_shop)
    bought = await buy(sqlite_shop, boris, anna, 1000_00)
    with pytest.raises(BadAmount):
        await refunds.refund(sqlite_shop.ctx, boris, bought, amount=amount, key="k")


async def test_no_more_goes_back_than_was_bought(shop: Shop) -> None:
    boris, anna = await people_at_the_till(shop)
    bought = await buy(shop, boris, anna, 1000_00)
    await refunds.refund(shop.ctx, boris, bought, amount=700_00, key="k")
    with pytest.raises(RefundTooLarge) as seen:
        await refund_previews.preview(shop.ctx, boris, bought, amount=300_01)
    with pytest.raises(RefundTooLarge) as done:
        await refunds.refund(shop.ctx, boris, bought, amount=300_01, key="more")
    assert seen.value.left == done.value.left == Money(300_00, "RUB")
    assert await points(shop, anna) == 100 + 9


async def test_a_cashier_is_in_time_or_the_owner_does_it(shop: Shop) -> None:
    boris, anna = await people_at_the_till(shop)
    olga = await shop.identity(shop.olga)
    bought = await buy(shop, boris, anna, 1000_00)
    await shop.later(days=14, hours=11)  # it was noon
    assert (await refund_previews.look(shop.ctx, boris, bought)).left.minor == 1000_00
    await shop.later(hours=2)
    with pytest.raises(TooLateToRefund):
        await refunds.refund(shop.ctx, boris, bought, key="k")
    with pytest.raises(TooLateToRefund):
        await refund_previews.look(shop.ctx, boris, bought)
    assert (await refunds.refund(shop.ctx, olga, bought, key="k")).whole


async def test_only_staff_takes_goods_back(shop: Shop) -> None:
    boris, anna = await people_at_the_till(shop)
    bought = await buy(shop, boris, anna, 1000_00)
    nobody = await shop.identity(shop.anna)
    with pytest.raises(NotStaff):
        await refunds.refund(shop.ctx, nobody, bought, key="k")
    with pytest.raises(NotStaff):
        await refund_previews.recent(shop.ctx, nobody, anna)
    with pytest.raises(Gone):
        await refunds.refund(shop.ctx, boris, 424242, key="k")


async def test_the_latest_purchases(shop: Shop) -> None:
    boris, anna = await people_at_the_till(shop)
    olga = await shop.identity(shop.olga)
    vera = await shop.join(shop.vera)
    first = await buy(shop, boris, anna, 100_00)
    second = await buy(shop, olga, vera, 200_00)
    await refunds.refund(shop.ctx, olga, first, key="all")
    assert [one.purchase_id for one in await refund_previews.recent(shop.ctx, olga)] == [
        second,
        first,
    ]
    (own,) = await refund_previews.recent(shop.ctx, boris)
    assert (own.purchase_id, own.left.minor) == (first, 0)
    (hers,) = await refund_previews.recent(shop.ctx, boris, vera)
    assert (hers.purchase_id, hers.left.minor) == (second, 200_00)


async def test_while_points_are_held_a_purchase_goes_back_whole_or_waits(shop: Shop) -> None:
    boris, anna = await people_at_the_till(shop)
    olga = await shop.identity(shop.olga)
    await fraud_limits.change(shop.ctx, olga, "size_amount", 500_00)
    bought = await buy(shop, boris, anna, 1000_00)
    with pytest.raises(PurchaseHeld):
        await refunds.refund(shop.ctx, boris, bought, amount=500_00, key="early")
    (flag,) = await flags.page(shop.ctx, olga, opened=True, limit=2)
    await flags.resolve(shop.ctx, olga, flag.id, Verdict.ACCEPT)
    done = await refunds.refund(shop.ctx, boris, bought, amount=500_00, key="half")
    assert (done.points_taken, await points(shop, anna)) == (15, 115)
    held = await buy(shop, boris, anna, 2000_00)
    whole = await refunds.refund(shop.ctx, boris, held, key="whole")
    assert (whole.paid.minor, whole.points_taken, whole.whole) == (2000_00, 0, True)
    await sound(shop)
