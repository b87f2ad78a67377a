"""Quotes: what a receipt would earn and how much of it points may pay. Nothing is recorded."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy.ext.asyncio import AsyncSession

from models.offers import OfferKind
from models.people import Member, Role
from services import programme
from services.checkout import customers, purchases, receipt_pricing
from services.checkout.errors import MemberUnreachable
from services.context import Context
from services.facts import Fact
from services.ledger.errors import NotEnoughPoints, SpendingBlocked
from services.money import Money
from services.offers import offer_messages
from services.pricing.model import Applied, Line, Missed, Priced, Unmet
from services.staff import access

MISSED_SHOWN = 3
"""The most missed offers that the cashier sees."""

LOST = {Unmet.LEVEL, Unmet.OVER, Unmet.PASSED}
"""An offer for everybody that misses for one of these reasons is not named: the member cannot get
it.
"""


@dataclass(frozen=True, slots=True)
class UsedOffer:
    """An offer that this receipt would use, for the cashier to name."""

    title: str
    kind: OfferKind
    discount: Money
    points: int


@dataclass(frozen=True, slots=True)
class MissedOffer:
    """An offer of the member's that the receipt does not use, with the reason."""

    title: str
    why: Unmet
    lack: Money  # of the least sum of its lines
    asked: dict[str, Fact]  # facts of `offer-terms`


@dataclass(frozen=True, slots=True)
class Quote:
    """One receipt of one member, `points` paying for a part of it."""

    member_id: int
    member_name: str
    amount: Money  # at full prices
    discount: Money
    points: int  # points that would pay
    to_pay: Money  # in money, after discounts and points
    earns: int
    most_points: int  # the most points that may pay; 0 when none may
    frozen: bool
    reachable: bool
    offers: tuple[UsedOffer, ...]
    missed: tuple[MissedOffer, ...]  # a few, the easiest to reach first
    rules: tuple[str, ...]  # titles of the rules that changed the points


async def make(
    ctx: Context,
    actor_id: int,
    member_id: int,
    amount: int,
    points: int = 0,
    *,
    lines: Sequence[Line] = (),
) -> Quote:
    """Say what a receipt of `amount` minor units would earn and spend, `points` paying for it.

    Raises NotStaff, MemberNotFound, BadAmount, AmountTooLarge, and with `points` SpendingBlocked,
    MemberUnreachable, ShareExceeded, NotEnoughPoints.
    """
    async with access.read(ctx, actor_id, Role.CASHIER) as (session, staff):
        terms = await programme.terms(session)
        purchases.check_amount(terms, amount)
        customer = await customers.customer(session, ctx, member_id)
        member = await session.get_one(Member, member_id)
        if points:
            _may_spend(customer, points)
        sold = await receipt_pricing.price_receipt(
            session,
            terms,
            member,
            lines or (Line(amount),),
            at=ctx.clock.now(),
            outlet_id=staff.outlet_id,
            spend=points,
            missed=True,
        )
        priced = sold.priced
        missed = [await _missed(session, terms, one) for one in _worth_saying(priced)]
    spendable = customer.reachable and not customer.frozen
    return Quote(
        member_id=member_id,
        member_name=customer.name,
        amount=terms.money(amount),
        discount=terms.money(priced.discount),
        points=points,
        to_pay=terms.money(priced.paid),
        earns=priced.points,
        most_points=max(0, min(customer.spendable, priced.most_points)) if spendable else 0,
        frozen=customer.frozen,
        reachable=customer.reachable,
        offers=tuple(_used(terms, applied) for applied in priced.offers),
        missed=tuple(missed),
        rules=_titles(terms, priced),
    )


def _may_spend(customer: customers.Customer, points: int) -> None:
    if customer.frozen:
        raise SpendingBlocked
    if not customer.reachable:
        raise MemberUnreachable
    if points > customer.spendable:
        raise NotEnoughPoints(have=customer.spendable, need=points)


def _used(terms: programme.Terms, applied: Applied) -> UsedOffer:
    promise = applied.promise
    return UsedOffer(promise.title, promise.kind, terms.money(applied.discount), applied.points)


def _worth_saying(priced: Priced) -> list[Missed]:
    """Missed offers that the member can get, the easiest to reach first."""
    own = [
        one
        for one in priced.missed
        if one.promise.member_offer_id is not None or one.why not in LOST
    ]
    nearest = list(Unmet).index
    return sorted(own, key=lambda one: (nearest(one.why), one.lack))[:MISSED_SHOWN]


async def _missed(session: AsyncSession, terms: programme.Terms, one: Missed) -> MissedOffer:
    promise = one.promise
    asked = await offer_messages.asked(session, terms, promise.conditions, alone=promise.alone)
    return MissedOffer(promise.title, one.why, terms.money(one.lack), asked)


def _titles(terms: programme.Terms, priced: Priced) -> tuple[str, ...]:
    return tuple(rule.title for rule in terms.rules if rule.id in priced.rules)
