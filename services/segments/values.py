"""What a member has of an attribute, for a person to see: beside a sample, why it matches.

Only of attributes whose value says more than the condition: an age, a sum, a day. No phone is
among them, and a birthday comes without its year.
"""

from collections.abc import Callable, Mapping
from typing import Any

from sqlalchemy import ColumnElement, case, func, select

from models.asking import FeedbackKind
from models.ledger import Account, Lot, Operation
from models.people import Member
from models.till import Purchase
from services import kept_lines
from services.segments import answers, points, visits
from services.segments.scope import Scope
from services.segments.tree import Condition

Value = Callable[[Scope, Condition], ColumnElement[Any]]


def _column(column: Any) -> Value:
    def value(_scope: Scope, _condition: Condition) -> ColumnElement[Any]:
        own: ColumnElement[Any] = column
        return own

    return value


def _age(scope: Scope, _condition: Condition) -> ColumnElement[Any]:
    born = Member.birth_year * 10_000 + Member.birth_month * 100 + Member.birth_day
    today = scope.today
    return (today.year * 10_000 + today.month * 100 + today.day - born) // 10_000


def _purchases(scope: Scope, condition: Condition) -> ColumnElement[Any]:
    number = func.count(Purchase.id.distinct())
    return visits.read(scope.span(condition.when), condition.goods, number)


def _spent(scope: Scope, condition: Condition) -> ColumnElement[Any]:
    goods = condition.goods
    paid = kept_lines.LINE_PAID if goods.categories or goods.products else kept_lines.PAID
    return visits.read(scope.span(condition.when), goods, func.sum(paid))


def _average(scope: Scope, condition: Condition) -> ColumnElement[Any]:
    whole = func.sum(kept_lines.PAID) // func.count(Purchase.id)
    has_any = (func.count(Purchase.id) > 0, whole)
    return visits.read(scope.span(condition.when), condition.goods, case(has_any, else_=None))


def _balance(_scope: Scope, _condition: Condition) -> ColumnElement[Any]:
    return points.one(select(Account.balance).where(Account.id == Member.account_id))


def _given(scope: Scope, condition: Condition) -> ColumnElement[Any]:
    total = func.sum(Operation.points)
    return points.moved(scope.span(condition.when), points.GIVEN, total)


def _points_spent(scope: Scope, condition: Condition) -> ColumnElement[Any]:
    total = -func.sum(Operation.points)
    return points.moved(scope.span(condition.when), points.SPENT, total)


def _expiring(scope: Scope, condition: Condition) -> ColumnElement[Any]:
    left = select(func.coalesce(func.sum(Lot.remaining), 0)).where(
        Lot.account_id == Member.account_id,
        Lot.remaining > 0,
        scope.span(condition.when).of(Lot.expires_at),
    )
    return points.one(left)


def _score(kind: FeedbackKind) -> Value:
    def value(scope: Scope, _condition: Condition) -> ColumnElement[Any]:
        return answers.newest(scope, kind)

    return value


VALUES: Mapping[str, Value] = {
    "gender": _column(Member.gender),
    "age": _age,
    "city": _column(Member.city),
    "family": _column(Member.family),
    "level": _column(Member.level_id),
    "source": _column(Member.source),
    "joined": _column(Member.joined_at),
    "last_visit": _column(func.coalesce(Member.last_purchase_at, Member.joined_at)),
    "first_purchase": _column(Member.first_purchase_at),
    "purchases": _purchases,
    "spent": _spent,
    "average_receipt": _average,
    "points": _balance,
    "points_given": _given,
    "points_spent": _points_spent,
    "points_expiring": _expiring,
    "nps": _score(FeedbackKind.NPS),
    "satisfaction": _score(FeedbackKind.SATISFACTION),
}
"""By the attribute's key."""
