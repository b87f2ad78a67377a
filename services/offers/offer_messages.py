"""Messages about offers: the Fluent message and its facts."""

from collections.abc import Sequence
from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from models.goods import Category, Outlet, Product
from models.offers import OfferKind
from services import programme
from services.context import Context
from services.facts import Fact
from services.offers.offer_editing import NewOffer
from services.pricing import condition_facts
from services.pricing.model import Conditions
from services.programme import Terms
from services.segments.questions.audience_reasons import reason

EVERYBODY = "till"
"""The reason why a member has a standing offer; for others it is the audience."""


def template(new: NewOffer) -> str:
    """The Fluent message. Points and gifts that a purchase brings have their own messages. A
    standing offer uses the words of the member's list of offers: it has no copy and no last day.
    """
    if new.standing:
        return "notice-offer-standing"
    later = new.waits and new.kind in {OfferKind.POINTS, OfferKind.GIFT}
    return f"notice-offer-{new.kind}{'-later' if later else ''}"


async def facts(
    session: AsyncSession, terms: Terms, new: NewOffer, until: datetime
) -> dict[str, Fact]:
    """The facts of the message."""
    return {
        "title": new.title,
        "text": new.text,
        "kind": new.kind.value,
        "waits": new.waits,
        "value": shown(terms, new.kind, new.value),
        "until": last_day(terms, new.conditions, until),
        "why": why(new),
        **await asked_by(session, terms, new),
    }


def last_day(terms: Terms, conditions: Conditions, until: datetime) -> date:
    """The last day, by the shop's calendar, on which a copy can be used."""
    day = until.astimezone(terms.timezone).date()
    return day if conditions.last_day is None else min(day, conditions.last_day)


def shown(terms: Terms, kind: OfferKind, value: int) -> Fact:
    """A value as a fact: a percentage, money, or a number."""
    match kind:
        case OfferKind.PERCENT:
            return value // 100
        case OfferKind.AMOUNT:
            return terms.money(value)
    return value


def why(new: NewOffer) -> str:
    """The reason why a member has it, for `offer-why`."""
    return EVERYBODY if new.standing else reason(new.audience)


async def asked(
    session: AsyncSession,
    terms: Terms,
    conditions: Conditions,
    *,
    alone: bool = False,
    returns: bool = True,
) -> dict[str, Fact]:
    """Facts of `offer-terms`: its goods, times, outlets and members, 0 where there is no
    condition; whether it is `alone` on a receipt, and given back after a refund.
    """
    goods = [
        *await _names(session, Category, conditions.categories),
        *await _names(session, Product, conditions.products),
    ]
    levels = [level.name for level in terms.levels if level.id in conditions.levels]
    purchases = sorted(conditions.nth)
    return {
        "goods": ", ".join(goods) or 0,
        "least": terms.money(conditions.least) if conditions.least else 0,
        "nth": ", ".join(map(str, purchases)) if len(purchases) > 1 else sum(purchases),
        "outlets": ", ".join(await _names(session, Outlet, conditions.outlets)) or 0,
        "levels": ", ".join(levels) or 0,
        "alone": alone,
        "returns": returns,
        **condition_facts.when(conditions),
    }


async def described(ctx: Context, new: NewOffer) -> dict[str, Fact]:
    """Facts of `offer-terms` for a new offer, for its owner."""
    async with ctx.db.read() as session:
        return await asked_by(session, await programme.terms(session), new)


async def asked_by(session: AsyncSession, terms: Terms, new: NewOffer) -> dict[str, Fact]:
    """Facts of `offer-terms` for a stored offer."""
    # An offer that the message itself gives is used already: it neither combines nor returns.
    return await asked(
        session,
        terms,
        new.conditions,
        alone=new.alone and new.waits,
        returns=new.returns or not new.waits,
    )


async def _names(
    session: AsyncSession, table: type[Category | Product | Outlet], ids: frozenset[int]
) -> Sequence[str]:
    if not ids:
        return ()
    query = select(table.name).where(table.id.in_(ids)).order_by(table.name)
    return (await session.scalars(query)).all()
