"""What members are told of an offer: the Fluent message and its facts."""

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from models.goods import Category, Product
from models.offers import OfferKind
from services import programme
from services.context import Context
from services.facts import Fact
from services.offer_making import NewOffer
from services.pricing.terms import Conditions
from services.programme import Terms

EVERYBODY = "till"
"""Why a member has an offer that holds for everybody: audiences are the other reasons."""


def template(new: NewOffer) -> str:
    """The Fluent message. Points and gifts that a purchase brings are told of differently."""
    later = new.waits and new.kind in {OfferKind.POINTS, OfferKind.GIFT}
    return f"notice-offer-{new.kind}{'-later' if later else ''}"


async def facts(
    session: AsyncSession, terms: Terms, new: NewOffer, until: datetime
) -> dict[str, Fact]:
    """What the message is told; a step."""
    return {
        "title": new.title,
        "text": new.text,
        "value": shown(terms, new.kind, new.value),
        "until": until.astimezone(terms.timezone).date(),
        "why": why(new),
        **await asked(session, terms, new.conditions),
    }


def shown(terms: Terms, kind: OfferKind, value: int) -> Fact:
    """A value as a fact: percents, money, or a number."""
    match kind:
        case OfferKind.PERCENT:
            return value // 100
        case OfferKind.AMOUNT:
            return terms.money(value)
    return value


def why(new: NewOffer) -> str:
    """Why a member has it, for `offer-why`."""
    return EVERYBODY if new.standing else new.audience.kind.value


async def asked(session: AsyncSession, terms: Terms, conditions: Conditions) -> dict[str, Fact]:
    """For which goods, from what receipt, at which purchase: facts of `offer-terms`. 0: any."""
    return {
        "goods": ", ".join(await _names(session, conditions)) or 0,
        "least": terms.money(conditions.least) if conditions.least else 0,
        "nth": min(conditions.nth, default=0),
    }


async def described(ctx: Context, conditions: Conditions) -> dict[str, Fact]:
    """The same facts, for whoever makes the offer."""
    async with ctx.db.read() as session:
        return await asked(session, await programme.terms(session), conditions)


async def _names(session: AsyncSession, conditions: Conditions) -> list[str]:
    names: list[str] = []
    for table, ids in ((Category, conditions.categories), (Product, conditions.products)):
        if ids:
            query = select(table.name).where(table.id.in_(ids)).order_by(table.name)
            names += (await session.scalars(query)).all()
    return names
