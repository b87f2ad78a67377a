"""Goods that come back: exactly their own points and money move, in however many parts."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from models.till import Purchase, PurchaseLine
from services.checkout import purchases
from services.enums import OperationKind
from services.errors import Gone
from services.money import Money
from services.points import history
from services.refunds import refund_previews, refunds, undoing
from services.refunds.errors import AlreadyUndone, RefundTooLarge
from services.refunds.refund_previews import RefundableLine
from tests.cast import Shop
from tests.services.refunds.refund_shop import (
    buy,
    people_at_the_till,
    points,
    policy,
    sound,
    spend_all,
)


async def test_a_part_takes_its_part_of_the_points(shop: Shop) -> None:
    boris, anna = await people_at_the_till(shop)
    bought = await buy(shop, boris, anna, 1000_00)
    done = await refunds.refund(shop.ctx, boris, bought, amount=400_00, key="part")
    assert (done.paid.minor, done.points_taken, done.whole) == (400_00, 12, False)
    assert await points(shop, anna) == 100 + 30 - 12
    rest = await refunds.refund(shop.ctx, boris, bought, key="rest")
    assert (rest.amount.minor, rest.points_taken, rest.whole) == (600_00, 18, True)
    assert await points(shop, anna) == 100
    with pytest.raises(AlreadyUndone):
        await refunds.refund(shop.ctx, boris, bought, key="again")
    await sound(shop)


async def test_points_that_paid_return_in_proportion(shop: Shop) -> None:
    boris, anna = await people_at_the_till(shop)
    bought = await buy(shop, boris, anna, 1000_00, 100)  # 900 in money: 27 points
    done = await refunds.refund(shop.ctx, boris, bought, amount=500_00, key="half")
    assert (done.paid.minor, done.points_returned, done.points_taken) == (450_00, 50, 13)
    rest = await refunds.refund(shop.ctx, boris, bought, key="rest")
    assert (rest.paid.minor, rest.points_returned, rest.points_taken) == (450_00, 50, 14)
    assert await points(shop, anna) == 100
    await sound(shop)


@given(st.lists(st.integers(1, 200_00), min_size=1, max_size=6), st.sampled_from([0, 7, 100]))
@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
async def test_parts_add_up_to_the_whole(sqlite_shop: Shop, parts: list[int], spent: int) -> None:
    """And none of them is worth more, or less than nothing, whatever the rounding does."""
    shop = sqlite_shop
    boris, anna = await people_at_the_till(shop)
    start = await points(shop, anna)
    bought = await buy(shop, boris, anna, 1000_00, spent)
    value = paid = 0
    for number, part in enumerate([*parts, None]):
        seen = await refund_previews.preview(shop.ctx, boris, bought, amount=part)
        done = await refunds.refund(shop.ctx, boris, bought, amount=part, key=f"{bought}:{number}")
        assert (seen.paid, seen.points_returned, seen.points_taken, seen.balance) == (
            done.paid, done.points_returned, done.points_taken, done.balance
        )  # fmt: skip
        assert min(done.paid.minor, done.points_returned, done.points_taken) >= 0
        value += done.amount.minor
        paid += done.paid.minor + done.points_returned * 100
        assert paid <= value
    assert (value, paid) == (1000_00, 1000_00)
    assert await points(shop, anna) == start
    await sound(shop)


async def with_lines(shop: Shop, purchase_id: int, *lines: tuple[str, int, int, int]) -> list[int]:
    """Give a purchase lines: title, pieces, amount, points."""
    async with shop.ctx.db.write() as session:
        rows = [
            PurchaseLine(
                purchase_id=purchase_id,
                title=title,
                quantity=pieces,
                amount=amount,
                discount=0,
                paid=amount,
                points_earned=earned,
            )
            for title, pieces, amount, earned in lines
        ]
        session.add_all(rows)
        await session.flush()
        return [row.id for row in rows]


async def test_a_line_goes_back_with_its_own_points(shop: Shop) -> None:
    boris, anna = await people_at_the_till(shop)
    bought = await buy(shop, boris, anna, 1000_00)
    coffee, cake = await with_lines(shop, bought, ("Кофе", 3, 600_00, 30), ("Торт", 1, 400_00, 0))
    done = await refunds.refund(shop.ctx, boris, bought, lines={cake: 400_00}, key="cake")
    assert (done.paid.minor, done.points_taken) == (400_00, 0)
    one = await refunds.refund(shop.ctx, boris, bought, lines={coffee: 200_00}, key="cup")
    assert one.points_taken == 10
    (left,) = (await refund_previews.look(shop.ctx, boris, bought)).lines
    assert (left.line_id, left.pieces, left.left.minor) == (coffee, 2, 400_00)
    assert [left.worth(1), left.worth(2)] == [200_00, 400_00]
    with pytest.raises(RefundTooLarge):
        await refunds.refund(shop.ctx, boris, bought, lines={cake: 1, coffee: 1}, key="cake again")
    with pytest.raises(Gone):
        await refunds.refund(shop.ctx, boris, bought, lines={coffee + 100: 1}, key="whose line")
    # A sum that names no line fills them in their order.
    await refunds.refund(shop.ctx, boris, bought, amount=1_00, key="sum")
    assert (await refunds.refund(shop.ctx, boris, bought, key="rest")).points_taken == 20
    await sound(shop)


def test_pieces_of_a_line_add_up() -> None:
    thirds = RefundableLine(1, "Пицца", _money(100_00), 3, 100_00, 3)
    assert [thirds.worth(pieces) for pieces in (1, 2, 3)] == [33_33, 66_66, 100_00]
    begun = RefundableLine(1, "Пицца", _money(50_00), 2, 100_00, 3)
    assert [begun.worth(pieces) for pieces in (1, 2)] == [33_33, 50_00]


def _money(minor: int) -> Money:
    return Money(minor, "RUB")


async def test_what_was_spent_already_is_let_go(shop: Shop) -> None:
    boris, anna = await people_at_the_till(shop)
    await policy(shop, debts=False)
    bought = await buy(shop, boris, anna, 1000_00)
    await spend_all(shop, boris, anna)
    have = await points(shop, anna)
    done = await refunds.refund(shop.ctx, boris, bought, key="all")
    assert (done.points_taken, done.points_owed) == (have, 0)
    assert done.points_forgiven == 30 - have
    assert await points(shop, anna) == 0
    await sound(shop)


async def test_what_was_spent_already_is_owed_and_the_next_points_pay(shop: Shop) -> None:
    boris, anna = await people_at_the_till(shop)
    await policy(shop, debts=True)
    bought = await buy(shop, boris, anna, 1000_00)
    await spend_all(shop, boris, anna)
    have = await points(shop, anna)
    done = await refunds.refund(shop.ctx, boris, bought, key="all")
    assert (done.points_taken, done.points_owed) == (have, 30 - have)
    assert await points(shop, anna) == have - 30 < 0
    await sound(shop)
    await purchases.record(shop.ctx, boris, anna, 2000_00, key="next")
    assert await points(shop, anna) == have - 30 + 60
    lines = await history.lines(shop.ctx, anna)
    assert [line.kind for line in lines[:2]] == [OperationKind.SETTLE, OperationKind.PURCHASE]
    await sound(shop)


async def test_what_returns_is_there_to_be_taken(shop: Shop) -> None:
    """Points that paid come back first, so nothing is forgiven that the member does hold."""
    boris, anna = await people_at_the_till(shop)
    await policy(shop, debts=False)
    bought = await buy(shop, boris, anna, 1000_00, 100)
    await spend_all(shop, boris, anna)
    have = await points(shop, anna)
    done = await refunds.refund(shop.ctx, boris, bought, key="all")
    assert (done.points_returned, done.points_taken, done.points_forgiven) == (100, 27, 0)
    assert await points(shop, anna) == have + 100 - 27
    await sound(shop)


async def test_an_undone_purchase_tells_of_a_debt(shop: Shop) -> None:
    boris, anna = await people_at_the_till(shop)
    await policy(shop, debts=True)
    bought = await buy(shop, boris, anna, 1000_00)
    await spend_all(shop, boris, anna)
    undone = await undoing.undo(shop.ctx, boris, bought)
    assert undone.points_owed == 30 - undone.points_taken > 0
    assert undone.points_not_taken == 0
    await sound(shop)


async def test_the_line_of_a_refund_names_its_purchase(shop: Shop) -> None:
    boris, anna = await people_at_the_till(shop)
    bought = await buy(shop, boris, anna, 1000_00)
    await shop.later(days=1)
    await refunds.refund(shop.ctx, boris, bought, amount=500_00, key="half")
    (line, *_) = await history.lines(shop.ctx, anna)
    back = (await history.explain(shop.ctx, anna, line.operation_id)).went_back
    assert back is not None
    async with shop.ctx.db.read() as session:
        assert back.bought_at == (await session.get_one(Purchase, bought)).at
    assert (back.price.minor, back.amount.minor, back.taken, back.returned) == (
        1000_00, 500_00, 15, 0
    )  # fmt: skip
