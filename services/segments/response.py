"""How members answer to what they are sent, and how they came."""

from collections.abc import Callable
from typing import Any

from sqlalchemy import ColumnElement, ScalarSelect, func, or_, select
from sqlalchemy.orm import aliased

from models.offers import MemberOffer
from models.people import Identity, Member, Source
from models.speaking import Campaign, Delivery, DeliveryStatus
from services.segments.attribute import BACK, LATEST, Attribute, Kind, Named, Topic
from services.segments.person import one_of
from services.segments.scope import Scope, between
from services.segments.tree import Condition

QUEUE = "read from the deliveries"
COPIES = "read from members' copies of offers"

Holds = Callable[[Scope, Condition], ColumnElement[bool]]


def _delivered(at: Any) -> Holds:
    """That a campaign reached the member, or that they pressed a button under it."""

    def holds(scope: Scope, condition: Condition) -> ColumnElement[bool]:
        query = (
            select(Identity.member_id)
            .join(Delivery, Delivery.identity_id == Identity.id)
            .where(
                Delivery.status == DeliveryStatus.SENT,
                scope.span(condition.when).of(at),
                Identity.member_id.is_not(None),
                _of_campaigns(condition),
            )
        )
        return Member.id.in_(query)

    return holds


def _of_campaigns(condition: Condition) -> ColumnElement[bool]:
    if not condition.values:
        return Delivery.campaign_id.is_not(None)
    named: list[ColumnElement[bool]] = []
    ids = [value for value in condition.values if value != LATEST]
    if ids:
        named.append(Delivery.campaign_id.in_(ids))
    if LATEST in condition.values:
        named.append(Delivery.campaign_id == _latest())
    return or_(*named)


def _latest() -> ScalarSelect[int]:
    """The broadcast that began last."""
    begun = select(Campaign.id).where(Campaign.started_at.is_not(None))
    return begun.order_by(Campaign.started_at.desc(), Campaign.id.desc()).limit(1).scalar_subquery()


def _offered(at: Any) -> Holds:
    """That the member got a copy of an offer, or used one up."""

    def holds(scope: Scope, condition: Condition) -> ColumnElement[bool]:
        query = select(MemberOffer.member_id).where(scope.span(condition.when).of(at))
        if condition.values:
            query = query.where(MemberOffer.offer_id.in_(condition.values))
        return Member.id.in_(query)

    return holds


def _referrals(scope: Scope, condition: Condition) -> ColumnElement[bool]:
    """Friends who joined by the member's link."""
    friend = aliased(Member)
    brought = select(func.count()).where(
        friend.referrer_id == Member.id, scope.span(condition.when).of(friend.joined_at)
    )
    number = brought.correlate(Member).scalar_subquery()
    return between(number, condition.least, condition.most)


def _channel(_scope: Scope, condition: Condition) -> ColumnElement[bool]:
    speaking = select(Identity.member_id).where(
        Identity.messenger.in_(condition.values), Identity.member_id.is_not(None)
    )
    return Member.id.in_(speaking)


ATTRIBUTES = (
    Attribute(
        "received",
        Kind.CHOICE,
        Topic.RESPONSE,
        _delivered(Delivery.sent_at),
        QUEUE,
        named=Named.CAMPAIGN,
        whens=BACK,
    ),
    Attribute(
        "tapped",
        Kind.CHOICE,
        Topic.RESPONSE,
        _delivered(Delivery.tapped_at),
        QUEUE,
        named=Named.CAMPAIGN,
        whens=BACK,
    ),
    Attribute(
        "offer_received",
        Kind.CHOICE,
        Topic.RESPONSE,
        _offered(MemberOffer.run_at),
        COPIES,
        named=Named.OFFER,
        whens=BACK,
    ),
    Attribute(
        "offer_used",
        Kind.CHOICE,
        Topic.RESPONSE,
        _offered(MemberOffer.used_at),
        COPIES,
        named=Named.OFFER,
        whens=BACK,
    ),
    Attribute(
        "referrals",
        Kind.NUMBER,
        Topic.RESPONSE,
        _referrals,
        "counted by who brought them",
        whens=BACK,
    ),
    Attribute(
        "source",
        Kind.CHOICE,
        Topic.RESPONSE,
        one_of(Member.source),
        "set when the member joins",
        named=Named.WORD,
        words=tuple(Source),
    ),
    Attribute(
        "channel",
        Kind.CHOICE,
        Topic.RESPONSE,
        _channel,
        "the messengers that the member speaks in",
        named=Named.WORD,
        words=("telegram",),
    ),
)
