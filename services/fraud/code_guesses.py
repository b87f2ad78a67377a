"""Wrong codes: a cashier who types many is stopped for a while, so that no card is found by
guessing.
"""

from datetime import datetime

from sqlalchemy import delete, func, select
from sqlalchemy.ext.asyncio import AsyncSession

from models.people import Staff
from models.trust import CodeGuess, Flag, Suspicion
from services import programme
from services.context import Context
from services.fraud import fraud_limits, suspicions
from services.fraud.errors import TooManyCodes


async def stopped(session: AsyncSession, staff_id: int, at: datetime) -> bool:
    """Whether this cashier has typed too many wrong codes."""
    return await _stopped_for(session, staff_id, at) is not None


async def wrong(ctx: Context, staff_id: int, *, stopped: bool) -> None:
    """Count a wrong code. Raises TooManyCodes while the cashier is stopped."""
    if stopped:
        await _refuse(ctx, staff_id)
    else:
        await _note(ctx, staff_id)


async def _note(ctx: Context, staff_id: int) -> None:
    """Note one more wrong code, and forget those that no longer count."""
    now = ctx.clock.now()
    async with ctx.db.write() as session:
        session.add(CodeGuess(staff_id=staff_id, at=now))
        await session.execute(delete(CodeGuess).where(CodeGuess.at <= now - fraud_limits.WINDOW))


async def _refuse(ctx: Context, staff_id: int) -> None:
    """Tell the owners, once, and the cashier. Raises TooManyCodes unless they may try again."""
    now = ctx.clock.now()
    async with ctx.db.write() as session:
        # Two tries at once: the second waits here and finds the flag of the first.
        staff = await session.get_one(Staff, staff_id, with_for_update=True)
        minutes = await _stopped_for(session, staff_id, now)
        if minutes is None:
            return
        newest = select(func.max(CodeGuess.at)).where(CodeGuess.staff_id == staff_id)
        occasion = (await session.scalars(newest)).one()
        limit = (await fraud_limits.watch(session)).limits.codes or 0
        await suspicions.flag_once(
            session,
            await programme.terms(session),
            suspicions.Tripped(Suspicion.CODES, limit=limit),
            suspicions.About(staff),
            f"code:{staff_id}:{occasion.isoformat()}",
            now,
        )
    raise TooManyCodes(minutes)


async def _stopped_for(session: AsyncSession, staff_id: int, at: datetime) -> int | None:
    """Minutes to wait; None: none."""
    limit = (await fraud_limits.watch(session)).limits.codes
    if limit is None:
        return None
    query = select(CodeGuess.at).where(CodeGuess.staff_id == staff_id)
    guesses = (await session.scalars(query.order_by(CodeGuess.id.desc()).limit(limit))).all()
    since = await suspicions.counted_since(session, Suspicion.CODES, Flag.staff_id == staff_id, at)
    if len(guesses) < limit or guesses[-1] <= since:
        return None
    return suspicions.minutes_left(guesses[-1], at)
