"""Refunds of a purchase or a part of it: points move as if that part had never been bought.

Undoing and moving to another member are built on it. Previews are in
services.refunds.refund_previews.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from models.ledger import Account, OperationKind
from models.people import Member, Role, Staff
from models.till import Purchase, Refund, RefundKind
from services import ledger, programme
from services.audit import record as audit
from services.context import Context
from services.errors import Gone
from services.levels import levels
from services.members.errors import MemberNotFound
from services.messaging import deliveries
from services.messaging.deliveries import Facts, Notice
from services.money import Money
from services.offers import offers
from services.parsing.texts import one_line
from services.refunds.errors import AlreadyUndone, PurchaseChanged, TooLateToRefund
from services.refunds.refund_parts import lines_of, work_out
from services.staff import access
from services.stamps import stamp_returns
from services.stamps.stamp_returns import Taken
from services.totals import totals

REASON_LENGTH = 200

KINDS = {
    RefundKind.UNDO: OperationKind.UNDO,
    RefundKind.REFUND: OperationKind.REFUND,
    RefundKind.MOVE: OperationKind.MOVE,
}


@dataclass(frozen=True, slots=True)
class Refunded:
    """A refund, for the member and the cashier. `amount` is the refunded price after discounts,
    `paid` the money of it to hand over.
    """

    refund_id: int
    purchase_id: int
    member_id: int
    member_name: str
    amount: Money
    paid: Money
    points_returned: int
    points_taken: int
    points_owed: int
    points_forgiven: int
    balance: int
    whole: bool  # nothing of the purchase is left
    new: bool  # False: the same request was done before
    stamps: tuple[Taken, ...] = ()  # told once, by the request that took them


async def refund(
    ctx: Context,
    actor_id: int,
    purchase_id: int,
    *,
    key: str,
    amount: int | None = None,
    lines: Mapping[int, int] | None = None,
    reason: str | None = None,
    so_far: int | None = None,
) -> Refunded:
    """Refund a purchase, once for a `key`: an `amount` of it (minor units after discounts), amounts
    by line id, or all that is left.

    `so_far`: the amount refunded at the time of the preview, if there was one. Raises NotStaff,
    Gone, MemberNotFound, AlreadyUndone, TooLateToRefund, PurchaseChanged, BadAmount,
    RefundTooLarge, BadText.
    """
    now = ctx.clock.now()
    async with access.write(ctx, actor_id, Role.CASHIER) as (session, staff):
        purchase, account, member = await open_purchase(session, purchase_id)
        terms = await programme.terms(session)
        query = select(Refund).where(Refund.key == key)
        before = (await session.scalars(query)).one_or_none()
        if before is not None:
            return as_value(terms, before, purchase, member, account, new=False)
        may_refund(purchase, member, staff, terms, now)
        if so_far is not None and so_far != purchase.refunded:
            raise PurchaseChanged
        why = None if reason is None else one_line(reason, most=REASON_LENGTH)
        done, stamps = await go_back(
            session,
            terms,
            (purchase, account, member),
            staff,
            RefundKind.REFUND,
            amount=amount,
            lines=lines,
            key=key,
            at=now,
            reason=why,
        )
        refunded = as_value(terms, done, purchase, member, account, new=True, stamps=stamps)
        facts: Facts = {
            "amount": refunded.amount,
            "returned": refunded.points_returned,
            "taken": refunded.points_taken,
            "owed": refunded.points_owed,
            "forgiven": refunded.points_forgiven,
            "paid": refunded.paid,
            "in_money": refunded.paid.minor > 0,
            "balance": account.balance,
        }
        notice = Notice("notice-refunded", facts, key=f"refunded:{done.id}", at=now)
        await deliveries.tell_member(session, member.id, notice)
        return refunded


def may_refund(
    purchase: Purchase, member: Member, staff: Staff, terms: programme.Terms, now: datetime
) -> None:
    """Check whether a purchase can be refunded. Raises MemberNotFound for a member who left,
    AlreadyUndone, TooLateToRefund.
    """
    if member.deleted_at is not None:
        raise MemberNotFound
    if purchase.undone_at is not None:
        raise AlreadyUndone
    last = terms.end_of_day(purchase.at + timedelta(days=terms.returns.days))
    if staff.role is not Role.OWNER and now > last:
        raise TooLateToRefund(terms.returns.days)


async def open_purchase(
    session: AsyncSession, purchase_id: int
) -> tuple[Purchase, Account, Member]:
    """The purchase, read under the lock of its account. Raises Gone."""
    purchase = await session.get(Purchase, purchase_id)
    if purchase is None:
        raise Gone
    account = await ledger.lock(session, purchase.account_id)
    await session.refresh(purchase)
    member = await session.get_one(Member, purchase.member_id)
    await session.refresh(member)
    return purchase, account, member


async def go_back(
    session: AsyncSession,
    terms: programme.Terms,
    opened: tuple[Purchase, Account, Member],
    staff: Staff,
    kind: RefundKind,
    *,
    key: str,
    at: datetime,
    amount: int | None = None,
    lines: Mapping[int, int] | None = None,
    reason: str | None = None,
) -> tuple[Refund, list[Taken]]:
    """Refund a part of the purchase, or (`amount` None) all that is left of it.

    Gives the refund, and the stamps that were taken back with it.

    Raises BadAmount, RefundTooLarge, Gone for a line of another purchase.
    """
    purchase, account, member = opened
    part = await work_out(session, terms, purchase, amount=amount, lines=lines)
    facts = {"purchase": purchase.id, "amount": part.amount}
    returned = None
    if purchase.hold_operation_id is not None and part.returned:
        # Points return before others are taken back, so that these can be taken from them.
        returned = await ledger.give_back(
            session,
            account,
            purchase.hold_operation_id,
            KINDS[kind],
            key=f"return:{key}",
            at=at,
            why=facts,
            staff_id=staff.id,
            points=part.returned,
        )
    taken = ledger.TakenBack(0, 0, 0)
    if purchase.earn_operation_id is not None and part.lost:
        taken = await ledger.take_back(
            session,
            account,
            purchase.earn_operation_id,
            KINDS[kind],
            key=f"take:{key}",
            at=at,
            why=facts,
            staff_id=staff.id,
            points=part.lost,
            debts=terms.returns.debts,
        )
    row = Refund(
        key=key,
        kind=kind,
        purchase_id=purchase.id,
        staff_id=staff.id,
        at=at,
        amount=part.amount,
        paid=part.paid,
        points_returned=part.returned,
        points_taken=taken.taken,
        points_owed=taken.owed,
        points_forgiven=taken.forgiven,
        take_operation_id=taken.operation.id if taken.operation else None,
        return_operation_id=returned.id if returned else None,
        lines=sorted(lines.items()) if lines is not None else None,
        reason=reason,
    )
    session.add(row)
    sold = await lines_of(session, purchase.id)
    for line in sold:
        line.refunded += part.of_lines[line.id]
    member.spent_total -= part.paid
    purchase.refunded += part.amount
    purchase.refunded_paid += part.paid
    if part.whole:
        purchase.undone_at = at
        member.purchases_count -= 1
        # Its remainder goes too, as far as no later receipt has used it.
        member.remainder = max(0, member.remainder - purchase.carried)
    await session.flush()
    if part.whole:
        member.first_purchase_at, member.last_purchase_at = await totals.span(session, member.id)
        await offers.unuse(session, purchase.id, at)
    await totals.correct(session, purchase, sold)
    stamps = await stamp_returns.take_back(session, purchase.id, at)
    await levels.correct(session, terms, member, purchase.at, at, cause=f"refund:{row.id}")
    audit(
        session,
        at,
        f"purchase.{PAST[kind]}",
        staff_id=staff.id,
        member_id=member.id,
        facts=facts | {"returned": row.points_returned, "taken": row.points_taken},
    )
    return row, stamps


PAST = {
    RefundKind.UNDO: "undone",
    RefundKind.REFUND: "refunded",
    RefundKind.MOVE: "moved",
}


def as_value(
    terms: programme.Terms,
    row: Refund,
    purchase: Purchase,
    member: Member,
    account: Account,
    *,
    new: bool,
    stamps: Sequence[Taken] = (),
) -> Refunded:
    return Refunded(
        refund_id=row.id,
        purchase_id=purchase.id,
        member_id=member.id,
        member_name=member.name,
        amount=terms.money(row.amount),
        paid=terms.money(row.paid),
        points_returned=row.points_returned,
        points_taken=row.points_taken,
        points_owed=row.points_owed,
        points_forgiven=row.points_forgiven,
        balance=account.balance,
        whole=purchase.undone_at is not None,
        new=new,
        stamps=tuple(stamps),
    )
