"""A batch: the same rows as a flush would write, in fewer statements."""

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
from services.storage.write_batch import add_with_ids, dialect_of_batch, keep_ids, next_ids
from tests.cast import Shop

FEW = {"postgresql": 3, "sqlite": 14}
"""What a receipt of one line that brings points and a stamp may take; BEGIN counts on SQLite."""


@contextmanager
def counted(shop: Shop) -> Iterator[list[str]]:
    """The statements of the batches within."""
    assert isinstance(shop.ctx.db, Database)
    engine = shop.ctx.db._batch_writer.sync_engine
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


async def test_rows_with_ids_name_each_other_before_they_are_written(shop: Shop) -> None:
    now = shop.clock.now()
    async with shop.ctx.db.write_batch(queue=1) as session:
        category = Category(name="Coffee", created_at=now)
        products = [Product(name=name, created_at=now) for name in ("Latte", "Mocha")]
        await add_with_ids(session, category)
        for product in products:
            product.category_id = category.id
        await add_with_ids(session, *products)
        assert len({product.id for product in products}) == 2
        assert (await session.scalars(select(Category.id))).all() == []
    async with shop.ctx.db.read() as session:
        found = await session.execute(select(Product.id, Product.name, Product.category_id))
        expected = {(product.id, product.name, category.id) for product in products}
        assert set(map(tuple, found)) == expected


async def test_ids_that_were_reserved_are_not_given_again(shop: Shop) -> None:
    now = shop.clock.now()
    names = ["c", "a", "b"]
    async with shop.ctx.db.write_batch(queue=1) as session:
        dialect = dialect_of_batch(session)
        assert dialect is not None
        tables = (Product, Outlet, Product)
        ids = (await session.execute(select(*next_ids(dialect, tables)))).one()
        keep_ids(session, tables, ids)
        session.add(Product(name="without an id", created_at=now))
        products = [Product(name=name, created_at=now) for name in names]
        for product in products:
            await add_with_ids(session, product)
        assert [product.id for product in products[:2]] == [ids[0], ids[2]]
    async with shop.ctx.db.write_batch(queue=1) as session:
        await add_with_ids(session, Product(name="later", created_at=now))
    async with shop.ctx.db.read() as session:
        rows = (await session.execute(select(Product.name, Product.id))).all()
    found = {row.name: row.id for row in rows}
    assert [found[name] for name in names] == [product.id for product in products]
    assert len(set(found.values())) == len(found) == 5


async def test_at_once_a_row_gets_its_id_by_being_written(shop: Shop) -> None:
    async with shop.ctx.db.write() as session:
        assert dialect_of_batch(session) is None
        category = Category(name="Coffee", created_at=shop.clock.now())
        await add_with_ids(session, category)
        assert (await session.scalars(select(Category.id))).all() == [category.id]


async def test_rows_keep_their_order_their_defaults_and_what_they_refer_to(shop: Shop) -> None:
    now = shop.clock.now()
    async with shop.ctx.db.write() as session:
        session.add(Outlet(name="Square", created_at=now))
    async with shop.ctx.db.write_batch(queue=1) as session:
        outlet = (await session.scalars(select(Outlet))).one()
        category = Category(name="Coffee", created_at=now)
        await add_with_ids(session, category)
        session.add_all(
            Product(name=name, created_at=now, category_id=category.id) for name in "cab"
        )
        session.add(AuditRecord(at=now, act="outlet.opened", outlet_id=outlet.id, facts={"a": [1]}))
        outlet.name = "Corner"
        category.name = "Tea"
    async with shop.ctx.db.read() as session:
        products = (await session.scalars(select(Product).order_by(Product.id))).all()
        record = (
            await session.scalars(select(AuditRecord).order_by(AuditRecord.id.desc()).limit(1))
        ).one()
        assert [product.name for product in products] == ["c", "a", "b"]
        assert {product.category_id for product in products} == {category.id}
        assert (record.source, record.facts, record.at) == (AuditSource.CHAT, {"a": [1]}, now)
        assert (await session.get_one(Outlet, record.outlet_id)).name == "Corner"
        assert (await session.get_one(Category, category.id)).name == "Tea"


async def test_a_row_that_is_gone_is_not_overlooked(shop: Shop) -> None:
    async with shop.ctx.db.write() as session:
        outlet = Outlet(name="Square", created_at=shop.clock.now())
        session.add(outlet)

    async def change() -> None:
        async with shop.ctx.db.write_batch(queue=1) as session:
            found = await session.get_one(Outlet, outlet.id)
            await session.execute(
                delete(Outlet)
                .where(Outlet.id == outlet.id)
                .execution_options(synchronize_session=False)
            )
            found.name = "Corner"

    with pytest.raises(StaleDataError):
        await change()
    async with shop.ctx.db.read() as session:
        assert (await session.scalars(select(Outlet.name))).all() == ["Square"]


async def test_a_batch_deletes_nothing(shop: Shop) -> None:
    async with shop.ctx.db.write() as session:
        outlet = Outlet(name="Square", created_at=shop.clock.now())
        session.add(outlet)

    async def remove() -> None:
        async with shop.ctx.db.write_batch(queue=1) as session:
            await session.delete(await session.get_one(Outlet, outlet.id))

    with pytest.raises(ValueError, match="deletes no rows"):
        await remove()


async def test_an_empty_batch_writes_nothing(shop: Shop) -> None:
    with counted(shop) as seen:
        async with shop.ctx.db.write_batch(queue=1):
            pass
    assert [text for text in seen if not text.startswith("BEGIN")] == []
