"""Refusals of offers."""

from dataclasses import dataclass

from services.errors import DomainError


class NeedsGoods(DomainError):
    """The offer must name goods: free delivery would otherwise make the whole receipt free."""


@dataclass
class TooManyOffers(DomainError):
    """The limit of standing offers at the till is reached."""

    most: int
