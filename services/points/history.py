"""A member's history: every operation of the account, with its reason."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from models.ledger import Entry, Lot, Operation, OperationKind
from models.people import Member, Staff
from models.till import Purchase, Refund
from services import programme
from services.context import Context
from services.errors import Gone, NotYours
from services.money import Money
from services.programme import Terms


@dataclass(frozen=True, slots=True)
class Line:
    """One operation of an account. `subject` is the title that explains it, where it has one."""

    operation_id: int
    kind: OperationKind
    points: int
    at: datetime
    subject: str | None


@dataclass(frozen=True, slots=True)
class LotEntry:
    points: int
    lot_created_at: datetime
    lot_expires_at: datetime | None
    lot_kind: OperationKind  # DEBT: points that are owed


@dataclass(frozen=True, slots=True)
class WentBack:
    """The refund behind a line that took or returned points."""

    bought_at: datetime
    price: Money  # of the whole purchase after discounts
    amount: Money  # the part of it that was refunded
    returned: int
    taken: int
    owed: int
    forgiven: int


@dataclass(frozen=True, slots=True)
class Group:
    """Lines of a receipt that earned alike. `multiplier` is percent; a rate of 0 earned nothing."""

    paid: Money
    rate_bp: int
    multiplier: int


@dataclass(frozen=True, slots=True)
class UsedOffer:
    title: str
    discount: Money
    points: int


@dataclass(frozen=True, slots=True)
class Earning:
    """How the points of a purchase were computed, see services.pricing.explanation.

    Remainders are hundredths of a point. `least`: the receipt was below the minimum that earns
    points. `cut`: points that a limit (`limit`: receipt, day or month) took away.
    """

    level: str
    groups: tuple[Group, ...]
    rules: tuple[str, ...]
    offers: tuple[UsedOffer, ...]
    before: int
    after: int
    least: Money | None
    limit: str | None
    cut: int


@dataclass(frozen=True, slots=True)
class Why:
    """The reasons of a line: rule, purchase, staff, and the lots it moved."""

    line: Line
    why: Mapping[str, Any]
    amount: Money | None  # of the purchase, after discounts
    earning: Earning | None  # of a purchase that earned
    staff_name: str | None
    moves: tuple[LotEntry, ...]
    went_back: WentBack | None


async def lines(
    ctx: Context, member_id: int, *, limit: int | None = 10, before_id: int | None = None
) -> list[Line]:
    """The newest lines first; `before_id` pages on, `limit` None gives all."""
    async with ctx.db.read() as session:
        member = await session.get_one(Member, member_id)
        query = select(Operation).where(Operation.account_id == member.account_id)
        if before_id is not None:
            query = query.where(Operation.id < before_id)
        query = query.order_by(Operation.id.desc()).limit(limit)
        return [_line(operation) for operation in await session.scalars(query)]


async def explain(ctx: Context, member_id: int, operation_id: int) -> Why:
    """The reasons of one line of the member's own account. Raises Gone, NotYours."""
    async with ctx.db.read() as session:
        operation = await session.get(Operation, operation_id)
        if operation is None:
            raise Gone
        member = await session.get_one(Member, member_id)
        if operation.account_id != member.account_id:
            raise NotYours
        terms = await programme.terms(session)
        query = select(Entry.points, Lot.created_at, Lot.expires_at, Lot.kind).join(Lot)
        query = query.where(Entry.operation_id == operation_id).order_by(Entry.id)
        moves = [LotEntry(*row) for row in await session.execute(query)]
        of_purchase = select(Purchase).where(
            (Purchase.earn_operation_id == operation_id)
            | (Purchase.hold_operation_id == operation_id)
        )
        purchase = (await session.scalars(of_purchase)).one_or_none()
        staff = None
        if operation.staff_id is not None:
            staff = await session.get_one(Staff, operation.staff_id)
        return Why(
            line=_line(operation),
            why=operation.why,
            amount=None if purchase is None else terms.money(purchase.amount - purchase.discount),
            earning=earning(terms, operation),
            staff_name=staff.name if staff else None,
            moves=tuple(moves),
            went_back=await _went_back(session, terms, operation_id),
        )


def earning(terms: Terms, operation: Operation) -> Earning | None:
    """How the points of a purchase were computed; None for any other operation."""
    if operation.kind is not OperationKind.PURCHASE:
        return None
    why = operation.why
    # Before there were rules, a receipt had one rate and one whole multiplier.
    plain = [{"paid": why.get("paid", 0), "rate_bp": why.get("rate_bp", 0), "multiplier": 100}]
    remainder = why.get("remainder", {"before": 0, "after": 0, "unit": 1})
    limit = why.get("limit")
    least = why.get("least")
    return Earning(
        level=why.get("level", ""),
        groups=tuple(
            Group(terms.money(group["paid"]), group["rate_bp"], group["multiplier"])
            for group in why.get("lines", plain)
        ),
        rules=tuple(rule["title"] for rule in why.get("rules", ())),
        offers=tuple(
            UsedOffer(offer["title"], terms.money(offer["discount"]), offer["points"])
            for offer in why.get("offers", ())
        ),
        before=remainder["before"] * 100 // remainder["unit"],
        after=remainder["after"] * 100 // remainder["unit"],
        least=None if least is None else terms.money(least),
        limit=None if limit is None else limit["of"],
        cut=0 if limit is None else limit["cut"],
    )


async def _went_back(session: AsyncSession, terms: Terms, operation_id: int) -> WentBack | None:
    query = select(Refund, Purchase).join(Purchase, Purchase.id == Refund.purchase_id)
    either = (Refund.take_operation_id == operation_id) | (
        Refund.return_operation_id == operation_id
    )
    found = (await session.execute(query.where(either))).one_or_none()
    if found is None:
        return None
    refund, purchase = found
    return WentBack(
        bought_at=purchase.at,
        price=terms.money(purchase.amount - purchase.discount),
        amount=terms.money(refund.amount),
        returned=refund.points_returned,
        taken=refund.points_taken,
        owed=refund.points_owed,
        forgiven=refund.points_forgiven,
    )


def _line(operation: Operation) -> Line:
    return Line(
        operation_id=operation.id,
        kind=operation.kind,
        points=operation.points,
        at=operation.at,
        subject=operation.why.get("title"),
    )
