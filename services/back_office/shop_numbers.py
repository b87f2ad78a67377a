"""The owner's numbers for a day, a week or a month, by the shop's calendar."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, case, func, select
from sqlalchemy.ext.asyncio import AsyncSession

from models.charity import Donation
from models.ledger import GIVES, GOES_BACK, Account, Operation, OperationKind
from models.people import Member, Role
from models.till import Purchase, Redemption, RedemptionStatus
from services import dates, programme
from services.context import Context
from services.money import Money
from services.staff import access
from services.totals import net_sales

SPENDING = (OperationKind.HOLD, OperationKind.RELEASE, OperationKind.DONATE)


@dataclass(frozen=True, slots=True)
class Numbers:
    """The totals since `since`; the last two fields are as of now.

    Refunded amounts are left out, with the points that they moved.
    """

    since: datetime
    new_members: int
    purchases: int
    turnover: Money  # receipts after discounts
    paid: Money  # the part of it that was paid in money
    points_given: int
    points_spent: int  # at the till, for rewards and for charity; held points count as spent
    points_expired: int
    redemptions: int
    donations: int
    points_donated: int
    buyers: int  # members who bought something
    returning: int  # of them, those who had bought before this time
    members: int
    points_outstanding: int
    worth: Money

    @property
    def returning_percent(self) -> int:
        """The share of buyers who came back, rounded."""
        return (self.returning * 200 + self.buyers) // (2 * self.buyers) if self.buyers else 0


async def numbers(ctx: Context, actor_id: int, days: int = 1) -> Numbers:
    """The last so many days, today included. Raises NotStaff."""
    now = ctx.clock.now()
    async with access.read(ctx, actor_id, Role.OWNER) as (session, _):
        terms = await programme.terms(session)
        first = now.astimezone(terms.timezone).date() - timedelta(days=days - 1)
        since = dates.start_of_day(first, terms.timezone)
        purchases, turnover, paid = await _till(session, since)
        given, spent, expired = await _points(session, since)
        donations, donated = await _donations(session, since)
        buyers, returning = await _buyers(session, since)
        present = Member.deleted_at.is_(None)
        members, new = (
            await session.execute(
                select(func.count(), func.count().filter(Member.joined_at >= since))
                .select_from(Member)
                .where(present)
            )
        ).one()
        redemptions = select(func.count()).where(
            Redemption.status == RedemptionStatus.APPROVED, Redemption.resolved_at >= since
        )
        outstanding = int(await session.scalar(select(func.sum(Account.balance))) or 0)
        return Numbers(
            since=since,
            new_members=new,
            purchases=purchases,
            turnover=terms.money(turnover),
            paid=terms.money(paid),
            points_given=given,
            points_spent=spent,
            points_expired=expired,
            redemptions=await session.scalar(redemptions) or 0,
            donations=donations,
            points_donated=donated,
            buyers=buyers,
            returning=returning,
            members=members,
            points_outstanding=outstanding,
            worth=terms.worth(outstanding),
        )


async def _till(session: AsyncSession, since: datetime) -> tuple[int, int, int]:
    query = select(
        func.count(),
        func.sum(Purchase.amount - Purchase.discount - Purchase.refunded),
        func.sum(net_sales.PAID),
    ).where(Purchase.at >= since, Purchase.undone_at.is_(None))
    count, turnover, paid = (await session.execute(query)).one()
    return count, int(turnover or 0), int(paid or 0)


async def _points(session: AsyncSession, since: datetime) -> tuple[int, int, int]:
    """Points given, spent and expired. A reversal lowers what it reverses."""
    undone = Operation.kind.in_(GOES_BACK)
    given = Operation.kind.in_(GIVES) | (undone & (Operation.points < 0))
    spent = Operation.kind.in_(SPENDING) | (undone & (Operation.points > 0))
    query = select(_sum(given), -_sum(spent), -_sum(Operation.kind == OperationKind.EXPIRE)).where(
        Operation.at >= since
    )
    one, two, three = (await session.execute(query)).one()
    return int(one), int(two), int(three)


def _sum(where: ColumnElement[bool]) -> ColumnElement[int]:
    return func.coalesce(func.sum(case((where, Operation.points), else_=0)), 0)


async def _donations(session: AsyncSession, since: datetime) -> tuple[int, int]:
    query = select(func.count(), func.sum(Donation.points)).where(Donation.at >= since)
    count, points = (await session.execute(query)).one()
    return count, int(points or 0)


async def _buyers(session: AsyncSession, since: datetime) -> tuple[int, int]:
    """How many members bought since then, and how many of them had bought before."""
    real = Purchase.undone_at.is_(None)
    buyers = select(Purchase.member_id).where(Purchase.at >= since, real).distinct().subquery()
    before = (
        select(Purchase.id)
        .where(Purchase.member_id == buyers.c.member_id, Purchase.at < since, real)
        .exists()
    )
    query = select(func.count(), func.count().filter(before)).select_from(buyers)
    count, returning = (await session.execute(query)).one()
    return count, returning
