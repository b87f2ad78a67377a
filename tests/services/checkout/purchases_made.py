"""What members bought, as it is stored and as plain Python makes it of the receipts."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import select

from models.people import Member
from models.segmentation import MemberCategory
from models.till import Purchase, PurchaseLine
from services import goods
from services.context import Context
from services.goods import ItemKind
from tests.cast import Shop


@dataclass(frozen=True)
class Total:
    purchases: int
    quantity: int
    paid: int
    first_at: datetime
    last_at: datetime


Totals = dict[tuple[int, int], Total]
"""By member and category."""
Visits = dict[int, tuple[int, int, datetime | None, datetime | None]]
"""Of each member: purchases, money, the first and the last purchase."""


async def categories(shop: Shop, *names: str) -> list[int]:
    olga = await shop.identity(shop.olga)
    return [await goods.add(shop.ctx, olga, ItemKind.CATEGORY, name) for name in names]


async def stored(ctx: Context) -> tuple[Visits, Totals]:
    async with ctx.db.read() as session:
        members = (await session.scalars(select(Member))).all()
        rows = (await session.scalars(select(MemberCategory))).all()
    visits = {
        one.id: (
            one.purchases_count,
            one.spent_total,
            one.first_purchase_at,
            one.last_purchase_at,
        )
        for one in members
    }
    totals = {
        (row.member_id, row.category_id): Total(
            row.purchases, row.quantity, row.paid, row.first_at, row.last_at
        )
        for row in rows
    }
    return visits, totals


async def of_receipts(ctx: Context) -> tuple[Visits, Totals]:
    """The same from the receipts, without a line shared with the services."""
    async with ctx.db.read() as session:
        members = (await session.scalars(select(Member.id))).all()
        purchases = (await session.scalars(select(Purchase))).all()
        lines = (await session.scalars(select(PurchaseLine))).all()
    visits: Visits = {}
    for member in members:
        own = [one for one in purchases if one.member_id == member]
        times = [one.at for one in own if one.undone_at is None]
        spent = sum(one.paid - one.refunded_paid for one in own)
        visits[member] = (len(times), spent, min(times, default=None), max(times, default=None))
    kept = {one.id: one for one in purchases if one.undone_at is None}
    found: dict[tuple[int, int], list[Any]] = defaultdict(list)
    for line in lines:
        due = line.amount - line.discount
        receipt = kept.get(line.purchase_id)
        if receipt is None or line.category_id is None or (due and line.refunded == due):
            continue
        paid = line.paid * (due - line.refunded) // due if due else 0
        found[receipt.member_id, line.category_id].append((receipt, line.quantity, paid))
    return visits, {key: _total(rows) for key, rows in found.items()}


def _total(rows: list[Any]) -> Total:
    times = [receipt.at for receipt, *_ in rows]
    return Total(
        purchases=len({receipt.id for receipt, *_ in rows}),
        quantity=sum(quantity for _, quantity, _ in rows),
        paid=sum(paid for *_, paid in rows),
        first_at=min(times),
        last_at=max(times),
    )
