"""Figures of a question: the number of members, their sales, the change within a month."""

from dataclasses import dataclass
from datetime import timedelta

from sqlalchemy import func, select

from models.people import Member, Role
from services import programme
from services.context import Context
from services.money import Money
from services.segments import audience_queries
from services.segments.audience_queries import Reach
from services.segments.questions.tree import Node
from services.staff import access

GROWTH = timedelta(days=30)


@dataclass(frozen=True, slots=True)
class Figures:
    """`sales_share` is in basis points of all the shop's sales."""

    reach: Reach
    members: int  # all members of the shop
    average_receipt: Money | None  # None: no purchases
    sales_share: int
    before: int | None  # members who matched a month ago; None: not known


@dataclass(frozen=True, slots=True)
class Overlap:
    first: int
    second: int
    both: int


async def work_out(ctx: Context, actor_id: int, node: Node) -> Figures:
    """Raises NotStaff, Gone."""
    now = ctx.clock.now()
    reach = await audience_queries.count(ctx, actor_id, node)
    async with access.read(ctx, actor_id, Role.OWNER) as (session, _):
        terms = await programme.terms(session)
        sums = select(
            func.count(),
            func.coalesce(func.sum(Member.spent_total), 0),
            func.coalesce(func.sum(Member.purchases_count), 0),
        ).where(Member.deleted_at.is_(None))
        members, sales, _ = (await session.execute(sums)).one()
        matching = await audience_queries.condition(session, node, now)
        _, spent, receipts = (await session.execute(sums.where(matching))).one()
        then = await audience_queries.past_condition(session, node, now - GROWTH)
        before = None
        if then is not None:
            matched = select(func.count()).select_from(Member)
            before = await session.scalar(matched.where(Member.deleted_at.is_(None), then))
    return Figures(
        reach=reach,
        members=members,
        average_receipt=terms.money(spent // receipts) if receipts else None,
        sales_share=spent * 10_000 // sales if sales else 0,
        before=before,
    )


async def overlap(ctx: Context, actor_id: int, one: Node, other: Node) -> Overlap:
    """Count the members of each question and of both. Raises NotStaff, Gone."""
    now = ctx.clock.now()
    async with access.read(ctx, actor_id, Role.OWNER) as (session, _):
        first = await audience_queries.condition(session, one, now)
        second = await audience_queries.condition(session, other, now)
        query = select(func.count().filter(first), func.count().filter(second), func.count()).where(
            Member.deleted_at.is_(None), first | second
        )
        in_first, in_second, either = (await session.execute(query)).one()
    return Overlap(in_first, in_second, in_first + in_second - either)
