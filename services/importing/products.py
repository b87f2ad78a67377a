"""Imports products by their number in the till."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import select, update
from sqlalchemy.ext.asyncio import AsyncSession

from models.goods import Product
from services.context import Context
from services.importing.file_kinds import Field
from services.importing.goods_lookup import Article, GoodsLookup, article
from services.importing.importer import Kind
from services.importing.report import Bad, Count, Reason


class Products(Kind[Article]):
    """An existing product gets the file's name and category: the till is right."""

    def __init__(self, *args: Any) -> None:
        super().__init__(*args)
        self._goods = GoodsLookup()

    def parse(self, _line: int, cells: Sequence[str]) -> Article:
        texts = (self.cells.text(cells, one) for one in (Field.SKU, Field.PRODUCT, Field.CATEGORY))
        one = article(*texts)
        if not one.sku:
            raise Bad(Reason.TEXT)
        if not self.stage.first_time(one.sku):
            raise Bad(Reason.TWICE)
        return one

    async def bring(
        self, session: AsyncSession, _ctx: Context, batch: Sequence[Article], *, write: bool
    ) -> None:
        query = select(Product.sku, Product.id, Product.name, Product.category_id)
        rows = await session.execute(query.where(Product.sku.in_([one.sku for one in batch])))
        there = {row.sku: row for row in rows}
        await self._goods.learn(session, self.tally, self.setting.now, articles=batch, write=write)
        changes = []
        for one in batch:
            if one.sku not in there:
                continue
            old = there[one.sku]
            name = one.name or old.name
            category_id = self._goods.categories.get(one.category, old.category_id)
            if (name, category_id) == (old.name, old.category_id):
                self.tally.counts[Count.PRODUCTS_THERE] += 1
            else:
                self.tally.counts[Count.PRODUCTS_CHANGED] += 1
                changes.append({"id": old.id, "name": name, "category_id": category_id})
        if changes and write:
            await session.execute(update(Product), changes)
