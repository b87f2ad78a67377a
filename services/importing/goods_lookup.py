"""Finds or creates the outlets, categories and products that files name."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlalchemy import insert, select
from sqlalchemy.ext.asyncio import AsyncSession

from models.goods import Category, Outlet, Product
from services.goods import NAME_LENGTH, SKU_LENGTH
from services.importing.report import Count, Tally


@dataclass(frozen=True, slots=True)
class Article:
    """A product, identified by its number in the till, or else by its name."""

    sku: str
    name: str
    category: str


@dataclass(frozen=True, slots=True)
class Placed:
    product_id: int | None
    category_id: int | None
    title: str


@dataclass(slots=True)
class GoodsLookup:
    """Goods that one import has met so far; in memory, as a shop's assortment is small."""

    outlets: dict[str, int] = field(default_factory=dict)
    categories: dict[str, int] = field(default_factory=dict)
    products: dict[str, Placed] = field(default_factory=dict)

    async def learn(
        self,
        session: AsyncSession,
        tally: Tally,
        at: datetime,
        *,
        outlets: Iterable[str] = (),
        articles: Iterable[Article] = (),
        write: bool,
    ) -> None:
        """Look up outlets and products, and with `write` create new ones."""
        shelves = (
            (Outlet, self.outlets, Count.OUTLETS),
            (Category, self.categories, Count.CATEGORIES),
        )
        articles = list(articles)
        named = {one.sku: one for one in articles}
        for (table, known, count), names in zip(
            shelves, (outlets, (one.category for one in articles)), strict=True
        ):
            await self._names(session, tally, at, table, known, count, names, write=write)
        await self._products(session, tally, at, named, write=write)

    async def _names(
        self,
        session: AsyncSession,
        tally: Tally,
        at: datetime,
        table: Any,
        known: dict[str, int],
        count: Count,
        names: Iterable[str],
        *,
        write: bool,
    ) -> None:
        missing = sorted({name for name in names if name} - known.keys())
        if not missing:
            return
        rows = await session.execute(
            select(table.name, table.id).where(table.name.in_(missing)).order_by(table.id.desc())
        )
        known.update((row.name, row.id) for row in rows)
        new = [name for name in missing if name not in known]
        tally.counts[count] += len(new)
        if new and write:
            made = insert(table).returning(table.name, table.id)
            rows = await session.execute(made, [{"name": one, "created_at": at} for one in new])
            known.update((row.name, row.id) for row in rows)
        elif new:
            known.update(dict.fromkeys(new, 0))

    async def _products(
        self,
        session: AsyncSession,
        tally: Tally,
        at: datetime,
        articles: dict[str, Article],
        *,
        write: bool,
    ) -> None:
        missing = [one for sku, one in articles.items() if sku and sku not in self.products]
        if not missing:
            return
        rows = await session.execute(
            select(Product.sku, Product.id, Product.category_id, Product.name).where(
                Product.sku.in_([one.sku for one in missing])
            )
        )
        self.products.update(
            (row.sku or "", Placed(row.id, row.category_id, row.name)) for row in rows
        )
        new = [one for one in missing if one.sku not in self.products]
        tally.counts[Count.PRODUCTS] += len(new)
        ids: dict[str | None, int] = {}
        if new and write:
            made = insert(Product).returning(Product.sku, Product.id)
            values = [
                {
                    "name": one.name or one.sku,
                    "sku": one.sku,
                    "category_id": self.categories.get(one.category),
                    "created_at": at,
                }
                for one in new
            ]
            ids = {row.sku: row.id for row in await session.execute(made, values)}
        for one in new:
            category_id = self.categories.get(one.category)
            self.products[one.sku] = Placed(ids.get(one.sku), category_id, one.name or one.sku)

    def place(self, sku: str, name: str, category: str) -> Placed:
        """The goods of a line. A category named in the line takes precedence over the product's."""
        known = self.products.get(sku) if sku else None
        category_id = self.categories.get(category)
        if known is None:
            return Placed(None, category_id, name)
        if category_id is None and not name:
            return known
        return Placed(known.product_id, category_id or known.category_id, name or known.title)


def item_name(text: str) -> str:
    """A name cut to the allowed length."""
    return " ".join(text.split())[:NAME_LENGTH]


def article(sku: str, name: str, category: str) -> Article:
    return Article(sku[:SKU_LENGTH], item_name(name), item_name(category))
