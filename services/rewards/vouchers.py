"""Vouchers: a member requests a reward, its points are held, and a cashier accepts the voucher.

Vouchers that end unused: services.rewards.voucher_returns.
"""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.ext.asyncio import AsyncSession

from models.ledger import Account, OperationKind
from models.people import Member, Role
from models.rewards import Reward, Voucher, VoucherStatus
from services import ledger, programme
from services.audit import record
from services.context import Context
from services.errors import Gone, NotYours
from services.ledger.errors import SpendingBlocked
from services.messaging import deliveries
from services.messaging.deliveries import Facts, Notice
from services.rewards import ticket_codes
from services.rewards.errors import (
    OutOfStock,
    RewardLimitReached,
    VoucherExpired,
    VoucherUnknown,
    VoucherUsed,
)
from services.staff import access, identities
from services.staff.errors import OwnCard
from services.storage.write_batch import add_with_ids


@dataclass(frozen=True, slots=True)
class Ticket:
    """A voucher as its member and a cashier see it."""

    id: int
    token: str
    code: str
    title: str
    points: int
    status: VoucherStatus
    expires_at: datetime
    member_id: int
    member_name: str
    balance: int
    new: bool = True  # False: the same request was made before


async def request(ctx: Context, member_id: int, reward_id: int, *, key: str) -> Ticket:
    """Issue a voucher and hold its points.

    Raises OutOfStock, RewardLimitReached, NotEnoughPoints, SpendingBlocked.
    """
    now = ctx.clock.now()
    async with ctx.db.write() as session:
        member = await session.get_one(Member, member_id)
        account = await ledger.lock(session, member.account_id)
        await session.refresh(member)
        query = select(Voucher).where(Voucher.key == key)
        before = (await session.scalars(query)).one_or_none()
        if before is not None:
            return replace(as_value(before, member, account), new=False)
        terms = await programme.terms(session)
        reward = await _reserve(session, member, reward_id)
        hold = await ledger.take(
            session,
            account,
            reward.points,
            OperationKind.HOLD,
            key=f"voucher:{key}",
            at=now,
            why={"reward": reward.id, "title": reward.title},
        )
        voucher = await issue(
            session,
            ctx,
            member,
            title=reward.title,
            key=key,
            expires_at=terms.end_of_day(now + timedelta(days=reward.voucher_days)),
            reward=reward,
            hold_operation_id=hold.id,
        )
        record(session, now, "voucher.ordered", member_id=member.id, facts=facts(voucher))
        return as_value(voucher, member, account)


async def _reserve(session: AsyncSession, member: Member, reward_id: int) -> Reward:
    """Take one reward from the stock. Raises OutOfStock, RewardLimitReached, SpendingBlocked."""
    if member.frozen_at is not None:
        raise SpendingBlocked
    query = select(Reward).where(Reward.id == reward_id).with_for_update()
    reward = (await session.scalars(query)).one_or_none()
    if reward is None or reward.hidden_at is not None or reward.stock == 0:
        raise OutOfStock
    if reward.member_limit is not None:
        count = select(func.count()).where(
            Voucher.member_id == member.id,
            Voucher.reward_id == reward.id,
            Voucher.status.in_((VoucherStatus.ISSUED, VoucherStatus.ACCEPTED)),
        )
        if (await session.scalar(count) or 0) >= reward.member_limit:
            raise RewardLimitReached(reward.member_limit)
    if reward.stock is not None:
        reward.stock -= 1
    return reward


async def issue(
    session: AsyncSession,
    ctx: Context,
    member: Member,
    *,
    title: str,
    key: str,
    expires_at: datetime,
    reward: Reward | None = None,
    hold_operation_id: int | None = None,
) -> Voucher:
    """Write a voucher for a request, or for a gift, which has no reward and no points."""
    voucher = Voucher(
        token=ctx.secrets.token(),
        code=ticket_codes.draw(ctx.secrets),
        key=key,
        member_id=member.id,
        account_id=member.account_id,
        reward_id=reward.id if reward else None,
        title=title,
        points=reward.points if reward else 0,
        status=VoucherStatus.ISSUED,
        hold_operation_id=hold_operation_id,
        issued_at=ctx.clock.now(),
        expires_at=expires_at,
    )
    await add_with_ids(session, voucher)
    return voucher


