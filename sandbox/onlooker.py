"""What a person sees of the bot."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from sandbox.accounts import Account
from sandbox.chats import Chat, Message
from sandbox.errors import NotOnScreen
from sandbox.telegram import Telegram

Button = dict[str, Any]


@dataclass(eq=False)
class Onlooker(Account):
    """Somebody with a phone: who they are and what is on its screen."""

    telegram: Telegram = field(repr=False, kw_only=True)
    phone: str
    opened: list[str] = field(default_factory=list)
    """Links followed to somewhere else than the bot."""
    clipboard: str | None = None

    @property
    def chat(self) -> Chat | None:
        """Return the chat with the bot, None before the first Start."""
        return self.telegram.chats.get(self.id)

    @property
    def messages(self) -> list[Message]:
        """Return the messages on the screen, oldest first."""
        return [post.message for post in self.chat.posts.values()] if self.chat else []

    @property
    def last(self) -> Message:
        """Return the newest message from the bot; raise NotOnScreen when there is none."""
        for message in self._from_bot():
            return message
        raise NotOnScreen(f"{self.first_name} has nothing from the bot")

    @property
    def alerts(self) -> list[str]:
        """Return what the bot said in answer to taps, oldest first."""
        return self.chat.alerts if self.chat else []

    @property
    def text(self) -> str:
        """Return the text or caption of the bot's newest message."""
        return text_of(self.last)

    def texts(self, count: int) -> list[str]:
        """Return the texts of the bot's newest `count` messages, oldest first."""
        newest = [text_of(m) for m, _ in zip(self._from_bot(), range(count), strict=False)]
        return newest[::-1]

    @property
    def buttons(self) -> list[list[str]]:
        """Return the labels of the newest inline keyboard on the screen, row by row."""
        for message in reversed(self.messages):
            if rows := inline_rows(message):
                return [[button["text"] for button in row] for row in rows]
        return []

    @property
    def keyboard(self) -> list[list[str]]:
        """Return the labels of the reply keyboard below the input field, row by row."""
        keyboard = self.chat.keyboard if self.chat else None
        if keyboard is None or keyboard.hidden:
            return []
        return [[label_of(button) for button in row] for row in keyboard.rows]

    def unfold_keyboard(self) -> None:
        """Bring back a one-time keyboard that folded away after use."""
        keyboard = self.chat.keyboard if self.chat else None
        if keyboard is None:
            raise NotOnScreen(f"{self.first_name} has no keyboard to unfold")
        keyboard.hidden = False

    def photo(self, index: int = -1) -> bytes:
        """Return the bytes of a photo on the screen, the newest by default."""
        photos = [message["photo"] for message in self.messages if "photo" in message]
        if not photos:
            raise NotOnScreen(f"{self.first_name} sees no photo")
        return self.download(photos[index][-1]["file_id"])

    def download(self, file_id: str) -> bytes:
        """Return the bytes of a file that stands on the screen."""
        stored = self.telegram.files.get(file_id)
        if stored is None:
            raise NotOnScreen(f"there is no file {file_id}")
        return stored.data

    def _from_bot(self) -> Iterator[Message]:
        return (m for m in reversed(self.messages) if m["from"]["id"] == self.telegram.bot["id"])


def text_of(message: Message) -> str:
    """Return the text or the caption of a message, "" without either."""
    text: str = message.get("text") or message.get("caption") or ""
    return text


def label_of(button: Button) -> str:
    return str(button["text"])


def inline_rows(message: Message) -> list[list[Button]]:
    rows: list[list[Button]] = message.get("reply_markup", {}).get("inline_keyboard", [])
    return rows
