"""Finds the visitor, their language and the state of their conversation."""

from asyncio import Lock
from collections.abc import AsyncGenerator, Awaitable, Callable
from contextlib import asynccontextmanager
from typing import Any

from aiogram import Bot
from aiogram.dispatcher.middlewares.base import BaseMiddleware
from aiogram.enums import ChatType
from aiogram.fsm.context import FSMContext
from aiogram.fsm.storage.base import StorageKey
from aiogram.types import CallbackQuery, Chat, Message, TelegramObject, Update, User

from handlers.desk import Desk
from handlers.fsm_storage import ConversationMemory, conversation_key
from handlers.tap_answer import TapAnswer
from messengers.links import Links
from messengers.picture_cache import Album
from messengers.words import Words
from services.context import Context
from services.staff import identities


class VisitorMiddleware(BaseMiddleware):
    """Makes the desk of every message and tap; one person's updates run one by one.

    Filters and middlewares find `visitor`, `say`, `state` and `raw_state` beside it.

    It does the work of aiogram's FSM middleware too, so that the person and their state come
    from one statement. Groups and channels are none of this bot's business.
    """

    def __init__(
        self, ctx: Context, words: Words, links: Links, memory: ConversationMemory
    ) -> None:
        self._ctx = ctx
        self._words = words
        self._links = links
        self._album = Album(ctx)
        self._memory = memory
        self._turns: dict[int, tuple[Lock, int]] = {}

    async def __call__(
        self,
        handler: Callable[[TelegramObject, dict[str, Any]], Awaitable[Any]],
        event: TelegramObject,
        data: dict[str, Any],
    ) -> Any:
        user: User | None = data.get("event_from_user")
        chat: Chat | None = data.get("event_chat")
        bot: Bot = data["bot"]
        if user is None or user.is_bot or (chat and chat.type != ChatType.PRIVATE):
            return None
        key = StorageKey(bot_id=bot.id, chat_id=user.id, user_id=user.id)
        async with self._turn(user.id):
            visitor = await identities.visit(
                self._ctx,
                user.id,
                user.full_name,
                self._words.nearest(user.language_code),
                conversation=conversation_key(key),
            )
            say = self._words.say(visitor.language, visitor.timezone)
            state = FSMContext(storage=self._memory, key=key)
            data["visitor"] = visitor
            data["say"] = say
            data["state"] = state
            data["raw_state"] = visitor.state
            said = event.event if isinstance(event, Update) else None
            if isinstance(said, Message | CallbackQuery):
                data["desk"] = Desk(
                    event=said,
                    bot=bot,
                    ctx=self._ctx,
                    say=say,
                    visitor=visitor,
                    state=state,
                    words=self._words,
                    links=self._links,
                    album=self._album,
                    tap_answer=TapAnswer() if isinstance(said, CallbackQuery) else None,
                )
            return await handler(event, data)

    @asynccontextmanager
    async def _turn(self, user_id: int) -> AsyncGenerator[None, None]:
        """Wait for the same person's earlier update; nothing is kept once nobody waits."""
        lock, waiting = self._turns.get(user_id, (Lock(), 0))
        self._turns[user_id] = (lock, waiting + 1)
        try:
            async with lock:
                yield
        finally:
            lock, waiting = self._turns.pop(user_id)
            if waiting > 1:
                self._turns[user_id] = (lock, waiting - 1)
