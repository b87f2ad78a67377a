"""Group changes: members' RFM groups at the beginning of the month, and now."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import delete, func, select
from sqlalchemy.ext.asyncio import AsyncSession

from models.people import Member
from models.segmentation import Finding, RfmMark
from services import dates, programme
from services.context import Context
from services.segments.rfm.scores import BOUGHT, GROUP_OF, Cuts, Group, Measure
from services.segments.rfm.stored_findings import keep
from services.storage.upserts import insert_into

MARKED = "rfm_marks"
"""The name of the finding that holds the time of the marks."""

PART = 20_000
"""Range of member ids whose marks are set in one transaction."""


@dataclass(frozen=True, slots=True)
class GroupChange:
    """The number of members who changed from one group to another since the marks were set."""

    before: Group
    now: Group
    members: int


def month_of(at: datetime, zone: ZoneInfo) -> datetime:
    """The beginning of the month in a time zone."""
    return dates.start_of_day(at.astimezone(zone).date().replace(day=1), zone)


async def mark(ctx: Context, cuts: Cuts) -> None:
    """Store all members' scores, unless this was done this month.

    In many short transactions, because purchases wait for each. Completion is written last, so
    after an interruption all is done again.
    """
    now = ctx.clock.now()
    async with ctx.db.read() as session:
        month = month_of(now, (await programme.terms(session)).timezone)
        done = select(Finding.at).where(Finding.name == MARKED, Finding.at >= month)
        if await session.scalar(done) is not None:
            return
        last = await session.scalar(select(func.max(Member.id))) or 0
    for first in range(1, last + 1, PART):
        async with ctx.db.write() as session:
            await _mark_some(session, cuts, first, first + PART - 1)
    async with ctx.db.write() as session:
        await keep(session, MARKED, now, {})


async def _mark_some(session: AsyncSession, cuts: Cuts, first: int, last: int) -> None:
    await session.execute(delete(RfmMark).where(RfmMark.member_id.between(first, last)))
    scores = (cuts.score(measure) for measure in Measure)
    buyers = select(Member.id, *scores).where(
        Member.id.between(first, last), Member.deleted_at.is_(None), BOUGHT
    )
    marks = insert_into(session, RfmMark).from_select(["member_id", *Measure], buyers)
    # Another process may be setting the same marks now.
    await session.execute(marks.on_conflict_do_nothing(index_elements=["member_id"]))


async def changes(session: AsyncSession, cuts: Cuts) -> list[GroupChange]:
    """Group changes since the marks were set, most members first."""
    standing = (
        select(
            RfmMark.recency,
            RfmMark.frequency,
            cuts.score(Measure.RECENCY).label("recency_now"),
            cuts.score(Measure.FREQUENCY).label("frequency_now"),
        )
        .join(Member, Member.id == RfmMark.member_id)
        .where(Member.deleted_at.is_(None), BOUGHT)
        .subquery()
        .c
    )
    cells = (
        *(standing.recency, standing.frequency),
        *(standing.recency_now, standing.frequency_now),
    )
    query = select(*cells, func.count()).group_by(*cells)
    return _by_group((await session.execute(query)).all())


def _by_group(rows: Iterable[tuple[int, int, int, int, int]]) -> list[GroupChange]:
    """Sum the cells of each pair of groups."""
    counted: Counter[tuple[Group, Group]] = Counter()
    for *cells, members in rows:
        before, now = GROUP_OF[cells[0], cells[1]], GROUP_OF[cells[2], cells[3]]
        if before is not now:
            counted[before, now] += members
    found = [GroupChange(*groups, members) for groups, members in counted.items()]
    return sorted(found, key=lambda change: (-change.members, change.before, change.now))


def to_json(found: Iterable[GroupChange]) -> list[list[Any]]:
    return [[change.before, change.now, change.members] for change in found]


def from_json(stored: Any) -> list[GroupChange]:
    return [GroupChange(Group(before), Group(now), members) for before, now, members in stored]
