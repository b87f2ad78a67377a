"""Refusals of rewards and vouchers."""

from dataclasses import dataclass
from datetime import datetime

from services.errors import DomainError


class OutOfStock(DomainError):
    """The reward has run out or is no longer offered."""


@dataclass
class RewardLimitReached(DomainError):
    """This member has taken the reward as often as the limit allows."""

    limit: int


class VoucherUnknown(DomainError):
    """No voucher and no coupon has this code or link."""


@dataclass
class VoucherExpired(DomainError):
    on: datetime


class VoucherUsed(DomainError):
    """The voucher was accepted or cancelled before."""
