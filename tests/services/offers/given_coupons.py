"""Offers in members' hands, as a run of offers leaves them."""

from typing import Any

from services.enums import OfferKind, Schedule
from services.offers import coupons, member_offers, offer_editing, offer_runs
from services.offers.coupons import Coupon
from services.offers.offer_editing import NewOffer
from services.offers.schedules import Plan
from services.segments.questions.tree import EVERYONE
from tests.cast import Shop

TITLE = "Осенние <скидки>"


async def hand_out(
    shop: Shop, kind: OfferKind = OfferKind.PERCENT, value: int = 2_000, **more: Any
) -> int:
    """An offer of 20 % to everybody who joined, or another; gives its id."""
    plan = Plan(Schedule.ONCE, once_at=shop.clock.now())
    everyone = EVERYONE
    new = NewOffer(TITLE, "Ждём вас", kind, value, 7, everyone, plan, **more)
    made = await offer_editing.make(shop.ctx, await shop.identity(shop.olga), new)
    await offer_runs.run_due(shop.ctx)
    await shop.settle()
    return made


async def coupon_of(shop: Shop, member_id: int) -> Coupon:
    """The only coupon of a member's."""
    mine = await member_offers.mine(shop.ctx, member_id)
    (only,) = [own.coupon_id for own in mine if own.coupon_id is not None]
    return await coupons.show(shop.ctx, member_id, only)
