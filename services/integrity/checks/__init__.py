"""What must hold between the rows of the ledger and of everything that rests on it.

A check sets two figures about each row of a table side by side; they must be the same.
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
"""All of them, one for a table."""

__all__ = ["SHEETS", "Check", "Sheet"]
