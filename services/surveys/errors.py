"""Refusals of quizzes and custom attributes."""

from dataclasses import dataclass

from services.errors import DomainError


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
class TooManyQuizQuestions(DomainError):
    most: int
