"""Attributes of points: balance, given, spent, expiring; redemptions."""

from typing import Any

from sqlalchemy import ColumnElement, Select, and_, func, or_, select

from models.base import BIG
from models.ledger import Account, Lot, Operation, OperationKind
from models.people import Member
from models.rewards import Voucher, VoucherStatus
from models.till import Redemption, RedemptionStatus
from services.segments.attributes.visits import ranging
from services.segments.questions.attribute import (
    AHEAD,
    BACK,
    Attribute,
    Holds,
    Kind,
    Topic,
    Unit,
    Value,
)
from services.segments.questions.scope import Scope, Span, between, one_of
from services.segments.questions.tree import Condition

LEDGER = "read from the ledger"

GIVEN = (
    OperationKind.WELCOME,
    OperationKind.PURCHASE,
    OperationKind.BIRTHDAY,
    OperationKind.OFFER,
    OperationKind.GRANT,
    OperationKind.ANSWER,
)
SPENT = (OperationKind.HOLD, OperationKind.RELEASE, OperationKind.DONATE)
"""Points that were held and released add up to 0."""


def _between(value: Value) -> Holds:
    """The value is within the bounds."""

    def holds(scope: Scope, condition: Condition) -> ColumnElement[bool]:
        return between(value(scope, condition), condition.least, condition.most)

    return holds


def _balance(_scope: Scope, _condition: Condition) -> ColumnElement[Any]:
    return _scalar(select(Account.balance).where(Account.id == Member.account_id))


def _has_balance(_scope: Scope, condition: Condition) -> ColumnElement[bool]:
    """EXISTS on the account rather than its balance: PostgreSQL can then join the accounts."""
    return (
        select(Account.id)
        .where(
            Account.id == Member.account_id,
            between(Account.balance, condition.least, condition.most),
        )
        .correlate(Member)
        .exists()
    )


def _given(scope: Scope, condition: Condition) -> ColumnElement[Any]:
    return _operations_sum(scope.span(condition.when), GIVEN, func.sum(Operation.points))


def _spent(scope: Scope, condition: Condition) -> ColumnElement[Any]:
    return _operations_sum(scope.span(condition.when), SPENT, -func.sum(Operation.points))


def _operations_sum(
    span: Span, kinds: tuple[OperationKind, ...], figure: ColumnElement[Any]
) -> ColumnElement[Any]:
    query = select(func.coalesce(figure, 0)).where(
        Operation.account_id == Member.account_id,
        one_of(Operation.kind, kinds),
        span.of(Operation.at),
    )
    return _scalar(query)


def _expiring_owners(scope: Scope, condition: Condition) -> Select[int]:
    """The owners of lots that expire within the time."""
    return select(Lot.account_id).where(
        Lot.remaining > 0, scope.ahead(condition.when).of(Lot.expires_at)
    )


def _expiring(scope: Scope, condition: Condition) -> ColumnElement[Any]:
    left = func.coalesce(func.sum(Lot.remaining), 0)
    ending = _expiring_owners(scope, condition).where(Lot.account_id == Member.account_id)
    return _scalar(ending.with_only_columns(left))


def _enough_expire(scope: Scope, condition: Condition, least: int) -> ColumnElement[bool]:
    ending = _expiring_owners(scope, condition)
    enough = ending.group_by(Lot.account_id).having(func.sum(Lot.remaining) >= least)
    return scope.among(enough, Member.account_id)


def _redemptions(scope: Scope, condition: Condition, least: int) -> ColumnElement[bool]:
    """Rewards handed out, and receipts paid with points."""
    span = scope.span(condition.when)
    vouchers = select(Voucher.member_id).where(
        Voucher.status == VoucherStatus.ACCEPTED,
        Voucher.reward_id.is_not(None),
        span.of(Voucher.resolved_at),
    )
    receipts = select(Redemption.member_id).where(
        Redemption.status == RedemptionStatus.APPROVED, span.of(Redemption.resolved_at)
    )
    any_at_all = or_(scope.among(vouchers), scope.among(receipts))
    if least == 1:
        return any_at_all
    number = _member_count(vouchers) + _member_count(receipts)
    return and_(any_at_all, number >= least)


def _member_count(owned: Select[int]) -> ColumnElement[int]:
    """The number of the member's rows in a query."""
    (owner,) = owned.selected_columns
    return _scalar(owned.with_only_columns(func.count(type_=BIG)).where(owner == Member.id))


def _scalar(query: Any) -> ColumnElement[Any]:
    found: ColumnElement[Any] = query.correlate(Member).scalar_subquery()
    return found


ATTRIBUTES = (
    Attribute(
        "points",
        Kind.NUMBER,
        Topic.POINTS,
        _has_balance,
        "the account's balance",
        value=_balance,
        unit=Unit.POINTS,
    ),
    Attribute(
        "points_given",
        Kind.NUMBER,
        Topic.POINTS,
        _between(_given),
        LEDGER,
        whens=BACK,
        value=_given,
        unit=Unit.POINTS,
    ),
    Attribute(
        "points_spent",
        Kind.NUMBER,
        Topic.POINTS,
        _between(_spent),
        LEDGER,
        whens=BACK,
        value=_spent,
        unit=Unit.POINTS,
    ),
    Attribute(
        "points_expiring",
        Kind.NUMBER,
        Topic.POINTS,
        ranging(_enough_expire),
        "read from the account's lots",
        whens=AHEAD,
        timeless=False,
        value=_expiring,
        unit=Unit.POINTS,
    ),
    Attribute(
        "redemptions",
        Kind.NUMBER,
        Topic.POINTS,
        ranging(_redemptions),
        "read from vouchers and redemptions",
        whens=BACK,
        unit=Unit.TIMES,
    ),
)
