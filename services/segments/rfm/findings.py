"""Findings: results over all members, computed once a day and used until the next time.

Reading takes seconds in a large shop, so it is done outside of write transactions.
"""

from sqlalchemy import select

from models.segmentation import Finding
from services import dates, programme
from services.context import Context
from services.segments.rfm import grid, group_changes, return_forecast
from services.segments.rfm.scores import RFM, cut_points
from services.segments.rfm.stored_findings import keep


async def work_out_due(ctx: Context) -> int:
    """Compute the findings unless they are of today (the shop's day); 1 if they were computed."""
    now = ctx.clock.now()
    async with ctx.db.read() as session:
        zone = (await programme.terms(session)).timezone
        today = dates.start_of_day(now.astimezone(zone).date(), zone)
        of_today = select(Finding.at).where(Finding.name == RFM, Finding.at >= today)
        if await session.scalar(of_today) is not None:
            return 0
    await work_out(ctx)
    return 1


async def work_out(ctx: Context) -> None:
    """Compute the cut points, the marks of a new month, the return forecast and the grid."""
    now = ctx.clock.now()
    async with ctx.db.read() as session:
        cuts = await cut_points(session, now)
    await group_changes.mark(ctx, cuts)
    async with ctx.db.read() as session:
        seen = await return_forecast.look_back(session, now)
        cells = await grid.count(session, cuts, return_forecast.chances(seen), now)
        moves = await group_changes.changes(session, cuts)
    rfm = {
        "cuts": cuts.to_json(),
        "grid": grid.to_json(cells),
        "moves": group_changes.to_json(moves),
    }
    async with ctx.db.write() as session:
        await keep(session, RFM, now, rfm)
        await keep(session, return_forecast.RETURN, now, return_forecast.to_json(seen))
