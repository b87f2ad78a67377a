"""Offers as an owner sees them: the terms of each, and its results."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from models.offers import MemberOffer, Offer, OfferKind
from models.people import Role
from models.rewards import Voucher, VoucherStatus
from models.till import Purchase, PurchaseOffer
from services import programme
from services.context import Context
from services.errors import Gone
from services.money import Money
from services.offers.offer_editing import NewOffer, plan_of
from services.pricing.codec import load
from services.pricing.model import Conditions
from services.segments.questions.tree import from_json
from services.staff import access


@dataclass(frozen=True, slots=True)
class OfferView:
    """An offer and its results. `used` is None for points that the message gives: they need no
    use. `discount` and `points` are totals for members, less refunds.
    """

    id: int
    offer: NewOffer
    next_run_at: datetime | None  # None: finished, or a standing offer
    paused: bool
    given: int  # copies
    used: int | None
    discount: Money
    points: int

    @property
    def over(self) -> bool:
        """It has ended."""
        return self.next_run_at is None and not self.offer.standing


async def everything(ctx: Context, actor_id: int) -> list[OfferView]:
    """All offers, newest first. Raises NotStaff."""
    async with access.read(ctx, actor_id, Role.OWNER) as (session, _):
        return await _views(session)


async def show(ctx: Context, actor_id: int, offer_id: int) -> OfferView:
    """One offer. Raises NotStaff, Gone."""
    async with access.read(ctx, actor_id, Role.OWNER) as (session, _):
        found = await _views(session, offer_id)
    if not found:
        raise Gone
    return found[0]


async def _views(session: AsyncSession, offer_id: int | None = None) -> list[OfferView]:
    copies = (
        select(
            MemberOffer.offer_id,
            func.count().label("given"),
            func.count().filter(Voucher.status == VoucherStatus.ACCEPTED).label("collected"),
        )
        .outerjoin(Voucher, Voucher.id == MemberOffer.voucher_id)
        .group_by(MemberOffer.offer_id)
        .subquery()
    )
    uses = (
        select(
            PurchaseOffer.offer_id,
            func.count().label("used"),
            func.sum(PurchaseOffer.discount).label("discount"),
            func.sum(PurchaseOffer.points).label("points"),
        )
        .join(Purchase, Purchase.id == PurchaseOffer.purchase_id)
        .where(PurchaseOffer.returned_at.is_(None), Purchase.undone_at.is_(None))
        .group_by(PurchaseOffer.offer_id)
        .subquery()
    )
    query = (
        select(
            Offer,
            func.coalesce(copies.c.given, 0).label("given"),
            func.coalesce(copies.c.collected, 0).label("collected"),
            func.coalesce(uses.c.used, 0).label("used"),
            func.coalesce(uses.c.discount, 0).label("discount"),
            func.coalesce(uses.c.points, 0).label("points"),
        )
        .outerjoin(copies, copies.c.offer_id == Offer.id)
        .outerjoin(uses, uses.c.offer_id == Offer.id)
        .where(Offer.deleted_at.is_(None))
        .order_by(Offer.id.desc())
    )
    if offer_id is not None:
        query = query.where(Offer.id == offer_id)
    terms = await programme.terms(session)
    views = []
    for row in await session.execute(query):
        offer = as_made(row.Offer)
        # A gift that the message gives counts as used when it is collected.
        collected = row.collected if offer.kind is OfferKind.GIFT else None
        used = row.used if offer.waits else collected
        views.append(
            OfferView(
                id=row.Offer.id,
                offer=offer,
                next_run_at=row.Offer.next_run_at,
                paused=row.Offer.paused_at is not None,
                given=row.given,
                used=used,
                discount=terms.money(int(row.discount)),
                points=row.given * offer.value if used is None else int(row.points),
            )
        )
    return views


def as_made(row: Offer) -> NewOffer:
    """The offer as its owner entered it."""
    return NewOffer(
        title=row.title,
        text=row.text,
        kind=row.kind,
        value=row.value,
        valid_days=row.valid_days,
        audience=from_json(row.audience),
        plan=plan_of(row),
        repeat_days=row.repeat_days,
        conditions=load(Conditions, row.conditions),
        uses=row.uses,
        alone=row.alone,
        returns=row.returns,
    )
