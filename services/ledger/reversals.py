"""Reversing an operation, all of it or a part."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from models.ledger import Account, Entry, Lot, Operation, OperationKind
from services.ledger.debts import debt_of, pay_off
from services.ledger.posting import Posting, lots_of, post, post_all, take_from
from services.ledger.spending import expire

GRACE = timedelta(days=3)
"""How long points live that return to a lot which expired while they were held."""


async def give_back(
    session: AsyncSession,
    account: Account,
    operation_id: int,
    kind: OperationKind,
    *,
    key: str,
    at: datetime,
    why: Mapping[str, Any],
    staff_id: int | None = None,
    points: int | None = None,
) -> Operation:
    """Reverse an operation that took points: all that is left of it, or so many `points`. They
    return to the lots they came from, those that expire last first.

    A lot that expired meanwhile gets GRACE, so that nobody loses points by a cashier's mistake.
    Points that were left in that lot are expired first, even if the tick is late: only the points
    that return live on.
    """
    await expire(session, account, at=at)
    back = await _reversed(session, operation_id)
    query = select(Entry, Lot).join(Lot, Lot.id == Entry.lot_id)
    query = query.where(Entry.operation_id == operation_id)
    query = query.order_by(Lot.expires_at.desc().nulls_first(), Lot.id.desc())
    rows = [
        (lot, -entry.points - back.get(lot.id, 0))
        for entry, lot in (await session.execute(query)).all()
    ]
    wanted = sum(room for _, room in rows) if points is None else points
    entries = []
    for lot, room in rows:
        part = min(room, wanted)
        if not part:
            continue
        if lot.expires_at is not None and lot.expires_at <= at:
            lot.expires_at = at + GRACE
        entries.append((lot, part))
        wanted -= part
    if wanted or not entries:
        raise ValueError(f"operation {operation_id} has not so many points to give back")
    owing = account.balance < 0
    posting = Posting(account, entries, kind, key, at, why, staff_id, operation_id)
    operation = (await post_all(session, [posting]))[0]
    if owing:
        await pay_off(session, posting)
    return operation


@dataclass(frozen=True, slots=True)
class TakenBack:
    """Points of an award that are taken back: taken now, owed from now on, and forgiven (if the
    policy asks for no debt).
    """

    taken: int
    owed: int
    forgiven: int
    operation: Operation | None = None  # None: nothing could be taken


def foresee(wanted: int, have: int, *, debts: bool) -> TakenBack:
    """What taking `wanted` points back would do to an account that holds `have`."""
    taken = min(wanted, max(have, 0))
    owed = wanted - taken if debts else 0
    return TakenBack(taken, owed, wanted - taken - owed)


async def take_back(
    session: AsyncSession,
    account: Account,
    operation_id: int,
    kind: OperationKind,
    *,
    key: str,
    at: datetime,
    why: Mapping[str, Any],
    staff_id: int | None = None,
    points: int | None = None,
    debts: bool = False,
) -> TakenBack:
    """Reverse an award: all that is left of it, or so many `points`. They are taken from its own
    lots first, then from others. Points that were spent or have expired become a debt, or are
    forgiven without `debts`.
    """
    await expire(session, account, at=at)
    back = await _reversed(session, operation_id)
    query = select(Entry, Lot).join(Lot, Lot.id == Entry.lot_id)
    rows = (await session.execute(query.where(Entry.operation_id == operation_id))).all()
    left = sum(entry.points for entry, _ in rows) + sum(back.values())
    wanted = left if points is None else points
    if wanted > left or not wanted:
        raise ValueError(f"operation {operation_id} has not so many points to take back")
    own = {lot.id for _, lot in rows}
    lots = sorted(await lots_of(session, account), key=lambda lot: lot.id not in own)
    seen = foresee(wanted, sum(lot.remaining for lot in lots), debts=debts)
    entries = take_from(lots, seen.taken)
    if seen.owed:
        entries.append((await debt_of(session, account, at), -seen.owed))
    operation = None
    if entries:
        operation = await post(
            session, account, entries, kind, key, at, why, staff_id, reverses_id=operation_id
        )
    return replace(seen, operation=operation)


async def _reversed(session: AsyncSession, operation_id: int) -> dict[int, int]:
    """Points that earlier reversals of an operation moved, by lot; negative where they were taken
    back.
    """
    query = (
        select(Entry.lot_id, func.sum(Entry.points))
        .join(Operation, Operation.id == Entry.operation_id)
        .where(Operation.reverses_id == operation_id)
        .group_by(Entry.lot_id)
    )
    return {lot_id: int(points) for lot_id, points in await session.execute(query)}
