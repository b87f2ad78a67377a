"""The price of a receipt for a member. Everything that pricing needs is read here."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from models.ledger import Operation, OperationKind
from models.people import Member
from services import dates
from services.offers import offers
from services.pricing.engine import price
from services.pricing.errors import ShareExceeded
from services.pricing.model import Line, Priced, Sale
from services.programme import Terms


@dataclass(frozen=True, slots=True)
class PricedSale:
    """A receipt with its price, and the terms that made it."""

    terms: Terms
    sale: Sale
    priced: Priced


async def price_receipt(
    session: AsyncSession,
    terms: Terms,
    member: Member,
    lines: Sequence[Line],
    *,
    at: datetime,
    outlet_id: int | None,
    spend: int = 0,
    with_offers: bool = True,
    own_offers: bool = True,
    missed: bool = False,
) -> PricedSale:
    """Price a receipt with the best combination of the member's offers.

    `own_offers`: False when it is known already that the member has no offers of their own.
    `missed`: the price also says why other offers for everybody do not apply. Raises ShareExceeded
    when more points are to be spent than may pay for it.
    """
    local = at.astimezone(terms.timezone)
    policy = terms.policy
    sale = Sale(
        lines=tuple(lines),
        at=local.replace(tzinfo=None),
        level_id=terms.level(member.level_id).id,
        nth=member.purchases_count + 1,
        outlet_id=outlet_id,
        remainder=member.remainder,
        earned_today=(
            await _earned_since(session, member, dates.start_of_day(local.date(), terms.timezone))
            if policy.most_per_day is not None
            else 0
        ),
        earned_this_month=(
            await _earned_since(
                session, member, dates.start_of_day(local.date().replace(day=1), terms.timezone)
            )
            if policy.most_per_month is not None
            else 0
        ),
    )
    promises = []
    if with_offers:
        promises = await offers.promises(
            session, terms, member.id, at, sale, copies=own_offers, missed=missed
        )
    return PricedSale(terms, sale, price(terms.tariff, sale, promises, spend))


async def price_as_agreed(
    session: AsyncSession,
    terms: Terms,
    member: Member,
    lines: Sequence[Line],
    *,
    at: datetime,
    outlet_id: int | None,
    spend: int,
) -> PricedSale:
    """Price a receipt for which the member approved points: they pay, whatever has changed since.

    Offers that leave too little for the points to pay are not used.
    """
    facts: dict[str, Any] = {"at": at, "outlet_id": outlet_id}
    try:
        return await price_receipt(session, terms, member, lines, spend=spend, **facts)
    except ShareExceeded:
        sale = (await price_receipt(session, terms, member, lines, **facts)).sale
        return PricedSale(terms, sale, price(terms.tariff, sale, (), spend))


async def _earned_since(session: AsyncSession, member: Member, since: datetime) -> int:
    """Points that purchases have earned since then, less those that were taken back."""
    earned = select(Operation.id).where(
        Operation.account_id == member.account_id,
        Operation.kind == OperationKind.PURCHASE,
        Operation.at >= since,
    )
    query = select(func.coalesce(func.sum(Operation.points), 0)).where(
        Operation.id.in_(earned) | Operation.reverses_id.in_(earned)
    )
    return int(await session.scalar(query) or 0)
