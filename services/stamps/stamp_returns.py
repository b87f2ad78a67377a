"""Taking stamps back when a purchase is undone or refunded, whole or in part."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from models.rewards import Voucher, VoucherStatus
from models.stamps import MemberStampCard, Stamp, StampCard
from models.till import Purchase, PurchaseLine
from services import programme
from services.messaging import deliveries
from services.messaging.deliveries import Facts, Notice
from services.pricing.model import Line
from services.rewards import voucher_returns
from services.stamps import stamps


@dataclass(frozen=True, slots=True)
class Taken:
    """Stamps that one card lost with a refunded purchase."""

    title: str
    count: int
    vouchers: int  # cancelled vouchers, which the stamps had become
    used: bool  # some could not be taken back, because their voucher was used


async def take_back(session: AsyncSession, purchase_id: int, at: datetime) -> list[Taken]:
    """Take back the stamps that a purchase no longer earns, after its row says how much was
    refunded. The caller holds the lock of the member's account.

    `undone_at`, `refunded` and the lines' `refunded` decide: a part of the purchase takes a part of
    the stamps, and none is taken twice. Stamps on the card are taken first, from whichever
    purchase. If they are too few, unused vouchers of cards filled since are cancelled, and their
    other stamps return. A card never goes below zero.
    """
    query = (
        select(Stamp, MemberStampCard, StampCard)
        .join(MemberStampCard, MemberStampCard.id == Stamp.member_card_id)
        .join(StampCard, StampCard.id == MemberStampCard.card_id)
        .where(Stamp.purchase_id == purchase_id, Stamp.voucher_id.is_(None))
        .order_by(Stamp.id)
    )
    rows = (await session.execute(query)).all()
    if not rows:
        return []
    purchase = await session.get_one(Purchase, purchase_id)
    amount, lines = await _left(session, purchase)
    terms = await programme.terms(session)
    taken = []
    for given, own, card in (row for row in rows if row[0].count > 0):
        had = sum(stamp.count for stamp, of, _ in rows if of is own)
        surplus = had - min(had, stamps.deserved(card, lines, amount))
        if surplus:
            one = await _take(session, terms, card, own, given, surplus, given.count - had, at)
            taken += [one] if one.count or one.used else []
    await session.flush()
    return taken


async def _left(session: AsyncSession, purchase: Purchase) -> tuple[int, list[Line]]:
    """The amount and the lines that are left of a purchase; only whole pieces of a line count."""
    if purchase.undone_at is not None:
        return 0, []
    query = select(PurchaseLine).where(PurchaseLine.purchase_id == purchase.id)
    lines = [
        Line(row.amount, _pieces(row), row.category_id, row.product_id, row.title)
        for row in (await session.scalars(query)).all()
    ]
    return purchase.amount - purchase.discount - purchase.refunded, lines


def _pieces(row: PurchaseLine) -> int:
    """The pieces left: a piece is gone when its whole price was refunded."""
    due = row.amount - row.discount
    return row.quantity if due <= 0 else row.quantity - row.quantity * row.refunded // due


async def _take(
    session: AsyncSession,
    terms: programme.Terms,
    card: StampCard,
    own: MemberStampCard,
    given: Stamp,
    surplus: int,
    before: int,
    at: datetime,
) -> Taken:
    """Take `surplus` of the stamps that `given` gave; `before` of them were taken already."""
    if card.paused_at is None:
        stamps.lapse(session, own, at)
    await session.flush()
    since = (Stamp.member_card_id == own.id, Stamp.id > given.id)
    expiry = select(Stamp.id).where(*since, Stamp.purchase_id.is_(None), Stamp.voucher_id.is_(None))
    expired = (await session.scalars(expiry.order_by(Stamp.id).limit(1))).first()
    filled = (
        select(Stamp, Voucher)
        .join(Voucher, Voucher.id == Stamp.voucher_id)
        .where(*since, Stamp.count < 0)
        .order_by(Stamp.id.desc())
    )
    if expired is not None:  # stamps that expired since did not become vouchers later
        filled = filled.where(Stamp.id < expired)
    there = own.stamps if expired is None else 0
    cancelled, used = 0, False
    for into, voucher in (await session.execute(filled)).all():
        if there >= surplus:
            break
        used |= voucher.status is VoucherStatus.ACCEPTED
        if await voucher_returns.revoke(session, voucher.id, at):
            if own.stamps == 0:
                stamps.begin(terms, card, own, at)
            key = f"returned:{voucher.id}"
            stamps.record(
                session,
                own,
                -into.count,
                key,
                at,
                purchase_id=given.purchase_id,
                voucher_id=voucher.id,
            )
            own.filled -= 1
            there -= into.count
            cancelled += 1
    count = min(there, surplus)
    if count:
        key = f"taken:{given.purchase_id}:{own.id}:{before + count}"
        stamps.record(session, own, -count, key, at, purchase_id=given.purchase_id)
        facts: Facts = {
            "title": card.title,
            "reward": card.reward,
            "count": count,
            "vouchers": cancelled,
            "stamps": own.stamps,
            "needed": card.needed,
        }
        notice = Notice("notice-stamps-taken", facts, key=f"stamps-{key}", at=at)
        await deliveries.tell_member(session, own.member_id, notice)
    return Taken(card.title, count, cancelled, used=used and count < surplus)
