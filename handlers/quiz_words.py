"""Questions and their answers as members read them, and as an owner looks at them beforehand."""

from collections.abc import Callable, Collection

from aiogram.filters.callback_data import CallbackData

from handlers.screens import BUTTONS, Row, button, in_rows, short
from messengers.words import Say
from services.surveys.custom_attributes import Attribute
from services.surveys.quizzes import Question, QuizView


def asked(say: Say, quiz: QuizView, question: Question) -> str:
    """Its number, its text and how to answer; the first one under what the quiz says of itself."""
    number = quiz.asked.index(question) + 1
    parts = [say("quiz-question", number=number, count=len(quiz.asked), text=question.text)]
    if number == 1 and quiz.text:
        parts.insert(0, say("quiz-text", text=quiz.text))
    parts.append(say("quiz-how", kind=question.attribute.kind))
    return "\n\n".join(parts)


def chips(
    say: Say,
    attribute: Attribute,
    to: Callable[[int], CallbackData],
    chosen: Collection[int] = (),
) -> list[Row]:
    """A button for each answer that is offered; `to` gives what a choice's id taps."""
    return in_rows(
        [
            button(
                say.label("choice-chip", choice=short(choice.name), on=choice.id in chosen),
                to(choice.id),
            )
            for choice in attribute.offered[:BUTTONS]
        ],
        2,
    )
