"""What was typed is not what was asked for."""

from dataclasses import dataclass

from services.errors.base import DomainError
from services.money import Money


@dataclass
class BadAmount(DomainError):
    """Not an amount of money. `text` is what was typed, cut short."""

    text: str


@dataclass
class BadLine(BadAmount):
    """Neither an amount nor a line of a receipt, where a shop's receipts may have lines."""


@dataclass
class LinesRunTogether(DomainError):
    """Two lines of a receipt without anything between them. `text` is both, cut short."""

    text: str


@dataclass
class AmountTooLarge(DomainError):
    most: Money


@dataclass
class BadNumber(DomainError):
    """Not a whole number in the range that is asked for."""

    least: int
    most: int


@dataclass
class BadText(DomainError):
    """Empty or longer than `most` characters."""

    most: int


@dataclass
class BadPercent(DomainError):
    """Not a percentage above zero and up to `most`, with two decimals at the finest."""

    most: int


class BadMoment(DomainError):
    """Not a time, or a day that does not exist."""


class MomentOver(DomainError):
    """A time that is over already."""


class BadMultiplier(DomainError):
    """Not a multiplier from x1.1 to x10, with one decimal at the finest."""


class BadHours(DomainError):
    """Not the hours from when to when, or none between them."""


class BadDates(DomainError):
    """Not two days, or the last one before the first."""


@dataclass
class ListTooLong(DomainError):
    """More people in a pasted list than `most`."""

    most: int


@dataclass
class TooManyLines(DomainError):
    """A typed receipt of more lines than `most`."""

    most: int


class UnknownTimezone(DomainError):
    """A name that is no time zone."""


class UnknownCurrency(DomainError):
    """A currency that is none of programme.POINT_VALUES."""
