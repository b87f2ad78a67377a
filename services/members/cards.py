"""The member's card: what it shows, the six digits under it, and finding a member by it."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import delete, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncSession

from models.people import CardCode, Member
from services import programme
from services.context import Context
from services.levels import levels
from services.levels.levels import Progress
from services.points import balances
from services.points.balances import Balance

CODE_LIFE = timedelta(minutes=5)
CODE_DIGITS = 6


@dataclass(frozen=True, slots=True)
class Card:
    """Everything on a member's own card."""

    token: str
    name: str
    level: str
    balance: Balance
    code: str
    code_expires_at: datetime
    shop_name: str
    progress: Progress


async def show(ctx: Context, member_id: int) -> Card:
    """The member's card with its own code; a new code if the old one expires soon."""
    now = ctx.clock.now()
    async with ctx.db.write() as session:
        terms = await programme.terms(session)
        member = await session.get_one(Member, member_id)
        code = await _code(session, ctx, member_id, now)
        return Card(
            token=member.card_token,
            name=member.name,
            level=terms.level(member.level_id).name,
            balance=await balances.balance_of(session, member_id, now),
            code=code.code,
            code_expires_at=code.expires_at,
            shop_name=terms.shop_name,
            progress=await levels.progress_of(session, terms, member, now),
        )


async def _code(session: AsyncSession, ctx: Context, member_id: int, now: datetime) -> CardCode:
    """A code with at least half of its life left: the one shown before, or a new one."""
    query = select(CardCode).where(
        CardCode.member_id == member_id, CardCode.expires_at > now + CODE_LIFE // 2
    )
    code = (await session.scalars(query.limit(1))).one_or_none()
    if code is not None:
        return code
    await session.execute(delete(CardCode).where(CardCode.expires_at <= now))
    while True:
        code = CardCode(
            code=ctx.secrets.digits(CODE_DIGITS), member_id=member_id, expires_at=now + CODE_LIFE
        )
        try:
            async with session.begin_nested():
                session.add(code)
        except IntegrityError:
            continue  # another member has the same six digits at this moment
        return code
