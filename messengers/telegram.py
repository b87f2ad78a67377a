"""A delivery in Telegram's terms: its words, its buttons, its request, and whether it stands.

Nothing here waits or repeats: that is for the sender.
"""

from collections.abc import Mapping
from typing import Any

from aiogram import Bot
from aiogram.enums import ParseMode
from aiogram.exceptions import ClientDecodeError, TelegramAPIError, TelegramBadRequest
from aiogram.methods import (
    SendDocument,
    SendMessage,
    SendPhoto,
    StopMessageLiveLocation,
    TelegramMethod,
)
from aiogram.types import InlineKeyboardButton, InlineKeyboardMarkup, LinkPreviewOptions, Message

from messengers.failures import Unreachable, understand
from messengers.words import Say, Words
from services.enums import DeliveryClass
from services.facts import unpack
from services.messaging.deliveries import ATTACHMENT
from services.messaging.outbox import Outgoing

Request = TelegramMethod[Message]

STOP_OFFERS = "stop"
"""The action under every offer; its id is the delivery's."""

OPEN_CARD = "card_of"
"""The action under every broadcast, so that it is known who answered; its id is the delivery's."""

SAMPLE = "sample"
"""The data of the same buttons where the author of an offer looks at them."""

PLAIN = LinkPreviewOptions(is_disabled=True)
UNEDITABLE = "message can't be edited"
STANDS = "there is no live location"


class Telegram:
    """The Telegram side of one bot."""

    def __init__(self, bot: Bot, words: Words) -> None:
        self._bot = bot
        self._words = words
        self._posts: dict[tuple[int, str], Request] = {}

    async def send(self, delivery: Outgoing) -> int:
        """Put a delivery into words and send it; the message id. Raises Failure."""
        try:
            return (await self._bot(self.compose(delivery))).message_id
        except (TelegramAPIError, ClientDecodeError) as error:
            raise understand(error) from error

    def compose(self, delivery: Outgoing) -> Request:
        """The request that brings a delivery to its receiver, in their language and time zone."""
        say = self._words.say(delivery.language, delivery.timezone)
        keyboard = _keyboard(delivery, say)
        if delivery.template is not None:
            return _notice(delivery, delivery.template, say, keyboard)
        addressed = {"chat_id": delivery.chat_id, "reply_markup": keyboard}
        return self._post(delivery).model_copy(update=addressed)

    def _post(self, delivery: Outgoing) -> Request:
        """A post is read once for each language, not for each of thousands of receivers."""
        spoken = (delivery.language, self._words.default, *delivery.posts)
        language = next(language for language in spoken if language in delivery.posts)
        if delivery.campaign_id is None:
            return _copy(delivery.posts[language])
        key = (delivery.campaign_id, language)
        if key not in self._posts:
            self._posts[key] = _copy(delivery.posts[language])
        return self._posts[key]

    async def stands(self, message_id: int, delivery: Outgoing) -> bool:
        """Whether a message of the bot's own with this id stands in the receiver's chat.

        Asks to stop a live location, which this bot never sends: so nothing changes, and the
        refusal tells what is there (docs/decisions/0005-exactly-once.md). Raises Failure.
        """
        try:
            await self._bot(
                StopMessageLiveLocation(chat_id=delivery.chat_id, message_id=message_id)
            )
        except TelegramBadRequest as error:
            text = error.message.lower()
            if STANDS in text:
                return True
            failure = understand(error)
            if isinstance(failure, Unreachable):
                raise failure from error
            # Stickers and the like look as somebody else's message does: they are taken for ours.
            return UNEDITABLE in text and not _editable(self.compose(delivery))
        except (TelegramAPIError, ClientDecodeError) as error:
            raise understand(error) from error
        return True


def _notice(
    delivery: Outgoing, template: str, say: Say, keyboard: InlineKeyboardMarkup | None
) -> Request:
    facts = unpack(delivery.facts)
    kind, _, file_id = str(facts.pop(ATTACHMENT, "")).partition(":")
    text = say(template, **facts)
    html = ParseMode.HTML
    match kind:
        case "photo":
            return SendPhoto(
                chat_id=delivery.chat_id,
                photo=file_id,
                caption=text,
                parse_mode=html,
                reply_markup=keyboard,
            )
        case "document":
            return SendDocument(
                chat_id=delivery.chat_id,
                document=file_id,
                caption=text,
                parse_mode=html,
                reply_markup=keyboard,
            )
        case _:
            return SendMessage(
                chat_id=delivery.chat_id,
                text=text,
                parse_mode=html,
                reply_markup=keyboard,
                link_preview_options=PLAIN,
            )


def _keyboard(delivery: Outgoing, say: Say) -> InlineKeyboardMarkup | None:
    rows = [
        [
            InlineKeyboardButton(text=say.label(label), callback_data=f"{action}:{about}")
            for label, action, about in row
        ]
        for row in delivery.buttons
    ]
    if delivery.template is None:
        card = say.label("button-my-card")
        data = SAMPLE if delivery.preview else f"{OPEN_CARD}:{delivery.id}"
        rows.append([InlineKeyboardButton(text=card, callback_data=data)])
    if delivery.kind is DeliveryClass.OFFER:
        stop = say.label("button-no-more-offers")
        data = SAMPLE if delivery.preview else f"{STOP_OFFERS}:{delivery.id}"
        rows.append([InlineKeyboardButton(text=stop, callback_data=data)])
    return InlineKeyboardMarkup(inline_keyboard=rows) if rows else None


def _copy(post: Mapping[str, Any]) -> Request:
    """The request that says again what a message said. Its address and buttons come later."""
    written = Message.model_validate(post).model_copy(update={"reply_markup": None})
    return written.send_copy(chat_id=0)


def _editable(request: Request) -> bool:
    return not {"text", "caption"}.isdisjoint(type(request).model_fields)
