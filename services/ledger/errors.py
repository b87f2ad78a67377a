"""Refusals of moving points."""

from dataclasses import dataclass

from services.errors import DomainError


@dataclass
class NotEnoughPoints(DomainError):
    have: int
    need: int


class SpendingBlocked(DomainError):
    """The member said "not me", and spending waits for the owner."""
