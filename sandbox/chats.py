"""Chats and what stands in them."""

from dataclasses import dataclass, field
from typing import Any, Literal

from sandbox.keyboards import Markup

BLOCKED = "bot was blocked by the user"
DEACTIVATED = "user is deactivated"
Message = dict[str, Any]
User = dict[str, Any]


@dataclass
class Post:
    """A message with what Telegram remembers of it but does not show.

    `message` is the Bot API's Message. It is never changed in place: an edit puts a new one, so
    whoever holds the old one holds what was true then.
    """

    message: Message
    outgoing: bool
    """Sent by the bot."""
    reply_kind: str | None = None
    """"keyboard", "remove" or "force_reply" when it brought one: then it can't be edited."""
    forwarded: bool = False
    reactions: list[str] = field(default_factory=list)
    """The bot's own reaction, at most one."""


@dataclass
class Chat:
    """A private chat or a group, as the bot's account holds it."""

    id: int
    kind: Literal["private", "group"]
    info: dict[str, Any]
    history: int | None = None
    """How many messages to keep; None keeps all."""
    members: frozenset[int] = frozenset()
    """The ids of a group's people, without the bot."""
    posts: dict[int, Post] = field(default_factory=dict)
    pinned: list[int] = field(default_factory=list)
    keyboard: "ScreenKeyboard | None" = None
    gone: str | None = None
    """Why the bot may not write here, in Telegram's words ("bot was blocked by the user")."""
    alerts: list[str] = field(default_factory=list)
    """What the bot said in answer to taps, oldest first."""

    @property
    def private(self) -> bool:
        return self.kind == "private"

    def add(self, post: Post) -> None:
        self.posts[post.message["message_id"]] = post
        if self.history is not None and len(self.posts) > self.history:
            self.remove(next(iter(self.posts)))

    def remove(self, message_id: int) -> None:
        del self.posts[message_id]
        if message_id in self.pinned:
            self.pinned.remove(message_id)
        if self.keyboard is not None and self.keyboard.message_id == message_id:
            self.keyboard = None

    def show_keyboard(self, markup: Markup, message_id: int) -> None:
        """Put what a new message brought below the input field, or take it away."""
        if markup.kind == "remove":
            self.keyboard = None
        elif markup.kind in ("keyboard", "force_reply"):
            self.keyboard = ScreenKeyboard(markup.kind, markup.value, message_id)


@dataclass
class ScreenKeyboard:
    """The reply keyboard (or forced reply) a chat shows below its input field."""

    kind: str
    markup: dict[str, Any]
    message_id: int
    hidden: bool = False
    """A one-time keyboard folds away after use; a person can still unfold it."""

    @property
    def rows(self) -> list[list[dict[str, Any]]]:
        """Return the buttons, row by row."""
        rows: list[list[dict[str, Any]]] = self.markup.get("keyboard", [])
        return rows
