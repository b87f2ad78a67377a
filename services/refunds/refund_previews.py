"""Before a refund: the purchases, what is left of one, and what the refund would do."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from models.people import Member, Role, Staff
from models.till import Purchase, PurchaseLine
from services import ledger, programme
from services.context import Context
from services.errors import Gone
from services.money import Money
from services.programme import Terms
from services.refunds.refund_parts import left_of, line_left, lines_of, work_out
from services.refunds.refunds import may_refund
from services.staff import access

RECENT = 8


@dataclass(frozen=True, slots=True)
class Bought:
    """A purchase in a list; its price after discounts."""

    purchase_id: int
    member_name: str
    at: datetime
    amount: Money
    left: Money  # the part not refunded yet


@dataclass(frozen=True, slots=True)
class Refundable:
    """A purchase before a refund: what can still be refunded, line by line."""

    purchase_id: int
    member_name: str
    at: datetime
    amount: Money
    so_far: int  # minor units refunded already
    left: Money
    lines: tuple["RefundableLine", ...]
    movable: bool  # whether it can move to another member
    with_points: bool  # points paid for a part of it


@dataclass(frozen=True, slots=True)
class RefundableLine:
    """A line of which a part can still be refunded."""

    line_id: int
    title: str
    left: Money
    pieces: int  # pieces left; a piece refunded in part counts
    price: int  # of the whole line after discounts, minor units
    bought: int  # pieces

    def worth(self, pieces: int) -> int:
        """The price of so many of its pieces, in minor units; for all of them, all that is left."""
        return self.left.minor if pieces >= self.pieces else self.price * pieces // self.bought


@dataclass(frozen=True, slots=True)
class Preview:
    """The effects of a refund; the fields are those of services.refunds.refunds.Refunded."""

    member_name: str
    amount: Money
    paid: Money
    points_returned: int
    points_taken: int
    points_owed: int
    points_forgiven: int
    balance: int
    so_far: int


async def recent(ctx: Context, actor_id: int, member_id: int | None = None) -> tuple[Bought, ...]:
    """The latest purchases of this member, or those that the cashier recorded (for an owner,
    everybody's). Raises NotStaff.
    """
    async with access.read(ctx, actor_id, Role.CASHIER) as (session, staff):
        terms = await programme.terms(session)
        query = (
            select(Purchase, Member.name)
            .join(Member, Member.id == Purchase.member_id)
            .where(Member.deleted_at.is_(None))
            .order_by(Purchase.at.desc(), Purchase.id.desc())
            .limit(RECENT)
        )
        if member_id is not None:
            query = query.where(Purchase.member_id == member_id)
        elif staff.role is not Role.OWNER:
            query = query.where(Purchase.staff_id == staff.id)
        return tuple(
            Bought(
                purchase_id=purchase.id,
                member_name=name,
                at=purchase.at,
                amount=terms.money(purchase.amount - purchase.discount),
                left=terms.money(left_of(purchase) if purchase.undone_at is None else 0),
            )
            for purchase, name in (await session.execute(query)).all()
        )


async def look(ctx: Context, actor_id: int, purchase_id: int) -> Refundable:
    """What can be refunded of a purchase. Raises NotStaff, Gone, MemberNotFound, AlreadyUndone,
    TooLateToRefund.
    """
    async with access.read(ctx, actor_id, Role.CASHIER) as (session, staff):
        purchase, member, terms = await _find(session, ctx, staff, purchase_id)
        return Refundable(
            purchase_id=purchase.id,
            member_name=member.name,
            at=purchase.at,
            amount=terms.money(purchase.amount - purchase.discount),
            so_far=purchase.refunded,
            left=terms.money(left_of(purchase)),
            lines=tuple(
                _line(terms, row) for row in await lines_of(session, purchase_id) if line_left(row)
            ),
            movable=not purchase.points_spent and not purchase.refunded,
            with_points=bool(purchase.points_spent),
        )


def _line(terms: Terms, row: PurchaseLine) -> RefundableLine:
    price, left = row.amount - row.discount, line_left(row)
    pieces = -(-left * row.quantity // price)
    return RefundableLine(row.id, row.title, terms.money(left), pieces, price, row.quantity)


async def preview(
    ctx: Context,
    actor_id: int,
    purchase_id: int,
    *,
    amount: int | None = None,
    lines: Mapping[int, int] | None = None,
) -> Preview:
    """The effects of `refunds.refund` with the same arguments. Raises the same errors."""
    async with access.read(ctx, actor_id, Role.CASHIER) as (session, staff):
        purchase, member, terms = await _find(session, ctx, staff, purchase_id)
        part = await work_out(session, terms, purchase, amount=amount, lines=lines)
        account = await ledger.peek(session, purchase.account_id)
        have = account.balance + part.returned
        seen = ledger.foresee(part.lost, have, debts=terms.returns.debts)
        return Preview(
            member_name=member.name,
            amount=terms.money(part.amount),
            paid=terms.money(part.paid),
            points_returned=part.returned,
            points_taken=seen.taken,
            points_owed=seen.owed,
            points_forgiven=seen.forgiven,
            balance=have - seen.taken - seen.owed,
            so_far=purchase.refunded,
        )


async def _find(
    session: AsyncSession, ctx: Context, staff: Staff, purchase_id: int
) -> tuple[Purchase, Member, Terms]:
    terms = await programme.terms(session)
    purchase = await session.get(Purchase, purchase_id)
    if purchase is None:
        raise Gone
    member = await session.get_one(Member, purchase.member_id)
    may_refund(purchase, member, staff, terms, ctx.clock.now())
    return purchase, member, terms
