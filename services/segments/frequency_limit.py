"""The frequency limit: the most broadcasts and offers that one member may get in a week."""

from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.ext.asyncio import AsyncSession

from models.messaging import Delivery, DeliveryClass, DeliveryStatus
from models.people import Identity, Role
from models.programme import ONLY, Programme
from services.audit import record
from services.context import Context
from services.parsing.errors import BadNumber
from services.staff import access

WEEK = timedelta(days=7)
MOST = 50

COUNTS = (DeliveryStatus.PENDING, DeliveryStatus.SENDING, DeliveryStatus.SENT)


async def offers_a_week(ctx: Context) -> int | None:
    """The limit; None if there is none."""
    async with ctx.db.read() as session:
        return await _limit(session)


async def set_offers_a_week(ctx: Context, actor_id: int, number: int | None) -> None:
    """Raises NotStaff, BadNumber unless 1-50 or None."""
    if number is not None and not 1 <= number <= MOST:
        raise BadNumber(1, MOST)
    async with access.write(ctx, actor_id, Role.OWNER) as (session, owner):
        row = await session.get_one(Programme, ONLY)
        row.offers_a_week = number
        facts = {"count": number or 0}
        record(session, ctx.clock.now(), "segment.limited", staff_id=owner.id, facts=facts)


async def may_hear(session: AsyncSession, at: datetime) -> list[ColumnElement[bool]]:
    """Conditions that a chat is below the limit; empty if there is no limit."""
    limit = await _limit(session)
    if limit is None:
        return []
    heard = (
        select(func.count())
        .where(
            Delivery.identity_id == Identity.id,
            Delivery.kind == DeliveryClass.OFFER,
            Delivery.status.in_(COUNTS),
            func.coalesce(Delivery.sent_at, Delivery.due_at) > at - WEEK,
        )
        .correlate(Identity)
        .scalar_subquery()
    )
    return [heard < limit]


async def _limit(session: AsyncSession) -> int | None:
    return await session.scalar(select(Programme.offers_a_week).where(Programme.id == ONLY))
