"""Refusals of changes to levels."""

from dataclasses import dataclass

from services.errors import DomainError


class LowestLevel(DomainError):
    """Everybody begins on the lowest level: it stays, and it begins at nothing."""


class LevelTaken(DomainError):
    """Another level has this name or this threshold."""


@dataclass
class TooManyLevels(DomainError):
    most: int
