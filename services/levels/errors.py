"""Refusals of changes to levels."""

from dataclasses import dataclass

from services.errors import DomainError


class LowestLevel(DomainError):
    """The lowest level cannot be removed and its threshold is 0, because everybody begins on it."""


class LevelTaken(DomainError):
    """Another level has this name or this threshold."""


@dataclass
class TooManyLevels(DomainError):
    most: int
