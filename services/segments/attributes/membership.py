"""Attributes of membership: level, joining, consent, whether a message can reach the member."""

from collections.abc import Callable
from typing import Any

from sqlalchemy import ColumnElement, select

from models.people import Identity, Member
from services.segments.attributes.person import is_one_of
from services.segments.questions.attribute import BACK, Attribute, Kind, Named, Topic, stored
from services.segments.questions.scope import Scope
from services.segments.questions.tree import Condition
from services.segments.questions.unindexed import scanned

OWN = "a column of the member"


def _flag(so: Any) -> Callable[[Scope, Condition], ColumnElement[bool]]:
    def holds(_scope: Scope, _condition: Condition) -> ColumnElement[bool]:
        condition: ColumnElement[bool] = so
        return condition

    return holds


def _joined(scope: Scope, condition: Condition) -> ColumnElement[bool]:
    return scope.span(condition.when).of(scanned(Member.joined_at))


def _listed(_scope: Scope, condition: Condition) -> ColumnElement[bool]:
    return Member.id.in_(condition.values)


def chat() -> Any:
    """The chats in which the member can be reached."""
    return select(Identity.id).where(
        Identity.member_id == Member.id, Identity.unreachable_since.is_(None)
    )


ATTRIBUTES = (
    Attribute(
        "level",
        Kind.CHOICE,
        Topic.MEMBERSHIP,
        is_one_of(Member.level_id),
        "kept with every receipt and by the clock",
        named=Named.LEVEL,
        value=stored(Member.level_id),
    ),
    Attribute(
        "joined",
        Kind.TIME,
        Topic.MEMBERSHIP,
        _joined,
        OWN,
        whens=BACK,
        timeless=False,
        value=stored(Member.joined_at),
    ),
    Attribute(
        "consent", Kind.FLAG, Topic.MEMBERSHIP, _flag(Member.ads_consent_at.is_not(None)), OWN
    ),
    Attribute(
        "reachable",
        Kind.FLAG,
        Topic.MEMBERSHIP,
        _flag(chat().correlate(Member).exists()),
        "kept by the sender: who blocks the bot is unreachable until they come back",
    ),
    Attribute("phone", Kind.FLAG, Topic.MEMBERSHIP, _flag(Member.phone.is_not(None)), OWN),
    Attribute("frozen", Kind.FLAG, Topic.MEMBERSHIP, _flag(Member.frozen_at.is_not(None)), OWN),
    Attribute(
        "member",
        Kind.CHOICE,
        Topic.MEMBERSHIP,
        _listed,
        OWN,
        named=Named.MEMBER,
    ),
)
