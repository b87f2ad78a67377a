"""A member's way through a quiz: one question after another, back, later, and points at the end.

Answers are stored as custom attributes at once, whether or not the member reaches the end.
"""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from models.ledger import Account
from models.segmentation import AttributeKind
from models.surveys import Quiz, QuizRun
from services import ledger
from services.context import Context
from services.errors import Gone
from services.points import answer_points
from services.surveys import attribute_answers, quizzes
from services.surveys.attribute_answers import Told
from services.surveys.errors import QuizClosed, QuizDone
from services.surveys.quizzes import Question, QuizStatus, QuizView


@dataclass(frozen=True, slots=True)
class Offered:
    """A quiz that a member may answer now."""

    quiz_id: int
    title: str
    text: str
    points: int  # 0 for somebody who got them with an earlier card
    left: int  # questions left
    begun: bool


@dataclass(frozen=True, slots=True)
class Standing:
    """A member's place in a quiz: before a question, or at the end (`question` is None).

    `points`: what the end has brought just now; 0 before it, and when it was reached before.
    """

    quiz: QuizView
    question: Question | None
    told: Told
    points: int = 0


async def offered(ctx: Context, member_id: int) -> list[Offered]:
    """Open quizzes that the member has not completed, newest first."""
    query = (
        select(Quiz, QuizRun)
        .outerjoin(QuizRun, (QuizRun.quiz_id == Quiz.id) & (QuizRun.member_id == member_id))
        .where(
            Quiz.published_at.is_not(None), Quiz.closed_at.is_(None), QuizRun.completed_at.is_(None)
        )
        .order_by(Quiz.id.desc())
    )
    async with ctx.db.read() as session:
        found = (await session.execute(query)).all()
        open_now = await quizzes.views(session, [row for row, _ in found])
        offers = [
            await _offer(session, member_id, quiz, run)
            for quiz, (_, run) in zip(open_now, found, strict=True)
        ]
    return [one for one in offers if one.left]


async def look(ctx: Context, member_id: int, quiz_id: int) -> Offered:
    """The quiz before it begins. Raises Gone, QuizClosed, QuizDone."""
    async with ctx.db.read() as session:
        quiz = await _open(session, quiz_id)
        run = await _run(session, member_id, quiz_id)
        _must_not_be_done(run)
        return await _offer(session, member_id, quiz, run)


async def _offer(
    session: AsyncSession, member_id: int, quiz: QuizView, run: QuizRun | None
) -> Offered:
    reached = run.reached if run is not None else 0
    left = sum(question.position > reached for question in quiz.asked)
    thanked = await ledger.find(
        session, await answer_points.key(session, f"quiz:{quiz.id}", member_id)
    )
    points = quiz.points if thanked is None else 0
    return Offered(quiz.id, quiz.title, quiz.text, points, left, run is not None)


async def go_on(ctx: Context, member_id: int, quiz_id: int) -> Standing:
    """Begin a quiz, or go on with it. Raises Gone, QuizClosed, QuizDone."""
    now = ctx.clock.now()
    async with ctx.db.write() as session:
        account, _ = await answer_points.hold(session, member_id)
        quiz = await _open(session, quiz_id)
        run = await _run(session, member_id, quiz_id)
        _must_not_be_done(run)
        if run is None:
            if not quiz.asked:  # all questions were retired: no answers, no points
                raise QuizClosed
            run = QuizRun(quiz_id=quiz_id, member_id=member_id, started_at=now, reached=0)
            session.add(run)
            await session.flush()
        return await _after(session, account, quiz, run, run.reached, now)


async def back_to(ctx: Context, member_id: int, quiz_id: int, question_id: int) -> Standing:
    """Go back to the question before this one; at the first, it stays.

    Raises Gone, QuizClosed, QuizDone.
    """
    async with ctx.db.read() as session:
        quiz = await _open(session, quiz_id)
        run = await _begun(session, member_id, quiz_id)
        here = _question(quiz, run, question_id)
        earlier = [one for one in quiz.asked if one.position < here.position]
        return await _before(session, quiz, run, earlier[-1] if earlier else here)


