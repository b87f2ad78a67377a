"""Attributes of response: broadcasts, offers, referrals, source, messenger."""

from collections.abc import Callable
from typing import Any

from sqlalchemy import ColumnElement, ScalarSelect, func, or_, select
from sqlalchemy.orm import aliased

from models.base import BIG
from models.messaging import Campaign, Delivery, DeliveryStatus
from models.offers import MemberOffer
from models.people import Identity, Member, Source
from services.segments.attributes.person import is_one_of
from services.segments.attributes.visits import ranging
from services.segments.questions.attribute import (
    BACK,
    LATEST,
    Attribute,
    Kind,
    Named,
    Topic,
    Unit,
    stored,
)
from services.segments.questions.scope import Scope, one_of
from services.segments.questions.tree import Condition

QUEUE = "read from the deliveries"
COPIES = "read from members' copies of offers"

Holds = Callable[[Scope, Condition], ColumnElement[bool]]


def _delivered(at: Any) -> Holds:
    """The member received a campaign, or pressed a button under it."""

    def holds(scope: Scope, condition: Condition) -> ColumnElement[bool]:
        query = (
            select(Identity.member_id)
            .join(Delivery, Delivery.identity_id == Identity.id)
            .where(
                Delivery.status == DeliveryStatus.SENT,
                scope.span(condition.when).of(at),
                Identity.member_id.is_not(None),
                _of_campaigns(scope, condition),
            )
        )
        return scope.among(query)

    return holds


def _of_campaigns(scope: Scope, condition: Condition) -> ColumnElement[bool]:
    if not condition.values:
        return Delivery.campaign_id.is_not(None)
    named: list[ColumnElement[bool]] = []
    ids = [value for value in condition.values if value != LATEST]
    if ids:
        named.append(one_of(Delivery.campaign_id, ids))
    if LATEST in condition.values:
        named.append(Delivery.campaign_id == _latest(scope))
    return or_(*named)


def _latest(scope: Scope) -> ScalarSelect[int]:
    """The id of the broadcast that started last."""
    begun = select(Campaign.id).where(scope.span(None).of(Campaign.started_at))
    return begun.order_by(Campaign.started_at.desc(), Campaign.id.desc()).limit(1).scalar_subquery()


def _offered(at: Any) -> Holds:
    """The member got a copy of an offer, or used it."""

    def holds(scope: Scope, condition: Condition) -> ColumnElement[bool]:
        query = select(MemberOffer.member_id).where(scope.span(condition.when).of(at))
        if condition.values:
            query = query.where(one_of(MemberOffer.offer_id, condition.values))
        return scope.among(query)

    return holds


def _referrals(scope: Scope, condition: Condition, least: int) -> ColumnElement[bool]:
    """At least `least` friends joined by the member's link."""
    friend = aliased(Member)
    brought = select(friend.referrer_id).where(
        friend.referrer_id.is_not(None), scope.span(condition.when).of(friend.joined_at)
    )
    return scope.among(brought.group_by(friend.referrer_id).having(func.count(type_=BIG) >= least))


def _channel(scope: Scope, condition: Condition) -> ColumnElement[bool]:
    speaking = select(Identity.member_id).where(
        one_of(Identity.messenger, condition.values), Identity.member_id.is_not(None)
    )
    return scope.among(speaking)


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
        ranging(_referrals),
        "counted by who brought them",
        whens=BACK,
        unit=Unit.FRIENDS,
    ),
    Attribute(
        "source",
        Kind.CHOICE,
        Topic.RESPONSE,
        is_one_of(Member.source),
        "set when the member joins",
        named=Named.WORD,
        words=tuple(Source),
        value=stored(Member.source),
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
