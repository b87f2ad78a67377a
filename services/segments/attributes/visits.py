"""Attributes of purchases: when, how often, how much, of what.

Lifetime totals are columns of the member, kept with every receipt; totals of one category are in
`member_categories`. Amounts within a time range are read from receipts, and only for members whose
lifetime totals are large enough: a range never has more than the lifetime.
"""

from collections.abc import Callable
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, case, false, func, select, true
from sqlalchemy.sql.elements import SQLCoreOperations

from models.base import BIG
from models.people import Member
from models.segmentation import MemberCategory
from models.till import Purchase, PurchaseLine
from services.segments.questions.attribute import BACK, Attribute, Kind, Topic, Unit, Value, stored
from services.segments.questions.scope import Scope, Span, no, one_of
from services.segments.questions.tree import NO_GOODS, Condition, Goods
from services.segments.questions.unindexed import scanned
from services.totals import net_sales

KEPT = "a column of the member, kept in the transaction of every receipt"
READ = "kept totals of the member and of each category; a window reads the candidates' receipts"

LAST, FIRST = scanned(Member.last_purchase_at), scanned(Member.first_purchase_at)
LAST_VISIT = func.coalesce(Member.last_purchase_at, Member.joined_at)
PURCHASES, SPENT = scanned(Member.purchases_count), scanned(Member.spent_total)

LARGEST_AVERAGE = 10**12
"""Minor units: larger than any receipt, and the sum of many still fits a database's number."""

AtLeast = Callable[[Scope, Condition, int], ColumnElement[bool]]
"""The condition that a value is at least `least`, which is above 0."""


def _first_purchase(scope: Scope, condition: Condition) -> ColumnElement[bool]:
    return scope.span(condition.when).of(FIRST)


def _last_visit(scope: Scope, condition: Condition) -> ColumnElement[bool]:
    """The time of the last purchase; of joining, if there is none."""
    span = scope.span(condition.when)
    if scope.past:
        last = _read(Span(None, scope.at), NO_GOODS, func.max(Purchase.at))
        return span.of(func.coalesce(last, Member.joined_at))
    return span.of(LAST_VISIT)


def ranging(at_least: AtLeast) -> Callable[[Scope, Condition], ColumnElement[bool]]:
    """A value from `least` to `most`, built from `at_least`. Members with no rows count as 0, so
    `<= n` is written as `NOT >= n+1`. Only for values that are never below 0.
    """

    def holds(scope: Scope, condition: Condition) -> ColumnElement[bool]:
        bounds: list[ColumnElement[bool]] = []
        if condition.least is not None and condition.least > 0:
            bounds.append(at_least(scope, condition, condition.least))
        if condition.most is not None:
            more = at_least(scope, condition, max(condition.most, 0) + 1)
            bounds.append(no(more) if condition.most >= 0 else false())
        return and_(true(), *bounds)

    return holds


def _purchases(scope: Scope, condition: Condition, least: int) -> ColumnElement[bool]:
    span, goods = scope.span(condition.when), condition.goods
    whole = not (goods.products or goods.outlets)
    if least == 1 and whole and span.through is None:
        return _at_least_one(scope, span, goods, LAST)
    if least == 1 and whole and span.after is None:
        return _at_least_one(scope, span, goods, FIRST)
    enough = least <= PURCHASES
    if span.ever and not goods:
        return enough
    if goods.categories:
        bought = _buyers_with_total(span, goods, MemberCategory.purchases, least)
        enough = and_(enough, scope.among(bought))
        if span.ever and whole and len(goods.categories) == 1:
            return enough
    return and_(enough, _can_have_purchase(span), _read(span, goods, _receipts(goods)) >= least)


def _at_least_one(
    scope: Scope, span: Span, goods: Goods, tells: SQLCoreOperations[Any]
) -> ColumnElement[bool]:
    """At least one purchase, for a span with an open end: the first or last purchase decides."""
    return scope.among(_buyers(span, goods)) if goods else span.of(tells)


def _spent(scope: Scope, condition: Condition, least: int) -> ColumnElement[bool]:
    """Receipt totals cannot be used for single lines: each line is rounded on its own."""
    span, goods = scope.span(condition.when), condition.goods
    enough = PURCHASES > 0 if goods.of_lines else least <= SPENT
    if goods.categories:
        enough = scope.among(_buyers_with_total(span, goods, MemberCategory.paid, least))
    if span.ever and not (goods.products or goods.outlets):
        return enough
    return and_(enough, _can_have_purchase(span), _read(span, goods, _paid(goods)) >= least)