async def answer(
    ctx: Context, member_id: int, quiz_id: int, question_id: int, told: Told | None
) -> Standing:
    """Answer a question and go on to the next; `told` None: keep the known answer, or choose none
    of several.

    The last answer completes the quiz and brings its points, once.
    Raises Gone, BadNumber, QuizClosed, QuizDone.
    """
    now = ctx.clock.now()
    async with ctx.db.write() as session:
        account, _ = await answer_points.hold(session, member_id)
        quiz = await _open(session, quiz_id)
        run = await _begun(session, member_id, quiz_id)
        here = _question(quiz, run, question_id)
        if told is not None:
            await attribute_answers.keep(session, member_id, here.attribute, told, now)
        elif (
            here.attribute.kind is not AttributeKind.SEVERAL
            and not await attribute_answers.told_of(session, member_id, here.attribute.id)
        ):
            raise Gone
        run.reached = max(run.reached, here.position)
        return await _after(session, account, quiz, run, here.position, now)


async def tick(
    ctx: Context, member_id: int, quiz_id: int, question_id: int, choice_id: int
) -> Standing:
    """Choose one of several answers, or remove it. Raises what `answer` raises."""
    async with ctx.db.write() as session:
        await answer_points.hold(session, member_id)
        quiz = await _open(session, quiz_id)
        run = await _begun(session, member_id, quiz_id)
        here = _question(quiz, run, question_id)
        await attribute_answers.turn(session, member_id, here.attribute, choice_id, ctx.clock.now())
        return await _before(session, quiz, run, here)


async def _open(session: AsyncSession, quiz_id: int) -> QuizView:
    quiz = await quizzes.view(session, await quizzes.find(session, quiz_id))
    if quiz.status is QuizStatus.DRAFT:
        raise Gone
    if quiz.status is QuizStatus.CLOSED:
        raise QuizClosed
    return quiz


async def _run(session: AsyncSession, member_id: int, quiz_id: int) -> QuizRun | None:
    query = select(QuizRun).where(QuizRun.quiz_id == quiz_id, QuizRun.member_id == member_id)
    return (await session.scalars(query)).one_or_none()


async def _begun(session: AsyncSession, member_id: int, quiz_id: int) -> QuizRun:
    run = await _run(session, member_id, quiz_id)
    if run is None:
        raise Gone
    _must_not_be_done(run)
    return run


def _must_not_be_done(run: QuizRun | None) -> None:
    if run is not None and run.completed_at is not None:
        raise QuizDone


def _question(quiz: QuizView, run: QuizRun, question_id: int) -> Question:
    """A question that the member has reached: the next one, or one before it. Raises Gone."""
    coming = next((one for one in quiz.asked if one.position > run.reached), None)
    for question in quiz.asked:
        if question.id == question_id and (question.position <= run.reached or question == coming):
            return question
    raise Gone


async def _after(
    session: AsyncSession,
    account: Account,
    quiz: QuizView,
    run: QuizRun,
    position: int,
    at: datetime,
) -> Standing:
    """The question after a position, or the end; the account is locked."""
    following = next((one for one in quiz.asked if one.position > position), None)
    if following is not None:
        return await _before(session, quiz, run, following)
    run.completed_at = at
    key = await answer_points.key(session, f"quiz:{quiz.id}", run.member_id)
    why = {"quiz": quiz.id, "title": quiz.title}
    given = await answer_points.give(session, account, quiz.points, key=key, at=at, why=why)
    thanked = given or await ledger.find(session, key)  # perhaps with an earlier card
    run.operation_id = None if thanked is None else thanked.id
    return Standing(quiz, None, Told(), 0 if given is None else given.points)


async def _before(
    session: AsyncSession, quiz: QuizView, run: QuizRun, question: Question
) -> Standing:
    told = await attribute_answers.told_of(session, run.member_id, question.attribute.id)
    return Standing(quiz, question, told)
