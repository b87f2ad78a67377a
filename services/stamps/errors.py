"""Refusals about stamp cards."""

from services.errors import DomainError


class CardBegun(DomainError):
    """Members have stamps on this card already, so its number of stamps cannot change."""
