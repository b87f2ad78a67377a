"""Refusals of settings of the programme."""

from dataclasses import dataclass

from services.errors import DomainError


class CurrencyFixed(DomainError):
    """Receipts were recorded in this currency, so it stays."""


@dataclass
class BadPercent(DomainError):
    """Not a percentage above zero and up to `most`, with two decimals at the finest."""

    most: int


class UnknownTimezone(DomainError):
    """A name that is no time zone."""


class UnknownCurrency(DomainError):
    """A currency that is none of programme.POINT_VALUES."""
