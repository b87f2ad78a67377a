"""Errors of typed text that is not the value asked for."""

from dataclasses import dataclass

from services.errors import DomainError
from services.money import Money


class BadBirthday(DomainError):
    """Not a date, in the future, or more than 120 years ago."""


class BadPhone(DomainError):
    """Not a valid phone number."""


@dataclass
class BadAmount(DomainError):
    """Not an amount of money. `text` is the typed text, cut."""

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
    """Not a time, or not an existing day."""


class MomentOver(DomainError):
    """A time in the past."""


class BadMultiplier(DomainError):
    """Not a multiplier from x1.1 to x10, with one decimal at the finest."""


class BadHours(DomainError):
    """Not a range of hours, or an empty one."""


class BadDates(DomainError):
    """Not a range of dates, or the last day is before the first."""
