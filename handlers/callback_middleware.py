"""Every tap is answered, whatever its handler does; a button that nobody answers spins."""

import logging
from collections.abc import Awaitable, Callable
from typing import Any, cast

from aiogram import BaseMiddleware
from aiogram.exceptions import TelegramBadRequest
from aiogram.filters.callback_data import CallbackData
from aiogram.types import CallbackQuery, TelegramObject

from services.errors import Gone

log = logging.getLogger(__name__)

ALERT_LENGTH = 200
"""Characters that answerCallbackQuery takes."""

DIGITS = 15
"""No id, sum, number of days or page that a button of ours names has more."""


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


class ForgedTaps(BaseMiddleware):
    """Turns away data that no button of ours holds and no column could. Raises Gone.

    An inner middleware: it sees the data as it was read. What a number or a text means is checked
    by the service that is asked for it.
    """

    async def __call__(
        self,
        handler: Callable[[TelegramObject, dict[str, Any]], Awaitable[Any]],
        event: TelegramObject,
        data: dict[str, Any],
    ) -> Any:
        tapped = data.get("callback_data")
        if isinstance(tapped, CallbackData) and not all(_fits(value) for _, value in tapped):
            raise Gone
        return await handler(event, data)


def _fits(value: object) -> bool:
    if isinstance(value, str):
        return "\0" not in value and not (value.isdecimal() and len(value) > DIGITS)
    return not isinstance(value, int) or abs(value) < 10**DIGITS
