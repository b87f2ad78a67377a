"""`rebuild-stats` mends what contradicts the receipts, and nothing else, while the shop is open."""

import asyncio

import pytest
from sqlalchemy import text

from services.checkout import purchases
from services.integrity import rebuilding, verify
from services.integrity.rebuilding import Rebuilt
from services.pricing.model import Line
from services.refunds import undoing
from tests.cast import Shop
from tests.services.checkout.purchases_made import categories, of_receipts, stored
from tests.services.crowd import guests

SOMEBODY_ELSES = (
    "INSERT INTO member_categories SELECT (SELECT max(id) FROM members), category_id, purchases,"
    " quantity, paid, first_at, last_at FROM member_categories"
    " WHERE member_id = (SELECT min(id) FROM members)"
)


async def sell(shop: Shop, count: int = 3) -> tuple[int, list[int], tuple[Line, ...]]:
    """Boris's identity, guests with a receipt each, and what is on it; one more has none."""
    await shop.unwatched()
    boris = await shop.hire(shop.boris)
    coffee, cakes = await categories(shop, "Coffee", "Cakes")
    lines = (Line(200_00, 1, coffee), Line(300_00, 2, cakes))
    members = await guests(shop.ctx, count + 1)
    for member in members[:count]:
        await purchases.record(shop.ctx, boris, member, 500_00, key=f"{member}", lines=lines)
        await shop.later(hours=1)
    return boris, members, lines


async def touch(shop: Shop, *statements: str) -> None:
    async with shop.ctx.db.write() as session:
        for statement in statements:
            await session.execute(text(statement))


async def test_nothing_is_wrong_in_a_shop_that_kept_its_totals(shop: Shop) -> None:
    await sell(shop)
    seen: list[tuple[int, int]] = []
    done = await rebuilding.rebuild(shop.ctx, lambda *step: seen.append(step))
    assert done == Rebuilt(checked=4, members=0, categories=0)
    assert seen == [(4, 4)]


async def test_an_empty_shop_has_nothing_to_mend(shop: Shop) -> None:
    assert await rebuilding.rebuild(shop.ctx) == Rebuilt(0, 0, 0)


@pytest.mark.parametrize(
    ("statement", "members", "categories"),
    [
        ("UPDATE members SET purchases_count = 7", 4, 0),
        ("UPDATE members SET spent_total = spent_total + 1 WHERE purchases_count > 0", 3, 0),
        ("UPDATE members SET first_purchase_at = NULL", 3, 0),
        ("UPDATE members SET last_purchase_at = NULL", 3, 0),
        ("UPDATE member_categories SET quantity = quantity + 1, paid = 0", 0, 6),
        ("UPDATE member_categories SET last_at = first_at, purchases = 2", 0, 6),
        ("DELETE FROM member_categories", 0, 6),
        (SOMEBODY_ELSES, 0, 2),
    ],
)
async def test_what_is_wrong_is_counted_and_mended(
    shop: Shop,
    monkeypatch: pytest.MonkeyPatch,
    statement: str,
    members: int,
    categories: int,
) -> None:
    await sell(shop)
    before = await stored(shop.ctx)
    assert before == await of_receipts(shop.ctx)
    await touch(shop, statement)
    assert not (await verify.run(shop.ctx)).ok
    monkeypatch.setattr(rebuilding, "RANGE", 2)  # ranges have seams, and nobody falls into one
    assert await rebuilding.rebuild(shop.ctx) == Rebuilt(4, members, categories)
    assert await stored(shop.ctx) == before
    assert (await verify.run(shop.ctx)).ok
    assert (await rebuilding.rebuild(shop.ctx)).mended == 0


async def test_tills_go_on_meanwhile(shop: Shop) -> None:
    boris, members, lines = await sell(shop)
    await touch(shop, "UPDATE members SET spent_total = 1", "DELETE FROM member_categories")

    async def buy(member: int, number: int) -> None:
        key = f"{member}:{number}"
        done = await purchases.record(shop.ctx, boris, member, 500_00, key=key, lines=lines)
        if number == 1:
            await undoing.undo(shop.ctx, boris, done.purchase_id)

    async with asyncio.TaskGroup() as tasks:
        for number in range(3):
            for member in members:
                tasks.create_task(buy(member, number))
            tasks.create_task(rebuilding.rebuild(shop.ctx))
    assert await stored(shop.ctx) == await of_receipts(shop.ctx)
    assert (await verify.run(shop.ctx)).ok
