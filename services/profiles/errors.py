"""Refusals of a member's own answers."""

from dataclasses import dataclass

from services.errors import DomainError


class BadCity(DomainError):
    """Not the name of a place: it has no letter."""


class BirthdayLocked(DomainError):
    """A birthday bonus was given, so the date stays."""


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
    """A contact that belongs to somebody else, or a card typed by hand."""
