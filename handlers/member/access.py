"""The way into the member's section: who may enter, and how a flow ends."""

from collections.abc import Awaitable, Callable
from dataclasses import replace
from typing import Any

from aiogram import BaseMiddleware, Router
from aiogram.dispatcher.event.bases import UNHANDLED
from aiogram.dispatcher.flags import get_flag
from aiogram.filters import Command, Filter
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message, TelegramObject

from handlers.member.states import Fields
from handlers.menu import Pressed, main_menu
from messengers.words import Say
from services.staff.identities import Visitor

Handler = Callable[[TelegramObject, dict[str, Any]], Awaitable[Any]]
Section = Callable[..., Awaitable[Any]]

STEP = {"keeps_flow": True}
"""Flags of handlers that belong to a flow or leave it as it is; all others end it."""


class MembersOnly(BaseMiddleware):
    """Hands on `member_id`; somebody who has not joined goes on to the next door."""

    async def __call__(self, handler: Handler, event: TelegramObject, data: dict[str, Any]) -> Any:
        visitor: Visitor = data["visitor"]
        if visitor.member_id is None:
            return UNHANDLED
        data["member_id"] = visitor.member_id
        return await handler(event, data)


class FlowEnds(BaseMiddleware):
    """Whoever turns to something else in the middle of a flow has left it."""

    async def __call__(self, handler: Handler, event: TelegramObject, data: dict[str, Any]) -> Any:
        if data["raw_state"] is not None and not get_flag(data, "keeps_flow"):
            state: FSMContext = data["state"]
            await state.clear()
            if data["raw_state"] == Fields.phone.state and isinstance(event, Message):
                say: Say = data["say"]
                menu = main_menu(say, data["visitor"])
                await event.answer(say("phone-not-shared"), reply_markup=menu)
        return await handler(event, data)


class Tapped(Filter):
    """The button's data is exactly this."""

    def __init__(self, data: str) -> None:
        self._data = data

    async def __call__(self, query: CallbackQuery) -> bool:
        return query.data == self._data


class Typed(Filter):
    """The message is a text and no command."""

    async def __call__(self, message: Message) -> bool:
        return message.text is not None and not message.text.startswith("/")


def add_section(
    router: Router, handler: Section, *commands: str, menu: str | None = None, data: str
) -> None:
    """A section opens by its commands, by its menu button and by an inline button."""
    router.callback_query.register(handler, Tapped(data))
    router.message.register(handler, Command(*commands))
    if menu is not None:
        router.message.register(handler, Pressed(menu))


def as_member(visitor: Visitor, member_id: int | None) -> Visitor:
    """The visitor after joining or leaving in this very update."""
    return replace(visitor, member_id=member_id)
