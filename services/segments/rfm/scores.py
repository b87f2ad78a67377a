"""RFM: recency, frequency and money of members as scores from 1 to 5.

Scores compare members with one another: the best fifth has 5. Four cut points of each measure
divide the fifths. They are computed once a day (`services.segments.rfm.findings`). A score compares
a column with them; nothing is stored for a member.

Equal values have equal scores, so a tie across a cut has to go to one side. For frequency and
money, the score is 1 plus the number of whole fifths below: if most members bought once, they have
1, and whoever came back has more. For recency, it is 5 minus the number of whole fifths above:
members who bought on the last day have 5. Between equal cuts there are scores that nobody has.

With fewer than ENOUGH buyers a fifth is too small; then fixed values divide the scores.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any

from sqlalchemy import ColumnElement, ScalarSelect, and_, case, false, func, or_, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import InstrumentedAttribute

from models.people import Member
from services.segments.questions.attribute import Attribute, Kind, Named, Topic
from services.segments.questions.scope import TICK, Scope
from services.segments.questions.tree import Condition

RFM = "rfm"
"""The name of the finding and of the attribute."""

SCORES = range(1, 6)
ENOUGH = 25
"""Least number of buyers: five in a fifth."""

FIXED_DAYS = (90, 60, 30, 14)
"""Days since the last purchase. For a local shop three months is lost, two weeks is recent."""
FIXED_PURCHASES = (1, 2, 4, 8)
FIXED_QUARTERS = (1, 2, 4, 8)
"""Quarters of a buyer's average spend."""

UPKEEP = "the member's columns beside cut points, which are worked out once a day"
BOUGHT: ColumnElement[bool] = Member.purchases_count > 0


class Measure(StrEnum):
    RECENCY = "recency"
    FREQUENCY = "frequency"
    MONETARY = "monetary"

    @property
    def column(self) -> InstrumentedAttribute[Any]:
        return _COLUMNS[self]

    @property
    def bought(self) -> ColumnElement[bool]:
        """The member has purchases; uses the index of the measure where possible."""
        return self.column.is_not(None) if self is Measure.RECENCY else BOUGHT


_COLUMNS: Mapping[Measure, InstrumentedAttribute[Any]] = {
    Measure.RECENCY: Member.last_purchase_at,
    Measure.FREQUENCY: Member.purchases_count,
    Measure.MONETARY: Member.spent_total,
}


class Group(StrEnum):
    """The named groups, best first."""

    CHAMPIONS = "champions"
    LOYAL = "loyal"
    POTENTIAL = "potential"
    NEW = "new"
    PROMISING = "promising"
    ATTENTION = "attention"
    FADING = "fading"
    AT_RISK = "at_risk"
    CANT_LOSE = "cant_lose"
    HIBERNATING = "hibernating"
    LOST = "lost"


@dataclass(frozen=True, slots=True)
class Place:
    """A group's rectangle in the grid: ranges of scores, both ends included."""

    recency: tuple[int, int]
    frequency: tuple[int, int]

    def cells(self) -> Iterator[tuple[int, int]]:
        for recency in range(self.recency[0], self.recency[1] + 1):
            for frequency in range(self.frequency[0], self.frequency[1] + 1):
                yield recency, frequency


PLACES: Mapping[Group, Place] = {
    Group.CHAMPIONS: Place(recency=(5, 5), frequency=(4, 5)),
    Group.LOYAL: Place(recency=(3, 4), frequency=(4, 5)),
    Group.POTENTIAL: Place(recency=(4, 5), frequency=(2, 3)),
    Group.NEW: Place(recency=(5, 5), frequency=(1, 1)),
    Group.PROMISING: Place(recency=(4, 4), frequency=(1, 1)),
    Group.ATTENTION: Place(recency=(3, 3), frequency=(3, 3)),
    Group.FADING: Place(recency=(3, 3), frequency=(1, 2)),
    Group.AT_RISK: Place(recency=(1, 2), frequency=(3, 4)),
    Group.CANT_LOSE: Place(recency=(1, 2), frequency=(5, 5)),
    Group.HIBERNATING: Place(recency=(2, 2), frequency=(1, 2)),
    Group.LOST: Place(recency=(1, 1), frequency=(1, 2)),
}
"""Every pair of recency and frequency is in one group. Money is asked about separately: it mostly
follows frequency, and would count twice.
"""

GROUP_OF: Mapping[tuple[int, int], Group] = {
    cell: group for group, place in PLACES.items() for cell in place.cells()
}
"""The group of each pair of scores for recency and frequency."""


