"""Refusals of a member's own answers."""

from dataclasses import dataclass

from services.errors import DomainError


class BadCity(DomainError):
    """The name of a city needs a letter."""


class BirthdayLocked(DomainError):
    """A birthday bonus was given, so the birthday cannot change."""


@dataclass
class BadChildBirthday(DomainError):
    """Not the date of birth of a child: day, month and year, at most `oldest` years ago."""

    oldest: int


@dataclass
class TooManyChildren(DomainError):
    most: int


class PhoneTaken(DomainError):
    """Another member has this phone."""


class ContactNotOwn(DomainError):
    """The contact is somebody else's, or was not shared by its own button."""
