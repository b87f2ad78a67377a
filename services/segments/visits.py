"""What members did at the till: when, how often, how much, of what.

Lifetime figures are columns of the member, kept with every receipt; those of one category are
`member_categories`. What slides with time is read from the receipts of those members only who can
match at all: a window never holds more than a life.
"""

from collections.abc import Callable, Iterator
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, func, or_, select, true
from sqlalchemy.sql.elements import SQLCoreOperations

from models.knowing import MemberCategory
from models.people import Member
from models.till import Purchase, PurchaseLine
from services import kept_lines
from services.segments.attribute import BACK, Attribute, Kind, Topic
from services.segments.scope import Scope, Span, no
from services.segments.tree import Condition, Goods

KEPT = "a column of the member, kept in the transaction of every receipt"
READ = "kept totals of the member and of each category; a window reads the candidates' receipts"

AtLeast = Callable[[Span, Goods, int], ColumnElement[bool]]


def _happened(column: SQLCoreOperations[Any]) -> Callable[[Scope, Condition], ColumnElement[bool]]:
    def holds(scope: Scope, condition: Condition) -> ColumnElement[bool]:
        return scope.span(condition.when).of(column)

    return holds


def _last_visit(scope: Scope, condition: Condition) -> ColumnElement[bool]:
    """The last purchase; of somebody who has bought nothing yet, joining. Spelled so that the
    index on the last purchase serves.
    """
    span = scope.span(condition.when)
    newcomer = and_(Member.last_purchase_at.is_(None), span.of(Member.joined_at))
    return or_(span.of(Member.last_purchase_at), newcomer)


def ranging(at_least: AtLeast) -> Callable[[Scope, Condition], ColumnElement[bool]]:
    """A figure from `least` to `most` by the question whether it is at least so much: who has none
    of it is in no table, so nought is what is not more.
    """

    def holds(scope: Scope, condition: Condition) -> ColumnElement[bool]:
        span, goods = scope.span(condition.when), condition.goods
        bounds: list[ColumnElement[bool]] = []
        if condition.least is not None and condition.least > 0:
            bounds.append(at_least(span, goods, condition.least))
        if condition.most is not None:
            bounds.append(no(at_least(span, goods, condition.most + 1)))
        return and_(true(), *bounds)

    return holds


def _purchases(span: Span, goods: Goods, least: int) -> ColumnElement[bool]:
    if least == 1 and not (goods.products or goods.outlets):
        if span.through is None and span.after is not None:
            return _once(goods, Member.last_purchase_at, MemberCategory.last_at, span)
        if span.through is not None and span.after is None:
            return _once(goods, Member.first_purchase_at, MemberCategory.first_at, span)
    if span.ever and not goods:
        return Member.purchases_count >= least
    if span.ever and len(goods.categories) == 1 and not (goods.products or goods.outlets):
        return Member.id.in_(_bought(goods).where(MemberCategory.purchases >= least))
    enough = Member.purchases_count >= least
    return and_(enough, *_candidates(span, goods), _read(span, goods, _RECEIPTS) >= least)


def _once(
    goods: Goods, of_all: SQLCoreOperations[Any], of_one: SQLCoreOperations[Any], span: Span
) -> ColumnElement[bool]:
    """One purchase at least, where the first or the last of all tells."""
    if not goods:
        return span.of(of_all)
    return Member.id.in_(_bought(goods).where(span.of(of_one)))


def _spent(span: Span, goods: Goods, least: int) -> ColumnElement[bool]:
    if span.ever and not goods:
        return Member.spent_total >= least
    if span.ever and not (goods.products or goods.outlets):
        of_each = _bought(goods).group_by(MemberCategory.member_id)
        return Member.id.in_(of_each.having(func.sum(MemberCategory.paid) >= least))
    lines = goods.categories or goods.products
    paid = func.sum(kept_lines.LINE_PAID if lines else kept_lines.PAID)
    enough = Member.spent_total >= least
    return and_(enough, *_candidates(span, goods), _read(span, goods, paid) >= least)


def _average(scope: Scope, condition: Condition) -> ColumnElement[bool]:
    """Of the receipts that count, in whole minor units: compared by sums, so nothing is divided."""
    span = scope.span(condition.when)
    bounds: list[ColumnElement[bool]] = [Member.purchases_count > 0]
    bounds += _candidates(span, condition.goods)

    def above(limit: int) -> ColumnElement[Any]:
        if span.ever:
            return Member.spent_total - limit * Member.purchases_count
        return _read(span, condition.goods, func.sum(kept_lines.PAID - limit))

    if condition.least is not None:
        bounds.append(above(condition.least) >= 0)
    if condition.most is not None:
        bounds.append(above(condition.most + 1) < 0)
    return and_(*bounds)


_RECEIPTS = func.count(Purchase.id.distinct())


def _candidates(span: Span, goods: Goods) -> Iterator[ColumnElement[bool]]:
    """What must be so of anybody with such a purchase, and is known without reading receipts."""
    if span.after is not None:
        yield Member.last_purchase_at > span.after
    if span.through is not None:
        yield Member.first_purchase_at <= span.through
    if goods.categories:
        bought = _bought(goods)
        if span.after is not None:
            bought = bought.where(MemberCategory.last_at > span.after)
        if span.through is not None:
            bought = bought.where(MemberCategory.first_at <= span.through)
        yield Member.id.in_(bought)


def _bought(goods: Goods) -> Select[int]:
    chosen = MemberCategory.category_id.in_(goods.categories)
    return select(MemberCategory.member_id).where(chosen)


def _read(span: Span, goods: Goods, figure: ColumnElement[Any]) -> ColumnElement[Any]:
    """A figure of the member's receipts in a span; NULL or nought when there are none."""
    query = (
        select(figure)
        .select_from(Purchase)
        .where(
            Purchase.member_id == Member.id,
            Purchase.undone_at.is_(None),
            *([] if span.ever else [span.of(Purchase.at)]),
        )
    )
    if goods.outlets:
        query = query.where(Purchase.outlet_id.in_(goods.outlets))
    if goods.categories or goods.products:
        query = query.join(PurchaseLine, PurchaseLine.purchase_id == Purchase.id)
        query = query.where(kept_lines.LINE_COUNTS)
    if goods.categories:
        query = query.where(PurchaseLine.category_id.in_(goods.categories))
    if goods.products:
        query = query.where(PurchaseLine.product_id.in_(goods.products))
    return query.correlate(Member).scalar_subquery()


ATTRIBUTES = (
    Attribute("last_visit", Kind.TIME, Topic.VISITS, _last_visit, KEPT, whens=BACK, timeless=False),
    Attribute(
        "first_purchase",
        Kind.TIME,
        Topic.VISITS,
        _happened(Member.first_purchase_at),
        KEPT,
        whens=BACK,
    ),
    Attribute(
        "purchases", Kind.NUMBER, Topic.VISITS, ranging(_purchases), READ, whens=BACK, goods=True
    ),
    Attribute("spent", Kind.MONEY, Topic.VISITS, ranging(_spent), READ, whens=BACK, goods=True),
    Attribute("average_receipt", Kind.MONEY, Topic.VISITS, _average, READ, whens=BACK),
)
