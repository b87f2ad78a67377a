"""What must hold between the rows of the ledger and of everything that rests on it.

A check sets two figures about each row of a table side by side; they must be the same.
"""

from services.checks.base import GIVES, GOES_BACK, Check, Table
from services.checks.ledger import LEDGER, OPERATIONS
from services.checks.rewards import CHARITY, REWARDS
from services.checks.stamps import STAMPS
from services.checks.till import TILL

CHECKS = LEDGER + OPERATIONS + TILL + REWARDS + CHARITY + STAMPS
"""All of them; those about one table stand together."""

__all__ = ["CHECKS", "GIVES", "GOES_BACK", "Check", "Table"]
