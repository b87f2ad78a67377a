"""The ledger's only writer: every point that moves, moves here.

These are steps inside a service's transaction. The caller locks the account first, so that two
acts on one account run one after the other on both engines.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, insert, select
from sqlalchemy.ext.asyncio import AsyncSession

from models.ledger import Account, Entry, Lot, Operation, OperationKind
from services import errors

GRACE = timedelta(days=3)
"""How long points live that come back to a lot which expired while they were held."""


def open_account(session: AsyncSession, at: datetime) -> Account:
    account = Account(balance=0, created_at=at)
    session.add(account)
    return account


async def lock(session: AsyncSession, account_id: int) -> Account:
    """The account, held until the transaction ends (SQLite holds the whole file)."""
    query = select(Account).where(Account.id == account_id).with_for_update()
    return (await session.scalars(query.execution_options(populate_existing=True))).one()


async def peek(session: AsyncSession, account_id: int) -> Account:
    """The account as it is, for showing only."""
    return await session.get_one(Account, account_id)


async def find(session: AsyncSession, key: str) -> Operation | None:
    """The operation that was done under this idempotency key."""
    return (await session.scalars(select(Operation).where(Operation.key == key))).one_or_none()


async def award(
    session: AsyncSession,
    account: Account,
    points: int,
    kind: OperationKind,
    *,
    key: str,
    at: datetime,
    expires_at: datetime | None,
    why: Mapping[str, Any],
    staff_id: int | None = None,
) -> Operation:
    """Give points as one new lot. `points` is positive."""
    one = Award(account, points, kind, key, at, expires_at, why, staff_id)
    return (await award_all(session, [one]))[0]


@dataclass(frozen=True, slots=True)
class Award:
    """One of many awards, each of them one new lot; see `award`."""

    account: Account
    points: int
    kind: OperationKind
    key: str
    at: datetime
    expires_at: datetime | None
    why: Mapping[str, Any]
    staff_id: int | None = None


async def award_all(session: AsyncSession, awards: Sequence[Award]) -> list[Operation]:
    """Give to many accounts in as few statements as to one; the operations, in the same order."""
    postings = []
    for one in awards:
        if one.points <= 0:
            raise ValueError(f"an award of {one.points} points")
        lot = Lot(
            account_id=one.account.id,
            kind=one.kind,
            created_at=one.at,
            expires_at=one.expires_at,
            remaining=0,
        )
        session.add(lot)
        moves = [(lot, one.points)]
        postings.append(
            _Posting(one.account, moves, one.kind, one.key, one.at, one.why, one.staff_id)
        )
    return await _post_all(session, postings)


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
    """Take points out, earliest expiry first. Raises NotEnoughPoints; expired lots do not count."""
    if points <= 0:
        raise ValueError(f"a taking of {points} points")
    await expire(session, account, at=at)
    if account.balance < points:
        raise errors.NotEnoughPoints(have=account.balance, need=points)
    moves = await _draw(session, account, points)
    return await _post(session, account, moves, kind, key, at, why, staff_id)


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
) -> Operation:
    """Reverse a taking: the points return to the lots they came from.

    A lot that expired meanwhile gets GRACE, so that nobody loses points by a cashier's slip.
    """
    query = select(Entry, Lot).join(Lot, Lot.id == Entry.lot_id)
    rows = (await session.execute(query.where(Entry.operation_id == operation_id))).all()
    moves = []
    for entry, lot in rows:
        if lot.expires_at is not None and lot.expires_at < at + GRACE:
            lot.expires_at = at + GRACE
        moves.append((lot, -entry.points))
    return await _post(
        session, account, moves, kind, key, at, why, staff_id, reverses_id=operation_id
    )


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
) -> Operation:
    """Reverse an award: first from its own lot, then from others; it stops at zero.

    The operation's `points` tell how much could be taken.
    """
    query = select(Entry, Lot).join(Lot, Lot.id == Entry.lot_id)
    entry, lot = (await session.execute(query.where(Entry.operation_id == operation_id))).one()
    own = min(lot.remaining, entry.points)
    moves = [(lot, -own)] if own else []
    others = min(entry.points - own, account.balance - own)
    if others:
        moves += await _draw(session, account, others, besides=lot.id)
    return await _post(
        session, account, moves, kind, key, at, why, staff_id, reverses_id=operation_id
    )


async def expire(session: AsyncSession, account: Account, *, at: datetime) -> Operation | None:
    """Take out of every lot whose time has come what is left in it."""
    due = await _lots(session, account, Lot.expires_at <= at)
    if not due:
        return None
    # A lot can come due twice (GRACE), never twice at one instant.
    key = f"expire:{due[0].id}:{at.isoformat()}"
    return await _empty(session, account, due, key, at, {"lots": [lot.id for lot in due]})


async def write_off(
    session: AsyncSession, account: Account, *, key: str, at: datetime, why: Mapping[str, Any]
) -> Operation | None:
    """Take out all that is left, because the owner of the points is leaving."""
    left = await _lots(session, account)
    return await _empty(session, account, left, key, at, why) if left else None


async def _lots(
    session: AsyncSession, account: Account, *where: ColumnElement[bool]
) -> Sequence[Lot]:
    """The account's lots that hold something, those that expire first in front."""
    query = select(Lot).where(Lot.account_id == account.id, Lot.remaining > 0, *where)
    query = query.order_by(Lot.expires_at.asc().nulls_last(), Lot.id)
    return (await session.scalars(query)).all()


