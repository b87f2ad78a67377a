"""At the till and in the wallet: receipts, refunds, redemptions, vouchers."""

from dataclasses import dataclass
from datetime import datetime

from services.errors.base import DomainError
from services.money import Money


@dataclass
class NotEnoughPoints(DomainError):
    have: int
    need: int


@dataclass
class ShareExceeded(DomainError):
    """More points than this receipt may be paid with."""

    most: int


class SpendingFrozen(DomainError):
    """The member said "not me", and spending waits for the owner."""


class RedemptionPending(DomainError):
    """This member has another redemption waiting for an answer."""


@dataclass
class TooManyRedemptions(DomainError):
    """This member was asked too often just now; `minutes` until they may be asked again."""

    minutes: int


@dataclass
class TooManyCodes(DomainError):
    """This cashier typed too many wrong codes; `minutes` until they may try again."""

    minutes: int


class AlreadyResolved(DomainError):
    """The redemption or voucher was approved, declined, cancelled, accepted or has expired."""


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


class PaidWithPoints(DomainError):
    """Points paid for a part of it, so the purchase stays with the member who spent them."""


class PartlyRefunded(DomainError):
    """A part of the purchase went back, so it is not what another member bought."""


class NotYours(DomainError):
    """It belongs to another member or another cashier."""


class OutOfStock(DomainError):
    """The reward has run out or is no longer offered."""


@dataclass
class LimitReached(DomainError):
    """This member has taken the reward as often as one may."""

    limit: int


class VoucherUnknown(DomainError):
    """No voucher and no coupon has this code or link."""


@dataclass
class VoucherExpired(DomainError):
    on: datetime


class VoucherUsed(DomainError):
    """The voucher was accepted or cancelled before."""


class NothingToPay(DomainError):
    """A fund is owed nothing now."""
