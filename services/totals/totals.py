"""Totals of members' purchases, kept with every receipt so that segments need not read them all.

`bot.py rebuild-stats` works them all out again from the receipts:

- A purchase counts until it has gone back whole (`undone_at`). `members.purchases_count` is the
  number of those that count, `first_purchase_at` and `last_purchase_at` are the times of the first
  and the last of them.
- `members.spent_total` is the money paid for all receipts less the money handed back.
- A line counts in the totals of its category (`member_categories`) while its purchase counts and
  something of the line is left. A line that cost nothing counts as long as its purchase.
- `purchases` is how many receipts have such lines, `quantity` how many pieces were on these lines,
  and `first_at` and `last_at` are when the first and the last of the receipts were made.
- `paid` is the money in what is left of the lines. Money and points pay for every part of a line
  alike, so if a third of its price has gone back, a third of its money has, rounded up
  (services.totals.net_sales).

A category of which nothing is left has no row, and lines without a category are in none.
"""

from collections.abc import Callable, Iterable, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Select,
    Subquery,
    case,
    delete,
    func,
    insert,
    select,
    true,
    union_all,
)
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import InstrumentedAttribute

from models.segmentation import MemberCategory
from models.till import Purchase, PurchaseLine
from services.storage.postgres_batch import Upsert
from services.storage.upserts import insert_into
from services.storage.write_batch import upsert
from services.totals import net_sales

Which = Callable[[InstrumentedAttribute[int]], ColumnElement[bool]]
"""Chooses members: takes the column with their ids and gives a condition on it."""

KEY = ("member_id", "category_id")
COLUMNS = (*KEY, "purchases", "quantity", "paid", "first_at", "last_at")

_counts = Purchase.undone_at.is_(None)


async def add(session: AsyncSession, purchase: Purchase, lines: Iterable[PurchaseLine]) -> None:
    """Count a new purchase in its categories, under the lock of the member's account."""
    found: dict[int, dict[str, Any]] = {}
    for line in lines:
        if line.category_id is None:
            continue
        row = found.setdefault(line.category_id, _nothing(purchase, line.category_id))
        row["quantity"] += line.quantity
        row["paid"] += line.paid
    if found:
        await upsert(session, MemberCategory, _ADDED, list(found.values()))


async def add_new(session: AsyncSession, *which: ColumnElement[bool]) -> None:
    """Count new purchases that are written already in their categories, under the locks of the
    members' accounts.
    """
    receipts = by_category(lambda _member_id: true()).where(*which)
    new = insert_into(session, MemberCategory)
    new = new.from_select(COLUMNS, receipts, include_defaults=False)
    table = MemberCategory.metadata.tables[MemberCategory.__tablename__]
    await session.execute(_ADDED.applied(new, table))


def _nothing(purchase: Purchase, category_id: int) -> dict[str, Any]:
    return {
        "member_id": purchase.member_id,
        "category_id": category_id,
        "purchases": 1,
        "quantity": 0,
        "paid": 0,
        "first_at": purchase.at,
        "last_at": purchase.at,
    }


def _added(old: Any, new: Any) -> dict[str, ColumnElement[Any]]:
    return {
        "purchases": old.purchases + new.purchases,
        "quantity": old.quantity + new.quantity,
        "paid": old.paid + new.paid,
        "first_at": case((new.first_at < old.first_at, new.first_at), else_=old.first_at),
        "last_at": case((new.last_at > old.last_at, new.last_at), else_=old.last_at),
    }


_ADDED = Upsert(KEY, _added)


async def correct(session: AsyncSession, purchase: Purchase, lines: Sequence[PurchaseLine]) -> None:
    """Compute the category totals of a purchase again after a refund, under the lock of the
    member's account.
    """
    categories = {line.category_id for line in lines if line.category_id is not None}
    if categories:
        await write_again(session, [purchase.member_id], categories)


async def span(session: AsyncSession, member_id: int) -> tuple[datetime | None, datetime | None]:
    """The times of the first and the last purchase that count."""
    query = select(func.min(Purchase.at), func.max(Purchase.at))
    found = await session.execute(query.where(Purchase.member_id == member_id, _counts))
    first, last = found.one()
    return first, last


async def write_again(
    session: AsyncSession, member_ids: Sequence[int], categories: Iterable[int] | None = None
) -> None:
    """Write the totals of these or of all categories from the receipts, under the locks of the
    members' accounts.
    """
    old = delete(MemberCategory).where(MemberCategory.member_id.in_(member_ids))
    receipts = by_category(lambda member_id: member_id.in_(member_ids))
    if categories is not None:
        named = list(categories)
        old = old.where(MemberCategory.category_id.in_(named))
        receipts = receipts.where(PurchaseLine.category_id.in_(named))
    await session.execute(old, execution_options={"synchronize_session": False})
    await session.execute(insert(MemberCategory).from_select(COLUMNS, receipts))


def by_member(which: Which) -> Select[*tuple[Any, ...]]:
    """Totals by member, from the receipts; members without receipts are left out."""
    at = case((_counts, Purchase.at))
    return (
        select(
            Purchase.member_id,
            func.sum(case((_counts, 1), else_=0)).label("purchases"),
            func.sum(net_sales.PAID).label("spent"),
            func.min(at).label("first_at"),
            func.max(at).label("last_at"),
        )
        .where(which(Purchase.member_id))
        .group_by(Purchase.member_id)
    )


def by_category(which: Which) -> Select[*tuple[Any, ...]]:
    """Totals by member and category, from the receipts: the rows that should be stored."""
    return (
        select(
            Purchase.member_id,
            PurchaseLine.category_id,
            func.count(Purchase.id.distinct()).label("purchases"),
            func.sum(PurchaseLine.quantity).label("quantity"),
            func.sum(net_sales.LINE_PAID).label("paid"),
            func.min(Purchase.at).label("first_at"),
            func.max(Purchase.at).label("last_at"),
        )
        .join(PurchaseLine, PurchaseLine.purchase_id == Purchase.id)
        .where(
            which(Purchase.member_id),
            PurchaseLine.category_id.is_not(None),
            _counts,
            net_sales.LINE_COUNTS,
        )
        .group_by(Purchase.member_id, PurchaseLine.category_id)
    )


def differences(which: Which) -> Subquery:
    """Members and categories whose stored totals differ from the receipts."""
    stored = select(*(getattr(MemberCategory, name) for name in COLUMNS))
    stored = stored.where(which(MemberCategory.member_id))
    # Rows on which both sides agree occur twice. So the receipts are read once; EXCEPT in both
    # directions would read them twice.
    rows = union_all(stored, by_category(which)).subquery()
    lonely = select(rows.c.member_id, rows.c.category_id).group_by(*rows.c)
    return lonely.having(func.count() == 1).distinct().subquery()
