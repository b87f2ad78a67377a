"""Sales less refunds, of receipts and of their lines, in SQL."""

from sqlalchemy import ColumnElement, case, literal, or_

from models.base import BIG
from models.till import Purchase, PurchaseLine

PAID: ColumnElement[int] = Purchase.paid - Purchase.refunded_paid
"""Money paid for a receipt, less refunds, in minor units."""

_DUE = PurchaseLine.amount - PurchaseLine.discount

LINE_COUNTS: ColumnElement[bool] = or_(_DUE == 0, PurchaseLine.refunded < _DUE)
"""Whether something of a line is left, if its receipt was not refunded whole."""

LINE_PAID: ColumnElement[int] = case(
    (_DUE == 0, literal(0, BIG)), else_=PurchaseLine.paid * (_DUE - PurchaseLine.refunded) // _DUE
)
"""Money that is left of a line, in minor units, rounded down: refunds store money for the receipt
only.
"""
