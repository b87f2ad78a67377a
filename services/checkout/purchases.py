"""Purchases: a receipt from the till is recorded once. Its posting: purchase_posting.py."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from models.ledger import Account
from models.people import Member
from models.till import Purchase
from services.checkout import purchase_posting, receipt_pricing, tills
from services.checkout.errors import AlreadyResolved
from services.checkout.purchase_posting import NewReceipt, Posted
from services.context import Context
from services.money import Money, minor_per_unit
from services.parsing.errors import AmountTooLarge, BadAmount
from services.parsing.numbers import LARGEST
from services.pricing.model import Line
from services.programme import Terms
from services.refunds.errors import AlreadyUndone


@dataclass(frozen=True, slots=True)
class Receipt:
    """A recorded purchase, for the member and the cashier."""

    purchase_id: int
    member_id: int
    member_name: str
    amount: Money
    discount: Money
    paid: Money
    points_spent: int
    points_earned: int
    balance: int
    held: bool  # its points wait for an owner's answer
    new: bool  # False: the same request was recorded before


async def record(
    ctx: Context,
    actor_id: int,
    member_id: int,
    amount: int,
    *,
    key: str,
    lines: Sequence[Line] = (),
) -> Receipt:
    """Record a receipt that is paid in money only, once for a `key`. `lines`, when there are any,
    add up to `amount` minor units.

    Raises NotStaff, MemberNotFound, OwnCard, BadAmount, AmountTooLarge; AlreadyUndone, or
    AlreadyResolved when points were asked for, under the same key.
    """
    now = ctx.clock.now()
    async with ctx.db.write_batch(queue=member_id) as session:
        serving = await tills.serve(session, actor_id, member_id)
        situation = await tills.situation(session, serving, key, now)
        staff, terms = situation.serving.till.staff, situation.serving.till.terms
        member, account = serving.member, serving.account
        if situation.recorded:
            return await _recorded(session, terms, member, account, key)
        check_amount(terms, amount)
        if situation.redemption_asked:
            raise AlreadyResolved
        sold = await receipt_pricing.price_receipt(
            session,
            terms,
            member,
            lines or (Line(amount),),
            at=now,
            outlet_id=staff.outlet_id,
            own_offers=situation.own_offers,
        )
        receipt = NewReceipt(situation, sold, key, now)
        posted = await purchase_posting.post(session, ctx, receipt)
        return as_receipt(terms, posted, new=True)


async def _recorded(
    session: AsyncSession, terms: Terms, member: Member, account: Account, key: str
) -> Receipt:
    """The receipt of a request that was recorded before."""
    purchase = (await session.scalars(select(Purchase).where(Purchase.key == key))).one()
    if purchase.undone_at is not None:
        raise AlreadyUndone
    posted = await purchase_posting.find_posted(session, purchase, member, account)
    return as_receipt(terms, posted, new=False)


def check_amount(terms: Terms, amount: int) -> None:
    """Check the amount of any receipt. Raises BadAmount, AmountTooLarge."""
    if amount <= 0:
        raise BadAmount(str(amount))
    most = LARGEST * minor_per_unit(terms.currency)
    if amount > most:
        raise AmountTooLarge(terms.money(most))


def as_receipt(terms: Terms, posted: Posted, *, new: bool) -> Receipt:
    purchase = posted.purchase
    return Receipt(
        purchase_id=purchase.id,
        member_id=posted.member.id,
        member_name=posted.member.name,
        amount=terms.money(purchase.amount),
        discount=terms.money(purchase.discount),
        paid=terms.money(purchase.paid),
        points_spent=purchase.points_spent,
        points_earned=purchase.points_earned,
        balance=posted.account.balance,
        held=posted.held,
        new=new,
    )
