"""Refusals of earning rules."""

from dataclasses import dataclass

from services.errors import DomainError


@dataclass
class TooManyRules(DomainError):
    most: int


class ExcludesEverything(DomainError):
    """A rule that would leave nobody any points, ever."""
