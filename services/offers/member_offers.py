"""A member's offers now: their own copies, and standing offers."""

from dataclasses import dataclass, field
from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncSession

from models.offers import MemberOffer, Offer
from models.people import Member
from services import dates, programme
from services.context import Context
from services.enums import OfferKind
from services.facts import Fact
from services.offers import offer_messages, offers
from services.offers.offer_views import as_made
from services.pricing.codec import load
from services.pricing.conditions import day_of
from services.pricing.model import Conditions
from services.programme import Terms
from services.segments.questions.audience_reasons import reason
from services.segments.questions.tree import Node, from_json


@dataclass(frozen=True, slots=True)
class OwnOffer:
    """An offer as its member sees it. `voucher_id` is set for a gift to collect, `coupon_id` for
    what can be shown at the till.
    """

    offer_id: int
    title: str
    text: str
    kind: OfferKind
    value: Fact  # percents, money or a number
    valid_until: datetime | None  # None: without an end
    voucher_id: int | None
    why: str  # the reason, for `offer-why`: the audience, or that everybody has it
    uses_left: int | None  # None: any number
    audience: Node | None = None  # None: everybody
    coupon_id: int | None = None
    asked: dict[str, Fact] = field(default_factory=dict)  # facts of `offer-terms`


async def mine(ctx: Context, member_id: int) -> list[OwnOffer]:
    """Offers that the member can use now: copies that end first in front, then standing offers."""
    now = ctx.clock.now()
    async with ctx.db.read() as session:
        terms = await programme.terms(session)
        query = (
            offers.holding(member_id, now)
            .add_columns(MemberOffer)
            .order_by(MemberOffer.valid_until, MemberOffer.id)
        )
        return [
            await _own(session, terms, offer, copy)
            for offer, copy in (await session.execute(query)).all()
            if not offers.given_already(offer)
        ] + await _standing(session, terms, await session.get_one(Member, member_id), now)


async def _own(session: AsyncSession, terms: Terms, offer: Offer, copy: MemberOffer) -> OwnOffer:
    end = _end(terms, load(Conditions, offer.conditions))
    return OwnOffer(
        offer_id=offer.id,
        title=offer.title,
        text=offer.text,
        kind=offer.kind,
        value=offer_messages.shown(terms, offer.kind, offer.value),
        valid_until=copy.valid_until if end is None else min(copy.valid_until, end),
        voucher_id=copy.voucher_id,
        why=reason(from_json(offer.audience)),
        audience=from_json(offer.audience),
        uses_left=None if offer.uses is None else offer.uses - copy.used,
        coupon_id=None if copy.code is None else copy.id,
        asked=await offer_messages.asked_by(session, terms, as_made(offer)),
    )


async def _standing(
    session: AsyncSession, terms: Terms, member: Member, now: datetime
) -> list[OwnOffer]:
    """Standing offers that this member can still get: a first purchase, say, is made once."""
    here = now.astimezone(terms.timezone).replace(tzinfo=None)
    level_id = terms.level(member.level_id).id
    left = await offers.left_for_everybody(session, terms, member.id)
    own = []
    for promise, uses_left in left:
        asked = promise.conditions
        if asked.nth and max(asked.nth) <= member.purchases_count:
            continue
        if asked.levels and level_id not in asked.levels:
            continue
        if asked.last_day is not None and asked.last_day < day_of(asked, here):
            continue
        offer = await session.get_one(Offer, promise.offer_id)
        own.append(
            OwnOffer(
                offer_id=promise.offer_id,
                title=promise.title,
                text=offer.text,
                kind=promise.kind,
                value=offer_messages.shown(terms, promise.kind, promise.value),
                valid_until=_end(terms, asked),
                voucher_id=None,
                why=offer_messages.EVERYBODY,
                uses_left=uses_left,
                asked=await offer_messages.asked_by(session, terms, as_made(offer)),
            )
        )
    return own


def _end(terms: Terms, asked: Conditions) -> datetime | None:
    """The end of the last day that the offer's conditions name; None: they name none."""
    if asked.last_day is None:
        return None
    return terms.end_of_day(dates.start_of_day(asked.last_day, terms.timezone))