async def _empty(
    session: AsyncSession,
    account: Account,
    lots: Sequence[Lot],
    key: str,
    at: datetime,
    why: Mapping[str, Any],
) -> Operation:
    moves = [(lot, -lot.remaining) for lot in lots]
    return await _post(session, account, moves, OperationKind.EXPIRE, key, at, why, None)


async def _draw(
    session: AsyncSession, account: Account, points: int, *, besides: int | None = None
) -> list[tuple[Lot, int]]:
    """Moves that take `points` from the account's lots, earliest expiry first."""
    others = () if besides is None else (Lot.id != besides,)
    moves: list[tuple[Lot, int]] = []
    for lot in await _lots(session, account, *others):
        if not points:
            break
        part = min(lot.remaining, points)
        moves.append((lot, -part))
        points -= part
    if points:
        raise AssertionError(f"account {account.id}: its lots hold {points} less than its balance")
    return moves


@dataclass(frozen=True, slots=True)
class _Posting:
    account: Account
    moves: Sequence[tuple[Lot, int]]
    kind: OperationKind
    key: str
    at: datetime
    why: Mapping[str, Any]
    staff_id: int | None
    reverses_id: int | None = None


async def _post(
    session: AsyncSession,
    account: Account,
    moves: Sequence[tuple[Lot, int]],
    kind: OperationKind,
    key: str,
    at: datetime,
    why: Mapping[str, Any],
    staff_id: int | None,
    *,
    reverses_id: int | None = None,
) -> Operation:
    one = _Posting(account, moves, kind, key, at, why, staff_id, reverses_id)
    return (await _post_all(session, [one]))[0]


async def _post_all(session: AsyncSession, postings: Sequence[_Posting]) -> list[Operation]:
    operations = []
    for one in postings:
        operation = Operation(
            account_id=one.account.id,
            kind=one.kind,
            key=one.key,
            at=one.at,
            points=sum(part for _, part in one.moves),
            reverses_id=one.reverses_id,
            staff_id=one.staff_id,
            why=dict(one.why),
        )
        session.add(operation)
        for lot, part in one.moves:
            lot.remaining += part
        one.account.balance += operation.points
        operations.append(operation)
    await session.flush()
    # Nobody needs the ids of entries, and without asking for them all go in at once.
    entries = [
        {
            "operation_id": operation.id,
            "account_id": one.account.id,
            "lot_id": lot.id,
            "points": part,
        }
        for one, operation in zip(postings, operations, strict=True)
        for lot, part in one.moves
    ]
    if entries:
        await session.execute(insert(Entry), entries)
    return operations
