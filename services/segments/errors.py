"""Refusals of questions about members."""

from dataclasses import dataclass

from services.errors import DomainError


@dataclass
class QuestionTooLong(DomainError):
    """More conditions or values than a question may have; those of its segments count too."""

    most: int


@dataclass
class TooManySegments(DomainError):
    """The shop has as many saved segments as it may have."""

    most: int


@dataclass
class ListTooLong(DomainError):
    """A pasted list has more than `most` people."""

    most: int
