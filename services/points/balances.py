"""The balance: a member's points, how many are pending, and the next expiry."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Row, and_, bindparam, func, select, true
from sqlalchemy.ext.asyncio import AsyncSession

from models.base import BIG, UtcDateTime
from models.ledger import Account, Lot
from models.people import Member
from models.programme import Programme
from services.context import Context
from services.money import Money


@dataclass(frozen=True, slots=True)
class Expiry:
    points: int
    at: datetime


@dataclass(frozen=True, slots=True)
class Balance:
    """A member's points; below zero they are a debt. `next_expiry` is the soonest day on which
    points expire. `pending` of the points cannot be spent yet, some of them until `next_start`.
    """

    points: int
    worth: Money
    next_expiry: Expiry | None
    frozen: bool
    pending: int = 0
    next_start: datetime | None = None

    @property
    def spendable(self) -> int:
        return max(0, self.points - self.pending)


async def balance(ctx: Context, member_id: int) -> Balance:
    """The member's balance."""
    values = {"member_id": member_id, "now": ctx.clock.now()}
    return _as_balance((await ctx.db.lookup(_BALANCE, values))[0])


async def balance_of(session: AsyncSession, member_id: int, now: datetime) -> Balance:
    """The balance, read in the caller's transaction."""
    values = {"member_id": member_id, "now": now}
    return _as_balance((await session.execute(_BALANCE, values)).one())


_ALIVE = (
    Lot.account_id == Member.account_id,
    Lot.remaining > 0,
    Lot.expires_at > bindparam("now", type_=UtcDateTime()),
)

_SOONEST = select(func.min(Lot.expires_at)).where(*_ALIVE).correlate(Member).scalar_subquery()

_PENDING = (
    Lot.account_id == Member.account_id,
    Lot.remaining > 0,
    Lot.starts_at > bindparam("now", type_=UtcDateTime()),
)

_WAITING = select(func.sum(Lot.remaining)).where(*_PENDING).correlate(Member).scalar_subquery()

_START = select(func.min(Lot.starts_at)).where(*_PENDING).correlate(Member).scalar_subquery()

_BALANCE = (
    select(
        Account.balance,
        Member.frozen_at,
        Programme.point_value,
        Programme.currency,
        Lot.expires_at,
        func.sum(Lot.remaining).label("expiring"),
        _WAITING.label("pending"),
        _START.label("next_start"),
    )
    .select_from(Member)
    .join(Account, Account.id == Member.account_id)
    .join(Programme, true())
    .outerjoin(Lot, and_(*_ALIVE, Lot.expires_at == _SOONEST))
    .where(Member.id == bindparam("member_id", type_=BIG))
    .group_by(
        Account.balance,
        Member.frozen_at,
        Programme.point_value,
        Programme.currency,
        Lot.expires_at,
        Member.account_id,
    )
)


def _as_balance(
    row: Row[int, datetime | None, int, str, datetime | None, int, int | None, datetime | None],
) -> Balance:
    next_expiry = None
    if row.expires_at is not None:
        next_expiry = Expiry(points=int(row.expiring), at=row.expires_at)
    return Balance(
        points=row.balance,
        worth=Money(row.balance * row.point_value, row.currency),
        next_expiry=next_expiry,
        frozen=row.frozen_at is not None,
        pending=int(row.pending or 0),
        next_start=row.next_start,
    )
