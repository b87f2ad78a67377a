"""Pacing of the bot's messages: Telegram's limits, kept without running into them.

Why this is safe and what it costs is in docs/decisions/0004-pacing.md.
"""

import asyncio
import heapq
import itertools
import math
import time
from bisect import insort
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

from messengers.round_trip import CALM, ShortestTrip

LIVE = -1
"""Priority of an answer to somebody who is waiting; those of deliveries begin at 0."""

PER_SECOND = 30
"""Messages a second from one bot (core.telegram.org/bots/faq)."""

CHAT_PERIOD = 1.0
"""Seconds between two messages to one chat (the same page)."""

WINDOW = 1.0
"""Seconds that a message counts for."""

EVENNESS = 0.9
"""While people talk to the bot, other messages start no closer together than this part of an even
share of the second: so a slot is never far away when a live message needs it."""

SPARE = 0.5
"""Seconds added to what a refusal asks for."""

CHATS_KEPT = 10_000


@dataclass(order=True, slots=True)
class _Waiter:
    priority: int
    number: int
    called: asyncio.Event = field(default_factory=asyncio.Event, compare=False)


class Pacer:
    """Lets a message go when one of the bot's slots is free, the most urgent first.

    A slot is taken before the request and is free again a second after the answer, less the
    shortest round trip: then its two messages reach Telegram at least a second apart.
    `per_second` None: no limit but Telegram's own refusals.
    """

    def __init__(
        self,
        per_second: int | None = PER_SECOND,
        *,
        chat_period: float = CHAT_PERIOD,
        timer: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
    ) -> None:
        self.timer = timer
        self.sleep = sleep
        self.refusals = 0
        self._most = self._slots = per_second
        self._gap = EVENNESS * WINDOW / per_second if per_second else 0.0
        self._chat_period = chat_period
        self._chats: dict[int, float] = {}  # when a chat was last written to
        self._under_way = 0
        self._resting: list[float] = []  # a heap: when the slots that were used are free again
        self._waiting: list[_Waiter] = []  # the most urgent first
        self._numbers = itertools.count()
        self._trip = ShortestTrip()
        self._held_until = self._adapted_at = -math.inf
        self._last_start = self._talked_at = -math.inf

    @property
    def slots(self) -> int | None:
        """How many messages a second may hold now: fewer after a refusal, back when it is calm."""
        return self._slots

    @asynccontextmanager
    async def turn(self, chat_id: int, priority: int) -> AsyncIterator[None]:
        """Wait for the chat and for a slot, and keep the slot during the request."""
        if priority == LIVE:
            self._talked_at = self.timer()
        else:
            await self._rest(chat_id)
        await self._take(priority)
        start = self.timer()
        trip = None  # unknown after a failure: then nothing is credited
        try:
            yield
            trip = self.timer() - start
        finally:
            self._release(chat_id, trip)

    async def refused(self, retry_after: float) -> None:
        """Hold everything for as long as Telegram asks, and go on a little slower."""
        now = self.timer()
        self.refusals += 1
        if self._slots and now >= self._held_until:  # one refusal comes as several at once
            self._slots = max(1, self._slots - 1)
        self._adapted_at = self._held_until = now + retry_after + SPARE
        await self.sleep(retry_after + SPARE)

    async def _rest(self, chat_id: int) -> None:
        while (wait := self._chats.get(chat_id, -math.inf) + self._chat_period - self.timer()) > 0:
            await self.sleep(wait)

    async def _take(self, priority: int) -> None:
        waiter = _Waiter(priority, next(self._numbers))
        insort(self._waiting, waiter)
        try:
            while (wait := self._wait(waiter)) > 0:
                if wait < math.inf:
                    await self.sleep(wait)
                else:
                    waiter.called.clear()
                    await waiter.called.wait()
            self._under_way += 1
            self._last_start = self.timer()
        finally:
            self._waiting.remove(waiter)
            self._call_next()

    def _wait(self, waiter: _Waiter) -> float:
        """Seconds until the message may go; infinity when another has to move first."""
        now = self.timer()
        if now < self._held_until:
            return self._held_until - now
        if self._slots is None:
            return 0.0
        if waiter is not self._waiting[0]:
            return math.inf
        while self._resting and self._resting[0] <= now:
            heapq.heappop(self._resting)
        if self._under_way + len(self._resting) >= self._slots:
            return self._resting[0] - now if self._resting else math.inf
        if waiter.priority == LIVE or now - self._talked_at > CALM:
            return 0.0
        return max(0.0, self._last_start + self._gap - now)

    def _release(self, chat_id: int, trip: float | None) -> None:
        now = self.timer()
        self._under_way -= 1
        self._chats[chat_id] = now
        if len(self._chats) > CHATS_KEPT:
            rested = now - self._chat_period
            self._chats = {chat: at for chat, at in self._chats.items() if at > rested}
        if self._slots is None or self._most is None:
            return
        credit = 0.0
        if trip is not None:
            self._trip.seen(trip, now)
            credit = min(self._trip.trusted(), WINDOW)
        heapq.heappush(self._resting, now + WINDOW - credit)
        if self._slots < self._most and now - self._adapted_at >= CALM:
            self._slots += 1
            self._adapted_at = now
        self._call_next()

    def _call_next(self) -> None:
        if self._waiting:
            self._waiting[0].called.set()
