"""Updates members' totals for many receipts at once; services.totals does it for one receipt.

New receipts are added to the stored totals: `totals.write_again` would read all older receipts
for each batch.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import bindparam, case, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from models.base import UtcDateTime
from models.people import Member, Source
from services.levels import levels
from services.programme import Terms
from services.storage.write_batch import connected


@dataclass(slots=True)
class Bought:
    """Totals of some receipts."""

    first_at: datetime
    last_at: datetime
    purchases: int = 0
    paid: int = 0

    def add(self, at: datetime, paid: int) -> None:
        self.first_at = min(at, self.first_at)
        self.last_at = max(at, self.last_at)
        self.purchases += 1
        self.paid += paid


Sums = Mapping[int, Bought]
"""Totals by member, for one batch of new receipts."""


async def keep(session: AsyncSession, sums: Sums) -> None:
    """Add the totals of a batch to the stored totals of its members."""
    rows = [
        {
            "own_id": member_id,
            "count": one.purchases,
            "spent": one.paid,
            "first": one.first_at,
            "last": one.last_at,
        }
        for member_id, one in sums.items()
    ]
    await (await connected(session)).execute(_ADD, rows)


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
        spent_total=_own.spent_total + bindparam("spent"),
        first_purchase_at=_earlier(_own.first_purchase_at, _FIRST),
        last_purchase_at=_later(_own.last_purchase_at, _LAST),
        # A member known only from receipts joined with their first purchase.
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
    """Raise members to the level that they reach with these receipts, without a message. Members in
    grace who now reach their level keep it, and their grace ends.

    Nobody falls because of a purchase.
    """
    since = levels.counts_since(terms, at)
    touched = [member_id for member_id, one in sums.items() if one.last_at > since]
    if not touched:
        return
    reached = await levels.measures(session, terms, touched, at)
    rows = await session.execute(
        select(Member.id, Member.level_id, Member.level_kept_until).where(Member.id.in_(touched))
    )
    risen: dict[int | None, list[int]] = {}
    for row in rows:
        has, level = terms.level(row.level_id), terms.level_at(reached.get(row.id, 0))
        if level.threshold > has.threshold:
            risen.setdefault(level.id, []).append(row.id)
        elif level.threshold == has.threshold and row.level_kept_until is not None:
            risen.setdefault(None, []).append(row.id)  # keeps the level, grace ends
    for level_id, member_ids in risen.items():
        rise = {"level_id": level_id, "level_since": at} if level_id is not None else {}
        await session.execute(
            update(Member)
            .where(Member.id.in_(member_ids))
            .values(level_kept_until=None, **rise)
            .execution_options(synchronize_session=False)
        )
