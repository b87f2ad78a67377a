"""Refusals of settings of the programme."""

from dataclasses import dataclass

from services.errors import DomainError


class CurrencyFixed(DomainError):
    """The currency cannot change after receipts were recorded in it."""


@dataclass
class BadPercent(DomainError):
    """Not a percentage above zero and up to `most`, with at most two decimals."""

    most: int


class UnknownTimezone(DomainError):
    """The name is no time zone."""


class UnknownCurrency(DomainError):
    """The currency is not in programme.POINT_VALUES."""
