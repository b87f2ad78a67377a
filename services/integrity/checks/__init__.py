"""Checks of the ledger and of every table that depends on it.

A check compares two values for each row of a table; they must be equal.
"""

from services.integrity.checks.base import Check, Sheet
from services.integrity.checks.ledger import ACCOUNTS, ENTRIES, LOTS, OPERATIONS
from services.integrity.checks.rewards import DONATIONS, PAYOUTS, VOUCHERS
from services.integrity.checks.stamps import STAMP_CARDS, STAMPS
from services.integrity.checks.surveys import QUIZ_RUNS
from services.integrity.checks.till import FLAGS, MEMBERS, PURCHASES, REDEMPTIONS, REFUNDS

SHEETS = (
    ACCOUNTS,
    LOTS,
    ENTRIES,
    OPERATIONS,
    REDEMPTIONS,
    PURCHASES,
    REFUNDS,
    FLAGS,
    MEMBERS,
    VOUCHERS,
    DONATIONS,
    PAYOUTS,
    STAMP_CARDS,
    STAMPS,
    QUIZ_RUNS,
)
"""All sheets, one for each table."""

__all__ = ["SHEETS", "Check", "Sheet"]