async def mine(ctx: Context, member_id: int) -> list[Ticket]:
    """The member's open vouchers, those that end first in front."""
    async with ctx.db.read() as session:
        member = await session.get_one(Member, member_id)
        account = await ledger.peek(session, member.account_id)
        query = select(Voucher).where(
            Voucher.member_id == member_id,
            Voucher.status == VoucherStatus.ISSUED,
            Voucher.expires_at > ctx.clock.now(),
        )
        rows = (await session.scalars(query.order_by(Voucher.expires_at, Voucher.id))).all()
    return [as_value(row, member, account) for row in rows]


async def show(ctx: Context, member_id: int, voucher_id: int) -> Ticket:
    """One of the member's own vouchers, open or not. Raises Gone, NotYours."""
    async with ctx.db.read() as session:
        voucher = await session.get(Voucher, voucher_id)
        if voucher is None:
            raise Gone
        if voucher.member_id != member_id:
            raise NotYours
        member = await session.get_one(Member, member_id)
        return as_value(voucher, member, await ledger.peek(session, member.account_id))


async def look(ctx: Context, actor_id: int, token: str) -> Ticket:
    """A scanned voucher, for a cashier.

    Raises NotStaff, VoucherUnknown, VoucherUsed, VoucherExpired.
    """
    async with access.read(ctx, actor_id, Role.CASHIER) as (session, _):
        ticket = await _presented(session, Voucher.token == token, ctx.clock.now())
        if ticket is None:
            raise VoucherUnknown
        return ticket


async def by_code(session: AsyncSession, code: str, now: datetime) -> Ticket | None:
    """The voucher with this code; None: there is none.

    Raises VoucherUsed, VoucherExpired.
    """
    return await _presented(session, Voucher.code == code, now)


async def _presented(
    session: AsyncSession, which: ColumnElement[bool], now: datetime
) -> Ticket | None:
    voucher = (await session.scalars(select(Voucher).where(which))).one_or_none()
    if voucher is None:
        return None
    _must_be_open(voucher, now)
    member = await session.get_one(Member, voucher.member_id)
    return as_value(voucher, member, await ledger.peek(session, member.account_id))


async def accept(ctx: Context, actor_id: int, voucher_id: int) -> Ticket:
    """A cashier hands the reward over: the held points are spent for good.

    Raises NotStaff, Gone, VoucherUsed, VoucherExpired, OwnCard.
    """
    now = ctx.clock.now()
    async with access.write(ctx, actor_id, Role.CASHIER) as (session, staff):
        voucher, account, member = await locked(session, voucher_id)
        if await identities.own_card(session, staff, member.id):
            raise OwnCard
        _must_be_open(voucher, now)
        resolve(voucher, VoucherStatus.ACCEPTED, now)
        voucher.accepted_by = staff.id
        told: Facts = {"title": voucher.title, "points": voucher.points, "balance": account.balance}
        notice = Notice(
            "notice-voucher-accepted", told, key=f"voucher-accepted:{voucher.id}", at=now
        )
        await deliveries.tell_member(session, member.id, notice)
        record(
            session,
            now,
            "voucher.accepted",
            staff_id=staff.id,
            member_id=member.id,
            facts=facts(voucher),
        )
        return as_value(voucher, member, account)


async def locked(session: AsyncSession, voucher_id: int) -> tuple[Voucher, Account, Member]:
    """A voucher under the lock of its account. Raises Gone."""
    voucher = await session.get(Voucher, voucher_id)
    if voucher is None:
        raise Gone
    account = await ledger.lock(session, voucher.account_id)
    await session.refresh(voucher)
    return voucher, account, await session.get_one(Member, voucher.member_id)


def facts(voucher: Voucher) -> dict[str, Any]:
    """Facts for the audit record."""
    return {"voucher": voucher.id, "title": voucher.title, "points": voucher.points}


def _must_be_open(voucher: Voucher, now: datetime) -> None:
    if voucher.status is VoucherStatus.EXPIRED or voucher.expires_at <= now:
        raise VoucherExpired(voucher.expires_at)
    if voucher.status is not VoucherStatus.ISSUED:
        raise VoucherUsed


def resolve(voucher: Voucher, status: VoucherStatus, at: datetime) -> None:
    """Close the voucher with this outcome."""
    voucher.status = status
    voucher.resolved_at = at


def as_value(voucher: Voucher, member: Member, account: Account) -> Ticket:
    return Ticket(
        id=voucher.id,
        token=voucher.token,
        code=ticket_codes.shown(voucher.code),
        title=voucher.title,
        points=voucher.points,
        status=voucher.status,
        expires_at=voucher.expires_at,
        member_id=member.id,
        member_name=member.name,
        balance=account.balance,
    )
