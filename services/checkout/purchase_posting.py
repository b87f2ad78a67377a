"""A priced purchase is written: its points, the member's totals and level, and who hears of it."""

from collections.abc import Iterator, Mapping
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from models.ledger import Account, Operation, OperationKind
from models.people import Member, Staff
from models.till import Purchase, PurchaseLine
from services import ledger, programme
from services.audit import record
from services.checkout.tills import Seen, Till
from services.context import Context
from services.fraud import suspicions
from services.levels import levels
from services.messaging import deliveries
from services.messaging.deliveries import Facts, Notice
from services.offers import offers
from services.pricing.explanation import reasons
from services.pricing.model import Line, Priced, Sale
from services.stamps import stamps
from services.storage.write_batch import add_with_ids
from services.totals import totals


async def settle(
    session: AsyncSession,
    ctx: Context,
    terms: programme.Terms,
    owner: tuple[Member, Account],
    at_till: tuple[Till, Seen],
    sale: Sale,
    priced: Priced,
    *,
    key: str,
    at: datetime,
    hold: Operation | None = None,
    bought_at: datetime | None = None,
) -> tuple[Purchase, bool]:
    """Write the purchase, its points, the member's totals and level; tell whoever was not asked.

    A step of `purchases.record`, of an approved redemption, whose points `hold` took already, and
    of a move from another card, which keeps the time at which it was `bought_at`. `terms` are those
    that priced it; levels go by those of the till, which are always of now. When the receipt looks
    wrong, its points wait: that is the second value.
    """
    member, account = owner
    till, seen = at_till
    staff = till.staff
    bought = bought_at or at
    why = reasons(terms.tariff, sale, priced) | {
        "version": terms.version,
        "level": terms.level(member.level_id).name,
    }
    tripped = suspicions.judge(
        till.watch,
        priced.amount,
        at,
        family=seen.family,
        card_at=seen.card_at,
        cashier_at=seen.cashier_at,
    )
    earned = priced.points if tripped is None else 0
    purchase = Purchase(
        key=key,
        member_id=member.id,
        account_id=account.id,
        staff_id=staff.id,
        outlet_id=sale.outlet_id,
        at=bought,
        amount=priced.amount,
        discount=priced.discount,
        carried=priced.remainder - member.remainder,
        paid=priced.paid,
        version=terms.version,
        points_spent=priced.spent,
        points_earned=earned,
        hold_operation_id=hold.id if hold else None,
    )
    if earned:
        operation = await _award(session, terms, account, priced, why, staff, purchase, at=at)
        purchase.earn_operation_id = operation.id
    await add_with_ids(session, purchase)
    member.purchases_count += 1
    member.spent_total += priced.paid
    member.first_purchase_at = min(bought, member.first_purchase_at or bought)
    member.last_purchase_at = max(bought, member.last_purchase_at or bought)
    member.remainder = priced.remainder
    if tripped is not None:
        about = suspicions.About(staff, member, purchase, priced.points, why)
        await suspicions.hold(session, terms, tripped, about, at)
    lines = list(_lines(purchase, priced))
    session.add_all(lines)
    await totals.add(session, purchase, lines)
    await offers.use(session, ctx, purchase, priced)
    if hold is None:  # whoever approved a redemption has the receipt as the answer to their tap
        _tell(session, terms, purchase, account, seen.identity_id, held=tripped is not None)
    # What the receipt brought besides is told after it.
    if seen.stamp_cards and tripped is None:
        named = sale.lines if lines else ()
        await stamps.put(
            session,
            ctx,
            till.terms,
            member,
            seen.stamp_cards,
            purchase.id,
            named,
            priced.due,
            at,
            tell=seen.identity_id,
        )
    await levels.rise(session, till.terms, member, seen.reached, purchase, at)
    record(
        session,
        at,
        "purchase.recorded",
        staff_id=staff.id,
        member_id=member.id,
        outlet_id=staff.outlet_id,
        facts={
            "purchase": purchase.id,
            "amount": purchase.amount,
            "spent": purchase.points_spent,
            "earned": purchase.points_earned,
        },
    )
    return purchase, tripped is not None


async def _award(
    session: AsyncSession,
    terms: programme.Terms,
    account: Account,
    priced: Priced,
    why: Mapping[str, Any],
    staff: Staff,
    purchase: Purchase,
    *,
    at: datetime,
) -> Operation:
    """Give the points, which wait as long as the policy says; those of rules and offers may live
    shorter.
    """
    hours = terms.policy.pending_hours
    start = purchase.at + timedelta(hours=hours)
    bonus = None
    if terms.policy.promo_life_days is not None and priced.bonus:
        bonus = ledger.Bonus(priced.bonus, terms.promo_expiry(start))
    return await ledger.award(
        session,
        account,
        priced.points,
        OperationKind.PURCHASE,
        key=f"earn:{purchase.key}",
        at=at,
        starts_at=start if hours else None,
        expires_at=terms.expiry(start),
        bonus=bonus,
        why=why,
        staff_id=staff.id,
    )


def _lines(purchase: Purchase, priced: Priced) -> Iterator[PurchaseLine]:
    """The lines, when somebody said more than a sum."""
    if len(priced.lines) == 1 and priced.lines[0].line == Line(priced.amount):
        return
    for priced_line in priced.lines:
        line = priced_line.line
        yield PurchaseLine(
            purchase_id=purchase.id,
            title=line.title,
            category_id=line.category_id,
            product_id=line.product_id,
            quantity=line.quantity,
            amount=line.amount,
            discount=priced_line.discount,
            paid=priced_line.paid,
            points_earned=priced_line.points,
        )


def _tell(
    session: AsyncSession,
    terms: programme.Terms,
    purchase: Purchase,
    account: Account,
    identity_id: int | None,
    *,
    held: bool,
) -> None:
    if identity_id is None:
        return
    facts: Facts = {
        "shop": terms.shop_name,
        "amount": terms.money(purchase.amount - purchase.discount),
        "discount": terms.money(purchase.discount) if purchase.discount else 0,
        "earned": purchase.points_earned,
        "held": held,
        "balance": account.balance,
        "worth": terms.worth(account.balance),
    }
    notice = Notice("notice-purchase", facts, key=f"purchase:{purchase.id}", at=purchase.at)
    deliveries.tell(session, identity_id, notice)
