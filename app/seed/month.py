"""Guests' scores at the beginning of the month, as the program would have marked them then."""

from dataclasses import replace

from sqlalchemy import true, update

from app.seed.moment import Moment
from models.people import Member
from models.till import Purchase
from services import programme
from services.context import Context
from services.integrity import rebuilding
from services.segments.rfm import findings, group_changes
from services.totals import totals


async def look_back(ctx: Context) -> None:
    """Have the groups of the month's first hour worked out, and then those of now."""
    zone = (await programme.current(ctx)).timezone
    begun = group_changes.month_of(ctx.clock.now(), zone)
    receipts = totals.by_member(lambda _member_id: true()).where(Purchase.at < begun).subquery().c
    nothing = {"purchases_count": 0, "spent_total": 0, "last_purchase_at": None}
    then = {
        "purchases_count": receipts.purchases,
        "spent_total": receipts.spent,
        "last_purchase_at": receipts.last_at,
    }
    async with ctx.db.write() as session:
        of_then = update(Member).where(Member.id == receipts.member_id).values(then)
        for statement in (update(Member).values(nothing), of_then):
            await session.execute(statement.execution_options(synchronize_session=False))
    await findings.work_out(replace(ctx, clock=Moment(begun)))
    await rebuilding.rebuild(ctx)
    await findings.work_out(ctx)
