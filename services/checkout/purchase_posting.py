"""Posting a priced purchase: its points, the member's totals and level, stamps and messages."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from models.ledger import Account, Operation, OperationKind
from models.people import Member
from models.till import Purchase, PurchaseLine
from services import ledger
from services.audit import record
from services.checkout.receipt_pricing import PricedSale
from services.checkout.tills import Situation
from services.context import Context
from services.fraud import suspicions
from services.fraud.suspicions import Tripped
from services.levels import levels
from services.messaging import deliveries
from services.messaging.deliveries import Facts, Notice
from services.offers import offers
from services.pricing.explanation import reasons
from services.pricing.model import Line, Priced
from services.stamps import stamps
from services.storage.write_batch import add_with_ids
from services.totals import totals


@dataclass(frozen=True, slots=True)
class NewReceipt:
    """A priced receipt that is to be posted."""

    situation: Situation
    sold: PricedSale
    key: str
    at: datetime
    hold_operation_id: int | None = None
    """The operation that captured the points of an approved redemption, if points paid for a part.
    """
    bought_at: datetime | None = None
    """When the purchase was made, if not now: it moves from another card."""


@dataclass(frozen=True, slots=True)
class Posted:
    """A posted purchase and the card that it stands on."""

    purchase: Purchase
    member: Member
    account: Account
    held: bool
    """The receipt is suspicious, and its points wait for an owner's answer."""


async def post(session: AsyncSession, ctx: Context, receipt: NewReceipt) -> Posted:
    """Write the purchase and all its effects; tell those who do not get the receipt as an answer.

    The terms of `receipt.sold` priced it, the terms of the till decide on level and stamps.
    """
    serving, priced, at = receipt.situation.serving, receipt.sold.priced, receipt.at
    terms, member, account = receipt.sold.terms, serving.member, serving.account
    why = reasons(terms.tariff, receipt.sold.sale, priced) | {
        "version": terms.version,
        "level": terms.level(member.level_id).name,
    }
    tripped = _judge(receipt)
    purchase = _purchase(receipt, earned=priced.points if tripped is None else 0)
    if purchase.points_earned:
        operation = await _award(session, receipt, purchase, why)
        purchase.earn_operation_id = operation.id
    await add_with_ids(session, purchase)
    _count(member, purchase, priced)
    if tripped is not None:
        about = suspicions.About(serving.till.staff, member, purchase, priced.points, why)
        await suspicions.hold(session, terms, tripped, about, at)
    lines = list(_lines(purchase, priced))
    session.add_all(lines)
    await totals.add(session, purchase, lines)
    await offers.use(session, ctx, purchase, priced)
    posted = Posted(purchase, member, account, held=tripped is not None)
    if receipt.hold_operation_id is None:  # else the member gets the receipt as an answer
        _tell(session, receipt, posted)
    # Messages about stamps and the level follow the receipt that brought them.
    if tripped is None:
        await _stamp(session, ctx, receipt, purchase, lined=bool(lines))
    figure = receipt.situation.level_figure
    await levels.rise(session, serving.till.terms, member, figure, purchase, at)
    record(
        session,
        at,
        "purchase.recorded",
        staff_id=serving.till.staff.id,
        member_id=member.id,
        outlet_id=serving.till.staff.outlet_id,
        facts={
            "purchase": purchase.id,
            "amount": purchase.amount,
            "spent": purchase.points_spent,
            "earned": purchase.points_earned,
        },
    )
    return posted


async def find_posted(
    session: AsyncSession, purchase: Purchase, member: Member, account: Account
) -> Posted:
    """A purchase that was posted before."""
    held = await suspicions.is_held(session, purchase.id)
    return Posted(purchase, member, account, held)


def _judge(receipt: NewReceipt) -> Tripped | None:
    situation = receipt.situation
    return suspicions.judge(
        situation.serving.till.watch,
        receipt.sold.priced.amount,
        receipt.at,
        family=situation.family,
        card_at=situation.card_at,
        cashier_at=situation.cashier_at,
    )


def _purchase(receipt: NewReceipt, *, earned: int) -> Purchase:
    serving, sold = receipt.situation.serving, receipt.sold
    return Purchase(
        key=receipt.key,
        member_id=serving.member.id,
        account_id=serving.account.id,
        staff_id=serving.till.staff.id,
        outlet_id=sold.sale.outlet_id,
        at=receipt.bought_at or receipt.at,
        amount=sold.priced.amount,
        discount=sold.priced.discount,
        carried=sold.priced.remainder - serving.member.remainder,
        paid=sold.priced.paid,
        version=sold.terms.version,
        points_spent=sold.priced.spent,
        points_earned=earned,
        hold_operation_id=receipt.hold_operation_id,
    )


async def _award(
    session: AsyncSession, receipt: NewReceipt, purchase: Purchase, why: Mapping[str, Any]
) -> Operation:
    """Give the points, pending as long as the policy says; those of rules and offers may expire
    sooner.
    """
    terms, priced = receipt.sold.terms, receipt.sold.priced
    hours = terms.policy.pending_hours
    start = purchase.at + timedelta(hours=hours)
    bonus = None
    if terms.policy.promo_life_days is not None and priced.bonus:
        bonus = ledger.Bonus(priced.bonus, terms.promo_expiry(start))
    return await ledger.award(
        session,
        receipt.situation.serving.account,
        priced.points,
        OperationKind.PURCHASE,
        key=f"earn:{purchase.key}",
        at=receipt.at,
        starts_at=start if hours else None,
        expires_at=terms.expiry(start),
        bonus=bonus,
        why=why,
        staff_id=purchase.staff_id,
    )


def _count(member: Member, purchase: Purchase, priced: Priced) -> None:
    """Count the purchase in the member's own totals."""
    member.purchases_count += 1
    member.spent_total += priced.paid
    member.first_purchase_at = min(purchase.at, member.first_purchase_at or purchase.at)
    member.last_purchase_at = max(purchase.at, member.last_purchase_at or purchase.at)
    member.remainder = priced.remainder


def _lines(purchase: Purchase, priced: Priced) -> Iterator[PurchaseLine]:
    """The lines; none when only a sum was named."""
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


async def _stamp(
    session: AsyncSession, ctx: Context, receipt: NewReceipt, purchase: Purchase, *, lined: bool
) -> None:
    situation = receipt.situation
    bought = stamps.Bought(
        member=situation.serving.member,
        purchase_id=purchase.id,
        lines=receipt.sold.sale.lines if lined else (),
        due=receipt.sold.priced.due,
        at=receipt.at,
        identity_id=situation.identity_id,
    )
    await stamps.put(session, ctx, situation.serving.till.terms, situation.stamp_cards, bought)


def _tell(session: AsyncSession, receipt: NewReceipt, posted: Posted) -> None:
    identity_id, terms = receipt.situation.identity_id, receipt.sold.terms
    if identity_id is None:
        return
    purchase, balance = posted.purchase, posted.account.balance
    facts: Facts = {
        "shop": terms.shop_name,
        "amount": terms.money(purchase.amount - purchase.discount),
        "discount": terms.money(purchase.discount) if purchase.discount else 0,
        "earned": purchase.points_earned,
        "held": posted.held,
        "balance": balance,
        "worth": terms.worth(balance),
    }
    notice = Notice("notice-purchase", facts, key=f"purchase:{purchase.id}", at=purchase.at)
    deliveries.tell(session, identity_id, notice)
