"""Reminders before an expiry: each is sent once, at a decent hour by the member's own clock.

Points and stamp cards use them; see services.points.points_expiry and
services.stamps.stamp_expiry.
"""

from collections.abc import Awaitable, Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from sqlalchemy import Select, select
from sqlalchemy.ext.asyncio import AsyncSession

from models.people import Identity, Member
from services import ledger, programme
from services.context import Context
from services.messaging import deliveries
from services.messaging.deliveries import Notice

DECENT = (time(10), time(20))
"""The hours of the member's day in which reminders are sent."""

BATCH = 50


@dataclass(frozen=True, slots=True)
class Candidate:
    """A member who can be told, and the id of the lot or card that expires soon."""

    id: int
    member_id: int
    account_id: int
    zone: ZoneInfo


Expiring = Callable[[datetime], Select[int, int, int, str | None]]
"""For an instant, a query of lots or cards that expire soon: id, member, account, member's time
zone.
"""

Due = Callable[
    [AsyncSession, programme.Terms, Sequence[Candidate], datetime],
    Awaitable[Mapping[Candidate, Notice]],
]
"""The messages that are due today and were not sent yet, by candidate."""


def warning_day(ahead: Iterable[int], born: date, dies: date, today: date) -> int | None:
    """How many days before the expiry today's warning is; None if none is due.

    A lot or card that lives no longer than that skips this warning.
    """
    days = next((days for days in ahead if (dies - today).days <= days), None)
    return None if days is None or (dies - born).days <= days else days


async def remind(ctx: Context, expiring: Expiring, due: Due) -> int:
    """Send due reminders; gives how many. A day that was missed is made up for."""
    told = last = 0
    while True:
        now = ctx.clock.now()
        async with ctx.db.read() as session:
            terms = await programme.terms(session)
            chunk = await _chunk(session, terms, expiring(now), after=last)
            awake = [one for one in chunk if _decent(now, one.zone)]
            found = await due(session, terms, awake, now)
        told += await _tell(ctx, due, [one for one in awake if one in found], now)
        if len(chunk) < BATCH:
            return told
        last = chunk[-1].id


async def _chunk(
    session: AsyncSession,
    terms: programme.Terms,
    expiring: Select[int, int, int, str | None],
    *,
    after: int,
) -> list[Candidate]:
    reached = select(Identity.id).where(
        Identity.member_id == Member.id, Identity.unreachable_since.is_(None)
    )
    about = expiring.selected_columns[0]
    query = expiring.where(about > after, reached.exists()).order_by(about).limit(BATCH)
    return [
        Candidate(about_id, member_id, account_id, ZoneInfo(zone) if zone else terms.timezone)
        for about_id, member_id, account_id, zone in (await session.execute(query)).all()
    ]


def _decent(now: datetime, zone: ZoneInfo) -> bool:
    first, last = DECENT
    return first <= now.astimezone(zone).time() < last


async def _tell(ctx: Context, due: Due, candidates: Sequence[Candidate], now: datetime) -> int:
    """Tell these members, each once, after a second look under the locks of their accounts."""
    if not candidates:
        return 0
    async with ctx.db.write() as session:
        terms = await programme.terms(session)
        for account_id in sorted({one.account_id for one in candidates}):
            await ledger.lock(session, account_id)
        still = await due(session, terms, candidates, now)
        for one, notice in still.items():
            await deliveries.tell_member(session, one.member_id, notice)
    return len(still)
