"""RFM: how lately, how often and for how much members bought, each as a score from 1 to 5.

The scores compare members with one another: the best fifth has 5. Four cut points of each measure
part the fifths. They are worked out once a day (`services.segments.rfm.findings`). A score is a
comparison of a column with them, and nothing is stored for a member.

Who has the same figure has the same score, so a tie across a cut has to go one way. For frequency
and money the score is 1 and one more for each whole fifth that is below: in a shop where most
bought once, once is 1, and whoever came back is above them. For recency it is 5 less one for each
whole fifth that is above: nobody bought later than on the last day. Cuts that fall together leave
the scores between them to nobody.

Among fewer than ENOUGH buyers a fifth is a handful; there, fixed figures part the scores.
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
"""The name of the finding, and of the attribute."""

SCORES = range(1, 6)
ENOUGH = 25
"""Buyers: five to a fifth."""

FIXED_DAYS = (90, 60, 30, 14)
"""Since the last purchase: three months is lost, two weeks is fresh, for a shop around the corner.
"""
FIXED_PURCHASES = (1, 2, 4, 8)
FIXED_QUARTERS = (1, 2, 4, 8)
"""Of what a buyer spent on average."""

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
        """That the member has bought something, by the measure's own index where it can tell."""
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
    """Where in the grid a group lies: scores from one to another, both included."""

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
"""Of recency and frequency; every pair of scores is in one group. Money is a question of its own:
in the groups it would count twice, for who comes often has spent more.
"""

GROUP_OF: Mapping[tuple[int, int], Group] = {
    cell: group for group, place in PLACES.items() for cell in place.cells()
}
"""By the scores for recency and frequency."""


@dataclass(frozen=True, slots=True)
class Cuts:
    """Four figures of each measure, rising: a score is 1 and as much more as a member's own figure
    is above of them.
    """

    recency: tuple[datetime, ...]
    frequency: tuple[int, ...]
    monetary: tuple[int, ...]  # minor units

    def score(self, measure: Measure) -> ColumnElement[int]:
        """Of a member who has bought something."""
        cuts = getattr(self, measure)
        below = ((measure.column <= cut, score) for cut, score in zip(cuts, SCORES, strict=False))
        return case(*below, else_=SCORES[-1])

    def within(self, measure: Measure, least: int, most: int) -> ColumnElement[bool]:
        """That the score lies between two, spelled so that an index serves."""
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
    """Part the members who have bought something into fifths; a step, which indexes answer."""
    here = (Member.deleted_at.is_(None), BOUGHT)
    buyers = await session.scalar(select(func.count()).select_from(Member).where(*here)) or 0
    if buyers < ENOUGH:
        total = await session.scalar(select(func.sum(Member.spent_total)).where(*here)) or 0
        return _fixed(at, int(total) // max(buyers, 1))

    def figure(measure: Measure, rank: int) -> ScalarSelect[Any]:
        """Of the buyer with so many below. Counted from the top: at the bottom are members who
        have bought nothing, whom a measure's own index does not tell apart from buyers.
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
    """Those of the day; None before there were any."""
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
