"""A shop's history as plain values: rows and expected answers are made from them."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from services.segments.questions.tree import Node


@dataclass(frozen=True)
class Line:
    """A receipt line in minor units; `refunded` is a part of `due`."""

    category: int | None
    product: int | None
    due: int
    paid: int
    refunded: int
    quantity: int = 1

    @property
    def kept(self) -> bool:
        return not self.due or self.refunded < self.due

    @property
    def kept_paid(self) -> int:
        return self.paid * (self.due - self.refunded) // self.due if self.due else 0


@dataclass(frozen=True)
class Receipt:
    at: datetime
    outlet: int | None
    paid: int
    refunded_paid: int
    undone: bool
    lines: tuple[Line, ...] = ()


@dataclass(frozen=True)
class Moved:
    """An operation on an account."""

    kind: str
    at: datetime
    points: int


@dataclass(frozen=True)
class Lot:
    remaining: int
    expires_at: datetime | None


@dataclass(frozen=True)
class Account:
    id: int
    balance: int
    moved: tuple[Moved, ...]
    lots: tuple[Lot, ...]


@dataclass(frozen=True)
class Taken:
    """A voucher (for a reward or a gift) or a redemption."""

    what: str  # reward, gift, receipt
    status: str
    resolved_at: datetime | None


@dataclass(frozen=True)
class Sent:
    campaign: int | None
    status: str
    sent_at: datetime | None
    tapped_at: datetime | None


@dataclass(frozen=True)
class Chat:
    messenger: str
    blocked: bool
    sent: tuple[Sent, ...]


@dataclass(frozen=True)
class Copy:
    offer: int
    run_at: datetime
    used_at: datetime | None


@dataclass(frozen=True)
class Score:
    kind: str
    score: int | None
    answered_at: datetime | None


@dataclass(frozen=True)
class Person:
    id: int
    account: Account
    level: int
    language: str
    source: str
    joined_at: datetime
    gender: str | None
    birth: tuple[int | None, int | None, int | None]  # day, month, year
    city: str | None
    family: str | None
    contact_time: str | None
    interests: tuple[str, ...] | None
    phone: str | None
    referrer: int | None
    consent: bool
    frozen: bool
    left: bool
    children: tuple[date, ...]
    receipts: tuple[Receipt, ...]
    taken: tuple[Taken, ...]
    chats: tuple[Chat, ...]
    copies: tuple[Copy, ...]
    scores: tuple[Score, ...]
    quizzes: Mapping[int, datetime | None]  # quiz -> when it was completed
    choices: frozenset[tuple[int, int]]  # attribute, choice
    numbers: Mapping[int, int]  # attribute -> number

    @property
    def kept(self) -> list[Receipt]:
        """Receipts that were not refunded in whole."""
        return [receipt for receipt in self.receipts if not receipt.undone]


@dataclass(frozen=True)
class Facts:
    """A shop, and the moment of the question."""

    at: datetime
    zone: ZoneInfo
    people: tuple[Person, ...]
    campaigns: Mapping[int, datetime | None]  # when each began
    questions: Mapping[int, Node]  # live segments
    lists: Mapping[int, frozenset[int]]  # frozen ones
    strays: tuple[Chat, ...] = ()  # chats of people who did not join
    past: bool = False  # `at` is in the past; later events must not count
