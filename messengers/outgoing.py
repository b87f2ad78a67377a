"""The queue that every request of the bot passes: live messages go before all others."""

from contextlib import nullcontext
from contextvars import ContextVar
from typing import Any

from aiogram import Bot
from aiogram.client.session.middlewares.base import BaseRequestMiddleware, NextRequestMiddlewareType
from aiogram.exceptions import TelegramRetryAfter
from aiogram.methods import GetUpdates, SendChatAction, TelegramMethod
from aiogram.methods.base import TelegramType
from aiogram.types import Message, MessageId, Update

from messengers.pacing import LIVE, Pacer
from messengers.seen_messages import Sight

PACED: ContextVar[bool] = ContextVar("PACED", default=False)
"""Set where a request has been paced already: in the sender."""

MOST_TRIES = 3
MOST_PATIENCE = 60
"""Tries of a live message, and the longest hold in seconds that it waits out."""

NEW = ("send", "copy", "forward")
"""The first words of methods that put new messages into chats; only those are counted."""


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
        if _makes_messages(method):
            return await self._speak(make_request, bot, method)
        result: Any = await make_request(bot, method)
        if isinstance(method, GetUpdates):
            self._listen(result)
        return result

    async def _speak(
        self,
        make_request: NextRequestMiddlewareType[TelegramType],
        bot: Bot,
        method: TelegramMethod[TelegramType],
    ) -> Any:
        chat_id = getattr(method, "chat_id", 0)
        if not isinstance(chat_id, int):
            chat_id = 0  # a channel by its name
        tries = 1
        while True:
            try:
                async with nullcontext() if PACED.get() else self._pacer.turn(chat_id, LIVE):
                    begun = self._pacer.timer()
                    result = await make_request(bot, method)
            except TelegramRetryAfter as error:
                if PACED.get() or tries == MOST_TRIES or error.retry_after > MOST_PATIENCE:
                    raise
                tries += 1
                await self._pacer.refused(error.retry_after)
            else:
                if isinstance(result, Message | MessageId):
                    self._sight.sent(chat_id, result.message_id, begun)
                return result

    def _listen(self, updates: list[Update]) -> None:
        for update in updates:
            if isinstance(update.message, Message):
                self._sight.saw(update.message.chat.id, update.message.message_id)
            tap = update.callback_query
            if tap is not None and isinstance(tap.message, Message) and tap.message.chat.id > 0:
                # Our own, and perhaps the very one that is looked for: no other, only no newer.
                self._sight.remember(tap.message.message_id)


def _makes_messages(method: TelegramMethod[Any]) -> bool:
    return method.__api_method__.startswith(NEW) and not isinstance(method, SendChatAction)
