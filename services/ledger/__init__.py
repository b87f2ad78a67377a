"""The ledger's only writer: every movement of points is written here.

The caller locks the account first, so that two changes of one account run one after the other on
both databases.
"""

from services.ledger.awards import Award, Bonus, award, award_all
from services.ledger.posting import find, lock, open_account, peek
from services.ledger.reversals import GRACE, TakenBack, foresee, give_back, take_back
from services.ledger.spending import expire, take, write_off

__all__ = [
    "GRACE",
    "Award",
    "Bonus",
    "TakenBack",
    "award",
    "award_all",
    "expire",
    "find",
    "foresee",
    "give_back",
    "lock",
    "open_account",
    "peek",
    "take",
    "take_back",
    "write_off",
]
