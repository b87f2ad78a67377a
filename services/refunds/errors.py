"""Refusals of refunds and of undoing."""

from dataclasses import dataclass

from services.errors import DomainError
from services.money import Money


class TooLateToUndo(DomainError):
    """The time in which a purchase can be undone is over."""


class AlreadyUndone(DomainError):
    """The whole purchase was refunded or undone before."""


@dataclass
class TooLateToRefund(DomainError):
    """The days in which a cashier may refund are over; an owner still may."""

    days: int


class PurchaseHeld(DomainError):
    """The points of the purchase wait for an owner's answer; until then only the whole can be
    refunded.
    """


@dataclass
class RefundTooLarge(DomainError):
    """The sum is more than is left of the purchase, or of one of its lines."""

    left: Money


class PurchaseChanged(DomainError):
    """More of the purchase was refunded since the screen was shown."""
