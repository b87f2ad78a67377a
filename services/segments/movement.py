"""Movement between the RFM groups: where members stood when the month began, and where now."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import delete, func, insert, select
from sqlalchemy.ext.asyncio import AsyncSession

from models.knowing import Finding, RfmMark
from models.people import Member
from services import dates
from services.segments.rfm import BOUGHT, GROUP_OF, Cuts, Group, Measure
from services.sql import insert_into

MARKED = "rfm_marks"
"""The name of the finding whose moment is that of the marks."""


@dataclass(frozen=True, slots=True)
class Move:
    """So many members went from one group to another since the marks were set."""

    before: Group
    now: Group
    members: int


def month_of(at: datetime, zone: ZoneInfo) -> datetime:
    """When the month began in a time zone."""
    return dates.start_of_day(at.astimezone(zone).date().replace(day=1), zone)


async def mark(session: AsyncSession, cuts: Cuts, at: datetime, zone: ZoneInfo) -> bool:
    """Keep everybody's scores unless it was done this month already; a step.

    The finding's row is taken first, so that of two processes one finds it done.
    """
    ours = (
        insert_into(session, Finding)
        .values(name=MARKED, at=at, body={})
        .on_conflict_do_update(
            index_elements=["name"],
            set_={"at": at},
            where=Finding.at < month_of(at, zone),
        )
        .returning(Finding.name)
    )
    if (await session.execute(ours)).first() is None:
        return False
    await session.execute(delete(RfmMark))
    scores = (cuts.score(measure) for measure in Measure)
    buyers = select(Member.id, *scores).where(Member.deleted_at.is_(None), BOUGHT)
    columns = ["member_id", *Measure]
    await session.execute(insert(RfmMark).from_select(columns, buyers))
    return True


async def moves(session: AsyncSession, cuts: Cuts) -> list[Move]:
    """Who is in another group than when the month began, most first; a step."""
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


def _by_group(rows: Iterable[tuple[int, int, int, int, int]]) -> list[Move]:
    """Cells of one group are one."""
    counted: Counter[tuple[Group, Group]] = Counter()
    for *cells, members in rows:
        before, now = GROUP_OF[cells[0], cells[1]], GROUP_OF[cells[2], cells[3]]
        if before is not now:
            counted[before, now] += members
    found = [Move(*groups, members) for groups, members in counted.items()]
    return sorted(found, key=lambda move: (-move.members, move.before, move.now))


def to_json(moves: Iterable[Move]) -> list[list[Any]]:
    return [[move.before, move.now, move.members] for move in moves]


def from_json(stored: Any) -> list[Move]:
    return [Move(Group(before), Group(now), members) for before, now, members in stored]
