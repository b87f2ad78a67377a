"""What the shop asks its members."""

from dataclasses import dataclass

from services.errors.base import DomainError


@dataclass
class BadChoices(DomainError):
    """Fewer or more different answers than a question may have."""

    least: int
    most: int


@dataclass
class TooManyAttributes(DomainError):
    """So many custom attributes are in use already."""

    most: int


class QuizClosed(DomainError):
    """The shop asks this no more."""


class QuizDone(DomainError):
    """This member has answered all of it."""


class QuizPublished(DomainError):
    """Members answer it already, so its questions stay."""


class QuizEmpty(DomainError):
    """A quiz without a question that can be answered."""


@dataclass
class TooManyQuestions(DomainError):
    most: int


class QuestionOver(DomainError):
    """The question about a visit was answered for good, or too long ago."""


class RepliedAlready(DomainError):
    """An owner has written back about this answer; a member gets one reply."""
