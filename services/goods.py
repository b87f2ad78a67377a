"""The assortment: outlets, categories and products, as the owner lists them."""

from collections.abc import AsyncIterator, Iterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from sqlalchemy import select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncSession

from models.goods import Category, Outlet, Product
from models.people import Role
from services.audit import record
from services.context import Context
from services.errors import DomainError, Gone
from services.parsing.texts import one_line
from services.staff import access
from services.staff.access import Owned

NAME_LENGTH = 100
SKU_LENGTH = 64


class SkuTaken(DomainError):
    """Another product has this number in the till."""


class ItemKind(StrEnum):
    """The three kinds of items."""

    OUTLET = "outlet"
    CATEGORY = "category"
    PRODUCT = "product"


Row = Outlet | Category | Product

TABLES: dict[ItemKind, Any] = {  # a union of classes would be taken for their bare parent
    ItemKind.OUTLET: Outlet,
    ItemKind.CATEGORY: Category,
    ItemKind.PRODUCT: Product,
}


@dataclass(frozen=True, slots=True)
class Item:
    """An outlet, a category or a product; the last three fields are for products only."""

    id: int
    name: str
    hidden: bool = False
    category_id: int | None = None
    category: str | None = None
    sku: str | None = None


async def items(ctx: Context, kind: ItemKind, *, with_hidden: bool = False) -> list[Item]:
    """All items of a kind by name; hidden ones stand last."""
    async with ctx.db.read() as session:
        table = TABLES[kind]
        query = select(table).order_by(table.hidden_at.is_not(None), table.name, table.id)
        if not with_hidden:
            query = query.where(table.hidden_at.is_(None))
        return await _as_values(session, (await session.scalars(query)).all())


async def item(ctx: Context, kind: ItemKind, item_id: int) -> Item:
    """One item, hidden or not. Raises Gone."""
    async with ctx.db.read() as session:
        row: Row | None = await session.get(TABLES[kind], item_id)
        if row is None:
            raise Gone
        return (await _as_values(session, [row]))[0]


async def _as_values(session: AsyncSession, rows: Sequence[Row]) -> list[Item]:
    wanted = {row.category_id for row in rows if isinstance(row, Product)} - {None}
    names: dict[int | None, str] = {}
    if wanted:
        query = select(Category.id, Category.name).where(Category.id.in_(wanted))
        names = {found.id: found.name for found in (await session.execute(query)).all()}
    return [
        Item(row.id, row.name, row.hidden_at is not None)
        if not isinstance(row, Product)
        else Item(
            row.id,
            row.name,
            row.hidden_at is not None,
            row.category_id,
            names.get(row.category_id),
            row.sku,
        )
        for row in rows
    ]


async def add(ctx: Context, actor_id: int, kind: ItemKind, name: str) -> int:
    """Add an item; gives its id. If the name exists already, that item is shown again.

    Raises NotStaff, BadText.
    """
    now = ctx.clock.now()
    table = TABLES[kind]
    name = one_line(name, most=NAME_LENGTH)
    async with access.write(ctx, actor_id, Role.OWNER) as (session, owner):
        same = select(table).where(table.name == name).order_by(table.hidden_at.is_not(None))
        row: Row | None = (await session.scalars(same.limit(1))).first()
        if row is not None and row.hidden_at is None:
            return row.id
        if row is None:
            row = table(name=name, created_at=now)
            session.add(row)
            await session.flush()
        row.hidden_at = None
        facts = {"ware": row.id, "kind": kind, "title": row.name}
        record(session, now, "goods.added", staff_id=owner.id, facts=facts)
        return row.id


async def rename(ctx: Context, actor_id: int, kind: ItemKind, item_id: int, name: str) -> None:
    """Raises NotStaff, Gone, BadText."""
    name = one_line(name, most=NAME_LENGTH)
    async with _owned(ctx, actor_id, kind, item_id, "goods.changed", "name") as own:
        own.row.name = name


async def hide(ctx: Context, actor_id: int, kind: ItemKind, item_id: int, *, hidden: bool) -> None:
    """Hide an item from choices, or show it again. Rules that name it go on. Raises NotStaff,
    Gone.
    """
    act = "goods.hidden" if hidden else "goods.shown"
    async with _owned(ctx, actor_id, kind, item_id, act) as own:
        own.row.hidden_at = own.at if hidden else None


async def put_into(ctx: Context, actor_id: int, product_id: int, category_id: int | None) -> None:
    """Put a product into a category, or into none. Raises NotStaff, Gone."""
    kind, act = ItemKind.PRODUCT, "goods.changed"
    async with _owned(ctx, actor_id, kind, product_id, act, "category_id") as own:
        if category_id is not None:
            category = await own.session.get(Category, category_id)
            if category is None or category.hidden_at is not None:
                raise Gone
        own.row.category_id = category_id


async def set_sku(ctx: Context, actor_id: int, product_id: int, sku: str | None) -> None:
    """Set the till's own number of a product, or remove it. Raises NotStaff, Gone, BadText,
    SkuTaken.
    """
    sku = None if sku is None else one_line(sku, most=SKU_LENGTH)
    kind, act = ItemKind.PRODUCT, "goods.changed"
    async with _owned(ctx, actor_id, kind, product_id, act, "sku") as own:
        try:
            async with own.session.begin_nested():
                own.row.sku = sku
        except IntegrityError as error:
            raise SkuTaken from error


@asynccontextmanager
async def _owned(
    ctx: Context, actor_id: int, kind: ItemKind, item_id: int, act: str, *changes: str
) -> AsyncIterator[Owned[Any]]:
    """An item to be changed by an owner; the act is recorded."""
    async with access.owned(ctx, actor_id, TABLES[kind], item_id) as own:
        named = dict.fromkeys(changes)
        own.record(act, ware=item_id, kind=kind, title=own.row.name, changes=named)
        yield own


@dataclass(frozen=True, slots=True)
class Assortment:
    """The three lists by name, hidden items included: older rules still name them."""

    outlets: tuple[Item, ...] = ()
    categories: tuple[Item, ...] = ()
    products: tuple[Item, ...] = ()

    def sold(self) -> Iterator[tuple[Item, int | None, int | None]]:
        """Names that a line of a receipt may have, with the ids of category and product."""
        for product in self.products:
            if not product.hidden:
                yield product, product.category_id, product.id
        for category in self.categories:
            if not category.hidden:
                yield category, category.id, None


async def assortment(ctx: Context) -> Assortment:
    async with ctx.db.read() as session:
        return await assortment_of(session)


async def examples(ctx: Context, most: int) -> list[str]:
    """Names of a few things that are sold, products first."""
    names: list[str] = []
    async with ctx.db.read() as session:
        for table in (Product, Category):
            query = select(table.name).where(table.hidden_at.is_(None))
            query = query.order_by(table.name, table.id).limit(most - len(names))
            names += await session.scalars(query)
    return names


async def assortment_of(session: AsyncSession) -> Assortment:
    """The assortment, read in the caller's transaction."""
    outlets, categories, products = [
        [
            Item(row.id, row.name, row.hidden_at is not None, getattr(row, "category_id", None))
            for row in await session.scalars(select(table).order_by(table.name, table.id))
        ]
        for table in _TABLES
    ]
    return Assortment(tuple(outlets), tuple(categories), tuple(products))


_TABLES: tuple[Any, ...] = (Outlet, Category, Product)
