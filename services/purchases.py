"""Purchases: recording a receipt with the points that it earns, and undoing it."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from models.ledger import Account, Operation, OperationKind
from models.people import Member, Role, Staff
from models.till import Purchase, Redemption
from services import cards, deliveries, errors, ledger, levels, offers, people, programme
from services.audit import record as audit
from services.context import Context
from services.money import Money, minor_per_unit
from services.numbers import LARGEST


@dataclass(frozen=True, slots=True)
class Receipt:
    """A recorded purchase, for both who were there."""

    purchase_id: int
    member_id: int
    member_name: str
    amount: Money
    paid: Money
    points_spent: int
    points_earned: int
    balance: int
    new: bool  # False: the same request had been recorded before


async def record(ctx: Context, by: int, member_id: int, amount: int, *, key: str) -> Receipt:
    """Record a receipt that is paid in money only, once for a `key`.

    Raises NotStaff, MemberNotFound, OwnCard, BadAmount, AmountTooLarge; AlreadyUndone, or
    AlreadyResolved when points were asked for, under the same key.
    """
    now = ctx.clock.now()
    async with ctx.db.write() as session:
        staff = await people.require(session, by, Role.CASHIER)
        member, account = await serve(session, staff, member_id)
        query = select(Purchase).where(Purchase.key == key)
        before = (await session.scalars(query)).one_or_none()
        terms = await programme.terms(session)
        if before is not None:
            if before.undone_at is not None:
                raise errors.AlreadyUndone
            return receipt(terms, before, member, account, new=False)
        check_amount(terms, amount)
        asked = select(Redemption.id).where(Redemption.key == key)
        if (await session.scalars(asked)).first() is not None:
            raise errors.AlreadyResolved
        purchase = await settle(
            session, terms, member, account, staff, amount=amount, hold=None, key=key, at=now
        )
        return receipt(terms, purchase, member, account, new=True)


def check_amount(terms: programme.Terms, amount: int) -> None:
    """What every receipt must be, however it came here. Raises BadAmount, AmountTooLarge."""
    if amount <= 0:
        raise errors.BadAmount(str(amount))
    most = LARGEST * minor_per_unit(terms.currency)
    if amount > most:
        raise errors.AmountTooLarge(terms.money(most))


async def serve(session: AsyncSession, staff: Staff, member_id: int) -> tuple[Member, Account]:
    """The member and their account, locked, if this cashier may serve them.

    Raises MemberNotFound, OwnCard.
    """
    member = await session.get(Member, member_id)
    if member is None:
        raise errors.MemberNotFound
    account = await ledger.lock(session, member.account_id)
    # Another till may have changed the totals, or the member left, while this one waited.
    await session.refresh(member)
    if member.deleted_at is not None:
        raise errors.MemberNotFound
    if await cards.own_card(session, staff, member_id):
        raise errors.OwnCard
    return member, account


async def settle(
    session: AsyncSession,
    terms: programme.Terms,
    member: Member,
    account: Account,
    staff: Staff,
    *,
    amount: int,
    hold: Operation | None,
    key: str,
    at: datetime,
) -> Purchase:
    """Write the purchase, its points, the member's totals and level; tell whoever was not asked.

    A step of `record` and of an approved redemption, whose points `hold` took already.
    """
    spent = -hold.points if hold else 0
    paid = amount - spent * terms.point_value
    boost = await offers.multiplier_now(session, member.id, at)
    earned = terms.earned(paid, member.level_id, boost.value if boost else 1)
    rate_bp = terms.level(member.level_id).rate_bp
    operation = None
    if earned:
        operation = await ledger.award(
            session,
            account,
            earned,
            OperationKind.PURCHASE,
            key=f"earn:{key}",
            at=at,
            expires_at=terms.expiry(at),
            why={
                "paid": paid,
                "level": terms.level(member.level_id).name,
                "rate_bp": rate_bp,
                "multiplier": boost.value if boost else 1,
            },
            staff_id=staff.id,
        )
    purchase = Purchase(
        key=key,
        member_id=member.id,
        account_id=account.id,
        staff_id=staff.id,
        at=at,
        amount=amount,
        paid=paid,
        version=terms.version,
        points_spent=spent,
        points_earned=earned,
        earn_operation_id=operation.id if operation else None,
        hold_operation_id=hold.id if hold else None,
    )
    session.add(purchase)
    member.purchases_count += 1
    member.spent_total += paid
    member.last_purchase_at = at
    await session.flush()
    if boost is not None:
        await offers.use(session, boost, purchase, at)
    await levels.review(session, terms, member, at, cause=f"purchase:{purchase.id}")
    if hold is None:  # whoever approved a redemption has the receipt as the answer to their tap
        await deliveries.tell_member(
            session,
            member.id,
            "notice-purchase",
            {
                "shop": terms.shop_name,
                "amount": terms.money(amount),
                "earned": earned,
                "balance": account.balance,
                "worth": terms.worth(account.balance),
            },
            key=f"purchase:{purchase.id}",
            at=at,
        )
    audit(
        session,
        at,
        "purchase.recorded",
        staff_id=staff.id,
        member_id=member.id,
        facts={"purchase": purchase.id, "amount": amount, "spent": spent, "earned": earned},
    )
    return purchase


def receipt(
    terms: programme.Terms, purchase: Purchase, member: Member, account: Account, *, new: bool
) -> Receipt:
    return Receipt(
        purchase_id=purchase.id,
        member_id=member.id,
        member_name=member.name,
        amount=terms.money(purchase.amount),
        paid=terms.money(purchase.paid),
        points_spent=purchase.points_spent,
        points_earned=purchase.points_earned,
        balance=account.balance,
        new=new,
    )
