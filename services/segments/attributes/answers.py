"""Attributes from members' answers: custom attributes, quizzes, feedback."""

from typing import Any

from sqlalchemy import ColumnElement, and_, select

from models.people import Member
from models.segmentation import AttributeValue
from models.surveys import Feedback, FeedbackKind, QuizRun
from services.segments.questions.attribute import BACK, Attribute, Holds, Kind, Named, Topic, Value
from services.segments.questions.scope import Scope, between, one_of
from services.segments.questions.tree import Condition

CUSTOM = "custom:"
"""Prefix of a custom attribute's key; its id follows."""


def custom(attribute_id: int, *, number: bool) -> Attribute:
    """A custom attribute of the shop."""

    def chosen(scope: Scope, condition: Condition) -> ColumnElement[bool]:
        query = select(AttributeValue.member_id).where(AttributeValue.attribute_id == attribute_id)
        if condition.values:
            query = query.where(one_of(AttributeValue.choice_id, condition.values))
        return scope.among(query)

    def ranging(scope: Scope, condition: Condition) -> ColumnElement[bool]:
        query = select(AttributeValue.member_id).where(
            AttributeValue.attribute_id == attribute_id,
            AttributeValue.number.is_not(None),
            between(AttributeValue.number, condition.least, condition.most),
        )
        return scope.among(query)

    return Attribute(
        key=f"{CUSTOM}{attribute_id}",
        kind=Kind.NUMBER if number else Kind.CHOICE,
        topic=Topic.ANSWERS,
        holds=ranging if number else chosen,
        upkeep="the member answers a quiz, or an import says it",
        named=None if number else Named.ANSWER,
    )


def _newest(kind: FeedbackKind) -> Value:
    """The member's last score; NULL if there is none."""

    def value(scope: Scope, _condition: Condition) -> ColumnElement[Any]:
        return (
            select(Feedback.score)
            .where(Feedback.member_id == Member.id, *_answered(scope, kind))
            .order_by(Feedback.answered_at.desc(), Feedback.id.desc())
            .limit(1)
            .correlate(Member)
            .scalar_subquery()
        )

    return value


def _answered(scope: Scope, kind: FeedbackKind) -> tuple[ColumnElement[bool], ...]:
    given = scope.span(None).of(Feedback.answered_at)
    return Feedback.kind == kind, Feedback.score.is_not(None), given


def _last_is(kind: FeedbackKind) -> Holds:
    """The last score is within the bounds. Only members who ever gave such a score are read."""
    newest = _newest(kind)

    def holds(scope: Scope, condition: Condition) -> ColumnElement[bool]:
        right = between(Feedback.score, condition.least, condition.most)
        gave = scope.among(select(Feedback.member_id).where(*_answered(scope, kind), right))
        last = newest(scope, condition)
        return and_(gave, between(last, condition.least, condition.most))

    return holds


def _completed(scope: Scope, condition: Condition) -> ColumnElement[bool]:
    query = select(QuizRun.member_id).where(scope.span(condition.when).of(QuizRun.completed_at))
    if condition.values:
        query = query.where(one_of(QuizRun.quiz_id, condition.values))
    return scope.among(query)


ATTRIBUTES = (
    Attribute(
        "nps",
        Kind.NUMBER,
        Topic.ANSWERS,
        _last_is(FeedbackKind.NPS),
        "the member's last answer",
        value=_newest(FeedbackKind.NPS),
    ),
    Attribute(
        "satisfaction",
        Kind.NUMBER,
        Topic.ANSWERS,
        _last_is(FeedbackKind.SATISFACTION),
        "the member's last answer",
        value=_newest(FeedbackKind.SATISFACTION),
    ),
    Attribute(
        "quiz",
        Kind.CHOICE,
        Topic.ANSWERS,
        _completed,
        "when a quiz is completed",
        named=Named.QUIZ,
        whens=BACK,
    ),
)
