"""Stamps that expire: taking them off when their card's day comes, and saying so well ahead."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from models.messaging import Delivery
from models.people import Identity, Member
from models.stamps import MemberStampCard, StampCard
from services import ledger, programme
from services.context import Context
from services.dates import DECENT
from services.messaging import deliveries
from services.messaging.deliveries import Facts, Notice
from services.stamps import stamps

AHEAD = (1, 7)
"""Days before the expiry on which the member is told."""

BATCH = 50


async def expire_due(ctx: Context) -> int:
    """Empty every card whose day has come, and say so; how many there were.

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


@dataclass(frozen=True, slots=True)
class _Dying:
    """A begun card that is about to expire, and the days between which it lives."""

    own_id: int
    member_id: int
    account_id: int
    title: str
    reward: str
    stamps: int
    needed: int
    born: date
    dies: date
    zone: ZoneInfo

    def key(self, today: date) -> str | None:
        """The message that is due today; None while there is none.

        A card that never had so many days to live skips the warning that is so many days ahead.
        """
        left = (self.dies - today).days
        ahead = next((days for days in AHEAD if left <= days), None)
        if ahead is None or (self.dies - self.born).days <= ahead:
            return None
        return f"stamps-expiring:{self.own_id}:{self.dies.isoformat()}:{ahead}"


async def warn_due(ctx: Context) -> int:
    """Tell members which cards end in 7 days and in one; how many messages.

    In decent hours of the member's own day. A day that was missed is made up for.
    """
    told = last = 0
    while True:
        now = ctx.clock.now()
        async with ctx.db.read() as session:
            chunk = await _chunk(session, now, after=last)
            due = await _unsaid(session, now, [card for card in chunk if _decent(now, card.zone)])
        told += await _warn(ctx, due, now)
        if len(chunk) < BATCH:
            return told
        last = chunk[-1].own_id


def _decent(now: datetime, zone: ZoneInfo) -> bool:
    first, last = DECENT
    return first <= now.astimezone(zone).time() < last


async def _chunk(
    session: AsyncSession, now: datetime, *, after: int = 0, only: Collection[int] | None = None
) -> list[_Dying]:
    terms = await programme.terms(session)
    query = (
        select(MemberStampCard, StampCard, Member.account_id, Member.timezone)
        .join(StampCard, StampCard.id == MemberStampCard.card_id)
        .join(Member, Member.id == MemberStampCard.member_id)
        .where(
            MemberStampCard.id > after,
            MemberStampCard.stamps > 0,
            MemberStampCard.expires_at > now,
            MemberStampCard.expires_at < now + timedelta(days=max(AHEAD) + 1),
            StampCard.paused_at.is_(None),
            StampCard.deleted_at.is_(None),
            select(Identity.id)
            .where(Identity.member_id == Member.id, Identity.unreachable_since.is_(None))
            .exists(),
        )
        .order_by(MemberStampCard.id)
        .limit(BATCH)
    )
    if only is not None:
        query = query.where(MemberStampCard.id.in_(only))
    return [
        _Dying(
            own_id=own.id,
            member_id=own.member_id,
            account_id=account_id,
            title=card.title,
            reward=card.reward,
            stamps=own.stamps,
            needed=card.needed,
            born=own.begun_at.astimezone(terms.timezone).date(),
            dies=own.expires_at.astimezone(terms.timezone).date(),
            zone=ZoneInfo(zone) if zone else terms.timezone,
        )
        for own, card, account_id, zone in (await session.execute(query)).all()
        if own.expires_at is not None
    ]


async def _unsaid(
    session: AsyncSession, now: datetime, chunk: Sequence[_Dying]
) -> dict[str, _Dying]:
    """What is due today and was not said yet, by the key of its message."""
    terms = await programme.terms(session)
    today = now.astimezone(terms.timezone).date()
    due = {key: card for card in chunk if (key := card.key(today))}
    said = set(await session.scalars(select(Delivery.key).where(Delivery.key.in_(due))))
    return {key: card for key, card in due.items() if key not in said}


async def _warn(ctx: Context, due: dict[str, _Dying], now: datetime) -> int:
    """Say these, each once, looking again under the locks of their accounts."""
    if not due:
        return 0
    async with ctx.db.write() as session:
        for account_id in sorted({card.account_id for card in due.values()}):
            await ledger.lock(session, account_id)
        chunk = await _chunk(session, now, only={card.own_id for card in due.values()})
        still = await _unsaid(session, now, chunk)
        for key, card in still.items():
            facts: Facts = {
                "title": card.title,
                "reward": card.reward,
                "stamps": card.stamps,
                "left": card.needed - card.stamps,
                "until": card.dies,
            }
            notice = Notice("notice-stamps-expiring", facts, key=key, at=now)
            await deliveries.tell_member(session, card.member_id, notice)
    return len(still)
