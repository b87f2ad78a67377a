"""What members answered: custom attributes, quizzes, how satisfied they are."""

from collections.abc import Callable
from typing import Any

from sqlalchemy import ColumnElement, and_, select

from models.asking import Feedback, FeedbackKind, QuizRun
from models.knowing import AttributeValue
from models.people import Member
from services.segments.attribute import BACK, Attribute, Kind, Named, Topic
from services.segments.scope import Scope, between, one_of
from services.segments.tree import Condition

CUSTOM = "custom:"
"""What the key of a custom attribute begins with; its id follows."""


def custom(attribute_id: int, *, number: bool) -> Attribute:
    """The attribute that a shop made itself."""

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


def newest(scope: Scope, kind: FeedbackKind) -> ColumnElement[Any]:
    """The last score that the member gave; NULL for none."""
    return (
        select(Feedback.score)
        .where(Feedback.member_id == Member.id, *_answered(scope, kind))
        .order_by(Feedback.answered_at.desc(), Feedback.id.desc())
        .limit(1)
        .correlate(Member)
        .scalar_subquery()
    )


def _answered(scope: Scope, kind: FeedbackKind) -> tuple[ColumnElement[bool], ...]:
    given = scope.span(None).of(Feedback.answered_at)
    return Feedback.kind == kind, Feedback.score.is_not(None), given


def _newest(kind: FeedbackKind) -> Callable[[Scope, Condition], ColumnElement[bool]]:
    """That the last score is so; looked for among those who ever gave such a one."""

    def holds(scope: Scope, condition: Condition) -> ColumnElement[bool]:
        score, answered = newest(scope, kind), _answered(scope, kind)
        right = between(Feedback.score, condition.least, condition.most)
        gave = scope.among(select(Feedback.member_id).where(*answered, right))
        return and_(gave, between(score, condition.least, condition.most))

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
        _newest(FeedbackKind.NPS),
        "the member's last answer",
    ),
    Attribute(
        "satisfaction",
        Kind.NUMBER,
        Topic.ANSWERS,
        _newest(FeedbackKind.SATISFACTION),
        "the member's last answer",
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
