"""The demonstration shop's quizzes and feedback requests, with its guests' answers."""

from datetime import datetime, timedelta
from random import Random

from sqlalchemy import select

from app.seed.texts import ShopTexts
from models.people import Member
from models.segmentation import AttributeKind
from models.surveys import Feedback, FeedbackKind
from services.context import Context
from services.feedback import feedback_settings
from services.surveys import quiz_runs, quizzes
from services.surveys.attribute_answers import Told
from services.surveys.quizzes import NewQuestion, QuizView

EVERY = 6
"""One guest in so many answers the quiz."""

RECENT = timedelta(days=40)
"""Guests with a purchase this recent got a feedback request, or would get one today."""


async def ask(
    ctx: Context, rng: Random, owner: int, texts: ShopTexts, *, besides: str | None
) -> None:
    """A quiz that some guests have answered, and scores of the last months.

    The guest with the phone `besides` has the quiz before her.
    """
    quiz = await _publish(ctx, owner, texts)
    async with ctx.db.read() as session:
        query = select(Member.id, Member.last_purchase_at, Member.phone).order_by(Member.id)
        guests = (await session.execute(query)).all()
    for guest in guests[::EVERY]:
        if guest.phone != besides:
            await _answer(ctx, rng, quiz, guest.id)
    now = ctx.clock.now()
    lately = [
        guest.id
        for guest in guests
        if guest.last_purchase_at is not None and guest.last_purchase_at > now - RECENT
    ]
    async with ctx.db.write() as session:
        for number, member_id in enumerate(lately):
            session.add(_judgement(rng, texts, number, member_id, now))
    await feedback_settings.change(ctx, owner, FeedbackKind.NPS, on=True)


async def _publish(ctx: Context, owner: int, texts: ShopTexts) -> QuizView:
    words = texts.asking
    quiz_id = await quizzes.make(ctx, owner, words.quiz)
    await quizzes.change(ctx, owner, quiz_id, text=words.why)
    for question, kind in (
        (words.pets, AttributeKind.SEVERAL),
        (words.drink, AttributeKind.CHOICE),
    ):
        new = NewQuestion(question.text, name=question.name, kind=kind, choices=question.choices)
        await quizzes.ask(ctx, owner, quiz_id, new)
    await quizzes.publish(ctx, owner, quiz_id)
    return await quizzes.show(ctx, owner, quiz_id)


async def _answer(ctx: Context, rng: Random, quiz: QuizView, member_id: int) -> None:
    """Pets one or two, a drink of which the first is liked most; one in five stops half way."""
    await quiz_runs.go_on(ctx, member_id, quiz.id)
    pets, drink = quiz.asked
    some = [choice.id for choice in rng.sample(pets.attribute.offered, rng.choice((0, 1, 1, 2)))]
    await quiz_runs.answer(ctx, member_id, quiz.id, pets.id, Told(frozenset(some)))
    if rng.randrange(5):
        (one,) = rng.choices([choice.id for choice in drink.attribute.offered], (5, 4, 1, 2))
        await quiz_runs.answer(ctx, member_id, quiz.id, drink.id, Told(frozenset({one})))


def _judgement(
    rng: Random, texts: ShopTexts, number: int, member_id: int, now: datetime
) -> Feedback:
    """Three of four answer; what somebody says is said once, other scores are without words."""
    asked_at = now - timedelta(days=rng.randrange(3, 80), hours=rng.randrange(5))
    remarks = texts.asking.remarks
    score, comment = remarks[number % len(remarks)]
    answered_at = asked_at + timedelta(hours=1) if number % 4 != 1 else None
    return Feedback(
        key=f"nps:demo:{number}",
        kind=FeedbackKind.NPS,
        member_id=member_id,
        asked_at=asked_at,
        score=None if answered_at is None else score,
        answered_at=answered_at,
        settled_at=answered_at,
        comment=comment if answered_at is not None and number < len(remarks) else None,
    )
