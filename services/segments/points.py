"""Points that members have, were given, spent and are about to lose."""

from typing import Any

from sqlalchemy import ColumnElement, Select, and_, func, or_, select

from models.base import BIG
from models.ledger import Account, Lot, Operation, OperationKind
from models.people import Member
from models.rewards import Voucher, VoucherStatus
from models.till import Redemption, RedemptionStatus
from services.segments.attribute import AHEAD, BACK, Attribute, Kind, Topic
from services.segments.scope import Scope, Span, between, one_of
from services.segments.tree import Condition
from services.segments.visits import ranging

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
"""What was held and came back nets out."""


def _balance(_scope: Scope, condition: Condition) -> ColumnElement[bool]:
    balance = select(Account.balance).where(Account.id == Member.account_id)
    return between(one(balance), condition.least, condition.most)


def _given(scope: Scope, condition: Condition) -> ColumnElement[bool]:
    points = moved(scope.span(condition.when), GIVEN, func.sum(Operation.points))
    return between(points, condition.least, condition.most)


def _spent(scope: Scope, condition: Condition) -> ColumnElement[bool]:
    points = moved(scope.span(condition.when), SPENT, -func.sum(Operation.points))
    return between(points, condition.least, condition.most)


def moved(
    span: Span, kinds: tuple[OperationKind, ...], figure: ColumnElement[Any]
) -> ColumnElement[Any]:
    query = select(func.coalesce(figure, 0)).where(
        Operation.account_id == Member.account_id,
        one_of(Operation.kind, kinds),
        span.of(Operation.at),
    )
    return one(query)


def _expiring(scope: Scope, condition: Condition, least: int) -> ColumnElement[bool]:
    """Points whose lots end within the time."""
    ending = select(Lot.account_id).where(
        Lot.remaining > 0, scope.span(condition.when).of(Lot.expires_at)
    )
    enough = ending.group_by(Lot.account_id).having(func.sum(Lot.remaining) >= least)
    return scope.among(enough, Member.account_id)


def _redemptions(scope: Scope, condition: Condition, least: int) -> ColumnElement[bool]:
    """Rewards handed out and receipts paid with points."""
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
    number = _number(vouchers) + _number(receipts)
    return and_(any_at_all, number >= least)


def _number(owned: Select[int]) -> ColumnElement[int]:
    """How many rows of a query are the member's."""
    (owner,) = owned.selected_columns
    return one(owned.with_only_columns(func.count(type_=BIG)).where(owner == Member.id))


def one(query: Any) -> ColumnElement[Any]:
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
        ranging(_expiring),
        "read from the account's lots",
        whens=AHEAD,
        timeless=False,
    ),
    Attribute(
        "redemptions",
        Kind.NUMBER,
        Topic.POINTS,
        ranging(_redemptions),
        "read from vouchers and redemptions",
        whens=BACK,
    ),
)
