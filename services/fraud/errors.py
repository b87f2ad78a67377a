"""Refusals when codes are guessed."""

from dataclasses import dataclass

from services.errors import DomainError


@dataclass
class TooManyCodes(DomainError):
    """This cashier typed too many wrong codes; `minutes` until they may try again."""

    minutes: int
