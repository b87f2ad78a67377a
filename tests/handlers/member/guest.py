"""Somebody in the member's room, who reads and taps in their own language."""

import html
import re
from dataclasses import dataclass

from messengers.words import Say
from sandbox.person import Person
from services.facts import Fact
from services.points import balances
from tests.cast import Shop


@dataclass
class Guest:
    shop: Shop
    person: Person
    say: Say

    async def join(self, *, ads: bool = False) -> int:
        """Join through the screens; gives the member's id."""
        await self.person.start()
        if ads:
            await self.tap("button-offers-too", on=False)
        await self.tap("button-join")
        return await self.member_id()

    async def member_id(self) -> int:
        return await self.shop.member_id(self.person)

    async def points(self) -> int:
        return (await balances.balance(self.shop.ctx, await self.member_id())).points

    async def tap(self, key: str, **facts: Fact) -> None:
        await self.person.tap(self.say.label(key, **facts))

    async def press(self, key: str) -> None:
        await self.person.press(self.say.label(key))

    def sees(self, key: str, **facts: Fact) -> bool:
        """Whether the bot's newest message says this, among other things."""
        return self.words(key, **facts) in self.person.text

    def words(self, key: str, **facts: Fact) -> str:
        """A message as it stands on the screen."""
        return html.unescape(re.sub(r"</?\w+>", "", self.say(key, **facts)))

    @property
    def text(self) -> str:
        """The bot's newest message, with plain spaces."""
        return self.person.text.replace("\u00a0", " ")

    @property
    def labels(self) -> list[str]:
        """The buttons under the bot's newest message."""
        rows = self.person.last.get("reply_markup", {}).get("inline_keyboard", [])
        return [button["text"] for row in rows for button in row]

    def data(self, label: str) -> tuple[str, int]:
        """What a button on the screen would send, and from which message: to tap it later."""
        for message in reversed(self.person.messages):
            for row in message.get("reply_markup", {}).get("inline_keyboard", []):
                for button in row:
                    if label in button["text"]:
                        return button["callback_data"], message["message_id"]
        raise AssertionError(f"no button {label!r}")

    @property
    def alert(self) -> str:
        """What the newest answered tap said."""
        return self.person.alerts[-1]
