"""A shop of several outlets: the cashier says where they work, and receipts name it."""

import pytest
from sqlalchemy import select

from models.till import Purchase
from services import goods
from services.back_office import journal
from services.earning import earning_rules
from services.earning.earning_rules import NEW
from services.errors import Gone
from services.goods import ItemKind
from services.pricing.model import Conditions, Effect, Rule
from services.staff import workplaces
from services.staff.errors import NotStaff
from tests.handlers.cashier.counter import Counter


async def list_outlets(till: Counter) -> tuple[int, int]:
    ctx, olga = till.shop.ctx, await till.shop.identity(till.shop.olga)
    square = await goods.add(ctx, olga, ItemKind.OUTLET, "Площадь")
    market = await goods.add(ctx, olga, ItemKind.OUTLET, "Рынок")
    return square, market


async def outlets_of_purchases(till: Counter) -> list[int | None]:
    async with till.shop.ctx.db.read() as session:
        return list(await session.scalars(select(Purchase.outlet_id).order_by(Purchase.id)))


async def test_without_outlets_nothing_is_asked(till: Counter) -> None:
    await till.cashier.send("/cashier")
    with pytest.raises(AssertionError):
        await till.tap("till-where")


async def test_receipts_and_rules_go_by_the_outlet(till: Counter) -> None:
    ctx, olga = till.shop.ctx, await till.shop.identity(till.shop.olga)
    _, market = await list_outlets(till)
    twice = Conditions(outlets=frozenset({market}))
    await earning_rules.add(ctx, olga, Rule(NEW, "На рынке вдвое", Effect.MULTIPLIER, 200, twice))
    await till.scan(till.shop.anna)
    await till.cashier.send("1000")
    await till.tap("quote-spend-none", points=30)

    await till.cashier.send("/cashier")
    await till.tap("till-where")
    await till.cashier.tap("Рынок")
    assert till.cashier.alerts[-1] == till.say.label("workplace-chosen", name="Рынок")
    await till.scan(till.shop.anna)
    await till.cashier.send("1000")
    await till.tap("quote-spend-none", points=60)
    assert await outlets_of_purchases(till) == [None, market]
    newest = (await journal.latest(ctx, olga, limit=1))[0]
    assert (newest.act, newest.outlet_name) == ("purchase.recorded", "Рынок")
    await till.cashier.send("/cashier")
    await till.tap("till-here", name="Рынок")
    assert till.shows("workplace-which")


async def test_a_place_that_is_gone_cannot_be_chosen(till: Counter) -> None:
    ctx, olga = till.shop.ctx, await till.shop.identity(till.shop.olga)
    square, _ = await list_outlets(till)
    await goods.hide(ctx, olga, ItemKind.OUTLET, square, hidden=True)
    boris = await till.shop.identity(till.shop.boris)
    for outlet in (square, 4242):
        with pytest.raises(Gone):
            await workplaces.choose(ctx, boris, outlet)
    vera = await till.shop.identity(till.shop.vera)
    with pytest.raises(NotStaff):
        await workplaces.choose(ctx, vera, square)
