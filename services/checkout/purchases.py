"""Purchases: a receipt from the till is recorded, once; what it brings is services/settling."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from models.ledger import Account
from models.people import Member
from models.till import Purchase
from services import programme
from services.checkout import purchase_posting, receipt_pricing, tills
from services.checkout.errors import AlreadyResolved
from services.context import Context
from services.fraud import suspicions
from services.money import Money, minor_per_unit
from services.parsing.errors import AmountTooLarge, BadAmount
from services.parsing.numbers import LARGEST
from services.pricing.model import Line
from services.refunds.errors import AlreadyUndone


@dataclass(frozen=True, slots=True)
class Receipt:
    """A recorded purchase, for both who were there."""

    purchase_id: int
    member_id: int
    member_name: str
    amount: Money
    discount: Money
    paid: Money
    points_spent: int
    points_earned: int
    balance: int
    held: bool  # its points wait for an owner's look
    new: bool  # False: the same request had been recorded before


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
        till, owner = await tills.serving(session, actor_id, member_id)
        till, seen = await tills.look(session, till, owner[0], key, now)
        terms = till.terms
        if seen.recorded:
            return await _recorded(session, terms, owner, key)
        check_amount(terms, amount)
        if seen.asked:
            raise AlreadyResolved
        sale, priced = await receipt_pricing.draw_up(
            session,
            terms,
            owner[0],
            lines or (Line(amount),),
            at=now,
            outlet_id=till.staff.outlet_id,
            copies=seen.copies,
        )
        purchase, held = await purchase_posting.settle(
            session, ctx, terms, owner, (till, seen), sale, priced, key=key, at=now
        )
        return receipt(terms, purchase, *owner, held=held, new=True)


async def _recorded(
    session: AsyncSession, terms: programme.Terms, owner: tuple[Member, Account], key: str
) -> Receipt:
    """The receipt of a request that was there before."""
    purchase = (await session.scalars(select(Purchase).where(Purchase.key == key))).one()
    if purchase.undone_at is not None:
        raise AlreadyUndone
    held = await suspicions.is_held(session, purchase.id)
    return receipt(terms, purchase, *owner, held=held, new=False)


def check_amount(terms: programme.Terms, amount: int) -> None:
    """What every receipt must be, however it came here. Raises BadAmount, AmountTooLarge."""
    if amount <= 0:
        raise BadAmount(str(amount))
    most = LARGEST * minor_per_unit(terms.currency)
    if amount > most:
        raise AmountTooLarge(terms.money(most))


def receipt(
    terms: programme.Terms,
    purchase: Purchase,
    member: Member,
    account: Account,
    *,
    held: bool,
    new: bool,
) -> Receipt:
    return Receipt(
        purchase_id=purchase.id,
        member_id=member.id,
        member_name=member.name,
        amount=terms.money(purchase.amount),
        discount=terms.money(purchase.discount),
        paid=terms.money(purchase.paid),
        points_spent=purchase.points_spent,
        points_earned=purchase.points_earned,
        balance=account.balance,
        held=held,
        new=new,
    )
