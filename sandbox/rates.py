"""Telegram's sending limits: about 30 messages a second, 1 a second in a chat, 20 a minute
in a group. The true rule is not published, so it is kept in two readings."""

import math
import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Literal, Protocol

from sandbox.errors import too_many_requests

Mode = Literal["sliding", "bucket"]
Timer = Callable[[], float]


class _Gauge(Protocol):
    def wait(self, now: float, count: int) -> float:
        """Return the seconds until `count` more messages fit; 0 when they fit now."""

    def take(self, now: float, count: int) -> None: ...


class _SlidingWindow:
    """At most `limit` messages within any `period`: the strictest reading."""

    def __init__(self, limit: int, period: float) -> None:
        self._limit, self._period = limit, period
        self._sent: deque[float] = deque()

    def wait(self, now: float, count: int) -> float:
        sent = self._sent
        while sent and sent[0] <= now - self._period:
            sent.popleft()
        # What is larger than the limit (an album) goes when nothing else stands in the window.
        excess = len(sent) + min(count, self._limit) - self._limit
        return sent[excess - 1] + self._period - now if excess > 0 else 0.0

    def take(self, now: float, count: int) -> None:
        self._sent.extend([now] * count)


class _TokenBucket:
    """`limit` tokens at once, refilled evenly over `period`: the mild reading."""

    def __init__(self, limit: int, period: float) -> None:
        self._limit, self._rate = limit, limit / period
        self._tokens, self._at = float(limit), -math.inf

    def wait(self, now: float, count: int) -> float:
        if self._at != -math.inf:
            self._tokens = min(self._limit, self._tokens + (now - self._at) * self._rate)
        self._at = now
        # A millionth of a token forgives the rounding of binary fractions.
        missing = min(count, self._limit) - self._tokens - 1e-6
        return max(0.0, missing / self._rate)

    def take(self, now: float, count: int) -> None:  # noqa: ARG002 - one shape for both gauges
        self._tokens -= count


@dataclass
class Rates:
    """Counts the messages a bot sends and answers 429 when there are too many.

    A refused message is not counted, but after a refusal the same scope (the bot or the chat)
    stays closed until `retry_after` has passed, as Telegram's does. `timer` gives monotonic
    seconds and is apart from the world's movable calendar.
    """

    enabled: bool = True
    mode: Mode = "sliding"
    overall: int = 30
    chat_burst: int = 5
    """A chat takes one message a second; Telegram allows "short bursts" of unknown length."""
    group_minute: int = 20
    timer: Timer = time.monotonic
    refused: int = 0
    _bot: _Gauge | None = None
    _chats: dict[int, _Gauge] = field(default_factory=dict)
    _held: dict[int, float] = field(default_factory=dict)

    @classmethod
    def off(cls) -> "Rates":
        """Return rates that refuse nothing."""
        return cls(enabled=False)

    def admit(self, chat_id: int, count: int = 1) -> None:
        """Count `count` new messages to the chat, or raise the 429 `ApiError`."""
        if not self.enabled:
            return
        now = self.timer()
        if self._bot is None:
            self._bot = self._gauge(self.overall, 1.0)
        if chat_id not in self._chats:
            self._chats[chat_id] = (
                self._gauge(self.group_minute, 60.0)
                if chat_id < 0
                else self._gauge(self.chat_burst, float(self.chat_burst))
            )
        gauges = ((0, self._bot), (chat_id, self._chats[chat_id]))
        for scope, gauge in gauges:
            wait = max(self._held.get(scope, now) - now, gauge.wait(now, count))
            if wait > 0:
                retry_after = max(1, math.ceil(wait))
                self._held.setdefault(scope, now + retry_after)
                self.refused += 1
                raise too_many_requests(retry_after)
            self._held.pop(scope, None)
        for _, gauge in gauges:
            gauge.take(now, count)

    def _gauge(self, limit: int, period: float) -> _Gauge:
        kind = _SlidingWindow if self.mode == "sliding" else _TokenBucket
        return kind(limit, period)
