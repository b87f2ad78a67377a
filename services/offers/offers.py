"""Offers at the till: those a member can use now, and those that a purchase uses."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from sqlalchemy import BindParameter, ColumnElement, Select, bindparam, func, select
from sqlalchemy.ext.asyncio import AsyncSession

from models.base import BIG
from models.offers import MemberOffer, Offer, OfferKind
from models.people import Member
from models.rewards import Voucher, VoucherStatus
from models.till import Purchase, PurchaseOffer
from services import programme
from services.context import Context
from services.messaging import deliveries
from services.messaging.deliveries import Facts, Notice, NoticeAct
from services.pricing.codec import load
from services.pricing.eligibility import fits
from services.pricing.model import Conditions, Priced, Promise, Sale
from services.programme import Terms
from services.programme.model import Standing
from services.rewards import voucher_returns, vouchers
from services.storage.write_batch import connected


async def titles_now(session: AsyncSession, member_id: int, now: datetime) -> tuple[str, ...]:
    """Titles of the offers that a cashier should mention."""
    query = holding(member_id, now).order_by(MemberOffer.valid_until, MemberOffer.id)
    held = (await session.scalars(query)).all()
    return tuple(offer.title for offer in held if not given_already(offer))


async def promises(
    session: AsyncSession,
    terms: Terms,
    member_id: int,
    now: datetime,
    sale: Sale,
    *,
    copies: bool,
    missed: bool,
) -> list[Promise]:
    """Offers that this member may use for the receipt, copies that end first in front.

    `copies`: False when it is known already that there are none. `missed`: include standing offers
    that do not fit this receipt, so that the reason can be shown.
    """
    own = await _copies(session, member_id, now) if copies else []
    # Uses are not counted of offers that this receipt cannot use anyway.
    usable = [one for one in terms.standing if missed or fits(one.promise, sale)]
    return own + [promise for promise, _ in await _left(session, usable, member_id)]


async def _copies(session: AsyncSession, member_id: int, now: datetime) -> list[Promise]:
    query = (
        select(MemberOffer.id, Offer)
        .join(Offer, Offer.id == MemberOffer.offer_id)
        .where(*unused(member_id, now))
        .order_by(MemberOffer.valid_until, MemberOffer.id)
    )
    copies = [promise_of(offer, id_) for id_, offer in (await session.execute(query)).all()]
    return [promise for promise in copies if needs_purchase(promise.kind, promise.conditions)]


def unused(
    member_id: int | BindParameter[int], now: datetime | BindParameter[datetime]
) -> tuple[ColumnElement[bool], ...]:
    """The condition for copies that a member can still use at the till."""
    return (
        MemberOffer.member_id == member_id,
        MemberOffer.used_at.is_(None),
        MemberOffer.voucher_id.is_(None),
        MemberOffer.valid_until > now,
    )


async def left_for_everybody(
    session: AsyncSession, terms: Terms, member_id: int
) -> list[tuple[Promise, int | None]]:
    """Standing offers, and how often this member may still use each."""
    return await _left(session, terms.standing, member_id)


async def _left(
    session: AsyncSession, standing: Sequence[Standing], member_id: int
) -> list[tuple[Promise, int | None]]:
    used = await _used(session, standing, member_id)
    left = [
        (one.promise, None if one.uses is None else one.uses - used.get(one.promise.offer_id, 0))
        for one in standing
    ]
    return [(promise, uses) for promise, uses in left if uses is None or uses > 0]


async def _used(
    session: AsyncSession, standing: Sequence[Standing], member_id: int
) -> dict[int, int]:
    """How often the member has used each standing offer with a limit of uses."""
    limited = [one.promise.offer_id for one in standing if one.uses is not None]
    if not limited:
        return {}
    connection = await connected(session)
    found = await connection.execute(_USES, {"member_id": member_id, "offer_ids": limited})
    return {row.offer_id: row.uses for row in found}


_USES = (
    select(PurchaseOffer.offer_id, func.count().label("uses"))
    .where(
        PurchaseOffer.member_id == bindparam("member_id", type_=BIG),
        PurchaseOffer.offer_id.in_(bindparam("offer_ids", type_=BIG, expanding=True)),
        PurchaseOffer.returned_at.is_(None),
    )
    .group_by(PurchaseOffer.offer_id)
)


def promise_of(offer: Offer, copy_id: int | None) -> Promise:
    """The offer as pricing knows it."""
    return Promise(
        offer_id=offer.id,
        member_offer_id=copy_id,
        title=offer.title,
        kind=offer.kind,
        value=offer.value,
        conditions=load(Conditions, offer.conditions),
        alone=offer.alone,
    )


def needs_purchase(kind: OfferKind, conditions: Conditions) -> bool:
    """Whether a purchase is needed; points and gifts without conditions come with the message."""
    return conditions != Conditions() or kind not in {OfferKind.POINTS, OfferKind.GIFT}


async def use(session: AsyncSession, ctx: Context, purchase: Purchase, priced: Priced) -> None:
    """Record the offers that a purchase used, and issue vouchers for gifts among them."""
    for applied in priced.offers:
        promise = applied.promise
        row = PurchaseOffer(
            purchase_id=purchase.id,
            offer_id=promise.offer_id,
            member_offer_id=promise.member_offer_id,
            member_id=purchase.member_id,
            at=purchase.at,
            discount=applied.discount,
            points=applied.points,
        )
        session.add(row)
        copy = None
        if promise.member_offer_id is not None:
            copy = await _use_copy(session, promise.member_offer_id, purchase)
        if promise.kind is OfferKind.GIFT:
            offer = await session.get_one(Offer, promise.offer_id)
            await _hand_out(session, ctx, purchase, offer, copy)


async def _use_copy(session: AsyncSession, copy_id: int, purchase: Purchase) -> MemberOffer:
    copy = await session.get_one(MemberOffer, copy_id)
    offer = await session.get_one(Offer, copy.offer_id)
    copy.used += 1
    if offer.uses is not None and copy.used >= offer.uses:
        copy.used_at = purchase.at
    return copy


async def _hand_out(
    session: AsyncSession, ctx: Context, purchase: Purchase, offer: Offer, copy: MemberOffer | None
) -> None:
    terms = await programme.terms(session)
    member = await session.get_one(Member, purchase.member_id)
    now = ctx.clock.now()
    until = terms.end_of_day(now + timedelta(days=offer.valid_days))
    key = _gift_key(offer.id, purchase.id)
    gift = await vouchers.issue(session, ctx, member, title=offer.title, key=key, expires_at=until)
    if copy is not None and copy.used_at is not None:
        copy.voucher_id = gift.id
    facts: Facts = {"title": offer.title, "until": until.astimezone(terms.timezone).date()}
    notice = Notice(
        "notice-gift-earned",
        facts,
        key=key,
        at=now,
        buttons=[[("button-show-gift", NoticeAct.VOUCHER, gift.id)]],
    )
    await deliveries.tell_member(session, member.id, notice)


async def unuse(session: AsyncSession, purchase_id: int, at: datetime) -> None:
    """Give offers back after the whole purchase that used them was refunded, if their owner allows
    it.

    A gift of the offer is revoked first; if it was handed over already, the offer stays used.
    """
    query = (
        select(PurchaseOffer, Offer)
        .join(Offer, Offer.id == PurchaseOffer.offer_id)
        .where(PurchaseOffer.purchase_id == purchase_id)
    )
    for applied, offer in (await session.execute(query)).all():
        gone = offer.kind is not OfferKind.GIFT or await _take_back(session, applied, at)
        if not (gone and offer.returns):
            continue
        applied.returned_at = at
        if applied.member_offer_id is not None:
            copy = await session.get_one(MemberOffer, applied.member_offer_id)
            copy.used -= 1
            copy.used_at = copy.voucher_id = None


async def _take_back(session: AsyncSession, applied: PurchaseOffer, at: datetime) -> bool:
    query = select(Voucher.id).where(
        Voucher.key == _gift_key(applied.offer_id, applied.purchase_id)
    )
    return await voucher_returns.revoke(session, (await session.scalars(query)).one(), at)


def _gift_key(offer_id: int, purchase_id: int) -> str:
    return f"gift:{offer_id}:{purchase_id}"


def holding(member_id: int, now: datetime) -> Select[Offer]:
    """Offers of which a member has a copy that can still be used; `given_already` is included."""
    return (
        select(Offer)
        .join(MemberOffer, MemberOffer.offer_id == Offer.id)
        .outerjoin(Voucher, Voucher.id == MemberOffer.voucher_id)
        .where(
            MemberOffer.member_id == member_id,
            MemberOffer.used_at.is_(None),
            MemberOffer.valid_until > now,
            Voucher.id.is_(None) | (Voucher.status == VoucherStatus.ISSUED),
        )
    )


def given_already(offer: Offer) -> bool:
    """The condition for offers whose points came with the message, so no copy of them waits."""
    return offer.kind is OfferKind.POINTS and not offer.conditions
