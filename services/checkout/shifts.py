"""A cashier's day: figures since midnight, and the latest receipts, which may be undone."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import exists, func, select
from sqlalchemy.ext.asyncio import AsyncSession

from models.people import Member, Role, Staff
from models.rewards import Voucher
from models.till import Purchase, Refund
from models.trust import Flag, FlagStatus
from services import dates, programme
from services.context import Context
from services.money import Money
from services.staff import access

LATEST = 3


@dataclass(frozen=True, slots=True)
class Sold:
    """A recent purchase. `held`: its points wait for an owner's answer. `undoable`: not undone
    yet, in time, and the member has not left (the name would be empty).
    """

    purchase_id: int
    member_name: str
    amount: Money
    points_earned: int
    points_spent: int
    refunded: Money  # the part that was refunded
    held: bool
    undone: bool
    undoable: bool


@dataclass(frozen=True, slots=True)
class Shift:
    """One cashier's figures of the shop's day, less refunds."""

    purchases: int
    turnover: Money
    points_earned: int
    points_spent: int
    vouchers: int
    latest: tuple[Sold, ...]  # newest first


async def today(ctx: Context, actor_id: int) -> Shift:
    """The asking cashier's day. Raises NotStaff."""
    now = ctx.clock.now()
    async with access.read(ctx, actor_id, Role.CASHIER) as (session, staff):
        terms = await programme.terms(session)
        since = dates.start_of_day(now.astimezone(terms.timezone).date(), terms.timezone)
        counted = (
            Purchase.staff_id == staff.id,
            Purchase.at >= since,
            Purchase.undone_at.is_(None),
        )
        done = select(
            func.count(),
            func.coalesce(func.sum(Purchase.amount - Purchase.discount - Purchase.refunded), 0),
            func.coalesce(func.sum(Purchase.points_earned), 0),
            func.coalesce(func.sum(Purchase.points_spent), 0),
        ).where(*counted)
        purchases, turnover, earned, spent = (await session.execute(done)).one()
        lost = Refund.points_taken + Refund.points_owed + Refund.points_forgiven
        back = select(
            func.coalesce(func.sum(lost), 0),
            func.coalesce(func.sum(Refund.points_returned), 0),
        ).where(Refund.purchase_id == Purchase.id, *counted)
        earned_back, spent_back = (await session.execute(back)).one()
        accepted = select(func.count()).where(
            Voucher.accepted_by == staff.id, Voucher.resolved_at >= since
        )
        return Shift(
            purchases=purchases,
            turnover=terms.money(int(turnover)),
            points_earned=int(earned) - int(earned_back),
            points_spent=int(spent) - int(spent_back),
            vouchers=await session.scalar(accepted) or 0,
            latest=await _latest(session, terms, staff, since, now),
        )


async def _latest(
    session: AsyncSession, terms: programme.Terms, staff: Staff, since: datetime, now: datetime
) -> tuple[Sold, ...]:
    held = exists().where(Flag.purchase_id == Purchase.id, Flag.status == FlagStatus.OPEN)
    query = (
        select(Purchase, Member.name, Member.deleted_at, held)
        .join(Member, Member.id == Purchase.member_id)
        .where(Purchase.staff_id == staff.id, Purchase.at >= since)
        .order_by(Purchase.id.desc())
        .limit(LATEST)
    )
    undo_since = now - timedelta(seconds=terms.undo_seconds)
    return tuple(
        Sold(
            purchase_id=purchase.id,
            member_name=name,
            amount=terms.money(purchase.amount),
            points_earned=purchase.points_earned,
            points_spent=purchase.points_spent,
            refunded=terms.money(purchase.refunded),
            held=waits,
            undone=purchase.undone_at is not None,
            undoable=purchase.undone_at is None and left_at is None and purchase.at >= undo_since,
        )
        for purchase, name, left_at, waits in (await session.execute(query)).all()
    )
