"""The sandbox's calendar, which tests and the demo page may move forward."""

import inspect
import time
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime, timedelta

STRIDE = timedelta(hours=6)
"""A long move stops this often, so that no morning on the way is missed."""

Listener = Callable[[], Awaitable[None] | None]


class SandboxClock:
    """Tells the time in the world. Ticks with real time unless `frozen`."""

    def __init__(self, start: datetime | None = None, *, frozen: bool = False) -> None:
        if start is not None and start.tzinfo is None:
            raise ValueError("the sandbox clock needs an aware datetime")
        self._start = (start or datetime.now(UTC)).astimezone(UTC)
        self._frozen = frozen
        self._born = time.monotonic()
        self.zone: str | None = None
        """Where the page's people live (an IANA name); None: where the browser is."""
        self._listeners: list[Listener] = []

    def now(self) -> datetime:
        """Return the current moment of the world, aware, in UTC."""
        if self._frozen:
            return self._start
        return self._start + timedelta(seconds=time.monotonic() - self._born)

    @property
    def frozen(self) -> bool:
        """Whether it stands still until it is moved."""
        return self._frozen

    def timestamp(self) -> int:
        """Return `now()` in whole Unix seconds, as Telegram writes dates."""
        return int(self.now().timestamp())

    def on_move(self, listener: Listener) -> None:
        """Call `listener` after every jump of the clock."""
        self._listeners.append(listener)

    def advance(self, delta: timedelta) -> None:
        """Jump forward and call the plain listeners; `move` serves the async ones.

        Raises TypeError when a listener is asynchronous.
        """
        self._jump(delta)
        for listener in self._listeners:
            if inspect.isawaitable(outcome := listener()):
                if inspect.iscoroutine(outcome):
                    outcome.close()
                raise TypeError("an asynchronous listener needs `await clock.move(...)`")

    async def move(self, delta: timedelta) -> None:
        """Go forward in strides, waiting at each until every listener has done its work."""
        while True:
            stride = min(delta, STRIDE)
            self._jump(stride)
            for listener in self._listeners:
                if inspect.isawaitable(outcome := listener()):
                    await outcome
            delta -= stride
            if not delta:
                break

    def _jump(self, delta: timedelta) -> None:
        if delta < timedelta(0):
            raise ValueError("the sandbox clock only moves forward")
        self._start += delta
