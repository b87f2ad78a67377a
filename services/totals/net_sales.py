"""What of receipts and their lines counts, in SQL: less what has gone back."""

from sqlalchemy import ColumnElement, case, literal, or_

from models.base import BIG
from models.till import Purchase, PurchaseLine

PAID: ColumnElement[int] = Purchase.paid - Purchase.refunded_paid
"""Money that stayed, in minor units, of a receipt that has not gone back whole."""

_DUE = PurchaseLine.amount - PurchaseLine.discount

LINE_COUNTS: ColumnElement[bool] = or_(_DUE == 0, PurchaseLine.refunded < _DUE)
"""That something of a line stayed, its receipt not having gone back whole."""

LINE_PAID: ColumnElement[int] = case(
    (_DUE == 0, literal(0, BIG)), else_=PurchaseLine.paid * (_DUE - PurchaseLine.refunded) // _DUE
)
"""The money of it, in minor units, rounded down: refunds store money for the receipt only."""
