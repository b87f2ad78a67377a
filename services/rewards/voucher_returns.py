"""Vouchers that end unused: the points return to their lots, the reward to the stock."""

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from models.ledger import Account, OperationKind
from models.people import AuditSource
from models.rewards import Reward, Voucher, VoucherStatus
from services import ledger
from services.audit import record
from services.context import Context
from services.errors import NotYours
from services.messaging import deliveries
from services.messaging.deliveries import Facts, Notice
from services.rewards.errors import VoucherUsed
from services.rewards.vouchers import Ticket, as_value, facts, locked, resolve

BATCH = 100


async def cancel(ctx: Context, member_id: int, voucher_id: int) -> Ticket:
    """Cancel a voucher for its member; the points return. Raises Gone, NotYours, VoucherUsed."""
    now = ctx.clock.now()
    async with ctx.db.write() as session:
        voucher, account, member = await locked(session, voucher_id)
        if voucher.member_id != member_id:
            raise NotYours
        if voucher.status is not VoucherStatus.ISSUED:
            raise VoucherUsed
        await _release(session, voucher, account, VoucherStatus.CANCELLED, now)
        record(session, now, "voucher.cancelled", member_id=member.id, facts=facts(voucher))
        return as_value(voucher, member, account)


async def expire_due(ctx: Context) -> int:
    """Release the points of expired vouchers; gives how many there were."""
    async with ctx.db.read() as session:
        query = select(Voucher.id).where(
            Voucher.status == VoucherStatus.ISSUED, Voucher.expires_at <= ctx.clock.now()
        )
        due = (await session.scalars(query.order_by(Voucher.expires_at).limit(BATCH))).all()
    for voucher_id in due:
        await _expire(ctx, voucher_id)
    return len(due)


async def _expire(ctx: Context, voucher_id: int) -> None:
    now = ctx.clock.now()
    async with ctx.db.write() as session:
        voucher, account, member = await locked(session, voucher_id)
        if voucher.status is not VoucherStatus.ISSUED or voucher.expires_at > now:
            return
        await _release(session, voucher, account, VoucherStatus.EXPIRED, now)
        record(
            session,
            now,
            "voucher.expired",
            member_id=member.id,
            source=AuditSource.CLOCK,
            facts=facts(voucher),
        )
        told: Facts = {"title": voucher.title, "points": voucher.points, "balance": account.balance}
        notice = Notice("notice-voucher-expired", told, key=f"voucher-expired:{voucher.id}", at=now)
        await deliveries.tell_member(session, member.id, notice)


async def revoke(session: AsyncSession, voucher_id: int, at: datetime) -> bool:
    """Cancel a voucher because its purchase went back; False if it is no longer open."""
    voucher, account, _ = await locked(session, voucher_id)
    if voucher.status is not VoucherStatus.ISSUED or voucher.expires_at <= at:
        return False
    await _release(session, voucher, account, VoucherStatus.CANCELLED, at)
    return True


async def drop(session: AsyncSession, account: Account, member_id: int, at: datetime) -> None:
    """Cancel all open vouchers, because the member is leaving."""
    query = select(Voucher).where(
        Voucher.member_id == member_id, Voucher.status == VoucherStatus.ISSUED
    )
    for voucher in (await session.scalars(query)).all():
        await _release(session, voucher, account, VoucherStatus.CANCELLED, at)


async def _release(
    session: AsyncSession, voucher: Voucher, account: Account, status: VoucherStatus, at: datetime
) -> None:
    """Return the points to their lots and the reward to the stock."""
    if voucher.hold_operation_id is not None:
        await ledger.give_back(
            session,
            account,
            voucher.hold_operation_id,
            OperationKind.RELEASE,
            key=f"release-voucher:{voucher.id}",
            at=at,
            why={"voucher": voucher.id, "title": voucher.title, "because": status},
        )
    if voucher.reward_id is not None:
        query = select(Reward).where(Reward.id == voucher.reward_id).with_for_update()
        reward = (await session.scalars(query)).one()
        if reward.stock is not None:
            reward.stock += 1
    resolve(voucher, status, at)
