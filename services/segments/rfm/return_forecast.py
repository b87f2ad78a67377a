"""Forecasts the probability that a member buys within 90 days, and the expected value.

It counts and uses no model. Members are grouped into cells by the number and recency of their
purchases as of 90 days ago. The purchases of each cell since then are the forecast for members who
are in that cell today. So it ignores seasons, and treats all members of a cell alike. See decision
0013.

Small cells vary by chance. So each cell is counted with LIKE_THE_WHOLE additional members who
behaved like the average of all members.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, case, false, func, literal, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.sql.elements import SQLCoreOperations

from models.base import BIG
from models.people import Member
from models.till import Purchase
from services.segments.questions.attribute import Attribute, Kind, Topic, Unit
from services.segments.questions.scope import Scope, between
from services.segments.questions.tree import Condition
from services.totals import net_sales

RETURN = "return"
"""The name of the finding."""

AHEAD = timedelta(days=90)
PURCHASES = (1, 2, 3, 5, 10)
"""Lower bounds of the bands of purchases."""

DAYS = (14, 30, 60, 120, 240)
"""Upper bounds of the bands of days since the last purchase; one more band is above the last."""

ENOUGH = 25
"""Least number of members with purchases 90 days ago; fewer allow no forecast."""

LIKE_THE_WHOLE = 10
WHOLE_BP = 10_000

Cell = tuple[int, int]
"""Indexes of the bands of purchases and of days, from 0."""

CELLS: tuple[Cell, ...] = tuple(
    (often, lately) for often in range(len(PURCHASES)) for lately in range(len(DAYS) + 1)
)


@dataclass(frozen=True, slots=True)
class Seen:
    """Purchases of a cell's members within 90 days."""

    members: int = 0
    returned: int = 0
    paid: int = 0  # minor units, by all of them

    def __add__(self, other: "Seen") -> "Seen":
        return Seen(
            self.members + other.members, self.returned + other.returned, self.paid + other.paid
        )


@dataclass(frozen=True, slots=True)
class Chances:
    """The forecast for each cell."""

    chance_bp: Mapping[Cell, int]  # basis points
    value: Mapping[Cell, int]  # minor units, per member

    def chance_percent(self, at: datetime) -> ColumnElement[int]:
        return _by_cell(at, {cell: bp // 100 for cell, bp in self.chance_bp.items()})

    def expected(self, at: datetime) -> ColumnElement[int]:
        """The expected value in minor units; NULL for members without purchases."""
        return _by_cell(at, self.value)


def chances(cells: Mapping[Cell, Seen]) -> Chances | None:
    """The forecast; None if fewer than ENOUGH members were seen."""
    whole = sum(cells.values(), Seen())
    if whole.members < ENOUGH:
        return None

    def smoothed(part: int, all_: int, cell: Seen) -> int:
        """`part / cell.members`, smoothed towards `all_ / whole.members`; rounded down."""
        weight = cell.members + LIKE_THE_WHOLE
        return (part * whole.members + LIKE_THE_WHOLE * all_) // (whole.members * weight)

    seen = {cell: cells.get(cell, Seen()) for cell in CELLS}
    return Chances(
        chance_bp={
            cell: smoothed(one.returned * WHOLE_BP, whole.returned * WHOLE_BP, one)
            for cell, one in seen.items()
        },
        value={cell: smoothed(one.paid, whole.paid, one) for cell, one in seen.items()},
    )


async def look_back(session: AsyncSession, at: datetime) -> dict[Cell, Seen]:
    """For members with purchases 90 days before `at`: their purchases since then, by cell."""
    then = at - AHEAD
    real = Purchase.undone_at.is_(None)
    since = (
        select(
            Purchase.member_id,
            func.count().label("purchases"),
            func.sum(net_sales.PAID).label("paid"),
        )
        .where(Purchase.at > then, real)
        .group_by(Purchase.member_id)
        .subquery()
    )
    before = (
        select(Purchase.at)
        .where(Purchase.member_id == Member.id, Purchase.at <= then, real)
        .order_by(Purchase.at.desc())
        .limit(1)
        .correlate(Member)
        .scalar_subquery()
    )
    returned = since.c.member_id.is_not(None)
    often = Member.purchases_count - func.coalesce(since.c.purchases, 0)
    as_of_then = (
        select(
            _bands_of_purchases(often).label("often"),
            _bands_of_days(then, case((returned, before), else_=Member.last_purchase_at)).label(
                "lately"
            ),
            since.c.purchases,
            since.c.paid,
        )
        .select_from(Member)
        .outerjoin(since, since.c.member_id == Member.id)
        .where(Member.deleted_at.is_(None), often > 0)
        .subquery()
    )
    cell = (as_of_then.c.often, as_of_then.c.lately)
    query = select(
        *cell, func.count(), func.count(as_of_then.c.purchases), func.sum(as_of_then.c.paid)
    ).group_by(*cell)
    rows = (await session.execute(query)).all()
    return {
        (often, lately): Seen(members, came, int(paid or 0))
        for often, lately, members, came, paid in rows
    }


def to_json(cells: Mapping[Cell, Seen]) -> dict[str, Any]:
    return {
        "cells": [
            [*cell, seen.members, seen.returned, seen.paid] for cell, seen in sorted(cells.items())
        ]
    }


def from_json(stored: Mapping[str, Any]) -> dict[Cell, Seen]:
    return {(often, lately): Seen(*seen) for often, lately, *seen in stored["cells"]}


def _bands_of_purchases(count: SQLCoreOperations[Any]) -> ColumnElement[int]:
    return case(*((count >= least, band) for band, least in reversed(list(enumerate(PURCHASES)))))


def _bands_of_days(at: datetime, last: SQLCoreOperations[Any]) -> ColumnElement[int]:
    return case(
        *((last >= at - timedelta(days=days), band) for band, days in enumerate(DAYS)),
        else_=len(DAYS),
    )


def _by_cell(at: datetime, values: Mapping[Cell, int]) -> ColumnElement[int]:
    """The value of the member's cell at an instant; NULL for members without purchases."""

    def of_row(often: int) -> ColumnElement[int]:
        *others, last = (literal(values[often, band], BIG) for band in range(len(DAYS) + 1))
        since = (Member.last_purchase_at >= at - timedelta(days=days) for days in DAYS)
        return case(*zip(since, others, strict=True), else_=last)

    bands = reversed(list(enumerate(PURCHASES)))
    return case(*((Member.purchases_count >= least, of_row(often)) for often, least in bands))


def chances_in(scope: Scope) -> Chances | None:
    found = scope.findings.get(RETURN)
    return None if found is None else chances(from_json(found))


def _between(
    figure: Callable[[Chances, datetime], ColumnElement[int]],
) -> Callable[[Scope, Condition], ColumnElement[bool]]:
    def holds(scope: Scope, condition: Condition) -> ColumnElement[bool]:
        known = chances_in(scope)
        if known is None:
            return false()
        return between(figure(known, scope.at), condition.least, condition.most)

    return holds


UPKEEP = "what members with as many and as late purchases did in the last 90 days, once a day"

ATTRIBUTES = (
    Attribute(
        "return_chance",
        Kind.NUMBER,
        Topic.GROUPS,
        _between(Chances.chance_percent),
        UPKEEP,
        unit=Unit.PERCENT,
    ),
    Attribute("expected_value", Kind.MONEY, Topic.GROUPS, _between(Chances.expected), UPKEEP),
)
