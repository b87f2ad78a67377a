"""Payouts: the shop passes on what a fund is owed, and every donor sees the proof."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from models.charity import Donation, Fund, Payout
from models.people import Role
from services import programme
from services.audit import record
from services.charity.errors import NothingToPay
from services.context import Context
from services.errors import Gone
from services.messaging import deliveries
from services.messaging.deliveries import Facts, Notice
from services.money import Money
from services.staff import access


@dataclass(frozen=True, slots=True)
class Proof:
    """A document or photo of a payout, by the messenger's own id of it."""

    kind: str  # photo or document
    file_id: str


@dataclass(frozen=True, slots=True)
class PaidOut:
    payout_id: int
    fund_title: str
    points: int
    amount: Money
    donors: int


async def pay_out(
    ctx: Context, actor_id: int, fund_id: int, points: int, proof: Proof, *, key: str
) -> PaidOut:
    """Mark as paid all that a fund is owed, and show every donor the proof.

    `points` is the sum the owner saw and paid; donations made since then stay owed. The same
    `key` pays once. Raises NotStaff, Gone, NothingToPay.
    """
    now = ctx.clock.now()
    async with access.write(ctx, actor_id, Role.OWNER) as (session, owner):
        query = select(Fund).where(Fund.id == fund_id).with_for_update()
        row = (await session.scalars(query)).one_or_none()
        if row is None:
            raise Gone
        terms = await programme.terms(session)
        made = (await session.scalars(select(Payout).where(Payout.key == key))).one_or_none()
        if made is not None:
            return await _paid_out(session, made, row, terms)
        paid = await _oldest_owed(session, fund_id, points)
        payout = Payout(
            key=key,
            fund_id=fund_id,
            staff_id=owner.id,
            points=sum(donation.points for donation in paid),
            amount=terms.worth(points).minor,
            proof_kind=proof.kind,
            proof_file_id=proof.file_id,
            paid_at=now,
        )
        session.add(payout)
        await session.flush()
        await session.execute(
            update(Donation)
            .where(Donation.id.in_([donation.id for donation in paid]))
            .values(payout_id=payout.id)
        )
        given: dict[int, int] = {}
        for donation in paid:
            given[donation.member_id] = given.get(donation.member_id, 0) + donation.points
        for member_id, own in given.items():
            told: Facts = {
                "fund": row.title,
                "amount": terms.money(payout.amount),
                "points": own,
                deliveries.ATTACHMENT: f"{proof.kind}:{proof.file_id}",
            }
            notice = Notice("notice-payout", told, key=f"payout:{payout.id}:{member_id}", at=now)
            await deliveries.tell_member(session, member_id, notice)
        facts = {"fund": fund_id, "title": row.title, "points": payout.points}
        record(session, now, "fund.paid", staff_id=owner.id, facts=facts)
        return await _paid_out(session, payout, row, terms)


async def _paid_out(
    session: AsyncSession, payout: Payout, row: Fund, terms: programme.Terms
) -> PaidOut:
    donors = select(func.count(Donation.member_id.distinct()))
    return PaidOut(
        payout_id=payout.id,
        fund_title=row.title,
        points=payout.points,
        amount=terms.money(payout.amount),
        donors=await session.scalar(donors.where(Donation.payout_id == payout.id)) or 0,
    )


async def _oldest_owed(session: AsyncSession, fund_id: int, points: int) -> list[Donation]:
    """The oldest donations that make up `points`. Raises NothingToPay if no number of them does."""
    query = select(Donation).where(Donation.fund_id == fund_id, Donation.payout_id.is_(None))
    paid: list[Donation] = []
    for donation in await session.scalars(query.order_by(Donation.id)):
        if points <= 0:
            break
        paid.append(donation)
        points -= donation.points
    if points != 0 or not paid:
        raise NothingToPay
    return paid


async def made(ctx: Context, fund_id: int) -> list[tuple[datetime, Money]]:
    """Payouts of a fund, newest first."""
    async with ctx.db.read() as session:
        terms = await programme.terms(session)
        query = select(Payout).where(Payout.fund_id == fund_id).order_by(Payout.id.desc())
        return [(row.paid_at, terms.money(row.amount)) for row in await session.scalars(query)]
