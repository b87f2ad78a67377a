"""The life-cycle stage of a member, and whether the member spends less than before.

Stages depend on days and counts. Except for VIP, members are not compared with one another, so a
stage changes only by what the member does or does not do. The first stage of `Stage` that fits
counts. A member without purchases has no stage.
"""

from datetime import timedelta
from enum import StrEnum

from sqlalchemy import ColumnElement, and_, case, false, func, or_, select

from models.people import Member
from models.till import Purchase
from services.segments.questions.attribute import Attribute, Kind, Named, Topic
from services.segments.questions.scope import Scope
from services.segments.questions.tree import Condition
from services.segments.rfm.scores import Measure, cuts_in
from services.totals import net_sales

LOST_AFTER = timedelta(days=180)
"""Half a year without a visit: by then a new habit has formed, in another shop."""

SLEEPS_AFTER = timedelta(days=60)
"""Two months. Most shops of daily goods and services see a guest about once a month: one missed
visit can be chance, two hardly.
"""
NEW_FOR = timedelta(days=30)
"""Whether a second visit comes within a month decides whether there will be more."""

FREQUENT_FROM = 5
"""Purchases, as many as stamp cards ask for; fewer can be one week on holiday."""

FALLING_OVER = timedelta(days=90)
FALLING_PURCHASES = 2
"""Least purchases in the earlier span: one receipt alone shows no trend."""


class Stage(StrEnum):
    LOST = "lost"  # no purchase for LOST_AFTER
    SLEEPING = "sleeping"  # no purchase for SLEEPS_AFTER
    NEW = "new"  # the first purchase was within NEW_FOR
    VIP = "vip"  # frequent, and in the fifth that spent most
    FREQUENT = "frequent"  # FREQUENT_FROM purchases
    ONE_OFF = "one_off"  # one purchase
    ACTIVE = "active"  # from two to FREQUENT_FROM - 1 purchases


def _stage(scope: Scope, condition: Condition) -> ColumnElement[bool]:
    """Stages as ranges that do not overlap, so that indexes can be used."""
    last, first = Member.last_purchase_at, Member.first_purchase_at
    lost, asleep = scope.at - LOST_AFTER, scope.at - SLEEPS_AFTER
    known = and_(last > asleep, first <= scope.at - NEW_FOR)
    often = Member.purchases_count >= FREQUENT_FROM
    cuts = cuts_in(scope)
    spends = false() if cuts is None else cuts.within(Measure.MONETARY, 5, 5)
    stages = {
        Stage.LOST: last <= lost,
        Stage.SLEEPING: and_(last > lost, last <= asleep),
        Stage.NEW: and_(last > asleep, first > scope.at - NEW_FOR),
        Stage.VIP: and_(known, often, spends),
        Stage.FREQUENT: and_(known, often, ~spends),
        Stage.ONE_OFF: and_(known, Member.purchases_count == 1),
        Stage.ACTIVE: and_(known, Member.purchases_count.between(2, FREQUENT_FROM - 1)),
    }
    return or_(false(), *(stages[Stage(str(value))] for value in condition.values))


def _falling(scope: Scope, _condition: Condition) -> ColumnElement[bool]:
    """Spent in the last 90 days less than half of the 90 days before, which had at least
    FALLING_PURCHASES.
    """
    middle = scope.at - FALLING_OVER
    start = middle - FALLING_OVER
    earlier = Purchase.at <= middle
    before = func.sum(case((earlier, net_sales.PAID), else_=0))
    since = func.sum(case((earlier, 0), else_=net_sales.PAID))
    fell = (
        select(and_(func.count().filter(earlier) >= FALLING_PURCHASES, since * 2 < before))
        .where(
            Purchase.member_id == Member.id,
            Purchase.undone_at.is_(None),
            Purchase.at > start,
        )
        .correlate(Member)
        .scalar_subquery()
    )
    candidates = (
        Member.last_purchase_at > start,
        Member.first_purchase_at <= middle,
        Member.purchases_count >= FALLING_PURCHASES,
    )
    return and_(*candidates, fell)


ATTRIBUTES = (
    Attribute(
        "stage",
        Kind.CHOICE,
        Topic.GROUPS,
        _stage,
        "the member's columns on the day; among the frequent, the day's cut points tell a VIP",
        named=Named.WORD,
        words=tuple(Stage),
    ),
    Attribute(
        "falling",
        Kind.FLAG,
        Topic.GROUPS,
        _falling,
        "the receipts of two spans of 90 days, of the candidates only",
    ),
)
