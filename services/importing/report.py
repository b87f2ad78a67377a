"""The result of an import: counts, and rejected rows with reasons."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Any


class Reason(StrEnum):
    """Why a row was rejected."""

    NO_MEMBER = "no_member"
    PHONE = "phone"
    TWO_MEMBERS = "two_members"  # number and phone belong to different members
    DATE = "date"
    FUTURE = "future"
    NUMBER = "number"
    TOO_LARGE = "too_large"
    RETURN = "return"  # a negative amount: a return
    DISCOUNT = "discount"  # above the price
    TEXT = "text"  # the row's name or number is missing or too long
    TWICE = "twice"  # repeats an earlier row of this file
    OTHER_MEMBER = "other_member"  # another member has the receipt of this number
    DIFFERS = "differs"  # stored already, with another sum
    UNKNOWN_CAMPAIGN = "unknown_campaign"


class Bad(Exception):
    """A row that is rejected."""

    def __init__(self, reason: Reason) -> None:
        super().__init__(reason)
        self.reason = reason


class Count(StrEnum):
    """Things that are counted besides rows."""

    MEMBERS = "members"
    MEMBERS_FILLED = "members_filled"  # existing members who got missing values
    MEMBERS_THERE = "members_there"
    OPENING_POINTS = "opening_points"
    ATTRIBUTES = "attributes"
    VALUES = "values"
    RECEIPTS = "receipts"
    RECEIPTS_THERE = "receipts_there"
    LINES = "lines"
    PRODUCTS = "products"
    PRODUCTS_CHANGED = "products_changed"
    PRODUCTS_THERE = "products_there"
    CATEGORIES = "categories"
    OUTLETS = "outlets"
    CAMPAIGNS = "campaigns"
    CAMPAIGNS_THERE = "campaigns_there"
    RECEIVED = "received"
    RECEIVED_THERE = "received_there"
    REDEEMED = "redeemed"
    REDEEMED_THERE = "redeemed_there"


@dataclass(frozen=True, slots=True)
class Rejected:
    """A rejected row, with its line in the file."""

    line: int
    reason: Reason
    cells: tuple[str, ...]


@dataclass(slots=True)
class Tally:
    """The counts of a running import."""

    rows: int = 0
    counts: Counter[Count] = field(default_factory=Counter)
    reasons: Counter[Reason] = field(default_factory=Counter)
    paid: int = 0  # minor units, of new receipts
    first_at: datetime | None = None
    last_at: datetime | None = None

    def sold(self, at: datetime, paid: int) -> None:
        self.paid += paid
        self.first_at = min(at, self.first_at or at)
        self.last_at = max(at, self.last_at or at)


@dataclass(frozen=True, slots=True)
class Report:
    """The result of an import, or with `dry` of a dry run. `paid` is in minor units.

    `before`: when the same file was imported earlier.
    """

    dry: bool
    rows: int
    counts: Mapping[Count, int]
    reasons: Mapping[Reason, int]
    paid: int
    first_at: datetime | None
    last_at: datetime | None
    before: datetime | None

    @property
    def rejected(self) -> int:
        return sum(self.reasons.values())

    @property
    def taken(self) -> int:
        """Accepted rows, also those of things that were there already."""
        return self.rows - self.rejected

    def to_json(self) -> dict[str, Any]:
        """The part that is stored."""
        return {
            "rows": self.rows,
            "counts": {str(name): count for name, count in self.counts.items()},
            "reasons": {str(name): count for name, count in self.reasons.items()},
            "paid": self.paid,
        }


def finished(tally: Tally, *, dry: bool, before: datetime | None) -> Report:
    counts = {name: tally.counts[name] for name in Count if tally.counts[name]}
    reasons = {name: tally.reasons[name] for name in Reason if tally.reasons[name]}
    return Report(
        dry, tally.rows, counts, reasons, tally.paid, tally.first_at, tally.last_at, before
    )
