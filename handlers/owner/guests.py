"""Guests: what the shop knows of them and asks them, behind one button of the first screen."""

from aiogram import F, Router
from aiogram.types import CallbackQuery

from handlers.owner.steps import Go, Place, back, go
from handlers.screens import keyboard, show
from messengers.words import Say

SECTIONS = (
    ("owner-go-attributes", Place.ATTRIBUTES),
    ("owner-go-quizzes", Place.QUIZZES),
    ("owner-go-feedback", Place.FEEDBACK),
)


def add_to(router: Router) -> None:
    router.callback_query.register(guests, Go.filter(F.to == Place.GUESTS))


async def guests(query: CallbackQuery, say: Say) -> None:
    rows = [[go(say, key, place)] for key, place in SECTIONS]
    await show(query, say("owner-guests"), keyboard(*rows, back(say)))
