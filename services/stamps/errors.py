"""Refusals about stamp cards."""

from services.errors import DomainError


class CardBegun(DomainError):
    """Somebody has a stamp on this card, so what it asks for stays as it was promised."""
