"""Accounts as a bookkeeper follows them: every movement of points, and the balance after it."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, func, or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from models.ledger import Operation, OperationKind
from models.people import Member, Role, Staff
from models.till import Purchase, Refund
from services import audit, people, programme
from services.audit import Search
from services.context import Context
from services.phones import region_of


@dataclass(frozen=True, slots=True)
class Movement:
    """One operation of an account. Money is in minor units; None where it is not about that."""

    id: int
    at: datetime
    account_id: int
    members: tuple[str, ...]  # whose account it is: a family may share one
    kind: OperationKind
    title: str | None  # of the reward, the fund or the offer
    points: int
    balance: int  # after it
    purchase_id: int | None
    # Each sum is told with the first movement that it caused, so that a column adds up.
    price: int | None  # of that purchase, after discounts
    went_back: int | None  # of that price
    staff_name: str | None


async def latest(ctx: Context, by: int, wanted: Search, *, limit: int) -> list[Movement]:
    """The newest movements of all accounts, for an owner; the subject of acts narrows nothing.

    Raises NotStaff.
    """
    async with ctx.db.read() as session:
        await people.require(session, by, Role.OWNER)
        fits: list[ColumnElement[bool]] = []
        if wanted.member is not None:
            region = region_of((await programme.terms(session)).timezone)
            called = select(Member.account_id).where(audit.is_called(wanted.member, region))
            fits.append(Operation.account_id.in_(called))
        if wanted.staff_id is not None:
            fits.append(Operation.staff_id == wanted.staff_id)
        if wanted.since is not None:
            fits.append(Operation.at >= wanted.since)
        return await _movements(session, fits, limit)


async def of_account(session: AsyncSession, account_id: int) -> list[Movement]:
    """All movements of one account, newest first; a step."""
    return await _movements(session, [Operation.account_id == account_id], None)


async def _movements(
    session: AsyncSession, fits: Sequence[ColumnElement[bool]], limit: int | None
) -> list[Movement]:
    # Summed before anything is left out: a part of an account has its true balances.
    running = func.sum(Operation.points).over(
        partition_by=Operation.account_id, order_by=Operation.id
    )
    summed = select(Operation.id, running.label("balance")).subquery()
    of_refund = or_(
        Refund.take_operation_id == Operation.id, Refund.return_operation_id == Operation.id
    )
    of_purchase = or_(
        Purchase.earn_operation_id == Operation.id,
        Purchase.hold_operation_id == Operation.id,
        Purchase.id == Refund.purchase_id,
    )
    query = (
        select(Operation, summed.c.balance, Purchase, Refund, Staff.name)
        .join(summed, summed.c.id == Operation.id)
        .outerjoin(Refund, of_refund)
        .outerjoin(Purchase, of_purchase)
        .outerjoin(Staff, Staff.id == Operation.staff_id)
        .where(*fits)
        .order_by(Operation.id.desc())
        .limit(limit)
    )
    rows = (await session.execute(query)).all()
    names = await _names(session)
    return [
        Movement(
            id=operation.id,
            at=operation.at,
            account_id=operation.account_id,
            members=tuple(names[operation.account_id]),
            kind=operation.kind,
            title=operation.why.get("title"),
            points=operation.points,
            balance=int(balance),
            purchase_id=purchase.id if purchase else None,
            price=_price(operation, purchase),
            went_back=_went_back(operation, refund),
            staff_name=staff_name,
        )
        for operation, balance, purchase, refund, staff_name in rows
    ]


def _price(operation: Operation, purchase: Purchase | None) -> int | None:
    if purchase is None:
        return None
    first = purchase.hold_operation_id or purchase.earn_operation_id
    return purchase.amount - purchase.discount if operation.id == first else None


def _went_back(operation: Operation, refund: Refund | None) -> int | None:
    if refund is None:
        return None
    first = refund.return_operation_id or refund.take_operation_id
    return refund.amount if operation.id == first else None


async def _names(session: AsyncSession) -> dict[int, list[str]]:
    """Who an account belongs to; nobody any more once they left."""
    names = defaultdict(list)
    query = select(Member.account_id, Member.name).where(Member.deleted_at.is_(None))
    for account_id, name in await session.execute(query.order_by(Member.id)):
        names[account_id].append(name)
    return names
