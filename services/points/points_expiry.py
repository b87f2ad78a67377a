"""Points that expire: taking them out when their time comes, and saying so well ahead."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from models.ledger import Lot, Operation
from models.messaging import Delivery
from models.people import AuditSource, Identity, Member
from services import ledger, programme
from services.audit import record
from services.context import Context
from services.dates import DECENT
from services.messaging import deliveries
from services.messaging.deliveries import Facts, Notice

AHEAD = (1, 3, 14)
"""Days before the expiry on which the member is told."""

BATCH = 50


async def expire_due(ctx: Context) -> int:
    """Take out of every lot whose time has come what is left in it; how many accounts had any."""
    expired = 0
    while accounts := await _expire_batch(ctx):
        expired += accounts
    return expired


async def _expire_batch(ctx: Context) -> int:
    now = ctx.clock.now()
    async with ctx.db.write() as session:
        due = select(Lot.account_id).where(Lot.remaining > 0, Lot.expires_at <= now).distinct()
        # Always in the order of the accounts, so that two batches cannot wait for each other.
        ids = (await session.scalars(due.order_by(Lot.account_id).limit(BATCH))).all()
        for account_id in ids:
            account = await ledger.lock(session, account_id)
            operation = await ledger.expire(session, account, at=now)
            if operation is not None:
                await _note(session, operation, now)
    return len(ids)


async def _note(session: AsyncSession, operation: Operation, at: datetime) -> None:
    """The clock took points: so it stands in the journal, under whoever the account serves."""
    query = select(Member.id).where(Member.account_id == operation.account_id)
    facts = {"operation": operation.id, "points": -operation.points}
    record(
        session,
        at,
        "points.expired",
        member_id=(await session.scalars(query.order_by(Member.id).limit(1))).first(),
        source=AuditSource.CLOCK,
        facts=facts,
    )


@dataclass(frozen=True, slots=True)
class _Reader:
    """A member who can be told, and whose points are about to expire."""

    member_id: int
    account_id: int


@dataclass(frozen=True, slots=True)
class _Dying:
    """What is left in a lot, and the days between which it lives where the shop is."""

    born: date
    dies: date
    points: int

    def warned_from(self, today: date) -> date | None:
        """The day from which today's warning is due; None while there is none.

        A lot that never had so many days to live skips the warning that is so many days ahead.
        """
        left = (self.dies - today).days
        ahead = next((days for days in AHEAD if left <= days), None)
        if ahead is None or (self.dies - self.born).days <= ahead:
            return None
        return self.dies - timedelta(days=ahead)


async def warn_due(ctx: Context) -> int:
    """Tell members what expires in 14, 3 and 1 days; how many were told.

    One message a day says everything that became due since the last one, so a day on which
    nothing could be sent is made up for.
    """
    told = last = 0
    while True:
        async with ctx.db.read() as session:
            terms = await programme.terms(session)
            now = ctx.clock.now()
            chunk = await _chunk(session, now, after=last)
            awake = [reader for reader, zone in chunk if _decent(now, zone or terms.timezone)]
            due = await _warnings(session, terms, awake, now)
        told += await _warn(ctx, [reader for reader in awake if reader in due])
        if len(chunk) < BATCH:
            return told
        last = chunk[-1][0].member_id


async def _chunk(
    session: AsyncSession, now: datetime, *, after: int
) -> list[tuple[_Reader, ZoneInfo | None]]:
    horizon = now + timedelta(days=max(AHEAD) + 1)
    query = (
        select(Member.id, Member.account_id, Member.timezone)
        .where(
            Member.id > after,
            Member.deleted_at.is_(None),
            select(Identity.id)
            .where(Identity.member_id == Member.id, Identity.unreachable_since.is_(None))
            .exists(),
            select(Lot.id)
            .where(
                Lot.account_id == Member.account_id,
                Lot.remaining > 0,
                Lot.expires_at > now,
                Lot.expires_at < horizon,
            )
            .exists(),
        )
        .order_by(Member.id)
        .limit(BATCH)
    )
    rows = (await session.execute(query)).all()
    return [
        (_Reader(member_id, account_id), ZoneInfo(zone) if zone else None)
        for member_id, account_id, zone in rows
    ]


def _decent(now: datetime, zone: ZoneInfo) -> bool:
    first, last = DECENT
    return first <= now.astimezone(zone).time() < last


async def _warn(ctx: Context, readers: Sequence[_Reader]) -> int:
    """Tell these members, each once, looking again under the lock of their account."""
    if not readers:
        return 0
    now = ctx.clock.now()
    async with ctx.db.write() as session:
        terms = await programme.terms(session)
        for account_id in sorted({reader.account_id for reader in readers}):
            await ledger.lock(session, account_id)
        due = await _warnings(session, terms, readers, now)
        today = now.astimezone(terms.timezone).date()
        for reader, dying in due.items():
            first = min(lot.dies for lot in dying)
            soonest = sum(lot.points for lot in dying if lot.dies == first)
            total = sum(lot.points for lot in dying)
            facts: Facts = {
                "points": soonest,
                "until": first,
                "later": total - soonest,
                "last": max(lot.dies for lot in dying),
                "worth": terms.worth(total),
            }
            notice = Notice("notice-expiring", facts, key=_key(reader, today), at=now)
            await deliveries.tell_member(session, reader.member_id, notice)
    return len(due)


async def _warnings(
    session: AsyncSession, terms: programme.Terms, readers: Sequence[_Reader], now: datetime
) -> dict[_Reader, list[_Dying]]:
    """What each should be told today, without what an earlier message said."""
    today = now.astimezone(terms.timezone).date()
    lots = await _lots(session, terms, {reader.account_id for reader in readers}, now)
    warned = await _warned(session, readers, today)
    due = {}
    for reader in readers:
        dying = [
            lot
            for lot in lots.get(reader.account_id, ())
            if (since := lot.warned_from(today)) is not None
            and not any(day >= since for day in warned[reader])
        ]
        if dying:
            due[reader] = dying
    return due


async def _lots(
    session: AsyncSession, terms: programme.Terms, accounts: Collection[int], now: datetime
) -> Mapping[int, list[_Dying]]:
    query = select(Lot.account_id, Lot.created_at, Lot.expires_at, Lot.remaining).where(
        Lot.account_id.in_(accounts),
        Lot.remaining > 0,
        Lot.expires_at > now,
        Lot.expires_at < now + timedelta(days=max(AHEAD) + 1),
    )
    found: dict[int, list[_Dying]] = {}
    for account_id, created_at, expires_at, remaining in (await session.execute(query)).all():
        if expires_at is not None:
            born, dies = (at.astimezone(terms.timezone).date() for at in (created_at, expires_at))
            found.setdefault(account_id, []).append(_Dying(born, dies, remaining))
    return found


async def _warned(
    session: AsyncSession, readers: Iterable[_Reader], today: date
) -> dict[_Reader, list[date]]:
    """The days of late on which each was told something."""
    days = [today - timedelta(days=past) for past in range(max(AHEAD))]
    keys = {_key(reader, day): (reader, day) for reader in readers for day in days}
    query = select(Delivery.key).where(Delivery.key.in_(keys))
    warned: dict[_Reader, list[date]] = {reader: [] for reader in readers}
    for key in await session.scalars(query):
        reader, day = keys[key]
        warned[reader].append(day)
    return warned


def _key(reader: _Reader, day: date) -> str:
    return f"expiring:{reader.member_id}:{day.isoformat()}"
