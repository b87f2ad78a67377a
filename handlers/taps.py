"""Every tap is answered, whatever its handler does; a button that nobody answers spins."""

import logging
from collections.abc import Awaitable, Callable
from typing import Any, cast

from aiogram import BaseMiddleware
from aiogram.exceptions import TelegramBadRequest
from aiogram.types import CallbackQuery, TelegramObject

log = logging.getLogger(__name__)

ALERT_LENGTH = 200
"""Characters that answerCallbackQuery takes."""


class Tap:
    """The answer to one tap, given when its handler ends; a handler may say what it shows."""

    def __init__(self) -> None:
        self._text: str | None = None
        self._alert = False
        self._given = False

    def toast(self, text: str) -> None:
        """A line that fades by itself."""
        self._text, self._alert = text, False

    def alert(self, text: str) -> None:
        """A box that waits to be closed."""
        self._text, self._alert = text, True

    async def give(self, query: CallbackQuery) -> None:
        """Answer now, once; a handler with long work ahead calls this first."""
        if self._given:
            return
        self._given = True
        text = self._text and self._text[:ALERT_LENGTH]
        try:
            await query.answer(text, show_alert=self._alert or None)
        except TelegramBadRequest as refusal:
            # The bot was down when it was tapped: the act is done all the same.
            log.info("a tap was answered too late: %s", refusal.message)


class TapMiddleware(BaseMiddleware):
    """Hands each callback handler its `tap` and answers afterwards."""

    async def __call__(
        self,
        handler: Callable[[TelegramObject, dict[str, Any]], Awaitable[Any]],
        event: TelegramObject,
        data: dict[str, Any],
    ) -> Any:
        tap = data["tap"] = Tap()
        try:
            return await handler(event, data)
        finally:
            await tap.give(cast("CallbackQuery", event))
