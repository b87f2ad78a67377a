"""An owner's answer to a flag: accept it, undo the purchase, or block somebody."""

from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from sqlalchemy import Row, Select, func, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import aliased

from models.ledger import Account, OperationKind
from models.people import Member, Role, Staff
from models.till import Purchase, PurchaseLine
from models.trust import Flag, FlagStatus, Suspicion
from services import ledger, programme
from services.audit import record
from services.context import Context
from services.errors import Gone
from services.fraud.suspicions import CARD_TO_BLAME
from services.members import members
from services.messaging import deliveries
from services.messaging.deliveries import Facts, Notice
from services.money import Money
from services.pricing.model import Line
from services.programme import Terms
from services.refunds import undoing
from services.refunds.errors import AlreadyUndone
from services.staff import access, team
from services.staff.errors import NotBlockable
from services.stamps import stamps


class Verdict(StrEnum):
    ACCEPT = "accept"  # the points are given
    UNDO = "undo"  # the purchase goes back
    BLOCK = "block"  # the card cannot spend, or the cashier loses the role; no points


@dataclass(frozen=True, slots=True)
class Flagged:
    """A flag as an owner sees it. Fields that do not apply to it are None."""

    id: int
    suspicion: Suspicion
    at: datetime
    cashier: str
    member_id: int | None
    name: str | None
    purchase_id: int | None
    undone: bool  # the whole purchase was refunded or undone
    amount: Money
    points: int
    limit: int
    usual: Money | None
    blames_card: bool  # the block is on the card, not on the cashier
    status: FlagStatus
    resolved_by: str | None


async def count_open(ctx: Context, actor_id: int) -> int:
    """How many flags wait for an answer. Raises NotStaff."""
    async with access.read(ctx, actor_id, Role.OWNER) as (session, _):
        query = select(func.count()).where(Flag.status == FlagStatus.OPEN)
        return await session.scalar(query) or 0


async def page(
    ctx: Context, actor_id: int, *, opened: bool, limit: int, before_id: int | None = None
) -> list[Flagged]:
    """Flags that wait, or else those that were answered, newest first. Raises NotStaff."""
    async with access.read(ctx, actor_id, Role.OWNER) as (session, _):
        terms = await programme.terms(session)
        query = _FLAGS.where((Flag.status == FlagStatus.OPEN).is_(opened))
        if before_id is not None:
            query = query.where(Flag.id < before_id)
        rows = await session.execute(query.order_by(Flag.id.desc()).limit(limit))
        return [_as_value(terms, row) for row in rows]


async def show(ctx: Context, actor_id: int, flag_id: int) -> Flagged:
    """One flag. Raises NotStaff, Gone."""
    async with access.read(ctx, actor_id, Role.OWNER) as (session, _):
        return await _one(session, flag_id)


async def resolve(ctx: Context, actor_id: int, flag_id: int, verdict: Verdict) -> Flagged:
    """Answer a flag, once. Later answers change nothing and get the flag as it is.

    Raises NotStaff, NotBlockable, and Gone for no such flag or no purchase to undo.
    """
    if verdict is Verdict.UNDO:
        # A transaction of its own. If the second one never runs, the flag is still open, and
        # the next tap finds the purchase undone.
        await _undo(ctx, actor_id, flag_id)
    now = ctx.clock.now()
    async with access.write(ctx, actor_id, Role.OWNER) as (session, owner):
        flag = await session.get(Flag, flag_id, with_for_update=True)
        if flag is None:
            raise Gone
        if flag.status is FlagStatus.OPEN:
            match verdict:
                case Verdict.ACCEPT:
                    flag.status = await _accept(session, ctx, flag, now)
                case Verdict.UNDO:
                    flag.status = FlagStatus.UNDONE
                case Verdict.BLOCK:
                    flag.status = await _block(session, owner, flag, now)
            flag.resolved_by, flag.resolved_at = owner.id, now
            record(
                session,
                now,
                f"flag.{flag.status}",
                staff_id=owner.id,
                member_id=flag.member_id,
                facts={"flag": flag.id, "suspicion": flag.suspicion, "points": flag.points},
            )
            await session.flush()
        return await _one(session, flag_id)


async def _undo(ctx: Context, actor_id: int, flag_id: int) -> None:
    flagged = await show(ctx, actor_id, flag_id)
    if flagged.purchase_id is None:
        raise Gone
    if flagged.status is FlagStatus.OPEN:
        with suppress(AlreadyUndone):
            await undoing.undo(ctx, actor_id, flagged.purchase_id)


