"""Totals of members for many receipts at once: what services keep at the till receipt by receipt.

A category's `purchases` are receipts with lines of it, `quantity` and `paid` those of these lines;
`first_at` and `last_at` are when the first and the last of the receipts were.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import bindparam, case, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from models.base import UtcDateTime
from models.knowing import MemberCategory
from models.people import Member, Source
from models.till import Purchase
from services import levels
from services.programme import Terms
from services.sql import insert_into


@dataclass(slots=True)
class Bought:
    """What some receipts come to."""

    first_at: datetime
    last_at: datetime
    purchases: int = 0
    quantity: int = 0
    paid: int = 0

    def add(self, at: datetime, paid: int, quantity: int = 0) -> None:
        self.first_at = min(at, self.first_at)
        self.last_at = max(at, self.last_at)
        self.purchases += 1
        self.quantity += quantity
        self.paid += paid


class Sums:
    """By member, and by member and category, of one batch of new receipts."""

    def __init__(self) -> None:
        self.members: dict[int, Bought] = {}
        self.categories: dict[tuple[int, int], Bought] = {}

    def add(
        self, member_id: int, at: datetime, paid: int, categories: dict[int, tuple[int, int]]
    ) -> None:
        """A receipt; of each category on it the pieces and what was paid for them."""
        self.members.setdefault(member_id, Bought(at, at)).add(at, paid)
        for category_id, (quantity, part) in categories.items():
            own = self.categories.setdefault((member_id, category_id), Bought(at, at))
            own.add(at, part, quantity)


async def keep(session: AsyncSession, sums: Sums) -> None:
    """Add them to what is kept, in one statement for all members and one for all categories."""
    if sums.members:
        connection = await session.connection()
        rows = [
            {
                "own_id": member_id,
                "count": one.purchases,
                "paid": one.paid,
                "first": one.first_at,
                "last": one.last_at,
            }
            for member_id, one in sums.members.items()
        ]
        await connection.execute(_ADD, rows)
    if sums.categories:
        insert = insert_into(session, MemberCategory)
        more, old = insert.excluded, MemberCategory
        upsert = insert.on_conflict_do_update(
            index_elements=["member_id", "category_id"],
            set_={
                "purchases": old.purchases + more.purchases,
                "quantity": old.quantity + more.quantity,
                "paid": old.paid + more.paid,
                "first_at": _earlier(old.first_at, more.first_at),
                "last_at": _later(old.last_at, more.last_at),
            },
        )
        await (await session.connection()).execute(
            upsert,
            [
                {
                    "member_id": member_id,
                    "category_id": category_id,
                    "purchases": one.purchases,
                    "quantity": one.quantity,
                    "paid": one.paid,
                    "first_at": one.first_at,
                    "last_at": one.last_at,
                }
                for (member_id, category_id), one in sums.categories.items()
            ],
        )


def _earlier(old: Any, new: Any) -> Any:
    return case((old <= new, old), else_=new)


def _later(old: Any, new: Any) -> Any:
    return case((old >= new, old), else_=new)


_FIRST = bindparam("first", type_=UtcDateTime())
_LAST = bindparam("last", type_=UtcDateTime())
_own = Member
_ADD = (
    update(Member)
    .where(_own.id == bindparam("own_id"))
    .values(
        purchases_count=_own.purchases_count + bindparam("count"),
        spent_total=_own.spent_total + bindparam("paid"),
        first_purchase_at=_earlier(_own.first_purchase_at, _FIRST),
        last_purchase_at=_later(_own.last_purchase_at, _LAST),
        # Somebody of whom nothing else is known joined with their first purchase.
        joined_at=case(
            (
                (_own.source == Source.IMPORT) & _own.data_consent_at.is_(None),
                _earlier(_own.joined_at, _FIRST),
            ),
            else_=_own.joined_at,
        ),
    )
)


async def raise_levels(session: AsyncSession, terms: Terms, sums: Sums, at: datetime) -> None:
    """Put members on the level that they reach with these receipts, without a word to them.

    Nobody falls by having bought something.
    """
    since = levels.counts_since(terms, at)
    touched = [member_id for member_id, one in sums.members.items() if one.last_at > since]
    if not touched:
        return
    for level_id, member_ids in (await _risen(session, terms, touched, at)).items():
        await session.execute(
            update(Member)
            .where(Member.id.in_(member_ids))
            .values(level_id=level_id, level_since=at, level_kept_until=None)
            .execution_options(synchronize_session=False)
        )
    kept = Member.id.in_(touched), Member.level_kept_until.is_not(None)
    await _end_grace(session, terms, kept, at)


async def _risen(
    session: AsyncSession, terms: Terms, member_ids: Collection[int], at: datetime
) -> dict[int, list[int]]:
    query = (
        select(Member.id, Member.level_id, levels.figure(terms.leveling.by).label("reached"))
        .join(Purchase, Purchase.member_id == Member.id)
        .where(Member.id.in_(member_ids), *levels.window(terms, at))
        .group_by(Member.id, Member.level_id)
    )
    risen: dict[int, list[int]] = {}
    for row in await session.execute(query):
        level = terms.level_at(int(row.reached))
        if level.threshold > terms.level(row.level_id).threshold:
            risen.setdefault(level.id, []).append(row.id)
    return risen


async def _end_grace(session: AsyncSession, terms: Terms, which: Any, at: datetime) -> None:
    """Whoever has now what their level asks for keeps it without days of grace."""
    reached = (
        select(levels.figure(terms.leveling.by))
        .where(Purchase.member_id == Member.id, *levels.window(terms, at))
        .correlate(Member)
        .scalar_subquery()
    )
    asked = case({one.id: one.threshold for one in terms.levels}, value=Member.level_id, else_=0)
    await session.execute(
        update(Member)
        .where(*which, reached >= asked)
        .values(level_kept_until=None)
        .execution_options(synchronize_session=False)
    )
