"""One world behind two doors: the strict Telegram that tests and the demo talk to."""

from collections import deque
from collections.abc import Mapping
from typing import Any

from sandbox.errors import ConnectionDropped, NotModelled
from sandbox.faults import Faults
from sandbox.group import Group
from sandbox.methods import run
from sandbox.methods.registry import canonical_name
from sandbox.params import Params, Upload
from sandbox.person import Person
from sandbox.taps import Tap
from sandbox.telegram import Telegram

_FIRST_PERSON = 200_000_001
_CALLS_KEPT = 10_000


class World(Telegram):
    """Telegram with people in it. `call` is the Bot API; people act through `Person`."""

    def __post_init__(self) -> None:
        super().__post_init__()
        self.faults = Faults()
        self.people: dict[int, Person] = {}
        self.calls: deque[tuple[str, dict[str, Any]]] = deque(maxlen=_CALLS_KEPT)
        self._next_person = _FIRST_PERSON

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
            telegram=self,
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
        return Group(self, self.open_group(title, members).id, title)


def _chat_of(params: Params) -> int | None:
    try:
        return int(params.values.get("chat_id") or 0) or None
    except (TypeError, ValueError):
        return None
