"""Computes all totals again from the receipts, and corrects those that differ.

One statement reads a range of member ids and changes nothing. Only members with wrong totals are
locked, in the order of their accounts, and corrected in a transaction of their own. So memory stays
small, a till waits no longer than for another till, and changes by receipts meanwhile are kept.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Subquery, func, or_, select, update
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import aliased

from models.ledger import Account
from models.people import Member
from services.context import Context
from services.totals import totals

RANGE = 1_000
"""Ids that one statement reads, and the most members that one transaction locks."""

Progress = Callable[[int, int], None]
"""Called with the number of ids checked so far, and the number of all."""

_Other = aliased(Member)


@dataclass(frozen=True, slots=True)
class Rebuilt:
    """How many members there are, and how many wrong rows were corrected."""

    checked: int
    members: int
    categories: int  # of members' totals by category

    @property
    def mended(self) -> int:
        return self.members + self.categories


async def rebuild(ctx: Context, progress: Progress | None = None) -> Rebuilt:
    """Compute all totals again; safe while the shop is open. See services.totals.totals."""
    async with ctx.db.read() as session:
        query = select(func.min(Member.id), func.max(Member.id), func.count())
        first, last, checked = (await session.execute(query)).one()
    every = range(first, last + 1) if checked else range(0)
    members = categories = 0
    for start in range(0, len(every), RANGE):
        ids = every[start : start + RANGE]
        async with ctx.db.read() as session:
            wrong = await _wrong(session, ids)
        if wrong:
            async with ctx.db.write() as session:
                mended = await _mend(session, wrong)
            members, categories = members + mended[0], categories + mended[1]
        if progress is not None:
            progress(start + len(ids), len(every))
    return Rebuilt(checked, members, categories)


async def _wrong(session: AsyncSession, ids: range) -> Sequence[int]:
    def which(member_id: Any) -> Any:
        return member_id.between(ids[0], ids[-1])

    receipts = _by_receipts(which)
    own = select(Member.id).join(receipts, receipts.c.id == Member.id).where(_differs(receipts))
    other = select(totals.differences(which).c.member_id)
    return (await session.scalars(own.union(other))).all()


async def _mend(session: AsyncSession, member_ids: Sequence[int]) -> tuple[int, int]:
    """Correct members and their totals by category, under the locks; gives how many rows were
    wrong.
    """

    def which(member_id: Any) -> Any:
        return member_id.in_(member_ids)

    accounts = select(Member.account_id).where(which(Member.id))
    locking = select(Account.id).where(Account.id.in_(accounts)).order_by(Account.id)
    await session.execute(locking.with_for_update())
    receipts = _by_receipts(which)
    mending = (
        update(Member)
        .where(Member.id == receipts.c.id, _differs(receipts))
        .values({name: receipts.c[name] for name in _FIGURES})
        .returning(Member.id)
    )
    unsynchronised = {"synchronize_session": False}
    members = (await session.scalars(mending, execution_options=unsynchronised)).all()
    different = select(func.count()).select_from(totals.differences(which))
    categories = await session.scalar(different) or 0
    if categories:
        await totals.write_again(session, member_ids)
    return len(members), categories


_FIGURES = ("purchases_count", "spent_total", "first_purchase_at", "last_purchase_at")


def _by_receipts(which: totals.Which) -> Subquery:
    """The values that members' rows should have, for members without receipts too."""
    said = totals.by_member(which).subquery()
    figures = (
        func.coalesce(said.c.purchases, 0),
        func.coalesce(said.c.spent, 0),
        said.c.first_at,
        said.c.last_at,
    )
    named = (figure.label(name) for figure, name in zip(figures, _FIGURES, strict=True))
    query = select(_Other.id, *named).outerjoin(said, said.c.member_id == _Other.id)
    return query.where(which(_Other.id)).subquery()


def _differs(receipts: Subquery) -> Any:
    return or_(*(getattr(Member, name).is_distinct_from(receipts.c[name]) for name in _FIGURES))
