"""Purchases that go back, all of them or a part: points return as if that part had not been.

Parts are counted from the whole purchase, not from one another, so however a purchase goes back,
in the end exactly its own points have moved. Undoing and moving to another member are built on it.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from models.ledger import Account, OperationKind
from models.people import Member, Role, Staff
from models.till import Purchase, PurchaseLine, Refund, RefundKind
from services import deliveries, errors, ledger, levels, offers, people, programme
from services.audit import record as audit
from services.context import Context
from services.money import Money
from services.texts import one_line

REASON_LENGTH = 200

KINDS = {
    RefundKind.UNDO: OperationKind.UNDO,
    RefundKind.REFUND: OperationKind.REFUND,
    RefundKind.MOVE: OperationKind.MOVE,
}


@dataclass(frozen=True, slots=True)
class Refunded:
    """A refund for both who were there. `amount` is what went back of the price after discounts,
    `paid` what of it is to be handed over in money.
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
    new: bool  # False: the same request had been done before


@dataclass(frozen=True, slots=True)
class Refundable:
    """A purchase before a refund: what of it can still go back, line by line."""

    purchase_id: int
    member_name: str
    at: datetime
    amount: Money
    left: Money
    lines: tuple["RefundableLine", ...]


@dataclass(frozen=True, slots=True)
class RefundableLine:
    line_id: int
    title: str
    quantity: int
    left: Money


async def refundable(ctx: Context, by: int, purchase_id: int) -> Refundable:
    """What can go back of a purchase. Raises NotStaff, Gone, AlreadyUndone, TooLateToRefund."""
    async with ctx.db.read() as session:
        staff = await people.require(session, by, Role.CASHIER)
        terms = await programme.terms(session)
        purchase = await session.get(Purchase, purchase_id)
        if purchase is None:
            raise errors.Gone
        _may_refund(purchase, staff, terms, ctx.clock.now())
        member = await session.get_one(Member, purchase.member_id)
        lines = await _lines(session, purchase_id)
        return Refundable(
            purchase_id=purchase.id,
            member_name=member.name,
            at=purchase.at,
            amount=terms.money(purchase.amount - purchase.discount),
            left=terms.money(_left(purchase)),
            lines=tuple(
                RefundableLine(line.id, line.title, line.quantity, terms.money(_line_left(line)))
                for line in lines
                if _line_left(line)
            ),
        )


async def refund(
    ctx: Context,
    by: int,
    purchase_id: int,
    *,
    key: str,
    amount: int | None = None,
    lines: Mapping[int, int] | None = None,
    reason: str | None = None,
) -> Refunded:
    """Take goods back, once for a `key`: so much of the purchase (minor units after discounts), so
    much of each named line, or all that is left of it.

    Raises NotStaff, Gone, AlreadyUndone, TooLateToRefund, BadAmount, RefundTooLarge, BadText.
    """
    now = ctx.clock.now()
    async with ctx.db.write() as session:
        staff = await people.require(session, by, Role.CASHIER)
        purchase, account, member = await open_purchase(session, purchase_id)
        terms = await programme.terms(session)
        query = select(Refund).where(Refund.key == key)
        before = (await session.scalars(query)).one_or_none()
        if before is not None:
            return as_value(terms, before, purchase, member, account, new=False)
        _may_refund(purchase, staff, terms, now)
        why = None if reason is None else one_line(reason, most=REASON_LENGTH)
        part = sum(lines.values()) if lines is not None else amount
        done = await go_back(
            session,
            terms,
            (purchase, account, member),
            staff,
            RefundKind.REFUND,
            amount=part,
            lines=lines,
            key=key,
            at=now,
            reason=why,
        )
        refunded = as_value(terms, done, purchase, member, account, new=True)
        await deliveries.tell_member(
            session,
            member.id,
            "notice-refunded",
            {
                "amount": refunded.amount,
                "returned": refunded.points_returned,
                "taken": refunded.points_taken,
                "owed": refunded.points_owed,
                "balance": account.balance,
            },
            key=f"refunded:{done.id}",
            at=now,
        )
        return refunded


def _may_refund(purchase: Purchase, staff: Staff, terms: programme.Terms, now: datetime) -> None:
    if purchase.undone_at is not None:
        raise errors.AlreadyUndone
    if staff.role is not Role.OWNER and purchase.at < now - timedelta(days=terms.returns.days):
        raise errors.TooLateToRefund(terms.returns.days)


