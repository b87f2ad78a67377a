"""Redemptions: a cashier asks to pay a part of a receipt with points, and the member answers."""

from collections.abc import Sequence
from dataclasses import asdict
from datetime import datetime, timedelta

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from models.ledger import Account, OperationKind
from models.people import Member, Role, Staff
from models.till import Purchase, Redemption, RedemptionStatus
from services import ledger, programme
from services.checkout import purchase_posting, purchases, receipt_pricing, tills
from services.checkout.errors import (
    AlreadyResolved,
    MemberUnreachable,
    RedemptionPending,
    TooManyRedemptions,
)
from services.checkout.purchase_posting import NewReceipt
from services.checkout.redemption_steps import (
    Request,
    agreed,
    as_value,
    opened,
    release,
    resolve,
    tell_cashier,
)
from services.checkout.tills import Serving
from services.context import Context
from services.errors import NotYours
from services.facts import Fact
from services.fraud import suspicions
from services.ledger.errors import SpendingBlocked
from services.members import members
from services.messaging import deliveries
from services.messaging.deliveries import Facts, Notice, NoticeAct
from services.parsing.errors import BadNumber
from services.pricing.errors import ShareExceeded
from services.pricing.model import Line, Priced
from services.staff import access

BATCH = 100


async def request(
    ctx: Context,
    actor_id: int,
    member_id: int,
    amount: int,
    points: int,
    *,
    key: str,
    lines: Sequence[Line] = (),
) -> Request:
    """Hold the points and ask the member in their chat, once for a `key`.

    Raises NotStaff, MemberNotFound, OwnCard, SpendingBlocked, MemberUnreachable, ShareExceeded,
    NotEnoughPoints, RedemptionPending, TooManyRedemptions, BadAmount, AmountTooLarge, BadNumber,
    and AlreadyResolved when the receipt was recorded under the same key.
    """
    now = ctx.clock.now()
    async with access.write(ctx, actor_id, Role.CASHIER) as (session, staff):
        serving = await tills.serve_as(session, staff, member_id)
        member, account, terms = serving.member, serving.account, serving.till.terms
        query = select(Redemption).where(Redemption.key == key)
        before = (await session.scalars(query)).one_or_none()
        if before is not None:
            return await as_value(session, before, member)
        recorded = select(Purchase.id).where(Purchase.key == key)
        if (await session.scalars(recorded)).first() is not None:
            raise AlreadyResolved
        purchases.check_amount(terms, amount)
        await _may_spend(session, member)
        minutes = await suspicions.too_many_redemptions(session, terms, staff, member, now)
        if minutes is None:
            asked = lines or (Line(amount),)
            sold = await receipt_pricing.price_receipt(
                session, terms, member, asked, at=now, outlet_id=staff.outlet_id
            )
            redemption = Redemption(
                key=key,
                member_id=member.id,
                account_id=account.id,
                staff_id=staff.id,
                amount=amount,
                lines=[asdict(line) for line in lines] or None,
                version=terms.version,
                points=points,
                status=RedemptionStatus.PENDING,
                created_at=now,
                expires_at=now + timedelta(seconds=terms.redemption_seconds),
            )
            await _ask(session, terms, redemption, account, sold.priced)
            return await as_value(session, redemption, member)
    raise TooManyRedemptions(minutes)


async def _ask(
    session: AsyncSession,
    terms: programme.Terms,
    redemption: Redemption,
    account: Account,
    priced: Priced,
) -> None:
    """Hold the points and send the request to the member."""
    points = redemption.points
    if points <= 0:
        raise BadNumber(1, priced.most_points)
    if points > priced.most_points:
        raise ShareExceeded(priced.most_points)
    hold = await ledger.take(
        session,
        account,
        points,
        OperationKind.HOLD,
        key=f"redeem:{redemption.key}",
        at=redemption.created_at,
        why={"amount": priced.due},
        staff_id=redemption.staff_id,
    )
    redemption.hold_operation_id = hold.id
    session.add(redemption)
    await session.flush()
    facts: Facts = {
        "shop": terms.shop_name,
        "points": points,
        "worth": terms.worth(points),
        "amount": terms.money(priced.due),
        "to_pay": terms.money(priced.due - points * terms.point_value),
        "minutes": terms.redemption_seconds // 60,
    }
    notice = Notice(
        "ask-redemption",
        facts,
        key=f"redemption:{redemption.id}",
        at=redemption.created_at,
        buttons=[
            [("button-approve", NoticeAct.APPROVE, redemption.id)],
            [
                ("button-refuse", NoticeAct.REFUSE, redemption.id),
                ("button-not-me", NoticeAct.NOT_ME, redemption.id),
            ],
        ],
    )
    told = await deliveries.tell_member(session, redemption.member_id, notice)
    if not told:
        raise MemberUnreachable


async def _may_spend(session: AsyncSession, member: Member) -> None:
    if member.frozen_at is not None:
        raise SpendingBlocked
    query = select(Redemption.id).where(
        Redemption.member_id == member.id, Redemption.status == RedemptionStatus.PENDING
    )
    if (await session.scalars(query)).first() is not None:
        raise RedemptionPending


