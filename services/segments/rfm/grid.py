"""The RFM grid: the number of members with each pair of scores, and their sales."""

from collections.abc import Mapping
from dataclasses import astuple, dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import func, literal, select
from sqlalchemy.ext.asyncio import AsyncSession

from models.people import Member
from services.segments.rfm.return_forecast import Chances
from services.segments.rfm.scores import BOUGHT, Cuts, Measure

Cell = tuple[int, int]
"""Scores for recency and frequency."""


@dataclass(frozen=True, slots=True)
class Tally:
    """A number of members and the total of their purchases; money in minor units."""

    members: int = 0
    purchases: int = 0
    spent: int = 0
    expected: int = 0  # within the next 90 days; 0 while too little is known

    def __add__(self, other: "Tally") -> "Tally":
        return Tally(
            self.members + other.members,
            self.purchases + other.purchases,
            self.spent + other.spent,
            self.expected + other.expected,
        )


async def count(
    session: AsyncSession, cuts: Cuts, chances: Chances | None, at: datetime
) -> dict[Cell, Tally]:
    """The grid of all members with purchases; read from one index."""
    expected = literal(0) if chances is None else chances.expected(at)
    buyers = (
        select(
            cuts.score(Measure.RECENCY).label("recency"),
            cuts.score(Measure.FREQUENCY).label("frequency"),
            Member.purchases_count.label("purchases"),
            Member.spent_total.label("spent"),
            expected.label("expected"),
        )
        .where(Member.deleted_at.is_(None), BOUGHT)
        .subquery()
        .c
    )
    cell = (buyers.recency, buyers.frequency)
    sums = (func.sum(buyers.purchases), func.sum(buyers.spent), func.sum(buyers.expected))
    query = select(*cell, func.count(), *sums).group_by(*cell)
    rows = (await session.execute(query)).all()
    return {
        (recency, frequency): Tally(members, *(int(total or 0) for total in totals))
        for recency, frequency, members, *totals in rows
    }


def to_json(cells: Mapping[Cell, Tally]) -> list[list[int]]:
    return [[*cell, *astuple(tally)] for cell, tally in sorted(cells.items())]


def from_json(stored: Any) -> dict[Cell, Tally]:
    return {(recency, frequency): Tally(*tally) for recency, frequency, *tally in stored}
