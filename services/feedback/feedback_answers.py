"""Members' answers to a feedback request, and their effects.

Feedback is requested, given, and becomes final: by a comment, by "skip", or when nothing follows
for a while. Until then the score can be changed. A low final score goes to the owners.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from models.messaging import DeliveryClass
from models.people import Member, Role
from models.surveys import Feedback, FeedbackKind
from services import programme
from services.audit import record
from services.context import Context
from services.errors import Gone, NotYours
from services.feedback.errors import FeedbackClosed, NobodyThere, RepliedAlready
from services.feedback.feedback_settings import LOW, SCORES
from services.messaging import deliveries
from services.messaging.deliveries import Facts, Notice, NoticeAct
from services.parsing.texts import paragraph
from services.staff import access

OPEN_FOR = timedelta(days=14)
"""How long a request can be answered."""

LEFT_ALONE = timedelta(minutes=15)
"""A score without a comment becomes final after this time."""

COMMENT_LENGTH = 1000


@dataclass(frozen=True, slots=True)
class Answered:
    feedback_id: int
    kind: FeedbackKind
    score: int
    low: bool


async def score(ctx: Context, member_id: int, feedback_id: int, number: int) -> Answered:
    """Give a score, or change it. Raises Gone, NotYours, FeedbackClosed."""
    now = ctx.clock.now()
    async with ctx.db.write() as session:
        row = await _held(session, member_id, feedback_id, now)
        if row.settled_at is not None:
            raise FeedbackClosed
        if number not in SCORES[row.kind]:
            raise Gone
        row.score, row.answered_at = number, now
        return Answered(row.id, row.kind, number, low=number <= LOW[row.kind])


async def asked(ctx: Context, member_id: int, feedback_id: int) -> FeedbackKind:
    """The kind of a request that can still be answered or changed. Raises Gone, NotYours,
    FeedbackClosed.
    """
    async with ctx.db.read() as session:
        row = await session.get(Feedback, feedback_id)
        _must_be_open(row, member_id, ctx.clock.now())
        if row is None or row.settled_at is not None:
            raise FeedbackClosed
        return row.kind


async def comment(ctx: Context, member_id: int, feedback_id: int, text: str) -> Answered:
    """Add the reason for the score, once. Raises Gone, NotYours, FeedbackClosed, BadText."""
    clean = paragraph(text, most=COMMENT_LENGTH)
    now = ctx.clock.now()
    async with ctx.db.write() as session:
        row = await _held(session, member_id, feedback_id, now)
        if row.score is None or row.comment is not None:
            raise FeedbackClosed
        late = row.settled_at is not None
        row.comment = clean
        await _close(session, row, now, again=late)
        return Answered(row.id, row.kind, row.score, low=row.score <= LOW[row.kind])


async def skip(ctx: Context, member_id: int, feedback_id: int) -> Answered:
    """Make the score final without a comment; a second call changes nothing. Raises Gone,
    NotYours, FeedbackClosed.
    """
    now = ctx.clock.now()
    async with ctx.db.write() as session:
        row = await _held(session, member_id, feedback_id, now)
        if row.score is None:
            raise FeedbackClosed
        if row.settled_at is None:
            await _close(session, row, now)
        return Answered(row.id, row.kind, row.score, low=row.score <= LOW[row.kind])


async def close_due(ctx: Context) -> int:
    """Make scores final that were left alone; gives how many."""
    now = ctx.clock.now()
    query = (
        select(Feedback.id)
        .where(Feedback.settled_at.is_(None), Feedback.answered_at <= now - LEFT_ALONE)
        .order_by(Feedback.id)
    )
    async with ctx.db.read() as session:
        due = (await session.scalars(query)).all()
    for feedback_id in due:
        async with ctx.db.write() as session:
            row = await session.get_one(Feedback, feedback_id, with_for_update=True)
            answered = row.answered_at
            if row.settled_at is None and answered is not None and answered <= now - LEFT_ALONE:
                await _close(session, row, now)
    return len(due)


async def _held(session: AsyncSession, member_id: int, feedback_id: int, now: datetime) -> Feedback:
    row = await session.get(Feedback, feedback_id, with_for_update=True)
    _must_be_open(row, member_id, now)
    if row is None:
        raise Gone
    return row


def _must_be_open(row: Feedback | None, member_id: int, now: datetime) -> None:
    if row is None:
        raise Gone
    if row.member_id != member_id:
        raise NotYours
    if now - row.asked_at > OPEN_FOR:
        raise FeedbackClosed


async def _close(
    session: AsyncSession, row: Feedback, at: datetime, *, again: bool = False
) -> None:
    """Make the score final. Owners hear of a low one, and of a later comment on it."""
    row.settled_at = row.settled_at or at
    if row.score is None or row.score > LOW[row.kind]:
        return
    member = await session.get_one(Member, row.member_id)
    facts: Facts = {
        "name": member.name,
        "kind": row.kind,
        "score": row.score,
        "said": row.comment is not None,
        "comment": row.comment or "",
    }
    notice = Notice(
        "notice-low-score",
        facts,
        key=f"feedback-said:{row.id}" if again else f"feedback-low:{row.id}",
        at=at,
        buttons=[[("button-feedback-reply", NoticeAct.REPLY, row.id)]],
    )
    await deliveries.tell_owners(session, notice)


async def reply(ctx: Context, actor_id: int, feedback_id: int, text: str) -> str:
    """Send an owner's reply, once, as a service message; gives the member's name.

    Raises NotStaff, Gone, BadText, RepliedAlready, NobodyThere.
    """
    clean = paragraph(text, most=COMMENT_LENGTH)
    now = ctx.clock.now()
    async with access.write(ctx, actor_id, Role.OWNER) as (session, owner):
        row = await session.get(Feedback, feedback_id, with_for_update=True)
        if row is None or row.score is None:
            raise Gone
        if row.replied_at is not None:
            raise RepliedAlready
        told: Facts = {"shop": (await programme.terms(session)).shop_name, "text": clean}
        notice = Notice("notice-shop-reply", told, key=f"feedback-reply:{row.id}", at=now)
        reached = await deliveries.tell_member(session, row.member_id, notice)
        if not reached:
            raise NobodyThere
        row.reply, row.replied_by, row.replied_at = clean, owner.id, now
        facts = {"feedback": row.id}
        record(
            session, now, "feedback.replied", staff_id=owner.id, member_id=row.member_id,
            facts=facts,
        )  # fmt: skip
        return (await session.get_one(Member, row.member_id)).name


async def want_feedback(ctx: Context, member_id: int, *, yes: bool) -> bool:
    """Allow feedback requests, or refuse them for good and cancel those not sent yet. False when
    it was so already.
    """
    now = ctx.clock.now()
    async with ctx.db.write() as session:
        member = await session.get_one(Member, member_id, with_for_update=True)
        if yes == (member.unasked_at is None):
            return False
        member.unasked_at = None if yes else now
        act = "questions.allowed" if yes else "questions.refused"
        record(session, now, act, member_id=member_id)
        if not yes:
            await deliveries.drop(session, member_id, DeliveryClass.QUESTION)
        return True
