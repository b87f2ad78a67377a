"""A question about members: asked in words, by buttons or as a list, shown, and used."""

from aiogram import Router

from handlers.owner.audience import choice, pasted_lists, question_screen, sentences


def add_to(router: Router) -> None:
    for section in (choice, sentences, pasted_lists, question_screen):
        section.add_to(router)
