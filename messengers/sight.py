"""Which message ids this bot has seen: what a lost message may be, and what it cannot be."""

import time
from collections import deque
from collections.abc import Callable

KEPT = 20_000


class Sight:
    """Ids of messages in private chats, in and out.

    They come from one counter for all of a bot's private chats (a bot has one message box, as a
    person has), so an id seen anywhere is no other message, and later means larger.
    """

    def __init__(self, timer: Callable[[], float] = time.monotonic) -> None:
        self.newest = 0
        self.newest_at = float("-inf")
        self._timer = timer
        self._ids: set[int] = set()
        self._order: deque[int] = deque()

    def saw(self, chat_id: int, message_id: int) -> None:
        if chat_id <= 0 or message_id in self._ids:  # groups may count on their own
            return
        self._ids.add(message_id)
        self._order.append(message_id)
        if len(self._order) > KEPT:
            self._ids.discard(self._order.popleft())
        if message_id > self.newest:
            self.newest = message_id
            self.newest_at = self._timer()

    def remember(self, newest: int) -> None:
        """An id from an earlier run: a beginning, though nothing new."""
        self.newest = max(self.newest, newest)

    def __contains__(self, message_id: object) -> bool:
        return message_id in self._ids
