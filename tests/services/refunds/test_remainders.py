"""Parts of a point that small receipts leave: carried to the next one, gone with their receipt."""

import pytest

from services.checkout import purchases
from services.points import balances
from services.refunds import refunds, undoing
from tests.cast import Shop

SMALL = 30_00
"""At three percent it is nine tenths of a point."""


@pytest.fixture
async def at_the_till(shop: Shop) -> tuple[int, int]:
    """Boris's identity and Anna's member id."""
    await shop.unwatched()
    return await shop.hire(shop.boris), await shop.join(shop.anna)


async def buy(shop: Shop, who: tuple[int, int], key: str) -> purchases.Receipt:
    return await purchases.record(shop.ctx, *who, SMALL, key=key)


async def balance(shop: Shop, who: tuple[int, int]) -> int:
    return (await balances.balance(shop.ctx, who[1])).points


async def test_two_small_receipts_make_a_point(shop: Shop, at_the_till: tuple[int, int]) -> None:
    earned = [(await buy(shop, at_the_till, f"{number}")).points_earned for number in range(3)]
    assert earned == [0, 1, 1]


async def test_buying_and_undoing_gathers_nothing(shop: Shop, at_the_till: tuple[int, int]) -> None:
    before = await balance(shop, at_the_till)
    for number in range(3):
        receipt = await buy(shop, at_the_till, f"{number}")
        assert receipt.points_earned == 0
        await undoing.undo(shop.ctx, at_the_till[0], receipt.purchase_id)
    assert await balance(shop, at_the_till) == before


async def test_what_a_later_receipt_has_used_goes_back_with_that_one(
    shop: Shop, at_the_till: tuple[int, int]
) -> None:
    before = await balance(shop, at_the_till)
    bought = [await buy(shop, at_the_till, f"{number}") for number in range(2)]
    for receipt in bought:
        await refunds.refund(
            shop.ctx, at_the_till[0], receipt.purchase_id, key=f"back:{receipt.purchase_id}"
        )
    assert await balance(shop, at_the_till) == before
