"""Results of a quiz: how many began and finished, and their answers."""

from dataclasses import dataclass

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.ext.asyncio import AsyncSession

from models.people import Role
from models.segmentation import AttributeValue
from models.surveys import QuizRun
from services.context import Context
from services.staff import access
from services.surveys import quizzes
from services.surveys.quizzes import Question, QuizView


@dataclass(frozen=True, slots=True)
class Share:
    """The number of members with one answer. `percent` of those who passed the question, rounded
    down.
    """

    name: str
    count: int
    percent: int


@dataclass(frozen=True, slots=True)
class Answers:
    """Answers to one question: shares of its choices, or the least, the middle and the greatest
    number.
    """

    text: str
    answered: int
    shares: tuple[Share, ...]
    numbers: tuple[int, int, int] | None


@dataclass(frozen=True, slots=True)
class Results:
    quiz: QuizView
    started: int
    completed: int
    points: int  # given so far
    questions: tuple[Answers, ...]


async def results(ctx: Context, actor_id: int, quiz_id: int) -> Results:
    """The results, for an owner. Answers are members' answers of now: they may have changed since
    the quiz.

    Raises NotStaff, Gone.
    """
    async with access.read(ctx, actor_id, Role.OWNER) as (session, _):
        quiz = await quizzes.view(session, await quizzes.find(session, quiz_id))
        runs = select(
            func.count(),
            func.count(QuizRun.completed_at),
            func.count(QuizRun.operation_id.distinct()),
        )
        started, completed, paid = (
            await session.execute(runs.where(QuizRun.quiz_id == quiz_id))
        ).one()
        answers = [await _answers(session, quiz, question) for question in quiz.questions]
    return Results(quiz, started, completed, paid * quiz.points, tuple(answers))


async def _answers(session: AsyncSession, quiz: QuizView, question: Question) -> Answers:
    past = select(QuizRun.member_id).where(
        QuizRun.quiz_id == quiz.id, QuizRun.reached >= question.position
    )
    answered = await session.scalar(select(func.count()).select_from(past.subquery())) or 0
    theirs = (
        AttributeValue.attribute_id == question.attribute.id,
        AttributeValue.member_id.in_(past),
    )
    by_choice = select(AttributeValue.choice_id, func.count()).where(*theirs)
    rows = await session.execute(by_choice.group_by(AttributeValue.choice_id))
    counts = {row[0]: row[1] for row in rows}
    shares = [
        Share(choice.name, counts.get(choice.id, 0), counts.get(choice.id, 0) * 100 // answered)
        for choice in question.attribute.choices
        if answered and (not choice.retired or choice.id in counts)
    ]
    count = counts.get(None, 0)
    numbers = await _numbers(session, count, theirs) if count else None
    return Answers(question.text, answered, tuple(shares), numbers)


async def _numbers(
    session: AsyncSession, count: int, theirs: tuple[ColumnElement[bool], ...]
) -> tuple[int, int, int]:
    query = select(AttributeValue.number).where(*theirs).order_by(AttributeValue.number)
    places = (0, count // 2, count - 1)
    found = [await session.scalar(query.offset(place).limit(1)) for place in places]
    least, middle, most = (number or 0 for number in found)
    return least, middle, most
