"""A statement can be added up by somebody who has nothing else."""

from collections import Counter

import pytest

from services.checkout import purchases, redemptions
from services.enums import OperationKind
from services.errors import Gone
from services.points import balances, statement
from services.refunds import refunds, undoing
from services.staff.errors import NotStaff
from tests.cast import Shop


async def test_every_entry_adds_up_to_the_balance_and_to_its_lots(shop: Shop) -> None:
    await shop.unwatched()
    boris, anna = await shop.hire(shop.boris), await shop.join(shop.anna)
    first = await purchases.record(shop.ctx, boris, anna, 1000_00, key="a")
    await shop.later(days=1)
    await refunds.refund(shop.ctx, boris, first.purchase_id, amount=400_00, key="r")
    second = await purchases.record(shop.ctx, boris, anna, 500_00, key="b")
    await undoing.undo(shop.ctx, boris, second.purchase_id)

    drawn = await statement.mine(shop.ctx, anna)

    postings = [posting for line in drawn.lines for posting in line.postings]
    running = 0
    for posting in postings:
        running += posting.points
        assert posting.balance == running
    balance = await balances.balance(shop.ctx, anna)
    assert running == balance.points == drawn.lines[-1].balance
    lots: Counter[int] = Counter()
    for posting in postings:
        lots[posting.lot_id] += posting.points
        assert lots[posting.lot_id] >= 0
    assert sum(lots.values()) == balance.points
    assert [line.kind for line in drawn.lines] == [
        OperationKind.WELCOME,
        OperationKind.PURCHASE,
        OperationKind.REFUND,
        OperationKind.PURCHASE,
        OperationKind.UNDO,
    ]


async def test_what_went_back_names_its_receipt_and_what_it_corrects(sqlite_shop: Shop) -> None:
    shop = sqlite_shop
    await shop.unwatched()
    boris, anna = await shop.hire(shop.boris), await shop.join(shop.anna)
    bought = await purchases.record(shop.ctx, boris, anna, 1000_00, key="a")
    await refunds.refund(shop.ctx, boris, bought.purchase_id, amount=400_00, key="r")

    earned, taken = (await statement.mine(shop.ctx, anna)).lines[-2:]

    assert earned.receipt is not None
    assert taken.receipt is not None
    assert earned.receipt.number == taken.receipt.number == bought.purchase_id
    assert (earned.receipt.amount.minor, taken.receipt.amount.minor) == (1000_00, -400_00)
    assert (earned.receipt.paid.minor, taken.receipt.paid.minor) == (1000_00, -400_00)
    assert taken.corrects == earned.operation_id
    assert earned.staff_name == taken.staff_name == shop.boris.first_name
    assert earned.earning is not None
    assert taken.earning is None


async def test_points_that_paid_name_the_receipt(sqlite_shop: Shop) -> None:
    shop = sqlite_shop
    boris, anna = await shop.hire(shop.boris), await shop.join(shop.anna)
    wish = await redemptions.request(shop.ctx, boris, anna, 1000_00, 60, key="w")
    done = await redemptions.approve(shop.ctx, anna, wish.redemption_id)

    held, earned = (await statement.mine(shop.ctx, anna)).lines[-2:]

    assert (held.kind, held.points) == (OperationKind.HOLD, -60)
    assert held.receipt == earned.receipt
    assert held.receipt is not None
    assert held.receipt.number == done.purchase_id


async def test_only_an_owner_sees_another_s_account(sqlite_shop: Shop) -> None:
    shop = sqlite_shop
    boris, anna = await shop.hire(shop.boris), await shop.join(shop.anna)
    with pytest.raises(NotStaff):
        await statement.of(shop.ctx, boris, anna)
    olga = await shop.identity(shop.olga)
    assert (await statement.of(shop.ctx, olga, anna)).name == shop.anna.first_name
    with pytest.raises(Gone):
        await statement.of(shop.ctx, olga, anna + 1_000)
