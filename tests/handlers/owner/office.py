"""The owner at work: taps by what the buttons say, whatever the language."""

from dataclasses import dataclass
from io import BytesIO

from PIL import Image

from handlers.owner.home import FIRST, GROUPS
from messengers.words import Say
from sandbox.person import Person
from services.facts import Fact
from tests.cast import Shop

BEHIND = {
    key: f"owner-go-{group}" for group, rows in GROUPS.items() for row in rows for key, _ in row
}
"""The button of the group in which a section is, by the section's own."""

AT_ONCE = {key for row in FIRST for key, _ in row}


@dataclass
class Office:
    shop: Shop
    me: Person
    say: Say
    by: int
    """The owner's identity."""

    async def open(self) -> None:
        await self.me.send("/owner")

    async def go(self, *keys: str) -> None:
        """To a section, through its group; from there, tap the rest one by one."""
        await self.open()
        section = keys[0]
        if section not in AT_ONCE:
            await self.tap(BEHIND[section])
        await self.taps(*keys)

    async def taps(self, *keys: str) -> None:
        for key in keys:
            await self.tap(key)

    async def tap(self, key: str, **facts: Fact) -> None:
        await self.me.tap(self.say.label(key, **facts))

    async def answer(self, *texts: str) -> None:
        for text in texts:
            await self.me.send(text)

    def sees(self, text: str) -> bool:
        """The newest message holds the text; no-break spaces are spaces."""
        return text in plain(self.me.text)

    def told(self, key: str, **facts: Fact) -> bool:
        """The newest message is this, formatting aside."""
        return plain(self.me.text) == plain(self.say.label(key, **facts))

    def told_reach(self, **facts: int) -> bool:
        """The newest message says how many match and how many will get it."""
        said = self.say.label("owner-reach", **{"often": 0, **facts})
        return self.sees(plain(said).replace("<b>", "").replace("</b>", ""))

    async def only_explains(self, key: str, why: str, *, message_id: int) -> None:
        """Tap a button of this message: the finger hears why, and nothing else is said."""
        before = len(self.me.messages)
        tap = await self.me.tap(self.say.label(key), message_id=message_id)
        assert tap is not None
        assert tap.answer is not None
        assert tap.answer["text"] == self.say.label(why)
        assert len(self.me.messages) == before

    async def stops_nothing(self) -> None:
        """Tap "no more offers" under what was sent to be looked at."""
        shown = self.me.last["message_id"]
        await self.only_explains("button-no-more-offers", "owner-sample", message_id=shown)

    @property
    def labels(self) -> list[str]:
        return [plain(label) for row in self.me.buttons for label in row]


def plain(text: str) -> str:
    return text.replace("\u00a0", " ").replace("\u202f", " ")


def picture() -> bytes:
    png = BytesIO()
    Image.new("RGB", (64, 64), (200, 40, 40)).save(png, "PNG")
    return png.getvalue()


LONG = "<b>&" * 50
"""A title of 200 characters that looks like markup."""
