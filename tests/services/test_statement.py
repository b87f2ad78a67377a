"""Accounts as a bookkeeper follows them."""

import pytest

from models.people import Member
from services import errors, purchases, refunds, statement
from services.audit import Search
from services.kinds import OperationKind
from tests.cast import Shop

ALL = Search()


async def test_movements_lead_from_nothing_to_the_balance(shop: Shop) -> None:
    ctx = shop.ctx
    boris, anna, vera = (
        await shop.hire(shop.boris),
        await shop.join(shop.anna),
        await shop.join(shop.vera),
    )
    bought = await purchases.record(ctx, boris, anna, 1000_00, key="a")
    await purchases.record(ctx, boris, vera, 500_00, key="v")
    await refunds.refund(ctx, boris, bought.purchase_id, amount=400_00, key="r")
    found = await statement.latest(
        ctx, await shop.identity(shop.olga), Search(member="Анна"), limit=10
    )
    told = [
        (move.kind, move.points, move.balance, move.purchase_id, move.price, move.went_back)
        for move in reversed(found)
    ]
    receipt = bought.purchase_id
    assert told == [
        (OperationKind.WELCOME, 100, 100, None, None, None),
        (OperationKind.PURCHASE, 30, 130, receipt, 1000_00, None),
        (OperationKind.REFUND, -12, 118, receipt, None, 400_00),
    ]
    assert {move.members for move in found} == {("Анна",)}
    assert [move.staff_name for move in reversed(found)] == [None, "Борис", "Борис"]


async def test_a_family_is_one_account(shop: Shop) -> None:
    anna, vera = await shop.join(shop.anna), await shop.join(shop.vera)
    async with shop.ctx.db.write() as session:
        shared = (await session.get_one(Member, anna)).account_id
        (await session.get_one(Member, vera)).account_id = shared
    olga = await shop.identity(shop.olga)
    found = await statement.latest(shop.ctx, olga, Search(member="Vera"), limit=10)
    assert [(move.account_id, move.members) for move in found] == [(shared, ("Анна", "Vera"))]


async def test_it_is_for_owners(sqlite_shop: Shop) -> None:
    boris = await sqlite_shop.hire(sqlite_shop.boris)
    with pytest.raises(errors.NotStaff):
        await statement.latest(sqlite_shop.ctx, boris, ALL, limit=1)
