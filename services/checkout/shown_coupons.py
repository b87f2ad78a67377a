"""A coupon as a cashier sees it: with its member, and whether it can be used here and now."""

from dataclasses import dataclass, replace
from datetime import datetime

from sqlalchemy import ColumnElement
from sqlalchemy.ext.asyncio import AsyncSession

from models.offers import MemberOffer
from models.people import Member, Role, Staff
from services import programme
from services.checkout import customers
from services.checkout.customers import Customer
from services.context import Context
from services.offers import coupons
from services.offers.coupons import Coupon, State
from services.pricing.codec import load
from services.pricing.conditions import holds
from services.pricing.model import Conditions, Line, Sale
from services.programme import Terms
from services.rewards.errors import VoucherUnknown
from services.staff import access


@dataclass(frozen=True, slots=True)
class Presented:
    """A coupon at the till, and the member who has it."""

    coupon: Coupon
    customer: Customer


async def look(ctx: Context, actor_id: int, token: str) -> Presented:
    """A scanned coupon, for a cashier. Raises NotStaff, VoucherUnknown, MemberNotFound."""
    async with access.read(ctx, actor_id, Role.CASHIER) as (session, staff):
        presented = await _presented(session, ctx, staff, MemberOffer.token == token)
        if presented is None:
            raise VoucherUnknown
        return presented


async def by_code(session: AsyncSession, ctx: Context, staff: Staff, code: str) -> Presented | None:
    """The coupon with this code; None: there is none. Raises MemberNotFound if its member has
    left.
    """
    return await _presented(session, ctx, staff, MemberOffer.code == code)


async def _presented(
    session: AsyncSession, ctx: Context, staff: Staff, which: ColumnElement[bool]
) -> Presented | None:
    found = await coupons.find(session, which)
    if found is None:
        return None
    copy, offer = found
    now = ctx.clock.now()
    terms = await programme.terms(session)
    customer = await customers.customer(session, ctx, copy.member_id)
    coupon = await coupons.as_coupon(session, terms, copy, offer, now)
    member = await session.get_one(Member, copy.member_id)
    asked = load(Conditions, offer.conditions)
    if coupon.state is State.READY and not _fits(asked, terms, member, staff, now):
        coupon = replace(coupon, state=State.UNFIT)
    return Presented(coupon, customer)


def _fits(asked: Conditions, terms: Terms, member: Member, staff: Staff, now: datetime) -> bool:
    """Whether the coupon can apply here and now, as far as known before goods and sum."""
    sale = Sale(
        lines=(Line(0),),
        at=now.astimezone(terms.timezone).replace(tzinfo=None),
        level_id=terms.level(member.level_id).id,
        nth=member.purchases_count + 1,
        outlet_id=staff.outlet_id,
    )
    of_all = replace(asked, categories=frozenset(), products=frozenset(), least=0)
    return holds(of_all, sale)
