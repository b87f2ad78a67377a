"""Offers as an owner makes them: checked, paused, resumed, ended.

A standing offer is a part of the terms, so that pricing reads both at once: any change of it makes
a new version of the book.
"""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from models.offers import Offer, OfferKind, Schedule
from models.people import Role
from services import programme
from services.audit import record
from services.context import Context
from services.earning import earning_rules
from services.money import minor_per_unit
from services.offers import offers
from services.offers.errors import NeedsGoods, TooManyOffers
from services.offers.schedules import Plan
from services.parsing.errors import AmountTooLarge, BadAmount
from services.parsing.numbers import LARGEST
from services.parsing.ranges import Range
from services.parsing.texts import one_line, paragraph
from services.pricing.codec import dump
from services.pricing.model import Conditions
from services.programme import Terms
from services.programme.model import Standing
from services.segments.questions.tree import Node, to_json
from services.staff import access
from services.staff.access import Owned

TITLE_LENGTH = 100
TEXT_LENGTH = 1000
MOST_STANDING = 30
LONGEST = 365  # days

VALUES = {
    OfferKind.POINTS: Range(1, 100_000),
    OfferKind.MULTIPLIER: Range(2, 10),
    OfferKind.BUNDLE: Range(2, 20),
}
"""Bounds of `value` where it is a number. Percents and money have their own checks; gifts and
delivery have no value.
"""

PERCENTS = Range(1, 100)
HOLDS = Range(1, LONGEST)
USES = Range(1, 1_000, without=True)
REPEATS = Range(0, LONGEST)


@dataclass(frozen=True, slots=True)
class NewOffer:
    """A promise to every member of an audience, or to everybody at the till; see models.offers.

    A copy holds for `valid_days`, and a gift for as long after the purchase that brings it; nobody
    gets a copy again sooner than `repeat_days` after the last time. `uses` is of one copy or, at
    the till, of one member; None: any number.
    """

    title: str
    text: str
    kind: OfferKind
    value: int  # PERCENT: whole percents, in basis points
    valid_days: int
    audience: Node
    plan: Plan
    repeat_days: int = 30
    conditions: Conditions = field(default_factory=Conditions)
    uses: int | None = 1
    alone: bool = False
    returns: bool = True

    @property
    def standing(self) -> bool:
        return self.plan.schedule is Schedule.STANDING

    @property
    def waits(self) -> bool:
        """Whether a purchase gives it, not the message that tells of it."""
        return self.standing or offers.needs_purchase(self.kind, self.conditions)


async def make(ctx: Context, actor_id: int, new: NewOffer) -> int:
    """Plan an offer, or publish a standing one; gives its id. A time in the past means now.

    Raises NotStaff, BadText, BadNumber, BadAmount, AmountTooLarge, NeedsGoods, TooManyOffers, and
    for conditions Gone, BadHours, BadDates.
    """
    now = ctx.clock.now()
    async with access.write(ctx, actor_id, Role.OWNER) as (session, owner):
        new = await checked(session, await programme.terms(session), new)
        zone = (await programme.terms(session)).timezone
        row = Offer(
            title=new.title,
            text=new.text,
            kind=new.kind,
            value=new.value,
            conditions=dump(new.conditions),
            uses=new.uses,
            alone=new.alone,
            returns=new.returns,
            valid_days=new.valid_days,
            audience=to_json(new.audience),
            schedule=new.plan.schedule,
            wall_time=new.plan.wall_time,
            weekday=new.plan.weekday,
            next_run_at=None if new.standing else new.plan.next_after(now, zone) or now,
            repeat_days=new.repeat_days,
            created_by=owner.id,
            created_at=now,
        )
        session.add(row)
        await session.flush()
        facts = {"offer": row.id, "title": row.title}
        record(session, now, "offer.made", staff_id=owner.id, facts=facts)
        await _republish(Owned(session, owner, row, now))
        return row.id


