"""Refusals of payouts."""

from services.errors import DomainError


class NothingToPay(DomainError):
    """A fund is owed nothing now."""
