"""Pictures on their way out: drawn and uploaded once, then sent by the messenger's own id."""

import asyncio
from typing import Protocol

from aiogram import Bot
from aiogram.exceptions import TelegramBadRequest
from aiogram.types import BufferedInputFile, InlineKeyboardMarkup, Message

from services.context import Context
from services.storage import file_ids

REFUSED = ("file identifier", "file of type", "wrong type", "file reference")
"""Telegram's descriptions of a file id that it does not accept (any more)."""


class Drawing(Protocol):
    """A picture that can be drawn: `key` names its look, so one upload serves all equal ones."""

    @property
    def key(self) -> str: ...

    def draw(self) -> bytes:
        """The picture as PNG."""
        ...


class Album:
    def __init__(self, ctx: Context) -> None:
        self._ctx = ctx

    async def send(
        self,
        bot: Bot,
        chat_id: int,
        picture: Drawing,
        caption: str,
        markup: InlineKeyboardMarkup | None = None,
    ) -> None:
        """Send a picture; its first time, draw it in a thread and remember the upload."""
        file_id = await file_ids.find(self._ctx, bot.id, picture.key)
        if file_id is not None:
            try:
                await bot.send_photo(chat_id, file_id, caption=caption, reply_markup=markup)
            except TelegramBadRequest as refusal:
                if not any(words in refusal.message.lower() for words in REFUSED):
                    raise
                await file_ids.forget(self._ctx, bot.id, picture.key)
            else:
                return
        drawn = BufferedInputFile(await asyncio.to_thread(picture.draw), "card.png")
        sent = await bot.send_photo(chat_id, drawn, caption=caption, reply_markup=markup)
        await self._keep(bot, picture, sent)

    async def _keep(self, bot: Bot, picture: Drawing, sent: Message) -> None:
        if sent.photo:
            await file_ids.keep(self._ctx, bot.id, picture.key, sent.photo[-1].file_id)