async def _accept(session: AsyncSession, ctx: Context, flag: Flag, at: datetime) -> FlagStatus:
    """Give the points and stamps that waited. A purchase undone meanwhile earns nothing more."""
    if flag.purchase_id is None:
        return FlagStatus.ACCEPTED
    purchase = await session.get_one(Purchase, flag.purchase_id)
    account = await ledger.lock(session, purchase.account_id)
    await session.refresh(purchase)
    if purchase.undone_at is not None:
        return FlagStatus.UNDONE
    member = await session.get_one(Member, purchase.member_id)
    if member.deleted_at is not None:
        return FlagStatus.ACCEPTED
    terms = await programme.terms(session)
    if flag.points:
        await _award(session, terms, flag, purchase, account, at)
    rows = select(PurchaseLine).where(PurchaseLine.purchase_id == purchase.id)
    bought = stamps.Bought(
        member=member,
        purchase_id=purchase.id,
        lines=[
            Line(line.amount, line.quantity, line.category_id, line.product_id, line.title)
            for line in await session.scalars(rows.order_by(PurchaseLine.id))
        ],
        due=purchase.amount - purchase.discount - purchase.refunded,
        at=at,
        identity_id=await deliveries.reach(session, member.id),
    )
    await stamps.give(session, ctx, terms, bought)
    return FlagStatus.ACCEPTED


async def _award(
    session: AsyncSession,
    terms: Terms,
    flag: Flag,
    purchase: Purchase,
    account: Account,
    at: datetime,
) -> None:
    operation = await ledger.award(
        session,
        account,
        flag.points,
        OperationKind.PURCHASE,
        key=f"earn:{purchase.key}",
        at=at,
        expires_at=terms.expiry(at),
        why=flag.facts["why"],
        staff_id=purchase.staff_id,
    )
    purchase.points_earned = flag.points
    purchase.earn_operation_id = operation.id
    facts: Facts = {
        "amount": terms.money(purchase.amount),
        "points": flag.points,
        "balance": account.balance,
    }
    notice = Notice("notice-checked", facts, key=f"checked:{purchase.id}", at=at)
    await deliveries.tell_member(session, purchase.member_id, notice)


async def _block(session: AsyncSession, owner: Staff, flag: Flag, at: datetime) -> FlagStatus:
    if flag.suspicion in CARD_TO_BLAME:
        member = await session.get_one(Member, flag.member_id)
        if member.deleted_at is None:
            await members.suspend(session, owner, member, at)
        return FlagStatus.BLOCKED
    cashier = await session.get_one(Staff, flag.staff_id)
    if cashier.id == owner.id or cashier.from_settings:
        raise NotBlockable
    if cashier.revoked_at is None:
        await team.dismiss(session, owner, cashier, at)
    return FlagStatus.BLOCKED


_Resolver = aliased(Staff)
_FLAGS: Select[Flag, str, str | None, int | None, datetime | None, str | None] = (
    select(Flag, Staff.name, Member.name, Purchase.amount, Purchase.undone_at, _Resolver.name)
    .join(Staff, Staff.id == Flag.staff_id)
    .outerjoin(Member, Member.id == Flag.member_id)
    .outerjoin(Purchase, Purchase.id == Flag.purchase_id)
    .outerjoin(_Resolver, _Resolver.id == Flag.resolved_by)
)


async def _one(session: AsyncSession, flag_id: int) -> Flagged:
    row = (await session.execute(_FLAGS.where(Flag.id == flag_id))).one_or_none()
    if row is None:
        raise Gone
    return _as_value(await programme.terms(session), row)


def _as_value(
    terms: Terms, row: Row[Flag, str, str | None, int | None, datetime | None, str | None]
) -> Flagged:
    flag, cashier, name, amount, undone_at, resolved_by = row
    return Flagged(
        id=flag.id,
        suspicion=flag.suspicion,
        at=flag.at,
        cashier=cashier,
        member_id=flag.member_id,
        name=name,
        purchase_id=flag.purchase_id,
        undone=undone_at is not None,
        amount=terms.money(amount or 0),
        points=flag.points,
        limit=flag.facts["limit"],
        usual=terms.money(flag.facts["usual"]) if flag.facts["usual"] else None,
        blames_card=flag.suspicion in CARD_TO_BLAME,
        status=flag.status,
        resolved_by=resolved_by,
    )
