"""Undoing a purchase: by its cashier within minutes, by an owner at any time."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from models.ledger import OperationKind
from models.people import Member, Role, Staff
from models.till import Purchase
from services import deliveries, errors, ledger, offers, people, programme, purchases
from services.audit import record as audit
from services.context import Context
from services.money import Money


@dataclass(frozen=True, slots=True)
class Undone:
    purchase_id: int
    member_name: str
    amount: Money
    points_returned: int
    points_taken: int
    points_not_taken: int  # the member had spent them already
    balance: int


async def undo(ctx: Context, by: int, purchase_id: int) -> Undone:
    """Undo a purchase of one's own within the programme's `undo_seconds`; an owner, any, any time.

    Points spent return to their lots, points earned are taken back as far as they are there.
    Raises NotStaff, Gone, NotYours, AlreadyUndone, TooLateToUndo.
    """
    now = ctx.clock.now()
    async with ctx.db.write() as session:
        staff = await people.require(session, by, Role.CASHIER)
        purchase = await session.get(Purchase, purchase_id)
        if purchase is None:
            raise errors.Gone
        account = await ledger.lock(session, purchase.account_id)
        await session.refresh(purchase)
        terms = await programme.terms(session)
        _may_undo(purchase, staff, now - timedelta(seconds=terms.undo_seconds))
        why = {"purchase": purchase.id}
        returned = taken = 0
        if purchase.earn_operation_id is not None:
            operation = await ledger.take_back(
                session,
                account,
                purchase.earn_operation_id,
                OperationKind.UNDO,
                key=f"undo-earn:{purchase.id}",
                at=now,
                why=why,
                staff_id=staff.id,
            )
            taken = -operation.points
        if purchase.hold_operation_id is not None:
            operation = await ledger.give_back(
                session,
                account,
                purchase.hold_operation_id,
                OperationKind.UNDO,
                key=f"undo-spend:{purchase.id}",
                at=now,
                why=why,
                staff_id=staff.id,
            )
            returned = operation.points
        purchase.undone_at = now
        member = await session.get_one(Member, purchase.member_id)
        await _correct(session, terms, member, purchase, now)
        await deliveries.tell_member(
            session,
            member.id,
            "notice-undone",
            {
                "amount": terms.money(purchase.amount),
                "returned": returned,
                "taken": taken,
                "balance": account.balance,
            },
            key=f"undone:{purchase.id}",
            at=now,
        )
        if purchase.staff_id is not None and purchase.staff_id != staff.id:
            await deliveries.tell_staff(
                session,
                purchase.staff_id,
                "notice-cashier-undone",
                {"name": member.name, "amount": terms.money(purchase.amount)},
                key=f"undone-cashier:{purchase.id}",
                at=now,
            )
        facts = {"purchase": purchase.id, "returned": returned, "taken": taken}
        audit(session, now, "purchase.undone", staff_id=staff.id, member_id=member.id, facts=facts)
        return Undone(
            purchase_id=purchase.id,
            member_name=member.name,
            amount=terms.money(purchase.amount),
            points_returned=returned,
            points_taken=taken,
            points_not_taken=purchase.points_earned - taken,
            balance=account.balance,
        )


async def ask(ctx: Context, by: int, purchase_id: int) -> None:
    """A cashier is too late: owners get the purchase with a button that undoes it, once.

    Raises NotStaff, Gone, NotYours, AlreadyUndone.
    """
    now = ctx.clock.now()
    async with ctx.db.write() as session:
        staff = await people.require(session, by, Role.CASHIER)
        purchase = await session.get(Purchase, purchase_id)
        if purchase is None:
            raise errors.Gone
        _may_undo(purchase, staff, purchase.at)
        key = f"ask-undo:{purchase.id}"
        if await deliveries.queued(session, key):
            return
        member = await session.get_one(Member, purchase.member_id)
        terms = await programme.terms(session)
        await deliveries.tell_owners(
            session,
            "ask-undo",
            {
                "cashier": staff.name,
                "name": member.name,
                "amount": terms.money(purchase.amount),
                "at": purchase.at,
            },
            key=key,
            at=now,
            buttons=[[("button-undo", "undo", purchase.id)]],
        )


def _may_undo(purchase: Purchase, staff: Staff, earliest: datetime) -> None:
    if purchase.staff_id != staff.id and staff.role is not Role.OWNER:
        raise errors.NotYours
    if purchase.undone_at is not None:
        raise errors.AlreadyUndone
    if purchase.at < earliest and staff.role is not Role.OWNER:
        raise errors.TooLateToUndo


async def _correct(
    session: AsyncSession,
    terms: programme.Terms,
    member: Member,
    purchase: Purchase,
    at: datetime,
) -> None:
    """Take the undone purchase out of the member's totals, level and used offer."""
    await session.flush()
    query = select(func.max(Purchase.at)).where(
        Purchase.member_id == member.id, Purchase.undone_at.is_(None)
    )
    member.last_purchase_at = await session.scalar(query)
    member.purchases_count -= 1
    member.spent_total -= purchase.paid
    if purchase.offer_id is not None:
        await offers.unuse(session, purchase.offer_id)
    await purchases.relevel(session, terms, member, at)
