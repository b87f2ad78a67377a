"""What the page's phones show, as JSON, and how it changes."""

import asyncio
from collections.abc import AsyncGenerator, Iterable, Mapping
from typing import Any

from sandbox.person import Person
from sandbox.telegram import Event
from sandbox.world import World

Json = dict[str, Any]
_MESSAGES_SHOWN = 300
_BACKLOG = 2000
"""A page that is this many events behind is given the whole state instead of them."""

_PASSED_ON = frozenset({"message", "edit", "delete", "typing", "answer"})
_PERSON_CHANGES = frozenset({"commands", "member", "person"})


class Screens:
    """The phones on the page: some of the world's people, in the order they were put there.

    `captions` say who a person is: "member", "cashier" and "owner" are shown in the page's own
    language, anything else as it stands.
    """

    def __init__(
        self, world: World, phones: Iterable[Person], captions: Mapping[int, str] | None = None
    ) -> None:
        self.world = world
        self.phones = {person.id: person for person in phones}
        self.captions = dict(captions or {})

    def add(self, person: Person) -> None:
        """Put another phone on the page, on every page that is open."""
        self.phones[person.id] = person
        self.world.publish("phone", chat_id=person.id)

    def state(self) -> Json:
        """Return everything a page needs to draw itself."""
        return {
            "type": "state",
            "bot": self.world.bot,
            "clock": self._clock(),
            "phones": [self._phone(person) for person in self.phones.values()],
        }

    async def events(self, quiet: float) -> AsyncGenerator[list[Json], None]:
        """Yield the state, then what changed, in batches; an empty one after `quiet` seconds.

        A broadcast to people who are not on the page costs it nothing.
        """
        with self.world.subscribe() as queue:
            keyboards = self._keyboards()
            yield [self.state()]
            while True:
                try:
                    happened = [await asyncio.wait_for(queue.get(), quiet)]
                except TimeoutError:
                    yield []
                    continue
                happened += [queue.get_nowait() for _ in range(queue.qsize())]
                if len(happened) > _BACKLOG:
                    keyboards = self._keyboards()
                    yield [self.state()]
                    continue
                changes = [change for event in happened for change in self._changes(event)]
                now = self._keyboards()
                changes += [
                    {"type": "keyboard", "phone": phone, "keyboard": keyboard}
                    for phone, keyboard in now.items()
                    if keyboard != keyboards.get(phone)
                ]
                keyboards = now
                if changes:
                    yield changes

    def _changes(self, event: Event) -> list[Json]:
        kind, chat_id = event["type"], event.get("chat_id")
        if kind == "clock":
            return [{"type": "clock", "clock": self._clock()}]
        touched = [p for p in self.phones.values() if chat_id in (None, p.id)]
        if kind in _PASSED_ON:
            return [{**event, "phone": person.id} for person in touched]
        if kind in _PERSON_CHANGES:
            return [
                {"type": "person", "phone": person.id, "person": self._person(person)}
                for person in touched
            ]
        if kind == "phone":
            return [{"type": "phone", "person": self._phone(person)} for person in touched]
        return []

    def _clock(self) -> Json:
        clock = self.world.clock
        now = int(clock.now().timestamp() * 1000)
        return {"now": now, "frozen": clock.frozen, "zone": clock.zone}

    def _person(self, person: Person) -> Json:
        profile = self.world.profile
        return person.user | {
            "phone": person.phone,
            "language": person.language,
            "caption": self.captions.get(person.id, ""),
            "blocked": bool(person.chat and person.chat.gone),
            "commands": profile.commands_for(person.id, person.language),
            "description": profile.texts.get(("description", person.language))
            or profile.texts.get(("description", ""), ""),
        }

    def _phone(self, person: Person) -> Json:
        return self._person(person) | {
            "messages": person.messages[-_MESSAGES_SHOWN:],
            "keyboard": _keyboard(person),
        }

    def _keyboards(self) -> dict[int, Json | None]:
        return {phone: _keyboard(person) for phone, person in self.phones.items()}


def _keyboard(person: Person) -> Json | None:
    keyboard = person.chat.keyboard if person.chat else None
    if keyboard is None:
        return None
    return {**keyboard.markup, "message_id": keyboard.message_id, "hidden": keyboard.hidden}
