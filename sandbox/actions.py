"""What a person can do on the page: one class per action, named as its address is."""

import asyncio
from datetime import timedelta
from typing import Any

from pydantic import Base64Bytes, BaseModel, ConfigDict, Field

from sandbox.errors import NoSuchButton
from sandbox.links import bot_link_payload, read_qr
from sandbox.person import Person
from sandbox.screen import Screens

_PICTURES_TRIED = 10
_LONGEST_MOVE = timedelta(days=366).total_seconds()
Answer = dict[str, Any]


class Refused(Exception):
    """The page cannot do this. `code` is stable; the page has its own words for it."""

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code = code


class Action(BaseModel):
    """Something done on the page. `run` returns what the page needs to know besides events."""

    model_config = ConfigDict(extra="forbid")

    async def run(self, screens: Screens) -> Answer | None:
        raise NotImplementedError


class PhoneAction(Action):
    """Something done on one phone."""

    phone: int

    async def run(self, screens: Screens) -> Answer | None:
        return await self.act(_phone(screens, self.phone), screens)

    async def act(self, person: Person, screens: Screens) -> Answer | None:
        raise NotImplementedError


class Start(PhoneAction):
    async def act(self, person: Person, _: Screens) -> None:
        await person.start()


class Send(PhoneAction):
    text: str

    async def act(self, person: Person, _: Screens) -> None:
        await person.send(self.text)


class Press(PhoneAction):
    """A press on the reply keyboard, which the page shows even when it was folded away."""

    label: str

    async def act(self, person: Person, _: Screens) -> None:
        if person.chat and person.chat.keyboard:
            person.chat.keyboard.hidden = False
        await person.press(self.label)


class Tap(PhoneAction):
    """A tap on the inline button at a place: two buttons may say the same."""

    message_id: int
    row: int = Field(ge=0)
    column: int = Field(ge=0)
    label: str

    async def act(self, person: Person, _: Screens) -> None:
        rows: list[list[Answer]] = next(
            (
                message.get("reply_markup", {}).get("inline_keyboard", [])
                for message in person.messages
                if message["message_id"] == self.message_id
            ),
            [],
        )
        here = rows[self.row][self.column : self.column + 1] if self.row < len(rows) else []
        if [button["text"] for button in here] != [self.label]:
            labels = [[button["text"] for button in row] for row in rows]
            raise NoSuchButton(person.first_name, self.label, labels)
        if "callback_data" in here[0]:
            await person.tap_data(here[0]["callback_data"], self.message_id)
        else:
            await person.tap(self.label, message_id=self.message_id)


class Open(PhoneAction):
    """Follow a link to the bot: from a poster, a message or a scanned code."""

    url: str

    async def act(self, person: Person, screens: Screens) -> None:
        if not _opens(screens, self.url):
            raise Refused("not_a_link", f"{self.url} is no link to the bot")
        try:
            await person.open(self.url)
        except ValueError as error:
            raise Refused("not_a_link", str(error)) from None


class Scan(PhoneAction):
    """Point the camera at another phone: say what its newest QR code holds."""

    other: int

    async def act(self, _: Person, screens: Screens) -> Answer:
        other = _phone(screens, self.other)
        pictures = [m["photo"][-1]["file_id"] for m in other.messages if "photo" in m]
        if not pictures:
            raise Refused("no_picture", f"{other.first_name} shows no picture")
        for file_id in pictures[: -_PICTURES_TRIED - 1 : -1]:
            text = await asyncio.to_thread(read_qr, other.download(file_id))
            if text is not None:
                return {"text": text, "opens": _opens(screens, text)}
        raise Refused("no_qr", f"{other.first_name} shows no QR code")


class Photo(PhoneAction):
    data: Base64Bytes
    caption: str | None = None

    async def act(self, person: Person, _: Screens) -> None:
        await person.send_photo(self.data, self.caption)


class PhotoOf(PhoneAction):
    """Send a photo of another phone's screen, which is the newest picture there."""

    other: int

    async def act(self, person: Person, screens: Screens) -> None:
        await person.send_photo(_phone(screens, self.other).photo())


class Document(PhoneAction):
    data: Base64Bytes
    name: str = Field(min_length=1, max_length=255)
    mime: str | None = None
    caption: str | None = None

    async def act(self, person: Person, _: Screens) -> None:
        await person.send_document(self.data, self.name, self.caption, self.mime)


class Contact(PhoneAction):
    of: int | None = None

    async def act(self, person: Person, screens: Screens) -> None:
        await person.share_contact(_phone(screens, self.of) if self.of else None)


class Sticker(PhoneAction):
    async def act(self, person: Person, _: Screens) -> None:
        await person.send_sticker()


class Voice(PhoneAction):
    async def act(self, person: Person, _: Screens) -> None:
        await person.send_voice()


class Location(PhoneAction):
    async def act(self, person: Person, _: Screens) -> None:
        await person.send_location()


class Edit(PhoneAction):
    message_id: int
    text: str = Field(min_length=1)

    async def act(self, person: Person, _: Screens) -> None:
        await person.edit(self.message_id, self.text)


class Block(PhoneAction):
    async def act(self, person: Person, _: Screens) -> None:
        await person.block()


class Unblock(PhoneAction):
    async def act(self, person: Person, _: Screens) -> None:
        await person.unblock()


class AddPhone(Action):
    name: str = Field(min_length=1, max_length=64)
    language: str = Field(pattern="^[a-z]{2}$")

    async def run(self, screens: Screens) -> Answer:
        person = screens.world.person(self.name, language=self.language)
        screens.add(person)
        return {"phone": person.id}


class MoveClock(Action):
    """Let time pass; the answer comes when all that was due has been done."""

    seconds: int = Field(gt=0, le=_LONGEST_MOVE)

    async def run(self, screens: Screens) -> None:
        await screens.world.clock.move(timedelta(seconds=self.seconds))


ACTIONS: dict[str, type[Action]] = {
    "start": Start,
    "send": Send,
    "press": Press,
    "tap": Tap,
    "open": Open,
    "scan": Scan,
    "photo": Photo,
    "photo-of": PhotoOf,
    "document": Document,
    "contact": Contact,
    "sticker": Sticker,
    "voice": Voice,
    "location": Location,
    "edit": Edit,
    "block": Block,
    "unblock": Unblock,
    "phone": AddPhone,
    "clock": MoveClock,
}


def _phone(screens: Screens, phone: int) -> Person:
    person = screens.phones.get(phone)
    if person is None:
        raise Refused("no_such_phone", f"there is no phone {phone} on the page")
    return person


def _opens(screens: Screens, url: str) -> bool:
    try:
        return bot_link_payload(url, screens.world.bot["username"]) is not None
    except ValueError:
        return False
