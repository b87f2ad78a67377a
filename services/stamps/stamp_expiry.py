"""Expiry of stamps: they go after the last day of their card, and the member is warned before."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, Select, select
from sqlalchemy.ext.asyncio import AsyncSession

from models.messaging import Delivery
from models.people import Member
from models.stamps import MemberStampCard, StampCard
from services import ledger, programme
from services.context import Context
from services.messaging import deliveries
from services.messaging.deliveries import Facts, Notice
from services.points.expiry_reminders import Candidate, remind, warning_day
from services.stamps import stamps

AHEAD = (1, 7)
"""The days before expiry on which the member is warned."""

BATCH = 50


async def expire_due(ctx: Context) -> int:
    """Empty every card that has expired and tell its member; gives how many there were.

    While a card is paused nobody can fill it, so it does not expire.
    """
    expired = 0
    while cards := await _expire_batch(ctx):
        expired += cards
    return expired


async def _expire_batch(ctx: Context) -> int:
    now = ctx.clock.now()
    async with ctx.db.write() as session:
        due = (
            select(MemberStampCard.id, Member.account_id)
            .join(Member, Member.id == MemberStampCard.member_id)
            .join(StampCard, StampCard.id == MemberStampCard.card_id)
            .where(
                MemberStampCard.stamps > 0,
                MemberStampCard.expires_at <= now,
                StampCard.paused_at.is_(None),
            )
            # Always in the order of the accounts, so that two batches cannot wait for each other.
            .order_by(Member.account_id, MemberStampCard.id)
            .limit(BATCH)
        )
        found = (await session.execute(due)).all()
        for own_id, account_id in found:
            await ledger.lock(session, account_id)
            await _expire(session, own_id, now)
    return len(found)


async def _expire(session: AsyncSession, own_id: int, now: datetime) -> None:
    own = await session.get_one(MemberStampCard, own_id)
    card = await session.get_one(StampCard, own.card_id)
    count = stamps.lapse(session, own, now)
    if count and card.deleted_at is None:
        facts: Facts = {"title": card.title, "count": count}
        notice = Notice(
            "notice-stamps-expired", facts, key=f"stamps-expired:{own.id}:{now.isoformat()}", at=now
        )
        await deliveries.tell_member(session, own.member_id, notice)


async def warn_due(ctx: Context) -> int:
    """Warn members whose cards expire in 7 days or in one; gives the number of messages."""
    return await remind(ctx, _expiring, _warnings)


def _expiring(now: datetime) -> Select[int, int, int, str | None]:
    query = select(MemberStampCard.id, Member.id, Member.account_id, Member.timezone)
    return (
        query.join(StampCard, StampCard.id == MemberStampCard.card_id)
        .join(Member, Member.id == MemberStampCard.member_id)
        .where(*_soon(now))
    )


def _soon(now: datetime) -> tuple[ColumnElement[bool], ...]:
    return (
        MemberStampCard.stamps > 0,
        MemberStampCard.expires_at > now,
        MemberStampCard.expires_at < now + timedelta(days=max(AHEAD) + 1),
        StampCard.paused_at.is_(None),
        StampCard.deleted_at.is_(None),
    )


async def _warnings(
    session: AsyncSession, terms: programme.Terms, candidates: Sequence[Candidate], now: datetime
) -> dict[Candidate, Notice]:
    """Warnings that are due and were not sent yet."""
    today = now.astimezone(terms.timezone).date()
    by_id = {one.id: one for one in candidates}
    query = (
        select(MemberStampCard, StampCard)
        .join(StampCard, StampCard.id == MemberStampCard.card_id)
        .where(MemberStampCard.id.in_(by_id), *_soon(now))
        .order_by(MemberStampCard.id)
    )
    rows = (await session.execute(query)).all()
    due: dict[Candidate, Notice] = {}
    for own, card, end in [(*row, row[0].expires_at) for row in rows if row[0].expires_at]:
        born, dies = (at.astimezone(terms.timezone).date() for at in (own.begun_at, end))
        ahead = warning_day(AHEAD, born, dies, today)
        if ahead is not None:
            facts: Facts = {
                "title": card.title,
                "reward": card.reward,
                "stamps": own.stamps,
                "left": card.needed - own.stamps,
                "until": dies,
            }
            key = f"stamps-expiring:{own.id}:{dies.isoformat()}:{ahead}"
            due[by_id[own.id]] = Notice("notice-stamps-expiring", facts, key=key, at=now)
    keys = [notice.key for notice in due.values()]
    said = set(await session.scalars(select(Delivery.key).where(Delivery.key.in_(keys))))
    return {one: notice for one, notice in due.items() if notice.key not in said}
