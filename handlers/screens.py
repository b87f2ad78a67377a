"""Drawing a screen: in place where that is possible, as a new message where it is not."""

from collections.abc import Sequence

from aiogram.exceptions import TelegramBadRequest
from aiogram.filters.callback_data import CallbackData
from aiogram.types import (
    CallbackQuery,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    Message,
)

Row = Sequence[InlineKeyboardButton]

BETWEEN = "\n\n"
UNCHANGED = "message is not modified"
GONE = ("message can't be edited", "message to edit not found", "there is no text in the message")


MESSAGE = 4_096
"""Characters that a message holds."""

BUTTONS = 50
"""Choices that fit under one message whatever they are called: Telegram takes 10 KB of buttons."""

LABEL = 40
"""Of a choice's name, which may come from a file and be longer than anybody types."""


def button(
    label: str, data: CallbackData | str, *, style: str | None = None
) -> InlineKeyboardButton:
    """A button that taps `data`. `style`: primary, success or danger."""
    packed = data if isinstance(data, str) else data.pack()
    return InlineKeyboardButton(text=label, callback_data=packed, style=style)


def keyboard(*rows: Row) -> InlineKeyboardMarkup:
    return InlineKeyboardMarkup(inline_keyboard=[list(row) for row in rows if row])


def in_rows(buttons: Sequence[InlineKeyboardButton], width: int) -> list[Row]:
    return [buttons[start : start + width] for start in range(0, len(buttons), width)]


def short(text: str, most: int = LABEL) -> str:
    """A name that fits its place."""
    return text if len(text) <= most else f"{text[: most - 1].rstrip()}…"


def fitting(parts: Sequence[str], room: int = MESSAGE) -> Sequence[str]:
    """The first parts that fit into one message with an empty line between them; at least one.

    Markup and escaped signs count, so there is rather room to spare.
    """
    for count in range(1, len(parts)):
        room -= len(parts[count - 1]) + len(BETWEEN)
        if len(parts[count]) > room:
            return parts[:count]
    return parts


async def show(
    event: Message | CallbackQuery, text: str, markup: InlineKeyboardMarkup | None = None
) -> Message:
    """Answer a message, or turn the message whose button was tapped into the new screen.

    A photo, an old message or one that is gone can't become text: then a new message follows.
    Gives the message that is the screen now.
    """
    if isinstance(event, Message):
        return await event.answer(text, reply_markup=markup)
    message = event.message
    if isinstance(message, Message) and await redraw(message, text, markup):
        return message
    if event.bot is None:
        raise AssertionError("a tap that came through no bot")
    return await event.bot.send_message(event.from_user.id, text, reply_markup=markup)


async def redraw(message: Message, text: str, markup: InlineKeyboardMarkup | None = None) -> bool:
    """Turn a message of the bot's into another screen; False: it can't become text (any more)."""
    if message.text is None:
        return False
    try:
        await message.edit_text(text, reply_markup=markup)
    except TelegramBadRequest as refusal:
        reason = refusal.message.lower()
        if UNCHANGED not in reason and not any(gone in reason for gone in GONE):
            raise
        return UNCHANGED in reason
    return True


async def without_buttons(event: CallbackQuery) -> None:
    """Take the buttons off the tapped message: what they offered is over."""
    if not isinstance(event.message, Message):
        return
    try:
        await event.message.edit_reply_markup(reply_markup=None)
    except TelegramBadRequest as refusal:
        reason = refusal.message.lower()
        if UNCHANGED not in reason and not any(gone in reason for gone in GONE):
            raise
