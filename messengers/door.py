"""What every request of the bot passes on its way out: live messages go before all others."""

from contextvars import ContextVar
from typing import Any

from aiogram import Bot
from aiogram.client.session.middlewares.base import BaseRequestMiddleware, NextRequestMiddlewareType
from aiogram.exceptions import TelegramRetryAfter
from aiogram.methods import GetUpdates, SendChatAction, TelegramMethod
from aiogram.methods.base import TelegramType
from aiogram.types import Message, MessageId, Update

from messengers.pacing import LIVE, Pacer
from messengers.sight import Sight

PACED: ContextVar[bool] = ContextVar("PACED", default=False)
"""Set where a request has its turn already: in the sender."""

MOST_TRIES = 3
MOST_PATIENCE = 60
"""Tries of a live message, and the longest hold in seconds that it waits out."""

NEW = ("send", "copy", "forward")
"""How the methods are called that put new messages into chats; only those are counted."""


class Door(BaseRequestMiddleware):
    """`bot.session.middleware(Door(pacer, sight))`."""

    def __init__(self, pacer: Pacer, sight: Sight) -> None:
        self._pacer = pacer
        self._sight = sight

    async def __call__(
        self,
        make_request: NextRequestMiddlewareType[TelegramType],
        bot: Bot,
        method: TelegramMethod[TelegramType],
    ) -> Any:
        if PACED.get() or not _makes_messages(method):
            result = await make_request(bot, method)
        else:
            result = await self._live(make_request, bot, method)
        self._look(method, result)
        return result

    async def _live(
        self,
        make_request: NextRequestMiddlewareType[TelegramType],
        bot: Bot,
        method: TelegramMethod[TelegramType],
    ) -> Any:
        chat_id = getattr(method, "chat_id", 0)
        tries = 1
        while True:
            try:
                async with self._pacer.turn(chat_id if isinstance(chat_id, int) else 0, LIVE):
                    return await make_request(bot, method)
            except TelegramRetryAfter as error:
                if tries == MOST_TRIES or error.retry_after > MOST_PATIENCE:
                    raise
                tries += 1
                await self._pacer.refused(error.retry_after)

    def _look(self, method: TelegramMethod[Any], result: Any) -> None:
        match result:
            case Message():
                self._sight.saw(result.chat.id, result.message_id)
            case MessageId() if isinstance(chat_id := getattr(method, "chat_id", None), int):
                self._sight.saw(chat_id, result.message_id)
            case list() if isinstance(method, GetUpdates):
                for update in result:
                    look_at(update, self._sight)


def look_at(update: Update, sight: Sight) -> None:
    """Take note of the message that an update brings."""
    tap = update.callback_query
    message = update.message if tap is None else tap.message
    if isinstance(message, Message):
        sight.saw(message.chat.id, message.message_id)


def _makes_messages(method: TelegramMethod[Any]) -> bool:
    return method.__api_method__.startswith(NEW) and not isinstance(method, SendChatAction)
