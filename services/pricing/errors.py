"""Refusals of a price."""

from dataclasses import dataclass

from services.errors import DomainError


@dataclass
class ShareExceeded(DomainError):
    """More points than this receipt may be paid with."""

    most: int
