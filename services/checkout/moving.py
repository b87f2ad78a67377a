"""Moving a purchase that was recorded on the wrong card to the right one.

It is refunded whole on the one card and recorded on the other with the time at which it was made.
"""

from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from models.ledger import Account
from models.people import Member, Role
from models.till import Purchase, PurchaseLine, Refund, RefundKind
from services import ledger
from services.checkout import purchase_posting, purchases, receipt_pricing, tills
from services.checkout.errors import PaidWithPoints, PartlyRefunded, SameMember
from services.checkout.purchase_posting import NewReceipt, Posted
from services.checkout.purchases import Receipt
from services.context import Context
from services.errors import Gone
from services.messaging import deliveries
from services.messaging.deliveries import Facts, Notice
from services.pricing.model import Line
from services.programme import Terms
from services.refunds import refunds
from services.refunds.refunds import Refunded
from services.staff import access


@dataclass(frozen=True, slots=True)
class Moved:
    """The refund on the one card, and the receipt on the other."""

    back: Refunded
    receipt: Receipt


async def move(
    ctx: Context, actor_id: int, purchase_id: int, to_member_id: int, *, key: str
) -> Moved:
    """Move a purchase to another member's card, once for a `key`; both are told.

    Raises NotStaff, Gone, MemberNotFound, OwnCard, SameMember, AlreadyUndone, TooLateToRefund,
    PaidWithPoints, PartlyRefunded.
    """
    now = ctx.clock.now()
    async with access.write(ctx, actor_id, Role.CASHIER) as (session, staff):
        await _lock_both(session, purchase_id, to_member_id)
        opened = await refunds.open_purchase(session, purchase_id)
        purchase, _, member = opened
        serving = await tills.serve_as(session, staff, to_member_id)
        to, terms = serving.member, serving.till.terms
        done = (await session.scalars(select(Refund).where(Refund.key == key))).one_or_none()
        if done is not None:
            moved = await session.get_one(Purchase, done.moved_to_id)
            posted = await purchase_posting.find_posted(session, moved, to, serving.account)
            return _as_value(terms, done, opened, posted, new=False)
        refunds.may_refund(purchase, member, staff, terms, now)
        _may_move(purchase, to)
        done, _ = await refunds.go_back(
            session, terms, opened, staff, RefundKind.MOVE, key=key, at=now
        )
        sold = await receipt_pricing.price_receipt(
            session,
            terms,
            to,
            await _lines(session, purchase),
            at=purchase.at,
            outlet_id=purchase.outlet_id,
            with_offers=False,
        )
        situation = await tills.situation(session, serving, key, now)
        receipt = NewReceipt(situation, sold, key, now, bought_at=purchase.at)
        posted = await purchase_posting.post(session, ctx, receipt)
        done.moved_to_id = posted.purchase.id
        value = _as_value(terms, done, opened, posted, new=True)
        facts: Facts = {
            "amount": value.back.amount,
            "taken": value.back.points_taken,
            "owed": value.back.points_owed,
            "balance": value.back.balance,
        }
        notice = Notice("notice-moved", facts, key=f"moved:{done.id}", at=now)
        await deliveries.tell_member(session, member.id, notice)
        return value


async def _lock_both(session: AsyncSession, purchase_id: int, to_member_id: int) -> None:
    """Lock both accounts by their order, so that two moves cannot wait for each other."""
    purchase = await session.get(Purchase, purchase_id)
    to = await session.get(Member, to_member_id)
    if purchase is None or to is None:
        raise Gone
    for account_id in sorted({purchase.account_id, to.account_id}):
        await ledger.lock(session, account_id)


async def _lines(session: AsyncSession, purchase: Purchase) -> list[Line]:
    """The lines at their prices after discounts, because the first member's offers do not move."""
    query = select(PurchaseLine).where(PurchaseLine.purchase_id == purchase.id)
    rows = (await session.scalars(query.order_by(PurchaseLine.id))).all()
    return [
        Line(row.amount - row.discount, row.quantity, row.category_id, row.product_id, row.title)
        for row in rows
    ] or [Line(purchase.amount - purchase.discount)]


def _may_move(purchase: Purchase, to: Member) -> None:
    if purchase.member_id == to.id:
        raise SameMember
    if purchase.points_spent:
        raise PaidWithPoints
    if purchase.refunded:
        raise PartlyRefunded


def _as_value(
    terms: Terms,
    done: Refund,
    opened: tuple[Purchase, Account, Member],
    posted: Posted,
    *,
    new: bool,
) -> Moved:
    purchase, account, member = opened
    return Moved(
        back=refunds.as_value(terms, done, purchase, member, account, new=new),
        receipt=purchases.as_receipt(terms, posted, new=new),
    )
