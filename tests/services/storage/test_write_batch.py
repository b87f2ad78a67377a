"""Writing at once: the same rows as a flush would write, in fewer statements."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from sqlalchemy import delete, event, select
from sqlalchemy.orm.exc import StaleDataError

from app.database import Database
from models.goods import Category, Outlet, Product
from models.people import AuditRecord, AuditSource
from services.checkout import purchases
from services.pricing.model import Line
from services.stamps import stamp_cards
from services.stamps.stamp_cards import NewCard
from services.storage.write_batch import Naming, write_now, write_rest
from tests.cast import Shop

FEW = {"postgresql": 3, "sqlite": 14}
"""What a receipt of one line that brings points and a stamp may take; BEGIN counts on SQLite."""


@contextmanager
def counted(shop: Shop) -> Iterator[list[str]]:
    """The statements of the quick transactions within."""
    assert isinstance(shop.ctx.db, Database)
    engine = shop.ctx.db._quick.sync_engine
    seen: list[str] = []

    def note(*about: object) -> None:
        seen.append(str(about[2]))

    event.listen(engine, "before_cursor_execute", note)
    try:
        yield seen
    finally:
        event.remove(engine, "before_cursor_execute", note)


async def test_a_receipt_is_few_statements(shop: Shop) -> None:
    anna = await shop.join(shop.anna)
    boris = await shop.hire(shop.boris)
    olga = await shop.identity(shop.olga)
    await stamp_cards.make(shop.ctx, olga, NewCard("Visits", "Coffee"))
    lines = (Line(900_00, title="Coffee"),)
    await purchases.record(shop.ctx, boris, anna, 900_00, key="first", lines=lines)
    with counted(shop) as seen:
        await purchases.record(shop.ctx, boris, anna, 900_00, key="second", lines=lines)
    async with shop.ctx.db.read() as session:
        engine = session.get_bind().dialect.name
    assert 0 < len(seen) <= FEW[engine], seen


async def test_a_row_names_one_that_is_written_with_it(shop: Shop) -> None:
    now = shop.clock.now()
    async with shop.ctx.db.write() as session:
        category = Category(name="Coffee", created_at=now)
        products = [Product(name=name, created_at=now) for name in ("Latte", "Mocha")]
        naming = [Naming(product, "category_id", category) for product in products]
        await write_now(session, category, *products, naming=naming)
        assert {product.category_id for product in products} == {category.id}
    async with shop.ctx.db.read() as session:
        found = (await session.scalars(select(Product.category_id))).all()
    assert found == [category.id] * 2


async def test_rows_keep_their_order_their_defaults_and_what_they_refer_to(shop: Shop) -> None:
    now = shop.clock.now()
    async with shop.ctx.db.write() as session:
        category = Category(name="Coffee", created_at=now)
        outlet = Outlet(name="Square", created_at=now)
        await write_now(session, category, outlet)
        session.add_all(
            Product(name=name, created_at=now, category_id=category.id) for name in "cab"
        )
        session.add(AuditRecord(at=now, act="outlet.opened", outlet_id=outlet.id, facts={"a": [1]}))
        outlet.name = "Corner"
        await write_rest(session)
    async with shop.ctx.db.read() as session:
        products = (await session.scalars(select(Product).order_by(Product.id))).all()
        record = (
            await session.scalars(select(AuditRecord).order_by(AuditRecord.id.desc()).limit(1))
        ).one()
        assert [product.name for product in products] == ["c", "a", "b"]
        assert {product.category_id for product in products} == {category.id}
        assert (record.source, record.facts, record.at) == (AuditSource.CHAT, {"a": [1]}, now)
        assert (await session.get_one(Outlet, record.outlet_id)).name == "Corner"


async def test_a_row_that_is_gone_is_not_overlooked(shop: Shop) -> None:
    async with shop.ctx.db.write() as session:
        outlet = Outlet(name="Square", created_at=shop.clock.now())
        await write_now(session, outlet)
        await session.execute(
            delete(Outlet)
            .where(Outlet.id == outlet.id)
            .execution_options(synchronize_session=False)
        )
        outlet.name = "Corner"
        with pytest.raises(StaleDataError):
            await write_rest(session)


async def test_nothing_is_nothing(shop: Shop) -> None:
    async with shop.ctx.db.write() as session:
        await write_rest(session)
