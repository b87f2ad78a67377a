"""Charity: funds, donations of points, and what each fund is owed.

Payouts are in services/charity/payouts.py.
"""

from dataclasses import dataclass

from sqlalchemy import func, select

from models.charity import Donation, Fund
from models.ledger import OperationKind
from models.people import Member, Role
from services import ledger, programme
from services.audit import record
from services.context import Context
from services.errors import Gone
from services.ledger.errors import SpendingBlocked
from services.money import Money
from services.parsing.checks import checked, line, lines
from services.parsing.errors import BadNumber
from services.parsing.ranges import Range
from services.parsing.texts import one_line, paragraph
from services.staff import access

TITLE_LENGTH = 100
DESCRIPTION_LENGTH = 600
GOAL = Range(1, 1_000_000_000, without=True)  # points

CHECKS = {
    "title": line(TITLE_LENGTH),
    "description": lines(DESCRIPTION_LENGTH),
    "goal": GOAL.check,
}


@dataclass(frozen=True, slots=True)
class FundView:
    """A fund and what was given to it. `owed` waits for a payout."""

    id: int
    title: str
    description: str
    goal: int | None
    hidden: bool
    given: int
    donors: int
    owed: int
    owed_money: Money


@dataclass(frozen=True, slots=True)
class Thanks:
    """A donation made. `mine` and `total` are what this member and all gave to the fund."""

    fund_title: str
    points: int
    mine: int
    total: int
    goal: int | None
    balance: int
    new: bool  # False: the same request was made before


async def funds(ctx: Context, *, with_hidden: bool = False) -> list[FundView]:
    """The funds, oldest first; hidden ones only for those who manage them."""
    given = (
        select(
            Donation.fund_id,
            func.sum(Donation.points).label("given"),
            func.count(Donation.member_id.distinct()).label("donors"),
            func.sum(Donation.points).filter(Donation.payout_id.is_(None)).label("owed"),
        )
        .group_by(Donation.fund_id)
        .subquery()
    )
    query = select(Fund, given).outerjoin(given, given.c.fund_id == Fund.id).order_by(Fund.id)
    if not with_hidden:
        query = query.where(Fund.hidden_at.is_(None))
    async with ctx.db.read() as session:
        terms = await programme.terms(session)
        rows = (await session.execute(query)).all()
    return [
        FundView(
            id=row.Fund.id,
            title=row.Fund.title,
            description=row.Fund.description,
            goal=row.Fund.goal,
            hidden=row.Fund.hidden_at is not None,
            given=int(row.given or 0),
            donors=row.donors or 0,
            owed=int(row.owed or 0),
            owed_money=terms.worth(int(row.owed or 0)),
        )
        for row in rows
    ]


async def fund(ctx: Context, fund_id: int) -> FundView:
    """One fund, hidden or not. Raises Gone."""
    found = [view for view in await funds(ctx, with_hidden=True) if view.id == fund_id]
    if not found:
        raise Gone
    return found[0]


async def give(ctx: Context, member_id: int, fund_id: int, points: int, *, key: str) -> Thanks:
    """Give points to a fund. Raises Gone, BadNumber, NotEnoughPoints, SpendingBlocked."""
    now = ctx.clock.now()
    async with ctx.db.write() as session:
        member = await session.get_one(Member, member_id)
        account = await ledger.lock(session, member.account_id)
        await session.refresh(member)
        goal = await session.get(Fund, fund_id)
        if goal is None or goal.hidden_at is not None:
            raise Gone
        operation = await ledger.find(session, f"donate:{key}")
        new = operation is None
        if operation is None:
            if points < 1:
                raise BadNumber(1, account.balance)
            if member.frozen_at is not None:
                raise SpendingBlocked
            operation = await ledger.take(
                session,
                account,
                points,
                OperationKind.DONATE,
                key=f"donate:{key}",
                at=now,
                why={"fund": goal.id, "title": goal.title},
            )
            session.add(
                Donation(
                    fund_id=goal.id,
                    member_id=member.id,
                    operation_id=operation.id,
                    points=points,
                    at=now,
                )
            )
            await session.flush()
            facts = {"fund": goal.id, "title": goal.title, "points": points}
            record(session, now, "fund.given", member_id=member.id, facts=facts)
        totals = select(
            func.sum(Donation.points),
            func.sum(Donation.points).filter(Donation.member_id == member_id),
        ).where(Donation.fund_id == fund_id)
        total, mine = (await session.execute(totals)).one()
        return Thanks(
            fund_title=goal.title,
            points=-operation.points,
            mine=int(mine),
            total=int(total),
            goal=goal.goal,
            balance=account.balance,
            new=new,
        )


async def add_fund(
    ctx: Context, actor_id: int, title: str, description: str, goal: int | None = None
) -> int:
    """Open a fund; gives its id. Raises NotStaff, BadText, BadNumber."""
    now = ctx.clock.now()
    async with access.write(ctx, actor_id, Role.OWNER) as (session, owner):
        row = Fund(
            title=one_line(title, most=TITLE_LENGTH),
            description=paragraph(description, most=DESCRIPTION_LENGTH),
            goal=GOAL.check(goal),
            created_at=now,
        )
        session.add(row)
        await session.flush()
        facts = {"fund": row.id, "title": row.title}
        record(session, now, "fund.added", staff_id=owner.id, facts=facts)
        return row.id


async def change_fund(
    ctx: Context, actor_id: int, fund_id: int, **changes: str | int | None
) -> None:
    """Set `title`, `description` or `goal`. Raises NotStaff, Gone, BadText, BadNumber."""
    changes = checked(CHECKS, changes)
    async with access.owned(ctx, actor_id, Fund, fund_id) as own:
        own.set(changes)
        own.record("fund.changed", fund=fund_id, title=own.row.title, changes=changes)


async def hide_fund(ctx: Context, actor_id: int, fund_id: int, *, hidden: bool) -> None:
    """Stop taking donations, or take them again. Raises NotStaff, Gone."""
    async with access.owned(ctx, actor_id, Fund, fund_id) as own:
        own.row.hidden_at = own.at if hidden else None
        act = "fund.hidden" if hidden else "fund.shown"
        own.record(act, fund=fund_id, title=own.row.title)
