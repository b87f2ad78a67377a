"""Refusals of questions about members."""

from dataclasses import dataclass

from services.errors import DomainError


@dataclass
class QuestionTooLong(DomainError):
    """A question about members with more conditions than one can ask, its segments' among them."""

    most: int


@dataclass
class TooManySegments(DomainError):
    """So many are saved already."""

    most: int


@dataclass
class ListTooLong(DomainError):
    """More people in a pasted list than `most`."""

    most: int
