"""The member's card: what it shows, the six digits under it, and finding a member by it."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import delete, func, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncSession

from models.people import CardCode, Identity, Member, Role
from models.rewards import Voucher, VoucherStatus
from services import errors, guesses, levels, offers, people, programme
from services.context import Context
from services.levels import Progress
from services.money import Money
from services.phones import masked, parse_phone, region_of
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


@dataclass(frozen=True, slots=True)
class Customer:
    """What a cashier may see of a member."""

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
    offers: tuple[str, ...]  # titles of what applies now
    open_vouchers: int


async def show(ctx: Context, member_id: int) -> Card:
    """The member's card with a code of its own, made anew when the old one is about to end."""
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


async def by_token(ctx: Context, by: int, token: str) -> Customer:
    """The member whose card was scanned. Raises NotStaff, MemberNotFound."""
    async with ctx.db.read() as session:
        await people.require(session, by, Role.CASHIER)
        query = select(Member).where(Member.card_token == token, Member.deleted_at.is_(None))
        member = (await session.scalars(query)).one_or_none()
        return await _customer(session, ctx, member)


async def by_code(ctx: Context, by: int, code: str) -> Customer:
    """The member who shows these six digits now. Raises NotStaff, CodeUnknown, TooManyCodes."""
    now = ctx.clock.now()
    async with ctx.db.read() as session:
        staff = await people.require(session, by, Role.CASHIER)
        stopped = await guesses.stopped(session, staff.id, now)
        query = (
            select(Member)
            .join(CardCode, CardCode.member_id == Member.id)
            .where(CardCode.code == code, CardCode.expires_at > now)
        )
        member = (await session.scalars(query)).one_or_none()
        if member is not None and not stopped:
            return await _customer(session, ctx, member)
    await guesses.wrong(ctx, staff.id, stopped=stopped)
    raise errors.CodeUnknown


async def by_phone(ctx: Context, by: int, text: str) -> Customer:
    """The member with this phone, typed in any way. Raises NotStaff, BadPhone, MemberNotFound."""
    async with ctx.db.read() as session:
        await people.require(session, by, Role.CASHIER)
        terms = await programme.terms(session)
        phone = parse_phone(text, region_of(terms.timezone))
        query = select(Member).where(Member.phone == phone, Member.deleted_at.is_(None))
        member = (await session.scalars(query)).one_or_none()
        return await _customer(session, ctx, member)


async def by_member(ctx: Context, by: int, member_id: int) -> Customer:
    """The member again, in the middle of a cashier's flow. Raises NotStaff, MemberNotFound."""
    async with ctx.db.read() as session:
        await people.require(session, by, Role.CASHIER)
        return await customer(session, ctx, member_id)


async def customer(session: AsyncSession, ctx: Context, member_id: int) -> Customer:
    """A step of other services: what staff see of a member. Raises MemberNotFound."""
    query = select(Member).where(Member.id == member_id, Member.deleted_at.is_(None))
    return await _customer(session, ctx, (await session.scalars(query)).one_or_none())


async def _customer(session: AsyncSession, ctx: Context, member: Member | None) -> Customer:
    if member is None:
        raise errors.MemberNotFound
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


async def _code(session: AsyncSession, ctx: Context, member_id: int, now: datetime) -> CardCode:
    """A code with at least half its life ahead: the one shown before, or a new one."""
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
            continue  # somebody shows the same six digits just now
        return code
