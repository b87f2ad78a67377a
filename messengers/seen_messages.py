"""Ids of messages that this bot has seen: they bound the search for a lost message."""

from collections import deque

KEPT = 20_000


class Sight:
    """Ids of messages in private chats, in and out.

    They come from one counter for all of a bot's private chats (a bot has one message box, as a
    person has), so an id seen anywhere is no other message, and later means larger.
    """

    def __init__(self) -> None:
        self.newest = 0
        self.sent_since = float("-inf")
        """`newest` is no older than this: a message was sent after it and has its id."""
        self._ids: set[int] = set()
        self._order: deque[int] = deque()

    def saw(self, chat_id: int, message_id: int) -> None:
        """Note the id of a message in an update: it may be new, or may have waited for long."""
        if chat_id <= 0 or message_id in self._ids:  # groups may count on their own
            return
        self._ids.add(message_id)
        self._order.append(message_id)
        if len(self._order) > KEPT:
            self._ids.discard(self._order.popleft())
        self.newest = max(self.newest, message_id)

    def sent(self, chat_id: int, message_id: int, begun: float) -> None:
        """Note the id of a message of our own, whose request began at an instant of the pacer's
        timer.
        """
        self.saw(chat_id, message_id)
        if chat_id > 0:
            self.sent_since = max(self.sent_since, begun)

    def remember(self, newest: int) -> None:
        """Note an id from an earlier run."""
        self.newest = max(self.newest, newest)

    def __contains__(self, message_id: object) -> bool:
        return message_id in self._ids
