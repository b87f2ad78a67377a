"""Quotes: what a receipt would earn, and what of it points may pay, before anything is done."""

from dataclasses import dataclass

from models.people import Member, Role
from services import cards, errors, offers, people, programme, purchases
from services.context import Context
from services.money import Money


@dataclass(frozen=True, slots=True)
class Quote:
    """One receipt of one member, `points` paying for a part of it."""

    member_id: int
    member_name: str
    amount: Money
    points: int  # that would pay for it
    to_pay: Money  # in money, besides them
    earns: int
    most_points: int  # that may pay for it; 0 when none may
    frozen: bool
    reachable: bool
    multiplier: int  # 1, or what an offer makes of it


async def make(ctx: Context, by: int, member_id: int, amount: int, points: int = 0) -> Quote:
    """Say what a receipt of `amount` minor units would earn and spend, `points` paying for it.

    Raises NotStaff, MemberNotFound, BadAmount, AmountTooLarge, and with `points` SpendingFrozen,
    MemberUnreachable, ShareExceeded, NotEnoughPoints.
    """
    async with ctx.db.read() as session:
        await people.require(session, by, Role.CASHIER)
        terms = await programme.terms(session)
        purchases.check_amount(terms, amount)
        customer = await cards.customer(session, ctx, member_id)
        boost = await offers.multiplier_now(session, member_id, ctx.clock.now())
        member = await session.get_one(Member, member_id)
    if points:
        _may_spend(terms, customer, amount, points)
    spendable = customer.reachable and not customer.frozen
    multiplier = boost.value if boost else 1
    to_pay = amount - points * terms.point_value
    return Quote(
        member_id=member_id,
        member_name=customer.name,
        amount=terms.money(amount),
        points=points,
        to_pay=terms.money(to_pay),
        earns=terms.earned(to_pay, member.level_id, multiplier),
        most_points=min(customer.spendable, terms.most_points(amount)) if spendable else 0,
        frozen=customer.frozen,
        reachable=customer.reachable,
        multiplier=multiplier,
    )


def _may_spend(terms: programme.Terms, customer: cards.Customer, amount: int, points: int) -> None:
    if customer.frozen:
        raise errors.SpendingFrozen
    if not customer.reachable:
        raise errors.MemberUnreachable
    if points > terms.most_points(amount):
        raise errors.ShareExceeded(terms.most_points(amount))
    if points > customer.spendable:
        raise errors.NotEnoughPoints(have=customer.spendable, need=points)
