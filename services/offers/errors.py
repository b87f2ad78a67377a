"""Refusals of offers."""

from dataclasses import dataclass

from services.errors import DomainError


class NeedsGoods(DomainError):
    """An offer that must name the goods it is for: free delivery would make all else free too."""


@dataclass
class TooManyOffers(DomainError):
    """So many offers for everybody hold at the till already."""

    most: int
