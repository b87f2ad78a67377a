"""The catalogue of rewards, for owners and for members."""

from dataclasses import dataclass

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from models.ledger import Account
from models.people import Member, Role
from models.rewards import Reward, Voucher, VoucherStatus
from services.audit import record
from services.context import Context
from services.parsing.checks import anything, checked, line, lines, or_none
from services.parsing.ranges import Range
from services.parsing.texts import one_line
from services.rewards.errors import OutOfStock
from services.staff import access

TITLE_LENGTH = 100
DESCRIPTION_LENGTH = 600

RANGES = {
    "points": Range(1, 1_000_000),
    "stock": Range(0, 100_000, without=True),
    "member_limit": Range(1, 1_000, without=True),
}
CHECKS = {
    "title": line(TITLE_LENGTH),
    "description": or_none(lines(DESCRIPTION_LENGTH)),
    "picture": anything,
    **{name: allowed.check for name, allowed in RANGES.items()},
}


@dataclass(frozen=True, slots=True)
class NewReward:
    title: str
    points: int
    description: str | None = None
    stock: int | None = None
    member_limit: int | None = None
    voucher_days: int = 30
    picture: str | None = None  # the messenger's own id of the picture


@dataclass(frozen=True, slots=True)
class CatalogueReward:
    """A reward; `affordable` and `left_for_member` are one member's view (None: no limit)."""

    id: int
    title: str
    description: str | None
    points: int
    stock: int | None
    member_limit: int | None
    voucher_days: int
    picture: str | None
    hidden: bool
    affordable: bool
    left_for_member: int | None
    taken: int  # vouchers issued or accepted, by everybody


async def catalogue(ctx: Context, member_id: int) -> list[CatalogueReward]:
    """Rewards that a member can see, cheapest first: not hidden and in stock."""
    async with ctx.db.read() as session:
        balance = (
            await session.scalar(
                select(Account.balance)
                .join(Member, Member.account_id == Account.id)
                .where(Member.id == member_id)
            )
        ) or 0
        mine = await _taken(session, member_id)
        everybody = await _taken(session, None)
        query = (
            select(Reward)
            .where(Reward.hidden_at.is_(None), Reward.stock.is_(None) | (Reward.stock > 0))
            .order_by(Reward.position, Reward.points, Reward.id)
        )
        rows = (await session.scalars(query)).all()
    return [_as_value(row, balance, mine, everybody) for row in rows]


async def look(ctx: Context, member_id: int, reward_id: int) -> CatalogueReward:
    """One of the rewards a member can see. Raises OutOfStock."""
    for reward in await catalogue(ctx, member_id):
        if reward.id == reward_id:
            return reward
    raise OutOfStock


async def everything(ctx: Context, actor_id: int) -> list[CatalogueReward]:
    """All rewards for an owner, hidden ones last. Raises NotStaff."""
    async with access.read(ctx, actor_id, Role.OWNER) as (session, _):
        taken = await _taken(session, None)
        query = select(Reward).order_by(
            Reward.hidden_at.is_not(None), Reward.position, Reward.points, Reward.id
        )
        rows = (await session.scalars(query)).all()
    return [_as_value(row, 0, {}, taken) for row in rows]


async def _taken(session: AsyncSession, member_id: int | None) -> dict[int, int]:
    query = (
        select(Voucher.reward_id, func.count())
        .where(
            Voucher.reward_id.is_not(None),
            Voucher.status.in_((VoucherStatus.ISSUED, VoucherStatus.ACCEPTED)),
        )
        .group_by(Voucher.reward_id)
    )
    if member_id is not None:
        query = query.where(Voucher.member_id == member_id)
    rows = (await session.execute(query)).all()
    return {reward_id: count for reward_id, count in rows if reward_id is not None}


def _as_value(
    row: Reward, balance: int, mine: dict[int, int], everybody: dict[int, int]
) -> CatalogueReward:
    left = None if row.member_limit is None else max(0, row.member_limit - mine.get(row.id, 0))
    return CatalogueReward(
        id=row.id,
        title=row.title,
        description=row.description,
        points=row.points,
        stock=row.stock,
        member_limit=row.member_limit,
        voucher_days=row.voucher_days,
        picture=row.picture,
        hidden=row.hidden_at is not None,
        affordable=balance >= row.points,
        left_for_member=left,
        taken=everybody.get(row.id, 0),
    )


async def add(ctx: Context, actor_id: int, new: NewReward) -> int:
    """Put a reward into the catalogue; gives its id. Raises NotStaff, BadText, BadNumber."""
    now = ctx.clock.now()
    for name, allowed in RANGES.items():
        allowed.check(getattr(new, name))
    async with access.write(ctx, actor_id, Role.OWNER) as (session, owner):
        reward = Reward(
            title=one_line(new.title, most=TITLE_LENGTH),
            description=new.description and new.description.strip()[:DESCRIPTION_LENGTH],
            points=new.points,
            stock=new.stock,
            member_limit=new.member_limit,
            voucher_days=new.voucher_days,
            picture=new.picture,
            position=0,
            created_at=now,
        )
        session.add(reward)
        await session.flush()
        facts = {"reward": reward.id, "title": reward.title, "points": reward.points}
        record(session, now, "reward.added", staff_id=owner.id, facts=facts)
        return reward.id


async def change(ctx: Context, actor_id: int, reward_id: int, **changes: str | int | None) -> None:
    """Set columns of a reward. Vouchers already issued keep what they promised.

    Raises NotStaff, Gone, BadText, BadNumber.
    """
    changes = checked(CHECKS, changes)
    async with access.owned(ctx, actor_id, Reward, reward_id) as own:
        own.set(changes)
        own.record("reward.changed", reward=reward_id, title=own.row.title, changes=changes)


async def hide(ctx: Context, actor_id: int, reward_id: int, *, hidden: bool) -> None:
    """Hide a reward from the catalogue, or show it again. Raises NotStaff, Gone."""
    async with access.owned(ctx, actor_id, Reward, reward_id) as own:
        own.row.hidden_at = own.at if hidden else None
        act = "reward.hidden" if hidden else "reward.shown"
        own.record(act, reward=reward_id, title=own.row.title)
