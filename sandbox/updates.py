"""Updates waiting for the bot, and how it fetches them."""

import asyncio
import time
from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any

from sandbox.clock import SandboxClock
from sandbox.errors import ApiError

Update = dict[str, Any]
_CALLBACK_LIFE = 150
_LIFE = 86_400
_NOT_BY_DEFAULT = frozenset({"chat_member", "message_reaction", "message_reaction_count"})
_FIRST_ID = 100_000_001


@dataclass(frozen=True)
class _Pending:
    update: Update
    expires: float

    @property
    def id(self) -> int:
        number: int = self.update["update_id"]
        return number


class UpdateQueue:
    """Keeps updates until the bot confirms them by asking for later ones."""

    def __init__(self, clock: SandboxClock) -> None:
        self._clock = clock
        self._pending: deque[_Pending] = deque()
        self._next_id = _FIRST_ID
        self._allowed: frozenset[str] | None = None
        self._waiter: asyncio.Future[None] | None = None

    def __len__(self) -> int:
        self._expire()
        return len(self._pending)

    @property
    def allowed(self) -> list[str]:
        """Return the chosen update types; empty means Telegram's default."""
        return sorted(self._allowed or ())

    @property
    def waiting(self) -> bool:
        """Whether a long poll waits for an update right now."""
        return self._waiter is not None

    def allow(self, kinds: Sequence[str] | None) -> None:
        """Remember which updates to keep; None leaves the choice as it was."""
        if kinds is not None:
            self._allowed = frozenset(kinds) or None

    def make(self, kind: str, payload: dict[str, Any]) -> Update | None:
        """Return the next update, or None when the bot did not ask for its kind."""
        if not (kind in self._allowed if self._allowed else kind not in _NOT_BY_DEFAULT):
            return None
        update = {"update_id": self._next_id, kind: payload}
        self._next_id += 1
        return update

    def push(self, update: Update) -> None:
        """Keep the update for the next `poll`."""
        life = _CALLBACK_LIFE if "callback_query" in update else _LIFE
        self._pending.append(_Pending(update, self._clock.timestamp() + life))
        self._wake(None)

    def clear(self) -> None:
        self._pending.clear()

    def interrupt(self) -> None:
        """End a waiting poll as Telegram does when another one comes."""
        self._wake(
            ApiError(
                409,
                "Conflict: terminated by other getUpdates request; "
                "make sure that only one bot instance is running",
            )
        )

    async def poll(self, offset: int, limit: int, seconds: float) -> list[Update]:
        """Return pending updates from `offset` on, waiting up to `seconds` for one.

        A positive offset confirms everything before it; a negative one keeps only the last
        `-offset`. A poll that waits is ended with a 409 when another one comes.
        """
        self.interrupt()
        self._confirm(offset)
        deadline = time.monotonic() + seconds
        while not self._pending and (left := deadline - time.monotonic()) > 0:
            self._waiter = asyncio.get_running_loop().create_future()
            waiter = self._waiter
            try:
                await asyncio.wait_for(waiter, left)
            except TimeoutError:
                break
            finally:
                if self._waiter is waiter:
                    self._waiter = None
        self._expire()
        return [pending.update for pending in islice(self._pending, limit)]

    def _confirm(self, offset: int) -> None:
        self._expire()
        if offset < 0:
            while len(self._pending) > -offset:
                self._pending.popleft()
        while self._pending and self._pending[0].id < offset:
            self._pending.popleft()

    def _expire(self) -> None:
        now = self._clock.timestamp()
        if any(pending.expires <= now for pending in self._pending):
            self._pending = deque(p for p in self._pending if p.expires > now)

    def _wake(self, error: ApiError | None) -> None:
        waiter = self._waiter
        if waiter is None or waiter.done():
            return
        if error:
            waiter.set_exception(error)
        else:
            waiter.set_result(None)
