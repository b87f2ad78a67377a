"""Taking points: spent by the member, expired, or written off."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from models.ledger import Account, Lot, Operation, OperationKind
from services.ledger.debts import debt_of
from services.ledger.errors import NotEnoughPoints
from services.ledger.posting import lots_of, post, take_from


async def take(
    session: AsyncSession,
    account: Account,
    points: int,
    kind: OperationKind,
    *,
    key: str,
    at: datetime,
    why: Mapping[str, Any],
    staff_id: int | None = None,
) -> Operation:
    """Take points, earliest expiry first. Expired and pending points cannot be taken. Raises
    NotEnoughPoints.
    """
    if points <= 0:
        raise ValueError(f"a taking of {points} points")
    await expire(session, account, at=at)
    lots = [lot for lot in await lots_of(session, account) if _has_started(lot, at)]
    have = sum(lot.remaining for lot in lots)
    if have < points:
        raise NotEnoughPoints(have=have, need=points)
    return await post(session, account, take_from(lots, points), kind, key, at, why, staff_id)


async def expire(session: AsyncSession, account: Account, *, at: datetime) -> Operation | None:
    """Empty every lot that has expired."""
    due = await lots_of(session, account, Lot.expires_at <= at)
    if not due:
        return None
    # A lot can come due twice (GRACE), never twice at one instant.
    key = f"expire:{due[0].id}:{at.isoformat()}"
    return await _empty(session, account, due, key, at, {"lots": [lot.id for lot in due]})


async def write_off(
    session: AsyncSession, account: Account, *, key: str, at: datetime, why: Mapping[str, Any]
) -> Operation | None:
    """Take all points that are left, or forgive a debt, because the member is leaving."""
    if account.balance < 0:
        debt = await debt_of(session, account, at)
        entries = [(debt, -debt.remaining)]
        return await post(session, account, entries, OperationKind.FORGIVE, key, at, why, None)
    left = await lots_of(session, account)
    return await _empty(session, account, left, key, at, why) if left else None


async def _empty(
    session: AsyncSession,
    account: Account,
    lots: Sequence[Lot],
    key: str,
    at: datetime,
    why: Mapping[str, Any],
) -> Operation:
    entries = [(lot, -lot.remaining) for lot in lots]
    return await post(session, account, entries, OperationKind.EXPIRE, key, at, why, None)


def _has_started(lot: Lot, at: datetime) -> bool:
    return lot.starts_at is None or lot.starts_at <= at
