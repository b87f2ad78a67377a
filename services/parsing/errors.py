"""Refusals of typed text: it is not the value that was asked for."""

from dataclasses import dataclass

from services.errors import DomainError
from services.money import Money


class BadBirthday(DomainError):
    """Not a date, in the future, or more than 120 years ago."""


class BadPhone(DomainError):
    """Not a phone number that exists."""


@dataclass
class BadAmount(DomainError):
    """Not an amount of money. `text` is what was typed, cut short."""

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
