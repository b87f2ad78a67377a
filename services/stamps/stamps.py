"""Stamps on members' cards: given with a purchase, and turned into a free voucher when full.

The caller has locked the member's account, so that two purchases of one member fill a card one
after the other. `MemberStampCard.stamps` is the sum of its rows in `stamps`; `record` writes both.
Stamps of refunded purchases: stamp_returns.py.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import bindparam, select
from sqlalchemy.ext.asyncio import AsyncSession

from models.base import BIG
from models.people import Member
from models.rewards import Voucher
from models.stamps import MemberStampCard, Stamp, StampBy, StampCard
from services import programme
from services.context import Context
from services.facts import Fact
from services.messaging import deliveries
from services.messaging.deliveries import Facts, Notice, NoticeAct
from services.pricing.model import Line
from services.rewards import vouchers
from services.stamps.stamp_cards import life_of
from services.storage.write_batch import add_with_ids

Held = tuple[StampCard, MemberStampCard | None]
"""A card that can be filled now, and the member's own card of it, if begun."""


@dataclass(frozen=True, slots=True)
class Bought:
    """A purchase as far as stamp cards need it."""

    member: Member
    purchase_id: int
    lines: Sequence[Line]  # none: it is a visit
    due: int  # minor units after discounts
    at: datetime
    identity_id: int | None  # the identity to tell


@dataclass(frozen=True, slots=True)
class Given:
    """Stamps that one purchase put on one card. `stamps` is the number on it now."""

    card_id: int
    title: str
    count: int
    stamps: int
    needed: int
    voucher_ids: tuple[int, ...]  # vouchers from cards that just became full


async def give(
    session: AsyncSession, ctx: Context, terms: programme.Terms, bought: Bought
) -> list[Given]:
    """Put a purchase's stamps on the member's cards, and issue vouchers for those that are full.

    A second call for the same purchase gives nothing.
    """
    values = {"member_id": bought.member.id, "purchase_id": bought.purchase_id}
    cards = [(card, own) for card, own in await session.execute(_WITHOUT, values)]
    return await put(session, ctx, terms, cards, bought)


async def put(
    session: AsyncSession,
    ctx: Context,
    terms: programme.Terms,
    cards: Iterable[Held],
    bought: Bought,
) -> list[Given]:
    """Put a purchase's stamps on `cards`, which have none of this purchase yet."""
    given = []
    for card, found in cards:
        count = deserved(card, bought.lines, bought.due)
        if not count:
            continue
        own = found or await _new(session, card, bought)
        lapse(session, own, bought.at)
        if own.stamps == 0:
            begin(terms, card, own, bought.at)
        key = f"given:{bought.purchase_id}:{card.id}"
        record(session, own, count, key, bought.at, purchase_id=bought.purchase_id)
        issued = await _fill(session, ctx, terms, bought, card, own)
        given.append(
            Given(
                card_id=card.id,
                title=card.title,
                count=count,
                stamps=own.stamps,
                needed=card.needed,
                voucher_ids=tuple(voucher.id for voucher in issued),
            )
        )
        _tell(session, terms, bought, card, own, issued)
    return given


ONGOING = StampCard.deleted_at.is_(None) & StampCard.paused_at.is_(None)
"""The condition for cards that can be filled now."""

OF_MEMBER = (MemberStampCard.card_id == StampCard.id) & (
    MemberStampCard.member_id == bindparam("member_id", type_=BIG)
)
"""The condition for the member's own cards."""

_WITHOUT = (
    select(StampCard, MemberStampCard)
    .outerjoin(MemberStampCard, OF_MEMBER)
    .where(
        ONGOING,
        ~select(Stamp.id)
        .where(
            Stamp.purchase_id == bindparam("purchase_id", type_=BIG),
            Stamp.member_card_id == MemberStampCard.id,
        )
        .exists(),
    )
    .order_by(StampCard.id)
)
"""The condition for cards without stamps of this purchase."""


