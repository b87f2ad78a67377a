"""The parts of which checks of the ledger and its dependent tables are made.

A check compares two values for each row of a table; they must be equal. The checks
of one table stand on one sheet and run together, so each row is read once.
"""

from dataclasses import dataclass
from functools import cached_property
from typing import Any

from sqlalchemy import (
    BindParameter,
    ColumnElement,
    FromClause,
    ScalarSelect,
    Select,
    Subquery,
    and_,
    bindparam,
    case,
    func,
    or_,
    select,
)
from sqlalchemy.orm import InstrumentedAttribute, aliased

from models.base import BIG
from models.charity import Donation, Payout
from models.ledger import Account, Entry, Lot, Operation, OperationKind
from models.people import Member
from models.rewards import Voucher
from models.stamps import MemberStampCard, Stamp
from models.surveys import QuizRun
from models.till import Purchase, Redemption, Refund
from models.trust import Flag

Table = (
    type[Account]
    | type[Lot]
    | type[Entry]
    | type[Operation]
    | type[Redemption]
    | type[Voucher]
    | type[Purchase]
    | type[Refund]
    | type[Donation]
    | type[Payout]
    | type[Member]
    | type[MemberStampCard]
    | type[Stamp]
    | type[Flag]
    | type[QuizRun]
)
Column = ColumnElement[Any] | InstrumentedAttribute[Any]

FIRST: BindParameter[int] = bindparam("first", type_=BIG)
LAST: BindParameter[int] = bindparam("last", type_=BIG)
"""The first and the last id that a statement looks at."""


def in_range(row_id: Column) -> ColumnElement[bool]:
    return row_id.between(FIRST, LAST)


@dataclass(frozen=True, slots=True)
class Check:
    """`expected` must equal `found` in the rows that the check applies to."""

    name: str
    expected: Column
    found: Column
    where: tuple[ColumnElement[bool], ...] = ()

    @property
    def fails(self) -> ColumnElement[bool]:
        return and_(*self.where, self.expected.is_distinct_from(self.found))


@dataclass(frozen=True, slots=True)
class Beside:
    """One other row, or sums, looked up once for a row and used by all its checks."""

    source: FromClause | type[Any]
    on: ColumnElement[bool]


@dataclass(frozen=True)
class Sheet:
    """The checks of one table, and the rows and sums that they look up."""

    table: Table
    checks: tuple[Check, ...]
    beside: tuple[Beside, ...] = ()

    @cached_property
    def query(self) -> Select[*tuple[Any, ...]]:
        """Rows from FIRST to LAST that fail: the id, then for each check whether the row fails it,
        the expected value and the value found.
        """
        figures = (
            figure
            for check in self.checks
            for figure in (yes(check.fails), check.expected, check.found)
        )
        # Without a name, two checks that show the same column would share it.
        columns = (figure.label(f"figure_{number}") for number, figure in enumerate(figures))
        query = select(self.table.id, *columns)
        for one in self.beside:
            query = query.outerjoin(one.source, one.on)
        fails = or_(*(check.fails for check in self.checks))
        return query.where(in_range(self.table.id), fails).order_by(self.table.id)


def total(column: Column, *where: ColumnElement[bool]) -> ScalarSelect[Any]:
    return select(func.coalesce(func.sum(column), 0)).where(*where).scalar_subquery()


def count(*where: ColumnElement[bool]) -> ScalarSelect[Any]:
    return select(func.count()).where(*where).scalar_subquery()


def the(column: Column, *where: ColumnElement[bool]) -> ScalarSelect[Any]:
    """The value from the one other row; without such a row it is NULL, which is a problem."""
    return select(column).where(*where).scalar_subquery()


def sums(key: Column, **figures: Column) -> Subquery:
    """Sums over the rows that name the same row of the sheet's table by `key`.

    They cost about as much as one `total`, however many there are; see `of`.
    """
    columns = (func.sum(figure).label(name) for name, figure in figures.items())
    rows = select(key.label("key"), *columns).where(in_range(key))
    return rows.group_by(key).subquery()


def of(figures: Subquery, table: Table) -> Beside:
    """The sums for a row of the table."""
    return Beside(figures, figures.c.key == table.id)


def or_0(figure: Column) -> ColumnElement[Any]:
    """The value, 0 instead of NULL."""
    return func.coalesce(figure, 0)


def yes(condition: ColumnElement[bool]) -> ColumnElement[int]:
    return case((condition, 1), else_=0)


Gave = aliased(Operation)
"""The operation that gave a row its points."""
Took = aliased(Operation)
"""The operation that took a row's points."""
Reversal = aliased(Operation)
"""The operations that reverse an operation."""


def operation(
    alias: type[Operation], operation_id: Column, kind: OperationKind | None = None
) -> Beside:
    """The operation that a row names; an operation of another kind counts as none."""
    on = alias.id == operation_id
    return Beside(alias, on if kind is None else and_(on, alias.kind == kind))


def reversed_points(operation_id: Column) -> ScalarSelect[Any]:
    """The points of all reversals of an operation."""
    return total(Reversal.points, Reversal.reverses_id == operation_id)
