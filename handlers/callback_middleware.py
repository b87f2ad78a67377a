"""Every tap is answered, whatever its handler does; a button that nobody answers spins."""

from collections.abc import Awaitable, Callable
from typing import Any

from aiogram import BaseMiddleware
from aiogram.filters.callback_data import CallbackData
from aiogram.types import TelegramObject

from handlers.desk import Desk
from services.errors import Gone

DIGITS = 15
"""No id, sum, number of days or page that a button of ours names has more."""


class TapMiddleware(BaseMiddleware):
    """Answers each tap after its handler, whatever that did."""

    async def __call__(
        self,
        handler: Callable[[TelegramObject, dict[str, Any]], Awaitable[Any]],
        event: TelegramObject,
        data: dict[str, Any],
    ) -> Any:
        desk: Desk = data["desk"]
        try:
            return await handler(event, data)
        finally:
            await desk.answer_tap()


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
        tapped = data.get("tap")
        if isinstance(tapped, CallbackData) and not all(_fits(value) for _, value in tapped):
            raise Gone
        return await handler(event, data)


def _fits(value: object) -> bool:
    if isinstance(value, str):
        return "\0" not in value and not (value.isdecimal() and len(value) > DIGITS)
    return not isinstance(value, int) or abs(value) < 10**DIGITS
