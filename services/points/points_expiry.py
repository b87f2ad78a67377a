"""Expiry of points: lots are emptied when their time comes, and members are warned ahead."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlalchemy import ColumnElement, Select, select
from sqlalchemy.ext.asyncio import AsyncSession

from models.ledger import Lot, Operation
from models.messaging import Delivery
from models.people import AuditSource, Member
from services import ledger, programme
from services.audit import record
from services.context import Context
from services.messaging.deliveries import Facts, Notice
from services.points.expiry_reminders import Candidate, remind, warning_day

AHEAD = (1, 3, 14)
"""The days before expiry on which the member is warned."""

BATCH = 50


async def expire_due(ctx: Context) -> int:
    """Empty every lot whose time has come; gives the number of accounts that lost points."""
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
    """Record in the journal that the clock took points, under the member of the account."""
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
class _Dying:
    """The points left in a lot, and its first and last day by the shop's calendar."""

    born: date
    dies: date
    points: int

    def warned_from(self, today: date) -> date | None:
        """The day from which today's warning is due; None if none is due."""
        ahead = warning_day(AHEAD, self.born, self.dies, today)
        return None if ahead is None else self.dies - timedelta(days=ahead)


async def warn_due(ctx: Context) -> int:
    """Warn members 14, 3 and 1 days before points expire; gives how many were warned.

    One message a day covers everything that became due since the last one.
    """
    return await remind(ctx, _expiring, _warnings)


def _expiring(now: datetime) -> Select[int, int, int, str | None]:
    lot = select(Lot.id).where(Lot.account_id == Member.account_id, *_soon(now))
    return select(Member.id, Member.id, Member.account_id, Member.timezone).where(
        Member.deleted_at.is_(None), lot.exists()
    )


def _soon(now: datetime) -> tuple[ColumnElement[bool], ...]:
    horizon = now + timedelta(days=max(AHEAD) + 1)
    return Lot.remaining > 0, Lot.expires_at > now, Lot.expires_at < horizon


async def _warnings(
    session: AsyncSession, terms: programme.Terms, members: Sequence[Candidate], now: datetime
) -> dict[Candidate, Notice]:
    """The warnings of today, without points that an earlier message named."""
    today = now.astimezone(terms.timezone).date()
    lots = await _lots(session, terms, {member.account_id for member in members}, now)
    warned = await _warned(session, members, today)
    due = {}
    for member in members:
        dying = [
            lot
            for lot in lots.get(member.account_id, ())
            if (since := lot.warned_from(today)) is not None
            and not any(day >= since for day in warned[member])
        ]
        if dying:
            facts = _facts(terms, dying)
            due[member] = Notice("notice-expiring", facts, key=_key(member, today), at=now)
    return due


def _facts(terms: programme.Terms, dying: Sequence[_Dying]) -> Facts:
    first = min(lot.dies for lot in dying)
    soonest = sum(lot.points for lot in dying if lot.dies == first)
    total = sum(lot.points for lot in dying)
    return {
        "points": soonest,
        "until": first,
        "later": total - soonest,
        "last": max(lot.dies for lot in dying),
        "worth": terms.worth(total),
    }


async def _lots(
    session: AsyncSession, terms: programme.Terms, accounts: Collection[int], now: datetime
) -> Mapping[int, list[_Dying]]:
    query = select(Lot.account_id, Lot.created_at, Lot.expires_at, Lot.remaining).where(
        Lot.account_id.in_(accounts), *_soon(now)
    )
    found: dict[int, list[_Dying]] = {}
    for account_id, created_at, expires_at, remaining in (await session.execute(query)).all():
        if expires_at is not None:
            born, dies = (at.astimezone(terms.timezone).date() for at in (created_at, expires_at))
            found.setdefault(account_id, []).append(_Dying(born, dies, remaining))
    return found


async def _warned(
    session: AsyncSession, members: Iterable[Candidate], today: date
) -> dict[Candidate, list[date]]:
    """The latest days on which each member was warned."""
    days = [today - timedelta(days=past) for past in range(max(AHEAD))]
    keys = {_key(member, day): (member, day) for member in members for day in days}
    query = select(Delivery.key).where(Delivery.key.in_(keys))
    warned: dict[Candidate, list[date]] = {member: [] for member in members}
    for key in await session.scalars(query):
        member, day = keys[key]
        warned[member].append(day)
    return warned


def _key(member: Candidate, day: date) -> str:
    return f"expiring:{member.member_id}:{day.isoformat()}"
