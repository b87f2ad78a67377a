"""What the shop asks its members: attributes, quizzes, feedback."""

from aiogram import Router

from handlers.owner.surveys import attributes, feedback, quiz_questions, quiz_terms, quizzes


def add_to(router: Router) -> None:
    for section in (
        attributes,
        quizzes,
        quiz_questions,
        quiz_terms,
        feedback,
    ):
        section.add_to(router)
