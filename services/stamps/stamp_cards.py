"""Stamp cards as the owner sets them: what earns a stamp, and the reward of a full card."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import Select, func, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from models.goods import Category, Product
from models.people import Role
from models.rewards import Voucher, VoucherStatus
from models.stamps import MemberStampCard, Stamp, StampBy, StampCard
from services import programme
from services.audit import record
from services.context import Context
from services.errors import Gone
from services.parsing.ranges import Range
from services.parsing.texts import one_line
from services.staff import access
from services.staff.access import Owned
from services.stamps.errors import CardBegun

TITLE_LENGTH = 60

RANGES = {
    "needed": Range(2, 20),
    "least": Range(0, 100_000_000),  # minor units
    "life_days": Range(1, 3650, without=True),
    "voucher_days": Range(1, 365),
}

RESUMED = timedelta(days=14)
"""The least time that begun cards live after a pause, because nobody could fill them meanwhile."""


@dataclass(frozen=True, slots=True)
class NewCard:
    """`needed` stamps make a voucher for `reward`; so with 5 the sixth is free.

    `by` is the kind of thing that earns a stamp: a category or a product is named by its id.
    `least` is the minimum of a purchase (minor units); `life_days` None: a begun card never
    expires.
    """

    title: str
    reward: str
    by: StampBy = StampBy.VISIT
    category_id: int | None = None
    product_id: int | None = None
    needed: int = 5
    least: int = 0
    life_days: int | None = 180
    voucher_days: int = 30


@dataclass(frozen=True, slots=True)
class CardView:
    """A card with its statistics. `target`: the name of its category or product."""

    id: int
    card: NewCard
    target: str | None
    paused: bool
    under_way: int  # members with a stamp on it
    filled: int  # how often it became full
    used: int  # its vouchers that were accepted


async def make(ctx: Context, actor_id: int, new: NewCard) -> int:
    """Start a card; gives its id. Raises NotStaff, BadText, BadNumber, Gone."""
    now = ctx.clock.now()
    for name, allowed in RANGES.items():
        allowed.check(getattr(new, name))
    async with access.write(ctx, actor_id, Role.OWNER) as (session, owner):
        await _must_exist(session, new)
        row = StampCard(
            title=one_line(new.title, most=TITLE_LENGTH),
            reward=one_line(new.reward, most=TITLE_LENGTH),
            by=new.by,
            category_id=new.category_id if new.by is StampBy.CATEGORY else None,
            product_id=new.product_id if new.by is StampBy.PRODUCT else None,
            needed=new.needed,
            least=new.least,
            life_days=new.life_days,
            voucher_days=new.voucher_days,
            created_at=now,
        )
        session.add(row)
        await session.flush()
        facts = {"card": row.id, "title": row.title}
        record(session, now, "stamp.made", staff_id=owner.id, facts=facts)
        return row.id


async def _must_exist(session: AsyncSession, new: NewCard) -> None:
    """Check that the category or product exists and is not hidden. Raises Gone."""
    if new.by is StampBy.VISIT:
        return
    found: Category | Product | None
    if new.by is StampBy.CATEGORY:
        found = await session.get(Category, new.category_id or 0)
    else:
        found = await session.get(Product, new.product_id or 0)
    if found is None or found.hidden_at is not None:
        raise Gone


async def everything(ctx: Context, actor_id: int) -> list[CardView]:
    """All cards, newest first. Raises NotStaff."""
    async with access.read(ctx, actor_id, Role.OWNER) as (session, _):
        rows = (await session.execute(_VIEWS.order_by(StampCard.id.desc()))).all()
    return [_as_view(*row) for row in rows]


async def show(ctx: Context, actor_id: int, card_id: int) -> CardView:
    """One card. Raises NotStaff, Gone."""
    async with access.read(ctx, actor_id, Role.OWNER) as (session, _):
        row = (await session.execute(_VIEWS.where(StampCard.id == card_id))).one_or_none()
    if row is None:
        raise Gone
    return _as_view(*row)


_of_card = MemberStampCard.card_id == StampCard.id
_VIEWS: Select[StampCard, str | None, int, int, int] = (
    select(
        StampCard,
        func.coalesce(Category.name, Product.name),
        select(func.count())
        .where(_of_card, MemberStampCard.stamps > 0)
        .correlate(StampCard)
        .scalar_subquery(),
        select(func.coalesce(func.sum(MemberStampCard.filled), 0))
        .where(_of_card)
        .correlate(StampCard)
        .scalar_subquery(),
        select(func.count())
        .select_from(Stamp)
        .join(MemberStampCard, MemberStampCard.id == Stamp.member_card_id)
        .join(Voucher, Voucher.id == Stamp.voucher_id)
        .where(_of_card, Stamp.count < 0, Voucher.status == VoucherStatus.ACCEPTED)
        .correlate(StampCard)
        .scalar_subquery(),
    )
    .outerjoin(Category, Category.id == StampCard.category_id)
    .outerjoin(Product, Product.id == StampCard.product_id)
    .where(StampCard.deleted_at.is_(None))
)


def _as_view(
    row: StampCard, target: str | None, under_way: int, filled: int, used: int
) -> CardView:
    return CardView(
        id=row.id,
        card=NewCard(
            title=row.title,
            reward=row.reward,
            by=row.by,
            category_id=row.category_id,
            product_id=row.product_id,
            needed=row.needed,
            least=row.least,
            life_days=row.life_days,
            voucher_days=row.voucher_days,
        ),
        target=target,
        paused=row.paused_at is not None,
        under_way=under_way,
        filled=int(filled),
        used=used,
    )


async def change(ctx: Context, actor_id: int, card_id: int, **changes: str | int | None) -> None:
    """Set columns. Begun cards and issued vouchers keep their last day.

    `needed` can change while nobody has a stamp. Raises NotStaff, Gone, BadText, BadNumber,
    CardBegun.
    """
    changes = {name: _checked(name, value) for name, value in changes.items()}
    async with access.owned(ctx, actor_id, StampCard, card_id, lock=True) as own:
        _note(own, "stamp.changed", changes)
        if changes.get("needed", own.row.needed) != own.row.needed:
            begun = select(MemberStampCard.id).where(
                MemberStampCard.card_id == card_id, MemberStampCard.stamps > 0
            )
            if (await own.session.scalars(begun.limit(1))).first() is not None:
                raise CardBegun
        own.set(changes)


def _checked(name: str, value: str | int | None) -> str | int | None:
    if name in {"title", "reward"} and isinstance(value, str):
        return one_line(value, most=TITLE_LENGTH)
    if name not in RANGES:
        raise Gone
    return RANGES[name].check(value)


async def pause(ctx: Context, actor_id: int, card_id: int) -> None:
    """Give no stamps for now; nothing expires meanwhile. Raises NotStaff, Gone."""
    async with access.owned(ctx, actor_id, StampCard, card_id, lock=True) as own:
        _note(own, "stamp.paused")
        own.row.paused_at = own.row.paused_at or ctx.clock.now()


async def resume(ctx: Context, actor_id: int, card_id: int) -> None:
    """Give stamps again. Begun cards live two weeks more at least. Raises NotStaff, Gone."""
    async with access.owned(ctx, actor_id, StampCard, card_id, lock=True) as own:
        _note(own, "stamp.resumed")
        if own.row.paused_at is None:
            return
        own.row.paused_at = None
        least = (await programme.terms(own.session)).end_of_day(ctx.clock.now() + RESUMED)
        await own.session.execute(
            update(MemberStampCard)
            .where(
                MemberStampCard.card_id == card_id,
                MemberStampCard.stamps > 0,
                MemberStampCard.expires_at < least,
            )
            .values(expires_at=least)
        )


async def delete(ctx: Context, actor_id: int, card_id: int) -> None:
    """End the card for good; issued vouchers hold until their day. Raises NotStaff, Gone."""
    async with access.owned(ctx, actor_id, StampCard, card_id, lock=True) as own:
        _note(own, "stamp.deleted")
        own.row.deleted_at = ctx.clock.now()


def _note(
    own: Owned[StampCard], act: str, changes: dict[str, str | int | None] | None = None
) -> None:
    own.record(act, card=own.row.id, title=own.row.title, changes=changes or {})


def life_of(terms: programme.Terms, card: StampCard, at: datetime) -> datetime | None:
    """The time at which a card begun at `at` expires."""
    if card.life_days is None:
        return None
    return terms.end_of_day(at + timedelta(days=card.life_days))
