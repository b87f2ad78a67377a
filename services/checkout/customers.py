"""A guest as a cashier sees them, found by card, code or phone."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from models.people import CardCode, Identity, Member, Role
from models.rewards import Voucher, VoucherStatus
from services import programme
from services.checkout.errors import CodeUnknown
from services.context import Context
from services.fraud import code_guesses
from services.members.errors import MemberNotFound
from services.money import Money
from services.offers import offers
from services.parsing.phones import masked, parse_phone, region_of
from services.points import balances
from services.staff import access


@dataclass(frozen=True, slots=True)
class Customer:
    """A member as a cashier may see them."""

    member_id: int
    name: str
    level: str
    level_rate_bp: int
    level_perks: str | None
    points: int
    spendable: int  # of the points, now
    worth: Money
    frozen: bool
    reachable: bool  # can approve a redemption in a chat
    phone_tail: str | None  # masked, for telling two Annas apart
    last_purchase_at: datetime | None
    purchases_count: int
    offers: tuple[str, ...]  # titles of those that apply now
    open_vouchers: int


async def by_token(ctx: Context, actor_id: int, token: str) -> Customer:
    """The member whose card was scanned. Raises NotStaff, MemberNotFound."""
    async with access.read(ctx, actor_id, Role.CASHIER) as (session, _):
        query = select(Member).where(Member.card_token == token, Member.deleted_at.is_(None))
        member = (await session.scalars(query)).one_or_none()
        return await _customer(session, ctx, member)


async def by_code(ctx: Context, actor_id: int, code: str) -> Customer:
    """The member who shows these six digits now. Raises NotStaff, CodeUnknown, TooManyCodes."""
    now = ctx.clock.now()
    async with access.read(ctx, actor_id, Role.CASHIER) as (session, staff):
        stopped = await code_guesses.stopped(session, staff.id, now)
        query = (
            select(Member)
            .join(CardCode, CardCode.member_id == Member.id)
            .where(CardCode.code == code, CardCode.expires_at > now)
        )
        member = (await session.scalars(query)).one_or_none()
        if member is not None and not stopped:
            return await _customer(session, ctx, member)
    await code_guesses.wrong(ctx, staff.id, stopped=stopped)
    raise CodeUnknown


async def by_phone(ctx: Context, actor_id: int, text: str) -> Customer:
    """The member with this phone, typed in any way. Raises NotStaff, BadPhone, MemberNotFound."""
    async with access.read(ctx, actor_id, Role.CASHIER) as (session, _):
        terms = await programme.terms(session)
        phone = parse_phone(text, region_of(terms.timezone))
        query = select(Member).where(Member.phone == phone, Member.deleted_at.is_(None))
        member = (await session.scalars(query)).one_or_none()
        return await _customer(session, ctx, member)


async def by_member(ctx: Context, actor_id: int, member_id: int) -> Customer:
    """The member again, in the middle of a cashier's flow. Raises NotStaff, MemberNotFound."""
    async with access.read(ctx, actor_id, Role.CASHIER) as (session, _):
        return await customer(session, ctx, member_id)


async def customer(session: AsyncSession, ctx: Context, member_id: int) -> Customer:
    """A member as staff see them. Raises MemberNotFound."""
    query = select(Member).where(Member.id == member_id, Member.deleted_at.is_(None))
    return await _customer(session, ctx, (await session.scalars(query)).one_or_none())


async def _customer(session: AsyncSession, ctx: Context, member: Member | None) -> Customer:
    if member is None:
        raise MemberNotFound
    now = ctx.clock.now()
    terms = await programme.terms(session)
    have = await balances.balance_of(session, member.id, now)
    level = terms.level(member.level_id)
    chats = select(func.count()).where(
        Identity.member_id == member.id, Identity.unreachable_since.is_(None)
    )
    vouchers = select(func.count()).where(
        Voucher.member_id == member.id, Voucher.status == VoucherStatus.ISSUED
    )
    return Customer(
        member_id=member.id,
        name=member.name,
        level=level.name,
        level_rate_bp=level.rate_bp,
        level_perks=level.perks,
        points=have.points,
        spendable=have.spendable,
        worth=have.worth,
        frozen=have.frozen,
        reachable=bool(await session.scalar(chats)),
        phone_tail=masked(member.phone),
        last_purchase_at=member.last_purchase_at,
        purchases_count=member.purchases_count,
        offers=await offers.titles_now(session, member.id, now),
        open_vouchers=await session.scalar(vouchers) or 0,
    )