@dataclass(frozen=True, slots=True)
class Cuts:
    """Four cut points of each measure, ascending. A score is 1 plus the number of cuts below the
    member's value.
    """

    recency: tuple[datetime, ...]
    frequency: tuple[int, ...]
    monetary: tuple[int, ...]  # minor units

    def score(self, measure: Measure) -> ColumnElement[int]:
        """The score of a member with purchases."""
        cuts = getattr(self, measure)
        below = ((measure.column <= cut, score) for cut, score in zip(cuts, SCORES, strict=False))
        return case(*below, else_=SCORES[-1])

    def within(self, measure: Measure, least: int, most: int) -> ColumnElement[bool]:
        """The score is from `least` to `most`, as a range that an index can serve."""
        if least > most or least > SCORES[-1] or most < SCORES[0]:
            return false()
        cuts = getattr(self, measure)
        bounds = [measure.bought if least == SCORES[0] else measure.column > cuts[least - 2]]
        if most < SCORES[-1]:
            bounds.append(measure.column <= cuts[most - 1])
        return and_(*bounds)

    def inside(self, group: Group) -> ColumnElement[bool]:
        place = PLACES[group]
        return and_(
            self.within(Measure.RECENCY, *place.recency),
            self.within(Measure.FREQUENCY, *place.frequency),
        )

    def to_json(self) -> dict[str, Any]:
        return {
            "recency": [cut.isoformat() for cut in self.recency],
            "frequency": list(self.frequency),
            "monetary": list(self.monetary),
        }

    @classmethod
    def from_json(cls, stored: Mapping[str, Any]) -> "Cuts":
        return cls(
            recency=tuple(datetime.fromisoformat(cut) for cut in stored["recency"]),
            frequency=tuple(stored["frequency"]),
            monetary=tuple(stored["monetary"]),
        )


async def cut_points(session: AsyncSession, at: datetime) -> Cuts:
    """The cut points of the members with purchases; read from indexes."""
    here = (Member.deleted_at.is_(None), BOUGHT)
    buyers = await session.scalar(select(func.count()).select_from(Member).where(*here)) or 0
    if buyers < ENOUGH:
        total = await session.scalar(select(func.sum(Member.spent_total)).where(*here)) or 0
        return _fixed(at, int(total) // max(buyers, 1))

    def figure(measure: Measure, rank: int) -> ScalarSelect[Any]:
        """The value of the buyer with `rank` buyers below. Counted from the top, because members
        without purchases are at the bottom, and the measure's index includes them.
        """
        column = measure.column
        ranked = select(column).where(Member.deleted_at.is_(None), column.is_not(None))
        return ranked.order_by(column.desc()).offset(buyers - 1 - rank).limit(1).scalar_subquery()

    fifths = len(SCORES)
    figures = [figure(Measure.RECENCY, buyers * below // fifths) for below in range(1, fifths)]
    figures += [
        figure(measure, (buyers * below - 1) // fifths)
        for measure in (Measure.FREQUENCY, Measure.MONETARY)
        for below in range(1, fifths)
    ]
    found = tuple((await session.execute(select(*figures))).one())
    return Cuts(
        recency=tuple(first - TICK for first in found[:4]),
        frequency=found[4:8],
        monetary=found[8:],
    )


def _fixed(at: datetime, mean: int) -> Cuts:
    return Cuts(
        recency=tuple(at - timedelta(days=days) - TICK for days in FIXED_DAYS),
        frequency=FIXED_PURCHASES,
        monetary=tuple(mean * quarters // 4 for quarters in FIXED_QUARTERS),
    )


def cuts_in(scope: Scope) -> Cuts | None:
    """The cut points of the day; None if there are none yet."""
    found = scope.findings.get(RFM)
    return None if found is None else Cuts.from_json(found["cuts"])


def _group(scope: Scope, condition: Condition) -> ColumnElement[bool]:
    cuts = cuts_in(scope)
    if cuts is None:
        return false()
    return or_(false(), *(cuts.inside(Group(str(value))) for value in condition.values))


def _score(measure: Measure) -> Callable[[Scope, Condition], ColumnElement[bool]]:
    def holds(scope: Scope, condition: Condition) -> ColumnElement[bool]:
        cuts = cuts_in(scope)
        if cuts is None:
            return false()
        least = SCORES[0] if condition.least is None else max(condition.least, SCORES[0])
        most = SCORES[-1] if condition.most is None else min(condition.most, SCORES[-1])
        return cuts.within(measure, least, most)

    return holds


ATTRIBUTES = (
    Attribute(
        RFM,
        Kind.CHOICE,
        Topic.GROUPS,
        _group,
        UPKEEP,
        named=Named.WORD,
        words=tuple(Group),
    ),
    *(
        Attribute(measure.value, Kind.NUMBER, Topic.GROUPS, _score(measure), UPKEEP)
        for measure in Measure
    ),
)