def deserved(card: StampCard, lines: Sequence[Line], amount: int) -> int:
    """How many stamps of a card a purchase earns."""
    if amount < max(card.least, 1):
        return 0
    if card.by is StampBy.VISIT:
        return 1
    if card.by is StampBy.CATEGORY:
        return sum(line.quantity for line in lines if line.category_id == card.category_id)
    return sum(line.quantity for line in lines if line.product_id == card.product_id)


async def _new(session: AsyncSession, card: StampCard, bought: Bought) -> MemberStampCard:
    own = MemberStampCard(
        card_id=card.id, member_id=bought.member.id, stamps=0, filled=0, begun_at=bought.at
    )
    await add_with_ids(session, own)
    return own


def begin(terms: programme.Terms, card: StampCard, own: MemberStampCard, at: datetime) -> None:
    """Begin a card with its first stamp; its expiry is set."""
    own.begun_at = at
    own.expires_at = life_of(terms, card, at)


def record(
    session: AsyncSession,
    own: MemberStampCard,
    count: int,
    key: str,
    at: datetime,
    *,
    purchase_id: int | None = None,
    voucher_id: int | None = None,
) -> None:
    """Add or remove stamps; no other code does. An empty card has no day to expire on."""
    session.add(
        Stamp(
            key=key,
            member_card_id=own.id,
            purchase_id=purchase_id,
            voucher_id=voucher_id,
            count=count,
            at=at,
        )
    )
    own.stamps += count
    if own.stamps == 0:
        own.expires_at = None


def lapse(session: AsyncSession, own: MemberStampCard, at: datetime) -> int:
    """Remove all stamps from an expired card; gives how many there were."""
    if own.expires_at is None or own.expires_at > at or own.stamps == 0:
        return 0
    count = own.stamps
    key = f"expired:{own.id}:{own.expires_at.isoformat()}"
    record(session, own, -count, key, at)
    return count


async def _fill(
    session: AsyncSession,
    ctx: Context,
    terms: programme.Terms,
    bought: Bought,
    card: StampCard,
    own: MemberStampCard,
) -> list[Voucher]:
    """Issue a voucher for each full card; stamps that are left begin the next card."""
    issued: list[Voucher] = []
    purchase_id, at = bought.purchase_id, bought.at
    while own.stamps >= card.needed:
        voucher = await vouchers.issue(
            session,
            ctx,
            bought.member,
            title=card.reward,
            key=f"stamps:{purchase_id}:{own.id}:{len(issued)}",
            expires_at=terms.end_of_day(at + timedelta(days=card.voucher_days)),
        )
        key = f"filled:{voucher.id}"
        record(session, own, -card.needed, key, at, purchase_id=purchase_id, voucher_id=voucher.id)
        own.filled += 1
        issued.append(voucher)
    if issued and own.stamps:
        begin(terms, card, own, at)
    return issued


def _tell(
    session: AsyncSession,
    terms: programme.Terms,
    bought: Bought,
    card: StampCard,
    own: MemberStampCard,
    issued: Sequence[Voucher],
) -> None:
    if bought.identity_id is None:
        return
    buttons: list[list[deliveries.Button]] = [[("button-stamp-card", NoticeAct.STAMPS, card.id)]]
    if issued:
        buttons.insert(0, [("button-show-gift", NoticeAct.VOUCHER, issued[0].id)])
    facts: Facts = {
        "title": card.title,
        "reward": card.reward,
        "stamps": own.stamps,
        "needed": card.needed,
        "left": card.needed - own.stamps,
        "vouchers": len(issued),
        "until": local_day(terms, issued[0].expires_at if issued else own.expires_at),
    }
    notice = Notice(
        "notice-stamps-full" if issued else "notice-stamps",
        facts,
        key=f"stamps:{bought.purchase_id}:{card.id}",
        at=bought.at,
        buttons=buttons,
    )
    deliveries.tell(session, bought.identity_id, notice)


def local_day(terms: programme.Terms, at: datetime | None) -> Fact:
    """The day by the shop's calendar, as a fact; `never` if there is none."""
    return "never" if at is None else at.astimezone(terms.timezone).date()
