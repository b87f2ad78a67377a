"""Coupons: members' own copies of offers that are used at the till, each with a code and a link.

A coupon only shows the copy: the till applies it to every receipt, scanned or not.
"""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from sqlalchemy import ColumnElement, select
from sqlalchemy.ext.asyncio import AsyncSession

from models.offers import MemberOffer, Offer, OfferKind
from services import programme
from services.context import Context
from services.errors import Gone, NotYours
from services.facts import Fact
from services.offers import offer_messages
from services.pricing.codec import load
from services.pricing.conditions import day_of
from services.pricing.model import Conditions
from services.programme import Terms
from services.rewards import ticket_codes


class State(StrEnum):
    """Whether a coupon can be used."""

    READY = "ready"
    EARLY = "early"  # its first day has not come
    UNFIT = "unfit"  # it holds at another hour, outlet, level or purchase
    USED = "used"
    EXPIRED = "expired"


@dataclass(frozen=True, slots=True)
class Coupon:
    """A coupon as its member and a cashier see it. Days are those of the shop."""

    id: int
    token: str
    code: str
    title: str
    kind: OfferKind
    value: Fact  # percents, money or a number
    asked: dict[str, Fact]  # facts of `offer-terms`
    since: date | None  # the first day, if the offer names one
    until: date
    uses_left: int | None  # None: any number
    state: State

    @property
    def over(self) -> bool:
        """Whether it cannot be used any more."""
        return self.state in {State.USED, State.EXPIRED}


async def show(ctx: Context, member_id: int, coupon_id: int) -> Coupon:
    """One of the member's own coupons, over or not. Raises Gone, NotYours."""
    async with ctx.db.read() as session:
        found = await find(session, MemberOffer.id == coupon_id)
        if found is None:
            raise Gone
        if found[0].member_id != member_id:
            raise NotYours
        return await as_coupon(session, await programme.terms(session), *found, ctx.clock.now())


async def own(ctx: Context, member_id: int, token: str) -> Coupon | None:
    """The coupon behind a link, if it is this member's own; else None."""
    async with ctx.db.read() as session:
        found = await find(session, MemberOffer.token == token)
        if found is None or found[0].member_id != member_id:
            return None
        return await as_coupon(session, await programme.terms(session), *found, ctx.clock.now())


async def find(
    session: AsyncSession, which: ColumnElement[bool]
) -> tuple[MemberOffer, Offer] | None:
    """The copy with a code that meets the condition `which`, and its offer; None: there is none."""
    query = (
        select(MemberOffer, Offer)
        .join(Offer, Offer.id == MemberOffer.offer_id)
        .where(which, MemberOffer.code.is_not(None))
    )
    row = (await session.execute(query)).one_or_none()
    return None if row is None else (row.MemberOffer, row.Offer)


async def as_coupon(
    session: AsyncSession, terms: Terms, copy: MemberOffer, offer: Offer, now: datetime
) -> Coupon:
    """A copy that has a code, as people see it."""
    if copy.code is None or copy.token is None:
        raise AssertionError(f"no coupon: copy {copy.id}")
    asked = load(Conditions, offer.conditions)
    return Coupon(
        id=copy.id,
        token=copy.token,
        code=ticket_codes.shown(copy.code),
        title=offer.title,
        kind=offer.kind,
        value=offer_messages.shown(terms, offer.kind, offer.value),
        asked=await offer_messages.asked(session, terms, asked),
        since=asked.first_day,
        until=offer_messages.last_day(terms, asked, copy.valid_until),
        uses_left=None if offer.uses is None else offer.uses - copy.used,
        state=_state(terms, copy, asked, now),
    )


def _state(terms: Terms, copy: MemberOffer, asked: Conditions, now: datetime) -> State:
    """The state apart from the till, so never UNFIT."""
    today = day_of(asked, now.astimezone(terms.timezone).replace(tzinfo=None))
    if copy.used_at is not None:
        return State.USED
    if copy.valid_until <= now or (asked.last_day is not None and asked.last_day < today):
        return State.EXPIRED
    if asked.first_day is not None and today < asked.first_day:
        return State.EARLY
    return State.READY
