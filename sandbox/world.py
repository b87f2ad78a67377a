"""One world behind two doors: the strict Telegram that tests and the demo talk to."""

import asyncio
import contextlib
from collections import deque
from collections.abc import Awaitable, Callable, Iterator, Mapping
from typing import Any

from sandbox.chats import Chat, Message, Post, User
from sandbox.clock import SandboxClock
from sandbox.errors import ConnectionDropped, NotModelled
from sandbox.faults import Faults
from sandbox.files import FileStore
from sandbox.group import Group
from sandbox.keyboards import Markup
from sandbox.methods import run
from sandbox.methods.registry import canonical_name
from sandbox.params import Params, Upload
from sandbox.person import Person
from sandbox.profile import Profile
from sandbox.rates import Rates
from sandbox.taps import Tap
from sandbox.updates import Update, UpdateQueue

Event = dict[str, Any]
_FIRST_PERSON = 200_000_001
_FIRST_GROUP = 4_000_000_001
_CALLS_KEPT = 10_000
_TAPS_KEPT = 10_000


class World:
    """Telegram as one bot knows it.

    `call` is the Bot API; people act through `Person`. `on_update` set: every update is awaited
    inside the act that caused it, so a test goes on when the bot has answered; unset: updates
    wait for `getUpdates`. `history` bounds the messages kept in each chat (None: all);
    `callback_window` is how many seconds of the world's clock a tap may wait for its answer
    (Telegram does not publish its own).
    """

    def __init__(
        self,
        *,
        token: str = "1000000001:SANDBOX-kopilka-demo-token-0000000",  # noqa: S107 - opens nothing
        username: str = "kopilka_demo_bot",
        name: str = "Kopilka",
        clock: SandboxClock | None = None,
        rates: Rates | None = None,
        history: int | None = None,
        callback_window: float = 60.0,
    ) -> None:
        self.token = token
        self.clock = clock or SandboxClock()
        self.rates = rates or Rates()
        self.faults = Faults()
        self.bot: User = {
            "id": int(token.split(":", 1)[0]),
            "is_bot": True,
            "first_name": name,
            "username": username,
        }
        self.profile = Profile(name)
        self.files = FileStore()
        self.updates = UpdateQueue(self.clock)
        self.people: dict[int, Person] = {}
        self.groups: dict[int, Group] = {}
        self.chats: dict[int, Chat] = {}
        self.taps: dict[str, Tap] = {}
        self.on_update: Callable[[Update], Awaitable[None]] | None = None
        self.calls: deque[tuple[str, dict[str, Any]]] = deque(maxlen=_CALLS_KEPT)
        self.gaps: list[NotModelled] = []
        self.sent_total = 0
        self.callback_window = callback_window
        self._history = history
        self._message_id = 0
        self._tap_id = 0
        self._next_person = _FIRST_PERSON
        self._subscribers: list[asyncio.Queue[Event]] = []
        self.clock.on_move(lambda: self.publish("clock", now=self.clock.timestamp()))

    # --- the bot's side -------------------------------------------------------------------

    async def call(
        self,
        method: str,
        params: Mapping[str, Any] | None = None,
        files: Mapping[str, Upload] | None = None,
    ) -> Any:
        """Do what the Bot API method does and return its JSON-able result.

        Raises ApiError with Telegram's words, ConnectionDropped on a planned fault, NotModelled
        for what the sandbox does not imitate.
        """
        name = canonical_name(method)
        arguments = Params(params or {}, files or {})
        self.calls.append((name, dict(arguments.values)))
        fault = self.faults.strike(name, _chat_of(arguments))
        if fault is not None and fault.kind != "drop_after":
            raise fault.error()
        try:
            result = await run(self, name, arguments)
        except NotModelled as gap:
            # The bot may swallow it; the act that led here will not.
            self.gaps.append(gap)
            raise
        if fault is not None:
            raise ConnectionDropped(fault.kind)
        return result

    def called(self, method: str) -> list[dict[str, Any]]:
        """Return the parameters of every call of the method so far, oldest first."""
        return [params for name, params in self.calls if name == method]

    @property
    def unanswered_taps(self) -> list[Tap]:
        """Taps whose button still spins on somebody's screen."""
        return [tap for tap in self.taps.values() if tap.answer is None]

    # --- people ---------------------------------------------------------------------------

    def person(
        self,
        first_name: str,
        *,
        user_id: int | None = None,
        last_name: str | None = None,
        username: str | None = None,
        language: str = "ru",
        phone: str | None = None,
        started: bool = False,
    ) -> Person:
        """Let a person into the world. `started`: they pressed Start some time ago.

        Raises ValueError when the id is taken.
        """
        if user_id is None:
            user_id = self._next_person
        if user_id in self.people:
            raise ValueError(f"somebody has the id {user_id} already")
        person = Person(
            world=self,
            id=user_id,
            first_name=first_name,
            last_name=last_name,
            username=username,
            language=language,
            phone=phone or f"+7900{user_id % 10**7:07d}",
        )
        self.people[user_id] = person
        self._next_person = max(self._next_person, user_id + 1)
        if started:
            self.open_private_chat(person)
        self.publish("person", chat_id=user_id)
        return person

    def group(self, title: str, members: list[Person]) -> Group:
        """Open a group chat with these people and the bot in it."""
        group_id = -(_FIRST_GROUP + len(self.groups))
        info = {"id": group_id, "type": "group", "title": title}
        self.chats[group_id] = Chat(group_id, "group", info, self._history)
        for person in members:
            person.known = True
        self.groups[group_id] = Group(self, group_id, title, list(members))
        return self.groups[group_id]

    def open_private_chat(self, person: Person) -> Chat:
        """Return the person's chat with the bot, made on their first Start."""
        chat = self.chats.get(person.id)
        if chat is None:
            info = {"id": person.id, "type": "private", "first_name": person.first_name}
            info |= {
                key: value
                for key, value in (("last_name", person.last_name), ("username", person.username))
                if value
            }
            chat = self.chats[person.id] = Chat(person.id, "private", info, self._history)
        person.known = True
        return chat

    def user(self, user_id: int) -> User | None:
        """Return the User JSON of somebody the bot has met, or of the bot."""
        if user_id == self.bot["id"]:
            return self.bot
        person = self.people.get(user_id)
        return person.user if person is not None and person.known else None

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

    def new_tap(self, person: Person, message_id: int, data: str) -> Tap:
        """Register a press and give it its callback query id."""
        self._tap_id += 1
        born = self.clock.now().timestamp()
        tap = Tap(f"{person.id}{self._tap_id:07d}", person, message_id, data, born)
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


def _chat_of(params: Params) -> int | None:
    try:
        return int(params.values.get("chat_id") or 0) or None
    except (TypeError, ValueError):
        return None
