"""The ledger's only writer: every point that moves, moves here.

These are steps inside a service's transaction. The caller locks the account first, so that two
acts on one account run one after the other on both engines.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, func, insert, select
from sqlalchemy.ext.asyncio import AsyncSession

from models.ledger import Account, Entry, Lot, Operation, OperationKind
from services import errors

GRACE = timedelta(days=3)
"""How long points live that come back to a lot which expired while they were held."""


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
    starts_at: datetime | None = None,
    bonus: "Bonus | None" = None,
) -> Operation:
    """Give points as one new lot, or two that live differently; see Award."""
    one = Award(account, points, kind, key, at, expires_at, why, staff_id, starts_at, bonus)
    return (await award_all(session, [one]))[0]


@dataclass(frozen=True, slots=True)
class Bonus:
    """So many points of an award expire at a time of their own."""

    points: int
    expires_at: datetime | None


@dataclass(frozen=True, slots=True)
class Award:
    """Points for an account, pending until `starts_at`. `points` is positive and includes the
    bonus. First of all they pay off what the account owes.
    """

    account: Account
    points: int
    kind: OperationKind
    key: str
    at: datetime
    expires_at: datetime | None
    why: Mapping[str, Any]
    staff_id: int | None = None
    starts_at: datetime | None = None
    bonus: Bonus | None = None

    def parts(self) -> Iterator[tuple[int, datetime | None]]:
        """Points and their expiry, of each lot that this makes."""
        bonus = self.bonus.points if self.bonus is not None else 0
        if self.points > bonus:
            yield self.points - bonus, self.expires_at
        if self.bonus is not None and bonus:
            yield bonus, self.bonus.expires_at


async def award_all(session: AsyncSession, awards: Sequence[Award]) -> list[Operation]:
    """Give to many accounts in as few statements as to one; the operations, in the same order."""
    postings = []
    for one in awards:
        if one.points <= 0:
            raise ValueError(f"an award of {one.points} points")
        moves = []
        for points, expires_at in one.parts():
            lot = Lot(
                account_id=one.account.id,
                kind=one.kind,
                created_at=one.at,
                starts_at=one.starts_at,
                expires_at=expires_at,
                remaining=0,
            )
            session.add(lot)
            moves.append((lot, points))
        postings.append(
            _Posting(one.account, moves, one.kind, one.key, one.at, one.why, one.staff_id)
        )
    owing = [one for one in postings if one.account.balance < 0]
    operations = await _post_all(session, postings)
    for posting in owing:
        await _pay_off(session, posting)
    return operations


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
    """Take points out, earliest expiry first. Raises NotEnoughPoints: what has expired or has not
    started yet does not count.
    """
    if points <= 0:
        raise ValueError(f"a taking of {points} points")
    await expire(session, account, at=at)
    lots = [lot for lot in await _lots(session, account) if _has_started(lot, at)]
    have = sum(lot.remaining for lot in lots)
    if have < points:
        raise errors.NotEnoughPoints(have=have, need=points)
    return await _post(session, account, _draw(lots, points), kind, key, at, why, staff_id)


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
    """Reverse a taking, all that is left of it or so many points: they return to the lots they
    came from, to those that live longest first.

    A lot that expired meanwhile gets GRACE, so that nobody loses points by a cashier's slip.
    """
    back = await _reversed(session, operation_id)
    query = select(Entry, Lot).join(Lot, Lot.id == Entry.lot_id)
    query = query.where(Entry.operation_id == operation_id)
    query = query.order_by(Lot.expires_at.desc().nulls_first(), Lot.id.desc())
    rows = [
        (lot, -entry.points - back.get(lot.id, 0))
        for entry, lot in (await session.execute(query)).all()
    ]
    wanted = sum(room for _, room in rows) if points is None else points
    moves = []
    for lot, room in rows:
        part = min(room, wanted)
        if not part:
            continue
        if lot.expires_at is not None and lot.expires_at < at + GRACE:
            lot.expires_at = at + GRACE
        moves.append((lot, part))
        wanted -= part
    if wanted or not moves:
        raise ValueError(f"operation {operation_id} has not so many points to give back")
    owing = account.balance < 0
    posting = _Posting(account, moves, kind, key, at, why, staff_id, operation_id)
    operation = (await _post_all(session, [posting]))[0]
    if owing:
        await _pay_off(session, posting)
    return operation


@dataclass(frozen=True, slots=True)
class TakenBack:
    """Of the points of an award: taken, owed from now on, and neither (the policy forgives)."""

    taken: int
    owed: int
    forgiven: int
    operation: Operation | None  # None: nothing could be taken


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
    """Reverse an award, all that is left of it or so many points: first from its own lots, then
    from others. What is not there any more becomes a debt, or is forgiven without `debts`.
    """
    back = await _reversed(session, operation_id)
    query = select(Entry, Lot).join(Lot, Lot.id == Entry.lot_id)
    rows = (await session.execute(query.where(Entry.operation_id == operation_id))).all()
    left = sum(entry.points for entry, _ in rows) + sum(back.values())
    wanted = left if points is None else points
    if wanted > left or not wanted:
        raise ValueError(f"operation {operation_id} has not so many points to take back")
    own = {lot.id for _, lot in rows}
    lots = sorted(await _lots(session, account), key=lambda lot: lot.id not in own)
    taken = min(wanted, sum(lot.remaining for lot in lots))
    moves = _draw(lots, taken)
    owed = wanted - taken if debts else 0
    if owed:
        moves.append((await _debt(session, account, at), -owed))
    operation = None
    if moves:
        operation = await _post(
            session, account, moves, kind, key, at, why, staff_id, reverses_id=operation_id
        )
    return TakenBack(taken, owed, wanted - taken - owed, operation)


async def _reversed(session: AsyncSession, operation_id: int) -> dict[int, int]:
    """What reversals of an operation moved so far, by lot; points taken back are negative."""
    query = (
        select(Entry.lot_id, func.sum(Entry.points))
        .join(Operation, Operation.id == Entry.operation_id)
        .where(Operation.reverses_id == operation_id)
        .group_by(Entry.lot_id)
    )
    return {lot_id: int(points) for lot_id, points in await session.execute(query)}


async def _debt(session: AsyncSession, account: Account, at: datetime) -> Lot:
    """The lot that holds what the account owes, made when there was none."""
    query = select(Lot).where(Lot.account_id == account.id, Lot.kind == OperationKind.DEBT)
    lot = (await session.scalars(query)).one_or_none()
    if lot is None:
        lot = Lot(
            account_id=account.id,
            kind=OperationKind.DEBT,
            created_at=at,
            expires_at=None,
            remaining=0,
        )
        session.add(lot)
    return lot


async def _pay_off(session: AsyncSession, came: _Posting) -> None:
    """Let points that came pay what the account owes: it has points or a debt, never both."""
    debt = await _debt(session, came.account, came.at)
    lots = [lot for lot, _ in came.moves]
    part = min(-debt.remaining, sum(lot.remaining for lot in lots))
    moves = [*_draw(lots, part), (debt, part)]
    key = f"settle:{came.key}"
    await _post(
        session, came.account, moves, OperationKind.SETTLE, key, came.at, came.why, came.staff_id
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
    """Take out all that is left, because the owner of the points is leaving; forgive a debt."""
    if account.balance < 0:
        debt = await _debt(session, account, at)
        moves = [(debt, -debt.remaining)]
        return await _post(session, account, moves, OperationKind.FORGIVE, key, at, why, None)
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


def _has_started(lot: Lot, at: datetime) -> bool:
    return lot.starts_at is None or lot.starts_at <= at


def _draw(lots: Iterable[Lot], points: int) -> list[tuple[Lot, int]]:
    """Moves that take `points` out of these lots, which hold enough, in their order."""
    moves: list[tuple[Lot, int]] = []
    for lot in lots:
        part = min(lot.remaining, points)
        if part:
            moves.append((lot, -part))
            points -= part
    if points:
        raise AssertionError(f"these lots hold {points} points less than were to be drawn")
    return moves


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
