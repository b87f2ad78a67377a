"""What the shop sells and where, by name: for rules that name it and for a cashier who types it."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from models.goods import Category, Outlet, Product
from services.context import Context
from services.goods import Ware


@dataclass(frozen=True, slots=True)
class Wares:
    """The three lists by name. What is hidden is there too: rules made earlier still name it."""

    outlets: tuple[Ware, ...] = ()
    categories: tuple[Ware, ...] = ()
    products: tuple[Ware, ...] = ()

    def sold(self) -> Iterator[tuple[Ware, int | None, int | None]]:
        """What a receipt's line may be, with its category's id and its product's."""
        for product in self.products:
            if not product.hidden:
                yield product, product.category_id, product.id
        for category in self.categories:
            if not category.hidden:
                yield category, category.id, None


async def every(ctx: Context) -> Wares:
    async with ctx.db.read() as session:
        return await listed(session)


async def examples(ctx: Context, most: int) -> list[str]:
    """Names of a few things that are sold, products first."""
    names: list[str] = []
    async with ctx.db.read() as session:
        for table in (Product, Category):
            query = select(table.name).where(table.hidden_at.is_(None))
            query = query.order_by(table.name, table.id).limit(most - len(names))
            names += await session.scalars(query)
    return names


async def listed(session: AsyncSession) -> Wares:
    """The same as a step of a service."""
    outlets, categories, products = [
        [
            Ware(row.id, row.name, row.hidden_at is not None, getattr(row, "category_id", None))
            for row in await session.scalars(select(table).order_by(table.name, table.id))
        ]
        for table in _TABLES
    ]
    return Wares(tuple(outlets), tuple(categories), tuple(products))


_TABLES: tuple[Any, ...] = (Outlet, Category, Product)
