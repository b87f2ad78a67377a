"""Personal offers at the till: what a member has now, and which purchase uses it up."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Select, select
from sqlalchemy.ext.asyncio import AsyncSession

from models.offers import MemberOffer, Offer, OfferKind
from models.rewards import Voucher, VoucherStatus
from models.till import Purchase, PurchaseOffer
from services.context import Context


@dataclass(frozen=True, slots=True)
class Boost:
    """An offer that makes the next purchase earn `value` times as much."""

    offer_id: int
    member_offer_id: int
    value: int


@dataclass(frozen=True, slots=True)
class OwnOffer:
    """An offer as its member sees it. `voucher_id` is set for a gift to collect."""

    title: str
    text: str
    kind: OfferKind
    value: int
    valid_until: datetime
    voucher_id: int | None


async def mine(ctx: Context, member_id: int) -> list[OwnOffer]:
    """The member's offers that hold now, those that end first in front."""
    async with ctx.db.read() as session:
        query = (
            _holding(member_id, ctx.clock.now())
            .add_columns(MemberOffer)
            .order_by(MemberOffer.valid_until, MemberOffer.id)
        )
        rows = (await session.execute(query)).all()
    return [
        OwnOffer(
            title=offer.title,
            text=offer.text,
            kind=offer.kind,
            value=offer.value,
            valid_until=copy.valid_until,
            voucher_id=copy.voucher_id,
        )
        for offer, copy in rows
    ]


async def titles_now(session: AsyncSession, member_id: int, now: datetime) -> tuple[str, ...]:
    """What a cashier should mention, as a step of the customer's view."""
    query = _holding(member_id, now).order_by(MemberOffer.valid_until, MemberOffer.id)
    return tuple(offer.title for offer in (await session.scalars(query)).all())


async def multiplier_now(session: AsyncSession, member_id: int, now: datetime) -> Boost | None:
    """The highest multiplier the member has now: they do not add up."""
    query = (
        select(Offer.id, MemberOffer.id, Offer.value)
        .join(Offer, Offer.id == MemberOffer.offer_id)
        .where(
            MemberOffer.member_id == member_id,
            MemberOffer.used_at.is_(None),
            MemberOffer.valid_until > now,
            Offer.kind == OfferKind.MULTIPLIER,
        )
        .order_by(Offer.value.desc(), MemberOffer.valid_until)
        .limit(1)
    )
    row = (await session.execute(query)).one_or_none()
    return None if row is None else Boost(*row)


async def use(session: AsyncSession, boost: Boost, purchase: Purchase, at: datetime) -> None:
    copy = await session.get_one(MemberOffer, boost.member_offer_id)
    copy.used_at = at
    copy.used += 1
    session.add(
        PurchaseOffer(
            purchase_id=purchase.id,
            offer_id=boost.offer_id,
            member_offer_id=copy.id,
            member_id=purchase.member_id,
            at=at,
            discount=0,
            points=0,
        )
    )


async def unuse(session: AsyncSession, purchase_id: int, at: datetime) -> None:
    """The purchase that used them was undone."""
    query = select(PurchaseOffer).where(PurchaseOffer.purchase_id == purchase_id)
    for applied in (await session.scalars(query)).all():
        applied.returned_at = at
        if applied.member_offer_id is not None:
            copy = await session.get_one(MemberOffer, applied.member_offer_id)
            copy.used -= 1
            copy.used_at = None


def _holding(member_id: int, now: datetime) -> Select[Offer]:
    """Offers a member can still use. Points were given at once, so they never wait here."""
    return (
        select(Offer)
        .join(MemberOffer, MemberOffer.offer_id == Offer.id)
        .outerjoin(Voucher, Voucher.id == MemberOffer.voucher_id)
        .where(
            MemberOffer.member_id == member_id,
            MemberOffer.used_at.is_(None),
            MemberOffer.valid_until > now,
            Offer.kind != OfferKind.POINTS,
            Voucher.id.is_(None) | (Voucher.status == VoucherStatus.ISSUED),
        )
    )