def _average(scope: Scope, condition: Condition) -> ColumnElement[bool]:
    """The average receipt in whole minor units. Sums are compared, so nothing is divided."""
    span = scope.span(condition.when)
    bounds: list[ColumnElement[bool]] = [PURCHASES > 0, _can_have_purchase(span)]

    def above(limit: int) -> ColumnElement[Any]:
        limit = max(-LARGEST_AVERAGE, min(limit, LARGEST_AVERAGE))
        if span.ever:
            return SPENT - limit * PURCHASES
        return _read(span, condition.goods, func.sum(net_sales.PAID - limit))

    if condition.least is not None:
        bounds.append(above(condition.least) >= 0)
    if condition.most is not None:
        bounds.append(above(condition.most + 1) < 0)
    return and_(*bounds)


def _can_have_purchase(span: Span) -> ColumnElement[bool]:
    """A necessary condition for a purchase in the span; it reads no receipts."""
    bounds: list[ColumnElement[bool]] = []
    if span.after is not None:
        bounds.append(span.after < LAST)
    if span.through is not None:
        bounds.append(span.through >= FIRST)
    return and_(true(), *bounds)


def _buyers(span: Span, goods: Goods) -> Select[int]:
    """Members who may have bought the categories in the span; exact if one end of it is open."""
    query = select(MemberCategory.member_id).where(
        one_of(MemberCategory.category_id, goods.categories)
    )
    if span.after is not None:
        query = query.where(MemberCategory.last_at > span.after)
    if span.through is not None:
        query = query.where(MemberCategory.first_at <= span.through)
    return query


def _buyers_with_total(
    span: Span, goods: Goods, figure: SQLCoreOperations[Any], least: int
) -> Select[int]:
    """Those of them whose lifetime total is at least `least`: a span never has more."""
    bought = _buyers(span, goods)
    if len(goods.categories) == 1:
        return bought.where(figure >= least)
    return bought.group_by(MemberCategory.member_id).having(func.sum(figure) >= least)


def _read(span: Span, goods: Goods, figure: ColumnElement[Any]) -> ColumnElement[Any]:
    """An aggregate over the member's receipts in a span; NULL or 0 when there are none."""
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
        query = query.where(one_of(Purchase.outlet_id, goods.outlets))
    if goods.of_lines:
        query = query.join(PurchaseLine, PurchaseLine.purchase_id == Purchase.id)
        query = query.where(net_sales.LINE_COUNTS)
    if goods.categories:
        query = query.where(one_of(PurchaseLine.category_id, goods.categories))
    if goods.products:
        query = query.where(one_of(PurchaseLine.product_id, goods.products))
    return query.correlate(Member).scalar_subquery()


def _receipts(goods: Goods) -> ColumnElement[int]:
    """The number of receipts. When lines are joined, a receipt has several rows."""
    return func.count(Purchase.id.distinct() if goods.of_lines else None, type_=BIG)


def _paid(goods: Goods) -> ColumnElement[int]:
    return func.sum(net_sales.LINE_PAID if goods.of_lines else net_sales.PAID)


def _mean(_goods: Goods) -> ColumnElement[int]:
    whole = func.sum(net_sales.PAID) // func.count(Purchase.id)
    return case((func.count(Purchase.id) > 0, whole), else_=None)


def _value(figure: Callable[[Goods], ColumnElement[int]]) -> Value:
    """A value over the receipts that the condition selects."""

    def value(scope: Scope, condition: Condition) -> ColumnElement[Any]:
        return _read(scope.span(condition.when), condition.goods, figure(condition.goods))

    return value


ATTRIBUTES = (
    Attribute(
        "last_visit",
        Kind.TIME,
        Topic.VISITS,
        _last_visit,
        KEPT,
        whens=BACK,
        timeless=False,
        value=stored(LAST_VISIT),
    ),
    Attribute(
        "first_purchase",
        Kind.TIME,
        Topic.VISITS,
        _first_purchase,
        KEPT,
        whens=BACK,
        value=stored(Member.first_purchase_at),
    ),
    Attribute(
        "purchases",
        Kind.NUMBER,
        Topic.VISITS,
        ranging(_purchases),
        READ,
        whens=BACK,
        goods=True,
        value=_value(_receipts),
        unit=Unit.PURCHASES,
    ),
    Attribute(
        "spent",
        Kind.MONEY,
        Topic.VISITS,
        ranging(_spent),
        READ,
        whens=BACK,
        goods=True,
        value=_value(_paid),
    ),
    Attribute(
        "average_receipt",
        Kind.MONEY,
        Topic.VISITS,
        _average,
        READ,
        whens=BACK,
        value=_value(_mean),
    ),
)
