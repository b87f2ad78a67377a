"""The points and money that a refund moves, computed once for the preview and the refund itself.

Each part is computed from the whole purchase, not from earlier parts. So refunds of all parts
together move exactly its own points and its own money.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from models.till import Purchase, PurchaseLine, Refund
from services.errors import Gone
from services.fraud import suspicions
from services.parsing.errors import BadAmount
from services.programme import Terms
from services.refunds.errors import PurchaseHeld, RefundTooLarge


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a purchase, in minor units: `amount` of its price after discounts, `paid` the money
    of it to hand over. Points: `returned` to the member, `lost` by the purchase.
    """

    amount: int
    paid: int
    returned: int
    lost: int
    of_lines: Mapping[int, int]  # line id -> its part of `amount`
    whole: bool  # nothing of the purchase is left


async def work_out(
    session: AsyncSession,
    terms: Terms,
    purchase: Purchase,
    *,
    amount: int | None = None,
    lines: Mapping[int, int] | None = None,
) -> Part:
    """The part for an amount of the purchase, for amounts of its lines, or for all that is left.

    Raises BadAmount, RefundTooLarge, PurchaseHeld, Gone for a line of another purchase.
    """
    left = left_of(purchase)
    named = amount is not None or lines is not None
    part = sum(lines.values()) if lines is not None else left if amount is None else amount
    if named and part <= 0:
        raise BadAmount(str(part))
    if part > left:
        raise RefundTooLarge(terms.money(left))
    rows = await lines_of(session, purchase.id)
    of_lines = _spread(terms, rows, part, lines)
    gone = purchase.refunded + part
    whole = part == left
    if not whole and await suspicions.is_held(session, purchase.id):
        raise PurchaseHeld
    due = purchase.amount - purchase.discount
    returned, lost = await _so_far(session, purchase)
    spent, paid = purchase.points_spent, purchase.paid
    if not whole:
        # A part gives back no more than it is worth, points and money together.
        room = (gone - purchase.refunded_paid) // terms.point_value
        spent = min(_share(spent, gone, due), room)
        paid = min(paid, gone - spent * terms.point_value)
    earned = _share(purchase.points_earned, gone, due)
    if rows:
        earned = sum(
            _share(row.points_earned, row.refunded + of_lines[row.id], row.amount - row.discount)
            for row in rows
        )
    return Part(
        amount=part,
        paid=paid - purchase.refunded_paid,
        returned=spent - returned,
        lost=(purchase.points_earned if whole else earned) - lost,
        of_lines=of_lines,
        whole=whole,
    )


def _spread(
    terms: Terms, rows: Sequence[PurchaseLine], part: int, named: Mapping[int, int] | None
) -> dict[int, int]:
    """The part by lines. An amount without lines fills them in their order."""
    if named is not None:
        if not set(named) <= {row.id for row in rows}:
            raise Gone
        for row in rows:
            if not 0 <= named.get(row.id, 0) <= line_left(row):
                raise RefundTooLarge(terms.money(line_left(row)))
        return {row.id: named.get(row.id, 0) for row in rows}
    spread = {}
    for row in rows:
        spread[row.id] = min(part, line_left(row))
        part -= spread[row.id]
    return spread


async def _so_far(session: AsyncSession, purchase: Purchase) -> tuple[int, int]:
    """Points that earlier refunds of a purchase returned, and points that it lost by them."""
    query = select(
        func.sum(Refund.points_returned),
        func.sum(Refund.points_taken + Refund.points_owed + Refund.points_forgiven),
    ).where(Refund.purchase_id == purchase.id)
    returned, lost = (await session.execute(query)).one()
    return int(returned or 0), int(lost or 0)


def _share(points: int, part: int, of: int) -> int:
    """A part's share of points, rounded down; for the whole, all of them."""
    return points * part // of if of else points


def left_of(purchase: Purchase) -> int:
    """The amount that can still be refunded, in minor units."""
    return purchase.amount - purchase.discount - purchase.refunded


def line_left(line: PurchaseLine) -> int:
    return line.amount - line.discount - line.refunded


async def lines_of(session: AsyncSession, purchase_id: int) -> Sequence[PurchaseLine]:
    query = select(PurchaseLine).where(PurchaseLine.purchase_id == purchase_id)
    return (await session.scalars(query.order_by(PurchaseLine.id))).all()
