"""Refusals of quizzes and custom attributes."""

from dataclasses import dataclass

from services.errors import DomainError


@dataclass
class BadChoices(DomainError):
    """Too few or too many different choices for an attribute."""

    least: int
    most: int


@dataclass
class TooManyAttributes(DomainError):
    """The limit of custom attributes in use is reached."""

    most: int


class QuizClosed(DomainError):
    """The quiz or question is closed."""


class QuizDone(DomainError):
    """This member has completed the quiz."""


class QuizPublished(DomainError):
    """The quiz is published, so its questions cannot change."""


class QuizEmpty(DomainError):
    """A quiz without a question that can be answered."""


@dataclass
class TooManyQuizQuestions(DomainError):
    most: int