async def approve(ctx: Context, member_id: int, redemption_id: int) -> purchases.Receipt:
    """The member says yes: the purchase is recorded and the cashier told.

    A second tap gets the same receipt. Raises Gone, NotYours, AlreadyResolved.
    """
    now = ctx.clock.now()
    async with ctx.db.write() as session:
        redemption, account, member = await opened(session, redemption_id, member_id)
        terms = await programme.of_version(session, redemption.version)
        if redemption.status is RedemptionStatus.APPROVED:
            purchase = await session.get_one(Purchase, redemption.purchase_id)
            posted = await purchase_posting.find_posted(session, purchase, member, account)
            return purchases.as_receipt(terms, posted, new=False)
        if redemption.status is not RedemptionStatus.PENDING or redemption.expires_at <= now:
            raise AlreadyResolved
        staff = await session.get_one(Staff, redemption.staff_id)
        sold = await agreed(session, terms, redemption, member, staff)
        key = f"redemption:{redemption.key}"
        serving = Serving(await tills.of(session, staff), member, account)
        situation = await tills.situation(session, serving, key, now)
        receipt = NewReceipt(situation, sold, key, now, redemption.hold_operation_id)
        posted = await purchase_posting.post(session, ctx, receipt)
        purchase = posted.purchase
        resolve(redemption, RedemptionStatus.APPROVED, now)
        redemption.purchase_id = purchase.id
        facts: Facts = {
            "name": member.name,
            "amount": terms.money(sold.priced.due),
            "points": redemption.points,
            "to_pay": terms.money(purchase.paid),
            "earned": purchase.points_earned,
            "held": posted.held,
        }
        notice = Notice(
            "notice-cashier-approved",
            facts,
            key=f"redemption-approved:{redemption.id}",
            at=now,
            buttons=[[("button-undo", NoticeAct.UNDO, purchase.id)]],
        )
        await deliveries.tell_staff(session, redemption.staff_id, notice)
        return purchases.as_receipt(terms, posted, new=True)


async def decline(ctx: Context, member_id: int, redemption_id: int) -> None:
    """The member says "not me": points return, spending freezes, owners and the cashier are told.

    Raises Gone, NotYours, AlreadyResolved.
    """
    now = ctx.clock.now()
    async with ctx.db.write() as session:
        redemption, account, member = await opened(session, redemption_id, member_id)
        if redemption.status is not RedemptionStatus.PENDING:
            raise AlreadyResolved
        await release(session, redemption, account, RedemptionStatus.DECLINED, now)
        request = await as_value(session, redemption, member)
        about: dict[str, Fact] = {
            "cashier": request.cashier,
            "points": request.points,
            "amount": request.due,
        }
        await members.freeze(session, member, now, about)
        await tell_cashier(session, redemption, member, "notice-cashier-declined", now)


async def refuse(ctx: Context, member_id: int, redemption_id: int) -> None:
    """The member keeps the points: they return, and the cashier is told.

    A second tap changes nothing. Raises Gone, NotYours, AlreadyResolved.
    """
    now = ctx.clock.now()
    async with ctx.db.write() as session:
        redemption, account, member = await opened(session, redemption_id, member_id)
        if redemption.status is RedemptionStatus.CANCELLED:
            return
        if redemption.status is not RedemptionStatus.PENDING:
            raise AlreadyResolved
        await release(session, redemption, account, RedemptionStatus.CANCELLED, now)
        await tell_cashier(session, redemption, member, "notice-cashier-refused", now)


async def cancel(ctx: Context, actor_id: int, redemption_id: int) -> Request:
    """The cashier takes the request back; a second tap changes nothing.

    Raises NotStaff, Gone, NotYours, AlreadyResolved.
    """
    now = ctx.clock.now()
    async with access.write(ctx, actor_id, Role.CASHIER) as (session, staff):
        redemption, account, member = await opened(session, redemption_id, None)
        if redemption.staff_id != staff.id and staff.role is not Role.OWNER:
            raise NotYours
        if redemption.status is RedemptionStatus.CANCELLED:
            return await as_value(session, redemption, member)
        if redemption.status is not RedemptionStatus.PENDING:
            raise AlreadyResolved
        await release(session, redemption, account, RedemptionStatus.CANCELLED, now)
        facts: Facts = {"points": redemption.points, "balance": account.balance}
        notice = Notice(
            "notice-redemption-cancelled",
            facts,
            key=f"redemption-cancelled:{redemption.id}",
            at=now,
        )
        await deliveries.tell_member(session, member.id, notice)
        return await as_value(session, redemption, member)


async def expire_due(ctx: Context) -> int:
    """Cancel requests that nobody answered in time, each in its own transaction; gives how many."""
    async with ctx.db.read() as session:
        query = select(Redemption.id).where(
            Redemption.status == RedemptionStatus.PENDING,
            Redemption.expires_at <= ctx.clock.now(),
        )
        due = (await session.scalars(query.order_by(Redemption.expires_at).limit(BATCH))).all()
    for redemption_id in due:
        await _expire(ctx, redemption_id)
    return len(due)


async def _expire(ctx: Context, redemption_id: int) -> None:
    now = ctx.clock.now()
    async with ctx.db.write() as session:
        redemption, account, member = await opened(session, redemption_id, None)
        if redemption.status is not RedemptionStatus.PENDING or redemption.expires_at > now:
            return
        await release(session, redemption, account, RedemptionStatus.EXPIRED, now)
        facts: Facts = {"points": redemption.points, "balance": account.balance}
        notice = Notice(
            "notice-redemption-expired", facts, key=f"redemption-expired:{redemption.id}", at=now
        )
        await deliveries.tell_member(session, member.id, notice)
        await tell_cashier(session, redemption, member, "notice-cashier-expired", now)


async def drop(session: AsyncSession, account: Account, member_id: int, at: datetime) -> None:
    """Cancel open requests and give their points back, because the member is leaving."""
    query = select(Redemption).where(
        Redemption.member_id == member_id, Redemption.status == RedemptionStatus.PENDING
    )
    for redemption in (await session.scalars(query)).all():
        await release(session, redemption, account, RedemptionStatus.CANCELLED, at)
