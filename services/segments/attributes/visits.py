"""What members did at the till: when, how often, how much, of what.

Lifetime figures are columns of the member, kept with every receipt; those of one category are
`member_categories`. What slides with time is read from the receipts of those members only who can
match at all: a window never holds more than a life.
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
"""Minor units: far beyond any receipt, and so many times over within what a database adds up."""

AtLeast = Callable[[Scope, Condition, int], ColumnElement[bool]]
"""That a figure is at least so much, which is more than nought."""


def _first_purchase(scope: Scope, condition: Condition) -> ColumnElement[bool]:
    return scope.span(condition.when).of(FIRST)


def _last_visit(scope: Scope, condition: Condition) -> ColumnElement[bool]:
    """The last purchase; of somebody who has bought nothing yet, joining."""
    span = scope.span(condition.when)
    if scope.past:
        last = _read(Span(None, scope.at), NO_GOODS, func.max(Purchase.at))
        return span.of(func.coalesce(last, Member.joined_at))
    return span.of(LAST_VISIT)


def ranging(at_least: AtLeast) -> Callable[[Scope, Condition], ColumnElement[bool]]:
    """A figure from `least` to `most` by the question whether it is at least so much: who has none
    of it is in no table, so nought is what is not more. For figures that are never less.
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
        return _once(scope, span, goods, LAST)
    if least == 1 and whole and span.after is None:
        return _once(scope, span, goods, FIRST)
    enough = least <= PURCHASES
    if span.ever and not goods:
        return enough
    if goods.categories:
        bought = _bought_for(span, goods, MemberCategory.purchases, least)
        enough = and_(enough, scope.among(bought))
        if span.ever and whole and len(goods.categories) == 1:
            return enough
    return and_(enough, _there(span), _read(span, goods, _receipts(goods)) >= least)


def _once(
    scope: Scope, span: Span, goods: Goods, tells: SQLCoreOperations[Any]
) -> ColumnElement[bool]:
    """One purchase at least, where the first or the last of all tells."""
    return scope.among(_bought(span, goods)) if goods else span.of(tells)


def _spent(scope: Scope, condition: Condition, least: int) -> ColumnElement[bool]:
    """Of lines the receipt's money tells nothing: each is rounded by itself."""
    span, goods = scope.span(condition.when), condition.goods
    enough = PURCHASES > 0 if goods.of_lines else least <= SPENT
    if goods.categories:
        enough = scope.among(_bought_for(span, goods, MemberCategory.paid, least))
    if span.ever and not (goods.products or goods.outlets):
        return enough
    return and_(enough, _there(span), _read(span, goods, _paid(goods)) >= least)


def _average(scope: Scope, condition: Condition) -> ColumnElement[bool]:
    """Of the receipts that count, in whole minor units: compared by sums, so nothing is divided."""
    span = scope.span(condition.when)
    bounds: list[ColumnElement[bool]] = [PURCHASES > 0, _there(span)]

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


def _there(span: Span) -> ColumnElement[bool]:
    """What must be so of anybody with a purchase in a span, known without reading receipts."""
    bounds: list[ColumnElement[bool]] = []
    if span.after is not None:
        bounds.append(span.after < LAST)
    if span.through is not None:
        bounds.append(span.through >= FIRST)
    return and_(true(), *bounds)


def _bought(span: Span, goods: Goods) -> Select[int]:
    """Who can have bought of the categories in a span; who has, if the span has one end."""
    query = select(MemberCategory.member_id).where(
        one_of(MemberCategory.category_id, goods.categories)
    )
    if span.after is not None:
        query = query.where(MemberCategory.last_at > span.after)
    if span.through is not None:
        query = query.where(MemberCategory.first_at <= span.through)
    return query


def _bought_for(
    span: Span, goods: Goods, figure: SQLCoreOperations[Any], least: int
) -> Select[int]:
    """Those of them whose whole life has so much of it: a span never has more."""
    bought = _bought(span, goods)
    if len(goods.categories) == 1:
        return bought.where(figure >= least)
    return bought.group_by(MemberCategory.member_id).having(func.sum(figure) >= least)


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
    """How many; one comes once for each of its lines."""
    return func.count(Purchase.id.distinct() if goods.of_lines else None, type_=BIG)


def _paid(goods: Goods) -> ColumnElement[int]:
    return func.sum(net_sales.LINE_PAID if goods.of_lines else net_sales.PAID)


def _mean(_goods: Goods) -> ColumnElement[int]:
    whole = func.sum(net_sales.PAID) // func.count(Purchase.id)
    return case((func.count(Purchase.id) > 0, whole), else_=None)


def _value(figure: Callable[[Goods], ColumnElement[int]]) -> Value:
    """Of the receipts that a condition is about."""

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
