"""Telegram as one bot's account has it: chats, messages, taps, updates."""

import asyncio
import contextlib
from collections.abc import Awaitable, Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from sandbox.accounts import Account
from sandbox.chats import Chat, Message, Post, User
from sandbox.clock import SandboxClock
from sandbox.errors import NotModelled
from sandbox.files import FileStore
from sandbox.keyboards import Markup
from sandbox.profile import Profile
from sandbox.rates import Rates
from sandbox.taps import Tap
from sandbox.updates import Update, UpdateQueue

Event = dict[str, Any]
_FIRST_GROUP = 4_000_000_001
_TAPS_KEPT = 10_000


@dataclass(kw_only=True, eq=False, repr=False)
class Telegram:
    """What the Bot API's methods and people's phones work on.

    `on_update` set: every update is awaited inside the act that caused it, so a test goes on when
    the bot has answered; unset: updates wait for `getUpdates`.
    """

    token: str = "1000000001:SANDBOX-kopilka-demo-token-0000000"  # noqa: S105 - opens nothing
    username: str = "kopilka_demo_bot"
    name: str = "Kopilka"
    clock: SandboxClock = field(default_factory=SandboxClock)
    rates: Rates = field(default_factory=Rates)
    history: int | None = None
    """How many messages to keep in each chat; None keeps all."""
    callback_window: float = 60.0
    """How many seconds of the clock a tap may wait for its answer. Telegram does not say."""

    def __post_init__(self) -> None:
        self.bot: User = {
            "id": int(self.token.split(":", 1)[0]),
            "is_bot": True,
            "first_name": self.name,
            "username": self.username,
        }
        self.profile = Profile(self.name)
        self.files = FileStore()
        self.updates = UpdateQueue(self.clock)
        self.accounts: dict[int, Account] = {}
        """People the bot has met: in a private chat or in a group."""
        self.chats: dict[int, Chat] = {}
        self.taps: dict[str, Tap] = {}
        self.on_update: Callable[[Update], Awaitable[None]] | None = None
        self.gaps: list[NotModelled] = []
        self.sent_total = 0
        self._message_id = 0
        self._tap_id = 0
        self._next_group = -_FIRST_GROUP
        self._subscribers: list[asyncio.Queue[Event]] = []
        self.clock.on_move(lambda: self.publish("clock", now=self.clock.timestamp()))

    # --- chats ----------------------------------------------------------------------------

    def open_private_chat(self, account: Account) -> Chat:
        """Return the person's chat with the bot, made on their first Start."""
        chat = self.chats.get(account.id)
        if chat is None:
            info = {"id": account.id, "type": "private", "first_name": account.first_name}
            info |= {
                key: value
                for key, value in (("last_name", account.last_name), ("username", account.username))
                if value
            }
            chat = self.chats[account.id] = Chat(account.id, "private", info, self.history)
        self.accounts[account.id] = account
        return chat

    def open_group(self, title: str, members: Iterable[Account]) -> Chat:
        """Return a new group chat with these people and the bot in it."""
        people = {account.id: account for account in members}
        info = {"id": self._next_group, "type": "group", "title": title}
        chat = Chat(self._next_group, "group", info, self.history, frozenset(people))
        self.chats[chat.id] = chat
        self.accounts |= people
        self._next_group -= 1
        return chat

    def user(self, user_id: int) -> User | None:
        """Return the User JSON of somebody the bot has met, or of the bot."""
        if user_id == self.bot["id"]:
            return self.bot
        account = self.accounts.get(user_id)
        return account.user if account is not None else None

    # --- messages -------------------------------------------------------------------------

    def post(self, chat: Chat, content: dict[str, Any], markup: Markup | None = None) -> Message:
        """Put the bot's new message into the chat and onto its screens."""
        message = self.new_message(chat, self.bot, content)
        if markup is not None and markup.inline:
            message["reply_markup"] = markup.inline
        kind = markup.kind if markup is not None and markup.kind != "inline" else None
        chat.add(Post(message, True, kind, "forward_origin" in message))
        if markup is not None:
            chat.show_keyboard(markup, message["message_id"])
        self.sent_total += 1
        if self._subscribers:
            self.publish("message", chat_id=chat.id, message=message)
        return message

    def new_message(self, chat: Chat, sender: User, content: dict[str, Any]) -> Message:
        """Return a message with the next id; ids are one row for the whole bot account."""
        self._message_id += 1
        return {
            "message_id": self._message_id,
            "from": sender,
            "chat": chat.info,
            "date": self.clock.timestamp(),
            **content,
        }

    def replace(self, chat: Chat, post: Post, message: Message) -> None:
        """Put an edited message in place of the old one."""
        post.message = message
        self.publish("edit", chat_id=chat.id, message=message)

    def remove(self, chat: Chat, message_id: int) -> None:
        """Take a message off every screen."""
        chat.remove(message_id)
        self.publish("delete", chat_id=chat.id, message_id=message_id)

    # --- updates and events -----------------------------------------------------------------

    def new_tap(self, chat_id: int, message_id: int, data: str) -> Tap:
        """Register a press in a private chat and give it its callback query id."""
        self._tap_id += 1
        born = self.clock.now().timestamp()
        tap = Tap(f"{chat_id}{self._tap_id:07d}", chat_id, message_id, data, born)
        self.taps[tap.id] = tap
        if len(self.taps) > _TAPS_KEPT:
            del self.taps[next(iter(self.taps))]
        return tap

    async def emit(self, kind: str, payload: dict[str, Any]) -> None:
        """Let the bot know: at once through `on_update`, or by the queue."""
        update = self.updates.make(kind, payload)
        if update is None:
            return
        if self.on_update is not None:
            gaps = len(self.gaps)
            await self.on_update(update)
            if len(self.gaps) > gaps:
                raise self.gaps[-1]
        else:
            self.updates.push(update)

    async def emit_membership(self, chat: Chat, by: User, old: str, new: str) -> None:
        """Let the bot know that its own place in a chat changed."""
        self.publish("member", chat_id=chat.id, status=new)

        def status(name: str) -> dict[str, Any]:
            return {"user": self.bot, "status": name} | (
                {"until_date": 0} if name == "kicked" else {}
            )

        change = {"old_chat_member": status(old), "new_chat_member": status(new)}
        date = self.clock.timestamp()
        await self.emit("my_chat_member", {"chat": chat.info, "from": by, "date": date, **change})

    def publish(self, kind: str, **details: Any) -> None:
        """Tell every subscriber what changed on a screen."""
        for queue in self._subscribers:
            queue.put_nowait({"type": kind, **details})

    @contextlib.contextmanager
    def subscribe(self) -> Iterator[asyncio.Queue[Event]]:
        """Give a queue of events for as long as the context lasts."""
        queue: asyncio.Queue[Event] = asyncio.Queue()
        self._subscribers.append(queue)
        try:
            yield queue
        finally:
            self._subscribers.remove(queue)
