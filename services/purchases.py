"""Purchases: recording a receipt with the points that it earns, and undoing it."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from models.ledger import Account, Operation, OperationKind
from models.people import Member, Role, Staff
from models.till import Purchase, Redemption
from services import cards, deliveries, errors, ledger, offers, people, programme, trust
from services.audit import record as audit
from services.context import Context
from services.money import Money, minor_per_unit
from services.numbers import LARGEST

YEAR = timedelta(days=365)


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
    held: bool  # its points wait for an owner's look
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
            held = await trust.is_held(session, before.id)
            return receipt(terms, before, member, account, held=held, new=False)
        check_amount(terms, amount)
        asked = select(Redemption.id).where(Redemption.key == key)
        if (await session.scalars(asked)).first() is not None:
            raise errors.AlreadyResolved
        purchase, held = await settle(
            session, terms, member, account, staff, amount=amount, hold=None, key=key, at=now
        )
        return receipt(terms, purchase, member, account, held=held, new=True)


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
) -> tuple[Purchase, bool]:
    """Write the purchase, its points, the member's totals and level; tell whoever was not asked.

    A step of `record` and of an approved redemption, whose points `hold` took already. When the
    receipt looks wrong, its points wait: that is the second value.
    """
    tripped = await trust.judge(session, terms, staff, member, amount, at)
    spent = -hold.points if hold else 0
    paid = amount - spent * terms.point_value
    boost = await offers.multiplier_now(session, member.id, at)
    points = terms.earned(paid, member.level_id, boost.value if boost else 1)
    earned = 0 if tripped else points
    why = {
        "paid": paid,
        "level": terms.level(member.level_id).name,
        "rate_bp": terms.level(member.level_id).rate_bp,
        "multiplier": boost.value if boost else 1,
    }
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
            why=why,
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
    if tripped is not None:
        about = trust.About(staff, member, purchase, points, why)
        await trust.hold(session, terms, tripped, about, at)
    if boost is not None:
        await offers.use(session, boost, purchase, at)
    await relevel(session, terms, member, at)
    if hold is None:  # whoever approved a redemption has the receipt as the answer to their tap
        await deliveries.tell_member(
            session,
            member.id,
            "notice-purchase",
            {
                "shop": terms.shop_name,
                "amount": terms.money(amount),
                "earned": earned,
                "held": tripped is not None,
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
        outlet_id=staff.outlet_id,
        facts={"purchase": purchase.id, "amount": amount, "spent": spent, "earned": earned},
    )
    return purchase, tripped is not None


async def relevel(
    session: AsyncSession, terms: programme.Terms, member: Member, at: datetime
) -> None:
    """Put the member on the level that the spend of the last year reaches; a step."""
    query = select(func.coalesce(func.sum(Purchase.paid), 0)).where(
        Purchase.member_id == member.id, Purchase.at > at - YEAR, Purchase.undone_at.is_(None)
    )
    reached = terms.level_at(int((await session.scalars(query)).one()))
    if reached.id == member.level_id:
        return
    risen = reached.threshold > terms.level(member.level_id).threshold
    member.level_id = reached.id
    if risen:
        await deliveries.tell_member(
            session,
            member.id,
            "notice-level",
            {"level": reached.name, "rate_bp": reached.rate_bp},
            key=f"level:{member.id}:{reached.id}:{at.isoformat()}",
            at=at,
        )


def receipt(
    terms: programme.Terms,
    purchase: Purchase,
    member: Member,
    account: Account,
    *,
    held: bool,
    new: bool,
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
        held=held,
        new=new,
    )
