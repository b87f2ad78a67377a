"""A purchase that was recorded on the wrong card moves to the right one, as if it always was there.

It goes back whole from the one and is recorded for the other with the time at which it was made.
"""

from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from models.ledger import Account
from models.people import Member, Role
from models.till import Purchase, PurchaseLine, Refund, RefundKind
from services import ledger, programme
from services.checkout import purchase_posting, purchases, receipt_pricing, tills
from services.checkout.errors import PaidWithPoints, PartlyRefunded, SameMember
from services.checkout.purchases import Receipt
from services.context import Context
from services.errors import Gone
from services.fraud import suspicions
from services.messaging import deliveries
from services.messaging.deliveries import Facts, Notice
from services.pricing.model import Line
from services.programme import Terms
from services.refunds import refunds
from services.refunds.refunds import Refunded
from services.staff import identities


@dataclass(frozen=True, slots=True)
class Moved:
    """What went from the one, and the receipt of the other."""

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
    async with ctx.db.write() as session:
        staff = await identities.require(session, actor_id, Role.CASHIER)
        await _lock_both(session, purchase_id, to_member_id)
        opened = await refunds.open_purchase(session, purchase_id)
        purchase, _, member = opened
        to, to_account = await tills.serve(session, staff, to_member_id)
        terms = await programme.terms(session)
        done = (await session.scalars(select(Refund).where(Refund.key == key))).one_or_none()
        if done is not None:
            moved = await session.get_one(Purchase, done.moved_to_id)
            held = await suspicions.is_held(session, moved.id)
            recorded = (moved, to, to_account)
            return _as_value(terms, done, opened, recorded, held=held, new=False)
        refunds.may_refund(purchase, member, staff, terms, now)
        _may_move(purchase, to)
        done, _ = await refunds.go_back(
            session, terms, opened, staff, RefundKind.MOVE, key=key, at=now
        )
        sale, priced = await receipt_pricing.draw_up(
            session,
            terms,
            to,
            await _lines(session, purchase),
            at=purchase.at,
            outlet_id=purchase.outlet_id,
            with_offers=False,
        )
        at_till = await tills.look(session, await tills.of(session, staff), to, key, now)
        moved, held = await purchase_posting.settle(
            session,
            ctx,
            terms,
            (to, to_account),
            at_till,
            sale,
            priced,
            key=key,
            at=now,
            bought_at=purchase.at,
        )
        done.moved_to_id = moved.id
        recorded = (moved, to, to_account)
        value = _as_value(terms, done, opened, recorded, held=held, new=True)
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
    """Always in the order of the accounts, so that two moves cannot wait for each other."""
    purchase = await session.get(Purchase, purchase_id)
    to = await session.get(Member, to_member_id)
    if purchase is None or to is None:
        raise Gone
    for account_id in sorted({purchase.account_id, to.account_id}):
        await ledger.lock(session, account_id)


async def _lines(session: AsyncSession, purchase: Purchase) -> list[Line]:
    """What was sold, at the price after discounts: offers of the first member do not move."""
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
    recorded: tuple[Purchase, Member, Account],
    *,
    held: bool,
    new: bool,
) -> Moved:
    purchase, account, member = opened
    return Moved(
        back=refunds.as_value(terms, done, purchase, member, account, new=new),
        receipt=purchases.receipt(terms, *recorded, held=held, new=new),
    )
