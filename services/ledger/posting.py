"""Building operations and their entries, and reading the rows that every movement needs."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, select
from sqlalchemy.ext.asyncio import AsyncSession

from models.ledger import Account, Entry, Lot, Operation, OperationKind
from services.storage.write_batch import add_with_ids


@dataclass(frozen=True, slots=True)
class Posting:
    """An operation to be written, with the points that each of its entries moves."""

    account: Account
    entries: Sequence[tuple[Lot, int]]
    kind: OperationKind
    key: str
    at: datetime
    why: Mapping[str, Any]
    staff_id: int | None
    reverses_id: int | None = None


def open_account(session: AsyncSession, at: datetime) -> Account:
    account = Account(balance=0, created_at=at)
    session.add(account)
    return account


async def lock(session: AsyncSession, account_id: int) -> Account:
    """The account, held until the transaction ends (SQLite holds the whole file)."""
    query = select(Account).where(Account.id == account_id).with_for_update()
    return (await session.scalars(query.execution_options(populate_existing=True))).one()


async def peek(session: AsyncSession, account_id: int) -> Account:
    """The account without a lock, for reading only."""
    return await session.get_one(Account, account_id)


async def find(session: AsyncSession, key: str) -> Operation | None:
    """The operation that was done under this idempotency key."""
    return (await session.scalars(select(Operation).where(Operation.key == key))).one_or_none()


async def lots_of(
    session: AsyncSession, account: Account, *where: ColumnElement[bool]
) -> Sequence[Lot]:
    """The account's lots that hold points, those that expire first in front."""
    query = select(Lot).where(Lot.account_id == account.id, Lot.remaining > 0, *where)
    query = query.order_by(Lot.expires_at.asc().nulls_last(), Lot.id)
    return (await session.scalars(query)).all()


def take_from(lots: Iterable[Lot], points: int) -> list[tuple[Lot, int]]:
    """Entries that take `points` out of these lots, in their order. Together they hold enough."""
    entries: list[tuple[Lot, int]] = []
    for lot in lots:
        part = min(lot.remaining, points)
        if part:
            entries.append((lot, -part))
            points -= part
    if points:
        raise AssertionError(f"these lots hold {points} points too few")
    return entries


async def post(
    session: AsyncSession,
    account: Account,
    entries: Sequence[tuple[Lot, int]],
    kind: OperationKind,
    key: str,
    at: datetime,
    why: Mapping[str, Any],
    staff_id: int | None,
    *,
    reverses_id: int | None = None,
) -> Operation:
    one = Posting(account, entries, kind, key, at, why, staff_id, reverses_id)
    return (await post_all(session, [one]))[0]


async def post_all(session: AsyncSession, postings: Sequence[Posting]) -> list[Operation]:
    operations = []
    for one in postings:
        operation = Operation(
            account_id=one.account.id,
            kind=one.kind,
            key=one.key,
            at=one.at,
            points=sum(part for _, part in one.entries),
            reverses_id=one.reverses_id,
            staff_id=one.staff_id,
            why=dict(one.why),
        )
        for lot, part in one.entries:
            lot.remaining += part
        operations.append(operation)
    new = [lot for one in postings for lot, _ in one.entries if lot.id is None]
    await add_with_ids(session, *new, *operations)
    for one, operation in zip(postings, operations, strict=True):
        one.account.balance += operation.points
        session.add_all(
            Entry(operation_id=operation.id, account_id=one.account.id, lot_id=lot.id, points=part)
            for lot, part in one.entries
        )
    return operations
