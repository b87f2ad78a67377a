"""An actor. A person can do only what their screen offers."""

from dataclasses import dataclass
from typing import Any

from sandbox.chats import BLOCKED, DEACTIVATED, Chat, Message, Post
from sandbox.errors import NoSuchButton, NotOnScreen
from sandbox.group import Group
from sandbox.links import bot_link_payload, check_payload, read_qr
from sandbox.onlooker import Button, Onlooker, inline_rows, label_of
from sandbox.params import Upload
from sandbox.taps import Tap
from sandbox.texts import CAPTION_LIMIT, TEXT_LIMIT, normalise

_PIXEL_WEBP = b"RIFF\x1a\x00\x00\x00WEBPVP8L\x0d\x00\x00\x00/\x00\x00\x00\x10\x07\x10\x11\x11\x88"


@dataclass(eq=False)
class Person(Onlooker):
    """Somebody with a phone, who can do what it offers and nothing else."""

    async def start(self, payload: str | None = None) -> None:
        """Press Start, or follow a link that carries a payload; unblocks a blocked bot.

        Raises ValueError for a payload that Telegram does not take.
        """
        text = f"/start {check_payload(payload)}" if payload else "/start"
        chat = self.telegram.open_private_chat(self)
        if chat.gone == BLOCKED:
            await self.unblock()
        await self._say(normalise(text, []).as_fields("text"))

    async def send(self, text: str) -> None:
        """Type a text; one that equals a reply button presses that button, as it looks alike."""
        if self._reply_button(text) is not None:
            await self.press(text)
            return
        # The app cuts what is too long for one message into several.
        for begin in range(0, max(len(text), 1), TEXT_LIMIT):
            part = text[begin : begin + TEXT_LIMIT]
            await self._say(normalise(part, []).as_fields("text"))

    async def press(self, label: str) -> None:
        """Press a button of the reply keyboard."""
        button = self._reply_button(label)
        if button is None:
            raise NoSuchButton(self.first_name, label, self.keyboard)
        keyboard = self._open_chat().keyboard
        if keyboard is not None and keyboard.markup.get("one_time_keyboard"):
            keyboard.hidden = True
        if button.get("request_contact"):
            await self.share_contact()
        elif button.get("request_location"):
            await self.send_location()
        else:
            await self._say(normalise(label_of(button), []).as_fields("text"))

    async def tap(self, label: str, *, message_id: int | None = None) -> Tap | None:
        """Tap the newest inline button that says, or else contains, the label.

        Returns the tap, whose `answer` comes with the bot's, when the button asks the bot.
        """
        self._open_chat()
        for message in reversed(self.messages):
            if message_id not in (None, message["message_id"]):
                continue
            if button := _find_button(message, label):
                return await self._act(button, message)
        raise NoSuchButton(self.first_name, label, self._all_buttons(message_id))

    async def tap_data(self, data: str, message_id: int) -> Tap:
        """Send the press of a button that need not exist: forged, stale or of a lost message."""
        chat = self._open_chat()
        post = chat.posts.get(message_id)
        gone = {"chat": chat.info, "message_id": message_id, "date": 0}
        return await self._callback(data, post.message if post else gone)

    async def open(self, url: str) -> None:
        """Follow a link: to the bot, it starts it; elsewhere, it is only remembered."""
        payload = bot_link_payload(url, self.telegram.bot["username"])
        if payload is None:
            self.opened.append(url)
        elif payload or self.chat is None:
            await self.start(payload or None)

    async def scan(self, other: "Person") -> str:
        """Point the camera at another's screen and follow the newest QR code there."""
        for message in reversed(other.messages):
            if "photo" in message:
                link = read_qr(self.download(message["photo"][-1]["file_id"]))
                if link is not None:
                    await self.open(link)
                    return link
        raise NotOnScreen(f"{other.first_name} shows no QR code")

    async def send_photo(self, data: bytes, caption: str | None = None) -> None:
        """Send a picture as a photo: Telegram recompresses it."""
        await self._send_file("photo", Upload("photo.jpg", data), caption)

    async def send_document(
        self, data: bytes, name: str, caption: str | None = None, mime: str | None = None
    ) -> None:
        await self._send_file("document", Upload(name, data, mime), caption)

    async def send_sticker(self) -> None:
        await self._send_file("sticker", Upload("sticker.webp", _PIXEL_WEBP), None)

    async def send_voice(self, data: bytes = b"OggS") -> None:
        await self._send_file("voice", Upload("voice.ogg", data), None)

    async def send_location(self, latitude: float = 55.7558, longitude: float = 37.6173) -> None:
        await self._say({"location": {"latitude": latitude, "longitude": longitude}})

    async def share_contact(self, of: "Person | None" = None) -> None:
        """Share one's own phone card, or another's from the address book."""
        owner = of or self
        contact = {"phone_number": owner.phone, "first_name": owner.first_name}
        if owner.last_name:
            contact["last_name"] = owner.last_name
        await self._say({"contact": contact | {"user_id": owner.id}})

    async def edit(self, message_id: int, text: str) -> None:
        """Change a text message of one's own."""
        chat = self._open_chat()
        post = chat.posts.get(message_id)
        if post is None or post.outgoing or "text" not in post.message:
            raise NotOnScreen(f"{self.first_name} has no text {message_id} to edit")
        kept = {k: v for k, v in post.message.items() if k not in ("text", "entities")}
        kept |= normalise(text, []).as_fields("text")
        kept["edit_date"] = self.telegram.clock.timestamp()
        self.telegram.replace(chat, post, kept)
        await self.telegram.emit("edited_message", kept)

    async def block(self) -> None:
        """Block the bot: it may write no more and is told so."""
        chat = self._open_chat()
        chat.gone = BLOCKED
        await self.telegram.emit_membership(chat, self.user, "member", "kicked")

    async def unblock(self) -> None:
        if self.chat is None or self.chat.gone != BLOCKED:
            raise NotOnScreen(f"{self.first_name} has not blocked the bot")
        self.chat.gone = None
        await self.telegram.emit_membership(self.chat, self.user, "kicked", "member")

    def delete_account(self) -> None:
        """Leave Telegram for good; the bot is not told."""
        self.telegram.open_private_chat(self).gone = DEACTIVATED

    async def send_in_group(self, group: Group, text: str) -> None:
        """Say something in a group; in privacy mode the bot hears only commands."""
        if self.id not in self.telegram.chats[group.id].members:
            raise NotOnScreen(f"{self.first_name} is not in {group.title}")
        content = normalise(text, []).as_fields("text")
        await self._deliver(self.telegram.chats[group.id], content)

    # --- how it reaches the bot -----------------------------------------------------------

    def _open_chat(self) -> Chat:
        if self.chat is None:
            raise NotOnScreen(f"{self.first_name} has only a START button: start() first")
        if self.chat.gone:
            raise NotOnScreen(f"{self.first_name} cannot write: {self.chat.gone}")
        return self.chat

    async def _say(self, content: dict[str, Any]) -> None:
        if not content:
            raise NotOnScreen("an empty message cannot be sent")
        chat = self._open_chat()
        keyboard = chat.keyboard
        if keyboard is not None and keyboard.kind == "force_reply":
            # The app has opened a reply to that message by itself.
            chat.keyboard = None
            if (asked := chat.posts.get(keyboard.message_id)) is not None:
                content = content | {"reply_to_message": asked.message}
        await self._deliver(chat, content)

    async def _deliver(self, chat: Chat, content: dict[str, Any]) -> None:
        message = self.telegram.new_message(chat, self.user, content)
        chat.add(Post(message, outgoing=False))
        self.telegram.publish("message", chat_id=chat.id, message=message)
        if chat.private or (not chat.gone and self._heard_in_group(message)):
            await self.telegram.emit("message", message)

    def _heard_in_group(self, message: Message) -> bool:
        command, _, addressee = message.get("text", "").split(" ", 1)[0].partition("@")
        username = self.telegram.bot["username"].lower()
        return command.startswith("/") and addressee.lower() in ("", username)

    async def _send_file(self, kind: str, upload: Upload, caption: str | None) -> None:
        self._open_chat()
        content = dict(self.telegram.files.add(upload, kind))
        if caption:
            if len(caption) > CAPTION_LIMIT:
                raise NotOnScreen("the app takes no longer caption than 1024 characters")
            content |= normalise(caption, []).as_fields("caption")
        await self._say(content)

    async def _act(self, button: Button, message: Message) -> Tap | None:
        if "callback_data" in button:
            return await self._callback(button["callback_data"], message)
        if "url" in button:
            await self.open(button["url"])
        elif "copy_text" in button:
            self.clipboard = button["copy_text"]["text"]
        else:
            self.opened.append(button["web_app"]["url"])
        return None

    async def _callback(self, data: str, message: Message) -> Tap:
        tap = self.telegram.new_tap(self.id, message["message_id"], data)
        await self.telegram.emit(
            "callback_query",
            {
                "id": tap.id,
                "from": self.user,
                "message": message,
                "chat_instance": str(message["chat"]["id"]),
                "data": data,
            },
        )
        return tap

    def _reply_button(self, label: str) -> Button | None:
        keyboard = self.chat.keyboard if self.chat else None
        if keyboard is None or keyboard.hidden:
            return None
        buttons = [button for row in keyboard.rows for button in row]
        return next((button for button in buttons if label_of(button) == label), None)

    def _all_buttons(self, message_id: int | None) -> list[list[str]]:
        return [
            [button["text"] for button in row]
            for message in reversed(self.messages)
            if message_id in (None, message["message_id"])
            for row in inline_rows(message)
        ]


def _find_button(message: Message, label: str) -> Button | None:
    buttons = [button for row in inline_rows(message) for button in row]
    same = (button for button in buttons if button["text"] == label)
    alike = (button for button in buttons if label in button["text"])
    return next(same, None) or next(alike, None)
