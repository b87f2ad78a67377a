"""Refusals at the till."""

from dataclasses import dataclass

from services.errors import DomainError
from services.parsing.errors import BadAmount


class RedemptionPending(DomainError):
    """This member has another redemption waiting for an answer."""


@dataclass
class TooManyRedemptions(DomainError):
    """This member was asked too often just now; `minutes` until they may be asked again."""

    minutes: int


class AlreadyResolved(DomainError):
    """The redemption or voucher is no longer open: approved, declined, cancelled, accepted or
    expired.
    """


class PaidWithPoints(DomainError):
    """Points paid for a part of it, so the purchase stays with the member who spent them."""


class PartlyRefunded(DomainError):
    """A part of the purchase was refunded, so it cannot move to another member."""


class CodeUnknown(DomainError):
    """Six digits that stand for no card now: mistyped or expired."""


class SameMember(DomainError):
    """The purchase is on this very card."""


class MemberUnreachable(DomainError):
    """A redemption needs the member's approval, and no chat reaches them."""


@dataclass
class BadLine(BadAmount):
    """A typed line that is no amount and, where the shop lists goods, no line of a receipt."""


@dataclass
class LinesRunTogether(DomainError):
    """Two lines of a receipt without anything between them. `text` is both, cut short."""

    text: str


@dataclass
class TooManyLines(DomainError):
    """A typed receipt of more lines than `most`."""

    most: int
