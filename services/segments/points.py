"""Points that members have, were given, spent and are about to lose."""

from typing import Any

from sqlalchemy import ColumnElement, func, select

from models.ledger import Account, Lot, Operation, OperationKind
from models.people import Member
from models.rewards import Voucher, VoucherStatus
from models.till import Redemption, RedemptionStatus
from services.segments.attribute import AHEAD, BACK, Attribute, Kind, Topic
from services.segments.scope import Scope, Span, between
from services.segments.tree import Condition

LEDGER = "read from the ledger"

GIVEN = (
    OperationKind.WELCOME,
    OperationKind.PURCHASE,
    OperationKind.BIRTHDAY,
    OperationKind.OFFER,
    OperationKind.GRANT,
)
SPENT = (OperationKind.HOLD, OperationKind.RELEASE, OperationKind.DONATE)
"""What was held and came back nets out."""


def _balance(_scope: Scope, condition: Condition) -> ColumnElement[bool]:
    balance = select(Account.balance).where(Account.id == Member.account_id)
    return between(_one(balance), condition.least, condition.most)


def _given(scope: Scope, condition: Condition) -> ColumnElement[bool]:
    points = _moved(scope.span(condition.when), GIVEN, func.sum(Operation.points))
    return between(points, condition.least, condition.most)


def _spent(scope: Scope, condition: Condition) -> ColumnElement[bool]:
    points = _moved(scope.span(condition.when), SPENT, -func.sum(Operation.points))
    return between(points, condition.least, condition.most)


def _moved(
    span: Span, kinds: tuple[OperationKind, ...], figure: ColumnElement[Any]
) -> ColumnElement[Any]:
    query = select(func.coalesce(figure, 0)).where(
        Operation.account_id == Member.account_id, Operation.kind.in_(kinds), span.of(Operation.at)
    )
    return _one(query)


def _expiring(scope: Scope, condition: Condition) -> ColumnElement[bool]:
    """Points whose lots end within the time."""
    span = scope.span(condition.when)
    left = select(func.coalesce(func.sum(Lot.remaining), 0)).where(
        Lot.account_id == Member.account_id, Lot.remaining > 0, span.of(Lot.expires_at)
    )
    return between(_one(left), condition.least, condition.most)


def _redemptions(scope: Scope, condition: Condition) -> ColumnElement[bool]:
    """Rewards handed out and receipts paid with points."""
    span = scope.span(condition.when)
    vouchers = select(func.count()).where(
        Voucher.member_id == Member.id,
        Voucher.status == VoucherStatus.ACCEPTED,
        Voucher.reward_id.is_not(None),
        span.of(Voucher.resolved_at),
    )
    receipts = select(func.count()).where(
        Redemption.member_id == Member.id,
        Redemption.status == RedemptionStatus.APPROVED,
        span.of(Redemption.resolved_at),
    )
    return between(_one(vouchers) + _one(receipts), condition.least, condition.most)


def _one(query: Any) -> ColumnElement[Any]:
    found: ColumnElement[Any] = query.correlate(Member).scalar_subquery()
    return found


ATTRIBUTES = (
    Attribute("points", Kind.NUMBER, Topic.POINTS, _balance, "the account's balance"),
    Attribute("points_given", Kind.NUMBER, Topic.POINTS, _given, LEDGER, whens=BACK),
    Attribute("points_spent", Kind.NUMBER, Topic.POINTS, _spent, LEDGER, whens=BACK),
    Attribute(
        "points_expiring",
        Kind.NUMBER,
        Topic.POINTS,
        _expiring,
        "read from the account's lots",
        whens=AHEAD,
        timeless=False,
    ),
    Attribute(
        "redemptions",
        Kind.NUMBER,
        Topic.POINTS,
        _redemptions,
        "read from vouchers and redemptions",
        whens=BACK,
    ),
)
