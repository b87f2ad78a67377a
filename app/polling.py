"""Fetching updates: none is confirmed to Telegram before it has been handled.

aiogram's own polling confirms a batch as soon as it hands it to tasks, so a crash loses what was
in them. Here a batch is handled first, all of it at once, and the next request confirms it; after
a crash the same updates come again, and their idempotency keys see to it that nothing happens
twice. A handler that takes longer than PATIENCE does not hold the others up.
"""

import asyncio
import logging
from contextlib import suppress

from aiogram import Bot, Dispatcher
from aiogram.exceptions import AiogramError, TelegramConflictError
from aiogram.methods import GetUpdates
from aiogram.types import Update
from aiogram.utils.backoff import Backoff, BackoffConfig

from app.stopping import unless

log = logging.getLogger(__name__)

LONG_POLL = 30
FAREWELL = 5
"""Seconds that the last request may take."""

PATIENCE = 1.0
AT_ONCE = 100
"""Updates handled at the same time; Telegram gives as many at a time."""

BACKOFF = BackoffConfig(min_delay=1.0, max_delay=30.0, factor=1.5, jitter=0.1)


class Poller:
    """Takes updates from Telegram and gives them to the dispatcher until it is stopped."""

    def __init__(self, bot: Bot, dispatcher: Dispatcher) -> None:
        self._bot = bot
        self._dispatcher = dispatcher
        self._under_way: set[asyncio.Task[None]] = set()
        self._stopping = asyncio.Event()

    def stop(self) -> None:
        self._stopping.set()

    async def run(self) -> None:
        """Poll until `stop`; then finish what is under way."""
        allowed = self._dispatcher.resolve_used_update_types()
        request = GetUpdates(timeout=LONG_POLL, allowed_updates=allowed)
        backoff = Backoff(BACKOFF)
        while not self._stopping.is_set():
            try:
                fetch = self._bot(request, request_timeout=LONG_POLL + 30)
                updates = await unless(self._stopping, fetch)
            except TelegramConflictError:
                log.warning(
                    "Another program takes updates with this token; waiting for it to stop."
                )
                await self._pause(backoff)
                continue
            except (AiogramError, TimeoutError) as error:
                log.warning("No updates from Telegram (%s); trying again.", type(error).__name__)
                await self._pause(backoff)
                continue
            backoff.reset()
            if updates:
                request.offset = updates[-1].update_id + 1
                await self._handle(updates)
        if self._under_way:
            await asyncio.wait(self._under_way)
        if request.offset is not None:
            await self._confirm(request.offset)

    async def _handle(self, updates: list[Update]) -> None:
        batch = {asyncio.create_task(self._feed(update)) for update in updates}
        self._under_way |= batch
        for task in batch:
            task.add_done_callback(self._under_way.discard)
        await asyncio.wait(batch, timeout=PATIENCE)
        while len(self._under_way) >= AT_ONCE:
            await asyncio.wait(self._under_way, return_when=asyncio.FIRST_COMPLETED)

    async def _confirm(self, offset: int) -> None:
        """Tell Telegram what was handled last, or the next start would be given it again."""
        try:
            request = GetUpdates(offset=offset, limit=1, timeout=0)
            await self._bot(request, request_timeout=FAREWELL)
        except (AiogramError, TimeoutError) as error:
            log.warning("The last updates may come again (%s).", type(error).__name__)

    async def _feed(self, update: Update) -> None:
        try:
            await self._dispatcher.feed_update(self._bot, update)
        except Exception:
            log.exception("Update %d failed.", update.update_id)

    async def _pause(self, backoff: Backoff) -> None:
        delay = next(backoff)
        with suppress(TimeoutError):
            await asyncio.wait_for(self._stopping.wait(), delay)
