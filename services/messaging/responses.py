"""Responses of members: that they pressed a button under a message."""

from sqlalchemy import select, update

from models.messaging import Delivery
from models.people import Identity
from services.context import Context


async def tapped(ctx: Context, member_id: int, delivery_id: int) -> None:
    """Note the first tap under a delivery; only its own receiver's counts."""
    own = select(Identity.id).where(Identity.member_id == member_id)
    async with ctx.db.write() as session:
        await session.execute(
            update(Delivery)
            .where(
                Delivery.id == delivery_id,
                Delivery.identity_id.in_(own),
                Delivery.tapped_at.is_(None),
            )
            .values(tapped_at=ctx.clock.now())
        )
