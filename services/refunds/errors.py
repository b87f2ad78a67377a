"""Refusals of refunds and of undoing."""

from dataclasses import dataclass

from services.errors import DomainError
from services.money import Money


class TooLateToUndo(DomainError):
    """The time in which a purchase can be undone is over."""


class AlreadyUndone(DomainError):
    """The purchase was undone before."""


@dataclass
class TooLateToRefund(DomainError):
    """A cashier may take goods back for so many days; an owner, always."""

    days: int


class PurchaseHeld(DomainError):
    """Its points wait for the owner's answer; until then it can only go back whole."""


@dataclass
class RefundTooLarge(DomainError):
    """More than is left of the purchase, or of one of its lines."""

    left: Money


class PurchaseChanged(DomainError):
    """More of the purchase has gone back since the screen was drawn."""
