"""Refusals of a price."""

from dataclasses import dataclass

from services.errors import DomainError


@dataclass
class ShareExceeded(DomainError):
    """More points than may pay for this receipt."""

    most: int
