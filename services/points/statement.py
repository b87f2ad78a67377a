"""A member's account as a statement: every entry with its lot, its receipt and the balance after.

A reader can add it up, lot by lot, without asking the shop.
"""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from models.ledger import Entry, Lot, Operation, OperationKind
from models.people import Member, Role, Staff
from models.till import Purchase, Refund
from services import programme
from services.context import Context
from services.errors import Gone
from services.money import Money
from services.points import history
from services.points.history import Earning
from services.programme import Terms
from services.staff import access


@dataclass(frozen=True, slots=True)
class Receipt:
    """The receipt of an operation. `amount` is after discounts, and `paid` the part of it in money;
    both are negative for a refund.
    """

    number: int
    amount: Money
    paid: Money


@dataclass(frozen=True, slots=True)
class Posting:
    """Points into (+) or out of (-) one lot, and the account's balance after it."""

    points: int
    balance: int
    lot_id: int
    starts_at: datetime | None  # when the lot becomes spendable; None: at once
    expires_at: datetime | None


@dataclass(frozen=True, slots=True)
class Line:
    """One operation. `corrects` is the operation that it reverses, in full or in part."""

    operation_id: int
    at: datetime
    kind: OperationKind
    subject: str | None
    points: int
    balance: int
    corrects: int | None
    receipt: Receipt | None
    earning: Earning | None
    staff_name: str | None
    postings: tuple[Posting, ...]


@dataclass(frozen=True, slots=True)
class Statement:
    """`lines` are oldest first; the last balance is the account's."""

    name: str
    point_value: Money
    lines: tuple[Line, ...]


async def mine(ctx: Context, member_id: int) -> Statement:
    """The member's own statement."""
    async with ctx.db.read() as session:
        return await _draw(session, member_id)


async def of(ctx: Context, actor_id: int, member_id: int) -> Statement:
    """Any member's statement, for an owner. Raises NotStaff, Gone."""
    async with access.read(ctx, actor_id, Role.OWNER) as (session, _):
        return await _draw(session, member_id)


async def _draw(session: AsyncSession, member_id: int) -> Statement:
    member = await session.get(Member, member_id)
    if member is None:
        raise Gone
    terms = await programme.terms(session)
    receipts = await _receipts(session, terms, member.account_id)
    entries = (
        select(Operation, Staff.name, Entry, Lot)
        .join(Entry, Entry.operation_id == Operation.id)
        .join(Lot, Lot.id == Entry.lot_id)
        .outerjoin(Staff, Staff.id == Operation.staff_id)
        .where(Operation.account_id == member.account_id)
        .order_by(Operation.id, Entry.id)
    )
    balance = 0
    postings: dict[int, list[Posting]] = {}
    known: dict[int, tuple[Operation, str | None]] = {}
    for operation, staff_name, entry, lot in await session.execute(entries):
        balance += entry.points
        moved = Posting(entry.points, balance, lot.id, lot.starts_at, lot.expires_at)
        postings.setdefault(operation.id, []).append(moved)
        known[operation.id] = (operation, staff_name)
    return Statement(
        name=member.name,
        point_value=terms.money(terms.point_value),
        lines=tuple(
            Line(
                operation_id=operation.id,
                at=operation.at,
                kind=operation.kind,
                subject=operation.why.get("title"),
                points=operation.points,
                balance=postings[operation.id][-1].balance,
                corrects=operation.reverses_id,
                receipt=receipts.get(operation.id),
                earning=history.earning(terms, operation),
                staff_name=staff_name,
                postings=tuple(postings[operation.id]),
            )
            for operation, staff_name in known.values()
        ),
    )


async def _receipts(session: AsyncSession, terms: Terms, account_id: int) -> dict[int, Receipt]:
    """By operation, the purchase that earned points or was paid with them, or its refund."""
    found: dict[int, Receipt] = {}
    purchases = select(Purchase).where(Purchase.account_id == account_id)
    for bought in await session.scalars(purchases):
        amount = terms.money(bought.amount - bought.discount)
        receipt = Receipt(bought.id, amount, terms.money(bought.paid))
        for operation_id in (bought.earn_operation_id, bought.hold_operation_id):
            if operation_id is not None:
                found[operation_id] = receipt
    refunds = select(Refund).join(Purchase, Purchase.id == Refund.purchase_id)
    for back in await session.scalars(refunds.where(Purchase.account_id == account_id)):
        receipt = Receipt(back.purchase_id, terms.money(-back.amount), terms.money(-back.paid))
        for operation_id in (back.take_operation_id, back.return_operation_id):
            if operation_id is not None:
                found[operation_id] = receipt
    return found
