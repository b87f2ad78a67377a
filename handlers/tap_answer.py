"""The answer to one tap: a button that nobody answers spins."""

import logging

from aiogram.exceptions import TelegramBadRequest
from aiogram.types import CallbackQuery

log = logging.getLogger(__name__)

ALERT_LENGTH = 200
"""Characters that answerCallbackQuery takes."""


class TapAnswer:
    """Given when the handler of the tap ends; a handler may say what it shows."""

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
