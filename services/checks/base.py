"""What must hold between the rows of the ledger and of everything that rests on it.

A check sets two figures about each row of a table side by side; they must be the same.
"""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, ScalarSelect, and_, case, func, select
from sqlalchemy.orm import InstrumentedAttribute, aliased

from models.charity import Donation, Payout
from models.ledger import Account, Entry, Lot, Operation, OperationKind
from models.people import Member
from models.rewards import Voucher
from models.stamps import MemberStampCard, Stamp
from models.till import Purchase, Redemption, Refund

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
)
Figure = ColumnElement[Any] | InstrumentedAttribute[Any]


@dataclass(frozen=True, slots=True)
class Check:
    """For the rows of `table` that are meant, `expected` and `found` are the same figure."""

    name: str
    table: Table
    expected: Figure
    found: Figure
    where: tuple[ColumnElement[bool], ...] = ()


def total(column: Figure, where: ColumnElement[bool]) -> ScalarSelect[Any]:
    return select(func.coalesce(func.sum(column), 0)).where(where).scalar_subquery()


def count(*where: ColumnElement[bool]) -> ScalarSelect[Any]:
    return select(func.count()).where(*where).scalar_subquery()


def the(column: Figure, *where: ColumnElement[bool]) -> ScalarSelect[Any]:
    """The figure of the one row; unknown, and so a problem, when there is none."""
    return select(column).where(*where).scalar_subquery()


def yes(condition: ColumnElement[bool]) -> ColumnElement[int]:
    return case((condition, 1), else_=0)


GIVES = (
    OperationKind.WELCOME,
    OperationKind.PURCHASE,
    OperationKind.BIRTHDAY,
    OperationKind.OFFER,
    OperationKind.GRANT,
    OperationKind.FORGIVE,
)
TAKES = (OperationKind.HOLD, OperationKind.DONATE, OperationKind.EXPIRE)
GOES_BACK = (OperationKind.UNDO, OperationKind.REFUND, OperationKind.MOVE)
REVERSES = (OperationKind.RELEASE, *GOES_BACK)

Original = aliased(Operation)
"""What an operation reverses."""
Reversal = aliased(Operation)
"""What reversed an operation."""
Taken = aliased(Entry)


def is_kind(operation_id: Figure, kind: OperationKind) -> ColumnElement[bool]:
    return and_(Original.id == operation_id, Original.kind == kind)


def reversed_points(operation_id: Figure) -> ScalarSelect[Any]:
    """The points of all reversals of an operation."""
    return total(Reversal.points, Reversal.reverses_id == operation_id)
