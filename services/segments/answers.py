"""What members answered: custom attributes, quizzes, how satisfied they are."""

from collections.abc import Callable

from sqlalchemy import ColumnElement, select

from models.asking import Feedback, FeedbackKind, QuizRun
from models.knowing import AttributeValue
from models.people import Member
from services.segments.attribute import BACK, Attribute, Kind, Named, Topic
from services.segments.scope import Scope, between
from services.segments.tree import Condition

CUSTOM = "custom:"
"""What the key of a custom attribute begins with; its id follows."""


def custom(attribute_id: int, *, number: bool) -> Attribute:
    """The attribute that a shop made itself."""

    def chosen(_scope: Scope, condition: Condition) -> ColumnElement[bool]:
        query = select(AttributeValue.member_id).where(AttributeValue.attribute_id == attribute_id)
        if condition.values:
            query = query.where(AttributeValue.choice_id.in_(condition.values))
        return Member.id.in_(query)

    def ranging(_scope: Scope, condition: Condition) -> ColumnElement[bool]:
        query = select(AttributeValue.member_id).where(
            AttributeValue.attribute_id == attribute_id,
            AttributeValue.number.is_not(None),
            between(AttributeValue.number, condition.least, condition.most),
        )
        return Member.id.in_(query)

    return Attribute(
        key=f"{CUSTOM}{attribute_id}",
        kind=Kind.NUMBER if number else Kind.CHOICE,
        topic=Topic.ANSWERS,
        holds=ranging if number else chosen,
        upkeep="the member answers a quiz, or an import says it",
        named=None if number else Named.ANSWER,
    )


def _newest(kind: FeedbackKind) -> Callable[[Scope, Condition], ColumnElement[bool]]:
    """The last score that the member gave."""

    def holds(_scope: Scope, condition: Condition) -> ColumnElement[bool]:
        given = (
            select(Feedback.score)
            .where(
                Feedback.member_id == Member.id,
                Feedback.kind == kind,
                Feedback.score.is_not(None),
            )
            .order_by(Feedback.answered_at.desc(), Feedback.id.desc())
            .limit(1)
        )
        score = given.correlate(Member).scalar_subquery()
        return between(score, condition.least, condition.most) & score.is_not(None)

    return holds


def _completed(scope: Scope, condition: Condition) -> ColumnElement[bool]:
    query = select(QuizRun.member_id).where(scope.span(condition.when).of(QuizRun.completed_at))
    if condition.values:
        query = query.where(QuizRun.quiz_id.in_(condition.values))
    return Member.id.in_(query)


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
