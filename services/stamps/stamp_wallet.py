"""A member's stamp cards, for the member and for a cashier."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import and_, select

from models.goods import Category, Product
from models.people import Role
from models.stamps import MemberStampCard, StampBy, StampCard
from services.context import Context
from services.staff import access


@dataclass(frozen=True, slots=True)
class OwnCard:
    """A stamp card as its member sees it, begun or not. `target`: its category or product."""

    id: int
    title: str
    reward: str
    by: StampBy
    target: str | None
    least: int  # minor units
    needed: int
    stamps: int
    expires_at: datetime | None
    paused: bool


@dataclass(frozen=True, slots=True)
class Progress:
    """The stamps on a guest's card, for a cashier."""

    title: str
    stamps: int
    needed: int


async def mine(ctx: Context, member_id: int) -> list[OwnCard]:
    """Cards that the member can fill, begun ones first; a paused card only if it is begun."""
    now = ctx.clock.now()
    async with ctx.db.read() as session:
        query = (
            select(StampCard, MemberStampCard, Category.name, Product.name)
            .outerjoin(
                MemberStampCard,
                and_(
                    MemberStampCard.card_id == StampCard.id,
                    MemberStampCard.member_id == member_id,
                ),
            )
            .outerjoin(Category, Category.id == StampCard.category_id)
            .outerjoin(Product, Product.id == StampCard.product_id)
            .where(StampCard.deleted_at.is_(None))
            .order_by(StampCard.id)
        )
        rows = (await session.execute(query)).all()
    cards = [_as_own(card, own, category or product, now) for card, own, category, product in rows]
    shown = [card for card in cards if card.stamps or not card.paused]
    return sorted(shown, key=lambda card: -card.stamps)


def _as_own(
    card: StampCard, own: MemberStampCard | None, target: str | None, now: datetime
) -> OwnCard:
    paused = card.paused_at is not None
    # The tick may be late; while a card is paused nothing expires.
    over = own is None or (own.expires_at is not None and own.expires_at <= now and not paused)
    return OwnCard(
        id=card.id,
        title=card.title,
        reward=card.reward,
        by=card.by,
        target=target,
        least=card.least,
        needed=card.needed,
        stamps=0 if own is None or over else own.stamps,
        expires_at=None if own is None or over else own.expires_at,
        paused=paused,
    )


async def running(ctx: Context) -> bool:
    """Whether the shop has any stamp card that runs."""
    async with ctx.db.read() as session:
        query = select(StampCard.id).where(StampCard.deleted_at.is_(None))
        return (await session.scalars(query.limit(1))).first() is not None


async def of_guest(ctx: Context, actor_id: int, member_id: int) -> list[Progress]:
    """The guest's begun cards, for a cashier. Raises NotStaff."""
    await access.check(ctx, actor_id, Role.CASHIER)
    return [
        Progress(card.title, card.stamps, card.needed)
        for card in await mine(ctx, member_id)
        if card.stamps
    ]