async def open_purchase(
    session: AsyncSession, purchase_id: int
) -> tuple[Purchase, Account, Member]:
    """The purchase as it is under the lock of its account; a step. Raises Gone."""
    purchase = await session.get(Purchase, purchase_id)
    if purchase is None:
        raise errors.Gone
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
) -> Refund:
    """Let a part of the purchase go back, or (`amount` None) all that is left of it; a step.

    Raises BadAmount, RefundTooLarge, Gone for a line of another purchase.
    """
    purchase, account, member = opened
    left = _left(purchase)
    part = left if amount is None else amount
    if part <= 0 and purchase.undone_at is None and amount is not None:
        raise errors.BadAmount(str(part))
    if part > left:
        raise errors.RefundTooLarge(terms.money(left))
    earned, named = await _take_from_lines(session, terms, purchase, part, lines)
    whole = part == left
    due = purchase.amount - purchase.discount
    spent = _share(purchase.points_spent, purchase.refunded + part, due, whole)
    paid = min(purchase.paid, purchase.refunded + part - spent * terms.point_value)
    if whole:
        paid = purchase.paid
    before = await _so_far(session, purchase)
    facts = {"purchase": purchase.id, "amount": part}
    # What comes back can pay for what has to be taken; so nothing is forgiven that is there.
    returned = None
    if purchase.hold_operation_id is not None and spent > before.spent:
        returned = await ledger.give_back(
            session,
            account,
            purchase.hold_operation_id,
            KINDS[kind],
            key=f"return:{key}",
            at=at,
            why=facts,
            staff_id=staff.id,
            points=spent - before.spent,
        )
    taken = ledger.TakenBack(0, 0, 0, None)
    if purchase.earn_operation_id is not None and earned > before.earned:
        taken = await ledger.take_back(
            session,
            account,
            purchase.earn_operation_id,
            KINDS[kind],
            key=f"take:{key}",
            at=at,
            why=facts,
            staff_id=staff.id,
            points=earned - before.earned,
            debts=terms.returns.debts,
        )
    row = Refund(
        key=key,
        kind=kind,
        purchase_id=purchase.id,
        staff_id=staff.id,
        at=at,
        amount=part,
        paid=paid - purchase.refunded_paid,
        points_returned=spent - before.spent,
        points_taken=taken.taken,
        points_owed=taken.owed,
        points_forgiven=taken.forgiven,
        take_operation_id=taken.operation.id if taken.operation else None,
        return_operation_id=returned.id if returned else None,
        lines=named,
        reason=reason,
    )
    session.add(row)
    member.spent_total -= paid - purchase.refunded_paid
    purchase.refunded += part
    purchase.refunded_paid = paid
    if whole:
        purchase.undone_at = at
        member.purchases_count -= 1
    await session.flush()
    if whole:
        member.last_purchase_at = await _last_purchase(session, member.id)
        await offers.unuse(session, purchase.id, at)
    await levels.correct(session, terms, member, purchase.at, at, cause=f"refund:{row.id}")
    audit(
        session,
        at,
        f"purchase.{PAST[kind]}",
        staff_id=staff.id,
        member_id=member.id,
        facts=facts | {"returned": row.points_returned, "taken": row.points_taken},
    )
    return row


PAST = {
    RefundKind.UNDO: "undone",
    RefundKind.REFUND: "refunded",
    RefundKind.MOVE: "moved",
}


@dataclass(frozen=True, slots=True)
class _SoFar:
    """What earlier refunds of a purchase dealt with, in points."""

    earned: int
    spent: int


async def _so_far(session: AsyncSession, purchase: Purchase) -> _SoFar:
    query = select(
        func.sum(Refund.points_taken + Refund.points_owed + Refund.points_forgiven),
        func.sum(Refund.points_returned),
    ).where(Refund.purchase_id == purchase.id)
    earned, spent = (await session.execute(query)).one()
    return _SoFar(int(earned or 0), int(spent or 0))


async def _take_from_lines(
    session: AsyncSession,
    terms: programme.Terms,
    purchase: Purchase,
    part: int,
    named: Mapping[int, int] | None,
) -> tuple[int, list[tuple[int, int]] | None]:
    """Note on the lines what goes back; the points that all so far had earned, and the lines named.

    A sum without lines is spread over them as far as each still goes.
    """
    whole = part == _left(purchase)
    lines = await _lines(session, purchase.id)
    if not lines:
        if named:
            raise errors.Gone
        due = purchase.amount - purchase.discount
        return _share(purchase.points_earned, purchase.refunded + part, due, whole), None
    if named is not None and not set(named) <= {line.id for line in lines}:
        raise errors.Gone
    rest = part
    earned = 0
    for line in lines:
        going = named.get(line.id, 0) if named is not None else min(rest, _line_left(line))
        if not 0 <= going <= _line_left(line):
            raise errors.RefundTooLarge(terms.money(_line_left(line)))
        rest -= going
        line.refunded += going
        all_of_it = not _line_left(line)
        earned += _share(line.points_earned, line.refunded, line.amount - line.discount, all_of_it)
    return earned, None if named is None else sorted(named.items())


def _share(points: int, part: int, of: int, whole: bool) -> int:
    """The points of a part, rounded down; of the whole, all of them."""
    return points if whole or not of else points * part // of


def _left(purchase: Purchase) -> int:
    return purchase.amount - purchase.discount - purchase.refunded


def _line_left(line: PurchaseLine) -> int:
    return line.amount - line.discount - line.refunded


async def _lines(session: AsyncSession, purchase_id: int) -> list[PurchaseLine]:
    query = select(PurchaseLine).where(PurchaseLine.purchase_id == purchase_id)
    return list(await session.scalars(query.order_by(PurchaseLine.id)))


async def _last_purchase(session: AsyncSession, member_id: int) -> datetime | None:
    query = select(func.max(Purchase.at)).where(
        Purchase.member_id == member_id, Purchase.undone_at.is_(None)
    )
    return await session.scalar(query)


def as_value(
    terms: programme.Terms,
    row: Refund,
    purchase: Purchase,
    member: Member,
    account: Account,
    *,
    new: bool,
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
    )