async def checked(session: AsyncSession, terms: Terms, new: NewOffer) -> NewOffer:
    """The offer as a row, checked. Raises what `make` raises, except NotStaff."""
    HOLDS.check(new.valid_days)
    REPEATS.check(new.repeat_days)
    USES.check(new.uses)
    asked = await earning_rules.checked_conditions(session, terms, new.conditions)
    if new.kind is OfferKind.DELIVERY and not asked.categories and not asked.products:
        raise NeedsGoods
    return replace(
        new,
        title=one_line(new.title, most=TITLE_LENGTH),
        text=paragraph(new.text, most=TEXT_LENGTH),
        value=_checked_value(terms, new),
        conditions=asked,
    )


def _checked_value(terms: Terms, new: NewOffer) -> int:
    value = new.value
    match new.kind:
        case OfferKind.GIFT | OfferKind.DELIVERY:
            return 0
        case OfferKind.PERCENT:
            percents, rest = divmod(value, 100)
            PERCENTS.check(0 if rest else percents)
        case OfferKind.AMOUNT:
            most = LARGEST * minor_per_unit(terms.currency)
            if value <= 0:
                raise BadAmount(str(value))
            if value > most:
                raise AmountTooLarge(terms.money(most))
        case kind:
            VALUES[kind].check(value)
    return value


async def pause(ctx: Context, actor_id: int, offer_id: int) -> None:
    """Give no more copies for now, even in the middle of a run. Raises NotStaff, Gone."""
    async with owned(ctx, actor_id, offer_id, "offer.paused") as own:
        own.row.paused_at = own.row.paused_at or own.at
        await _republish(own)


async def resume(ctx: Context, actor_id: int, offer_id: int) -> None:
    """Resume at the next planned time; a single run that is overdue starts at once.

    Raises NotStaff, Gone, TooManyOffers.
    """
    async with owned(ctx, actor_id, offer_id, "offer.resumed") as own:
        row = own.row
        if row.paused_at is not None and row.schedule in {Schedule.DAILY, Schedule.WEEKLY}:
            zone = (await programme.terms(own.session)).timezone
            row.next_run_at = plan_of(row).next_after(own.at, zone)
        row.paused_at = None
        await _republish(own)


async def delete(ctx: Context, actor_id: int, offer_id: int) -> None:
    """End the offer for good; copies already given hold until their day. Raises NotStaff, Gone."""
    async with owned(ctx, actor_id, offer_id, "offer.deleted") as own:
        own.row.deleted_at = own.at
        await _republish(own)


@asynccontextmanager
async def owned(
    ctx: Context, actor_id: int, offer_id: int, act: str
) -> AsyncIterator[Owned[Offer]]:
    """The offer, locked until the transaction ends; the owner's act is recorded."""
    async with access.owned(ctx, actor_id, Offer, offer_id, lock=True) as own:
        own.record(act, offer=own.row.id, title=own.row.title)
        yield own


async def lock(session: AsyncSession, offer_id: int) -> Offer | None:
    query = select(Offer).where(Offer.id == offer_id).with_for_update()
    return (await session.scalars(query)).one_or_none()


def plan_of(offer: Offer) -> Plan:
    once = offer.next_run_at if offer.schedule is Schedule.ONCE else None
    return Plan(offer.schedule, once, offer.wall_time, offer.weekday)


async def _republish(own: Owned[Offer]) -> None:
    """Publish terms with or without a standing offer, by its state now.

    The offer is locked before the terms, as everywhere. Raises TooManyOffers.
    """
    row = own.row
    if row.schedule is not Schedule.STANDING:
        return
    terms = await programme.locked(own.session)
    standing = [one for one in terms.standing if one.promise.offer_id != row.id]
    if row.paused_at is None and row.deleted_at is None:
        if len(standing) >= MOST_STANDING:
            raise TooManyOffers(MOST_STANDING)
        standing.append(Standing(offers.promise_of(row, None), row.uses))
        standing.sort(key=lambda one: one.promise.offer_id)
    if tuple(standing) != terms.standing:
        after = replace(terms, standing=tuple(standing))
        await programme.publish(own.session, after, at=own.at, staff_id=own.owner.id)
