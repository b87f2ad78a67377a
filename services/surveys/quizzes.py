"""Quizzes as an owner makes them: a draft of questions, published once, closed at the end."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from sqlalchemy import delete, select
from sqlalchemy.ext.asyncio import AsyncSession

from models.people import Role
from models.segmentation import AttributeKind, CustomAttribute
from models.surveys import Quiz, QuizQuestion
from services.audit import record
from services.context import Context
from services.errors import Gone, NameTaken
from services.parsing.ranges import Range
from services.parsing.texts import one_line, paragraph
from services.staff import access
from services.surveys import custom_attributes
from services.surveys.custom_attributes import Attribute
from services.surveys.errors import QuizEmpty, QuizPublished, TooManyQuizQuestions

TITLE_LENGTH = 60
TEXT_LENGTH = 600
QUESTION_LENGTH = 200
MOST_QUESTIONS = 12
POINTS = Range(0, 10_000)
USUAL_POINTS = 50


class QuizStatus(StrEnum):
    DRAFT = "draft"
    OPEN = "open"
    CLOSED = "closed"


@dataclass(frozen=True, slots=True)
class Question:
    id: int
    position: int  # from 1, rising; there may be gaps
    text: str
    attribute: Attribute


@dataclass(frozen=True, slots=True)
class QuizView:
    id: int
    title: str
    text: str  # shown before the first question; may be empty
    points: int  # points for completing it
    status: QuizStatus
    questions: tuple[Question, ...]

    @property
    def asked(self) -> tuple[Question, ...]:
        """Questions that can be asked now: some attributes may be retired since."""
        return tuple(question for question in self.questions if question.attribute.askable)


@dataclass(frozen=True, slots=True)
class NewQuestion:
    """A question that fills an attribute: an existing one, or a new one of this name and kind."""

    text: str
    attribute_id: int | None = None
    name: str = ""
    kind: AttributeKind = AttributeKind.CHOICE
    choices: tuple[str, ...] = ()


async def everything(ctx: Context, actor_id: int) -> list[QuizView]:
    """All quizzes, newest first. Raises NotStaff."""
    async with access.read(ctx, actor_id, Role.OWNER) as (session, _):
        rows = (await session.scalars(select(Quiz).order_by(Quiz.id.desc()))).all()
        return await views(session, rows)


async def show(ctx: Context, actor_id: int, quiz_id: int) -> QuizView:
    """One quiz. Raises NotStaff, Gone."""
    async with access.read(ctx, actor_id, Role.OWNER) as (session, _):
        return await view(session, await find(session, quiz_id))


async def find(session: AsyncSession, quiz_id: int) -> Quiz:
    """The row of a quiz. Raises Gone."""
    row = await session.get(Quiz, quiz_id)
    if row is None:
        raise Gone
    return row


async def view(session: AsyncSession, row: Quiz) -> QuizView:
    """A quiz with its questions in their order."""
    (found,) = await views(session, [row])
    return found


async def views(session: AsyncSession, rows: Sequence[Quiz]) -> list[QuizView]:
    """Quizzes with their questions, as `view` gives one."""
    query = select(QuizQuestion).where(QuizQuestion.quiz_id.in_([row.id for row in rows]))
    asked = (await session.scalars(query.order_by(QuizQuestion.position))).all()
    ids = {question.attribute_id for question in asked}
    attributes = {
        one.id: one for one in await custom_attributes.load(session, CustomAttribute.id.in_(ids))
    }
    return [
        QuizView(
            id=row.id,
            title=row.title,
            text=row.text,
            points=row.points,
            status=status(row),
            questions=tuple(
                Question(one.id, one.position, one.text, attributes[one.attribute_id])
                for one in asked
                if one.quiz_id == row.id
            ),
        )
        for row in rows
    ]


def status(row: Quiz) -> QuizStatus:
    if row.published_at is None:
        return QuizStatus.DRAFT
    return QuizStatus.OPEN if row.closed_at is None else QuizStatus.CLOSED


async def make(ctx: Context, actor_id: int, title: str) -> int:
    """Begin a quiz; gives its id. Raises NotStaff, BadText."""
    now = ctx.clock.now()
    async with access.write(ctx, actor_id, Role.OWNER) as (session, owner):
        row = Quiz(
            title=one_line(title, most=TITLE_LENGTH),
            text="",
            points=USUAL_POINTS,
            created_by=owner.id,
            created_at=now,
        )
        session.add(row)
        await session.flush()
        record(session, now, "quiz.made", staff_id=owner.id, facts=_facts(row))
        return row.id


async def change(
    ctx: Context,
    actor_id: int,
    quiz_id: int,
    *,
    title: str | None = None,
    text: str | None = None,
    points: int | None = None,
) -> None:
    """Set the values that are not None; an empty `text` removes the text. Points cannot change
    after publication.

    Raises NotStaff, Gone, BadText, BadNumber, QuizPublished.
    """
    async with access.owned(ctx, actor_id, Quiz, quiz_id, lock=True) as own:
        row = own.row
        if points is not None:
            _must_be_draft(row)
            row.points = POINTS.check(points) or 0
        if title is not None:
            row.title = one_line(title, most=TITLE_LENGTH)
        if text is not None:
            row.text = paragraph(text, most=TEXT_LENGTH) if text else ""
        own.record("quiz.changed", **_facts(row))


async def ask(ctx: Context, actor_id: int, quiz_id: int, new: NewQuestion) -> None:
    """Put a question at the end of a draft.

    Raises NotStaff, Gone, BadText, QuizPublished, TooManyQuizQuestions, NameTaken (also for an
    attribute that the quiz asks already), BadChoices, TooManyAttributes.
    """
    async with access.owned(ctx, actor_id, Quiz, quiz_id, lock=True) as own:
        row = own.row
        _must_be_draft(row)
        questions = (await view(own.session, row)).questions
        if len(questions) >= MOST_QUESTIONS:
            raise TooManyQuizQuestions(MOST_QUESTIONS)
        text = one_line(new.text, most=QUESTION_LENGTH)
        attribute_id = new.attribute_id
        if attribute_id is None:
            attribute_id = await custom_attributes.add(
                own.session, own.owner.id, new.name, new.kind, new.choices, own.at
            )
        elif not (await custom_attributes.one(own.session, attribute_id)).askable:
            raise Gone
        if attribute_id in {question.attribute.id for question in questions}:
            raise NameTaken
        own.session.add(
            QuizQuestion(
                quiz_id=quiz_id,
                position=max((one.position for one in questions), default=0) + 1,
                text=text,
                attribute_id=attribute_id,
            )
        )
        own.record("quiz.changed", **_facts(row))


async def drop_question(ctx: Context, actor_id: int, quiz_id: int, question_id: int) -> None:
    """Remove a question from a draft; its attribute stays. Raises NotStaff, Gone, QuizPublished."""
    async with access.owned(ctx, actor_id, Quiz, quiz_id, lock=True) as own:
        row = own.row
        _must_be_draft(row)
        mine = (QuizQuestion.id == question_id, QuizQuestion.quiz_id == quiz_id)
        await own.session.execute(delete(QuizQuestion).where(*mine))
        own.record("quiz.changed", **_facts(row))


async def publish(ctx: Context, actor_id: int, quiz_id: int) -> None:
    """Open a quiz to members; a second call changes nothing. Raises NotStaff, Gone, QuizEmpty."""
    async with access.owned(ctx, actor_id, Quiz, quiz_id, lock=True) as own:
        row = own.row
        if row.published_at is not None:
            return
        if not (await view(own.session, row)).asked:
            raise QuizEmpty
        row.published_at = own.at
        own.record("quiz.published", **_facts(row))


async def close(ctx: Context, actor_id: int, quiz_id: int) -> None:
    """Close a quiz; given answers stay. A draft is deleted. Raises NotStaff, Gone."""
    async with access.owned(ctx, actor_id, Quiz, quiz_id, lock=True) as own:
        row = own.row
        if row.published_at is None:
            await own.session.execute(delete(QuizQuestion).where(QuizQuestion.quiz_id == quiz_id))
            own.record("quiz.deleted", **_facts(row))
            await own.session.delete(row)
        elif row.closed_at is None:
            row.closed_at = own.at
            own.record("quiz.closed", **_facts(row))


def _must_be_draft(row: Quiz) -> None:
    if row.published_at is not None:
        raise QuizPublished


def _facts(row: Quiz) -> dict[str, int | str]:
    return {"quiz": row.id, "title": row.title}


def split(typed: str) -> tuple[str, tuple[str, ...]]:
    """Split a typed text into the question and its answers, one a line."""
    lines: Sequence[str] = [line.strip() for line in typed.splitlines() if line.strip()]
    return (lines[0], tuple(lines[1:])) if lines else ("", ())
