"""Undoing a purchase: by its cashier within minutes, by an owner at any time."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from models.people import Member, Role, Staff
from models.till import Purchase, RefundKind
from services import programme
from services.context import Context
from services.errors import Gone, NotYours
from services.messaging import deliveries
from services.messaging.deliveries import Facts, Notice, NoticeAct
from services.money import Money
from services.refunds import refunds
from services.refunds.errors import AlreadyUndone, TooLateToUndo
from services.staff import access
from services.stamps.stamp_returns import Taken


@dataclass(frozen=True, slots=True)
class Undone:
    purchase_id: int
    member_name: str
    amount: Money
    points_returned: int
    points_taken: int
    points_owed: int  # spent already, so they became a debt
    points_not_taken: int  # spent already, and forgiven
    balance: int
    stamps: tuple[Taken, ...] = ()


async def undo(ctx: Context, actor_id: int, purchase_id: int) -> Undone:
    """Undo a purchase: a cashier their own, within the programme's `undo_seconds`; an owner any, at
    any time.

    Points spent return to their lots, points earned are taken back as the programme says.
    Raises NotStaff, Gone, NotYours, AlreadyUndone, TooLateToUndo.
    """
    now = ctx.clock.now()
    async with access.write(ctx, actor_id, Role.CASHIER) as (session, staff):
        opened = await refunds.open_purchase(session, purchase_id)
        purchase, account, member = opened
        terms = await programme.terms(session)
        _may_undo(purchase, staff, now - timedelta(seconds=terms.undo_seconds))
        done, stamps = await refunds.go_back(
            session, terms, opened, staff, RefundKind.UNDO, key=f"undo:{purchase.id}", at=now
        )
        facts: Facts = {
            "amount": terms.money(purchase.amount),
            "returned": done.points_returned,
            "taken": done.points_taken,
            "owed": done.points_owed,
            "forgiven": done.points_forgiven,
            "balance": account.balance,
        }
        notice = Notice("notice-undone", facts, key=f"undone:{purchase.id}", at=now)
        await deliveries.tell_member(session, member.id, notice)
        if purchase.staff_id is not None and purchase.staff_id != staff.id:
            facts = {"name": member.name, "amount": terms.money(purchase.amount)}
            notice = Notice(
                "notice-cashier-undone", facts, key=f"undone-cashier:{purchase.id}", at=now
            )
            await deliveries.tell_staff(session, purchase.staff_id, notice)
        return Undone(
            purchase_id=purchase.id,
            member_name=member.name,
            amount=terms.money(purchase.amount),
            points_returned=done.points_returned,
            points_taken=done.points_taken,
            points_owed=done.points_owed,
            points_not_taken=done.points_forgiven,
            balance=account.balance,
            stamps=tuple(stamps),
        )


async def ask(ctx: Context, actor_id: int, purchase_id: int) -> None:
    """Ask owners to undo a purchase when a cashier is too late: each gets a button, once. Raises
    NotStaff, Gone, NotYours, AlreadyUndone.
    """
    now = ctx.clock.now()
    async with access.write(ctx, actor_id, Role.CASHIER) as (session, staff):
        purchase = await session.get(Purchase, purchase_id)
        if purchase is None:
            raise Gone
        _may_undo(purchase, staff, purchase.at)
        key = f"ask-undo:{purchase.id}"
        if await deliveries.queued(session, key):
            return
        member = await session.get_one(Member, purchase.member_id)
        terms = await programme.terms(session)
        facts: Facts = {
            "cashier": staff.name,
            "name": member.name,
            "amount": terms.money(purchase.amount),
            "at": purchase.at,
        }
        notice = Notice(
            "ask-undo",
            facts,
            key=key,
            at=now,
            buttons=[[("button-undo", NoticeAct.UNDO, purchase.id)]],
        )
        await deliveries.tell_owners(session, notice)


def _may_undo(purchase: Purchase, staff: Staff, earliest: datetime) -> None:
    if purchase.staff_id != staff.id and staff.role is not Role.OWNER:
        raise NotYours
    if purchase.undone_at is not None:
        raise AlreadyUndone
    if purchase.at < earliest and staff.role is not Role.OWNER:
        raise TooLateToUndo
