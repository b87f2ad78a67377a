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

UNCHANGED = "message is not modified"
GONE = ("message can't be edited", "message to edit not found", "there is no text in the message")


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


async def show(
    event: Message | CallbackQuery, text: str, markup: InlineKeyboardMarkup | None = None
) -> None:
    """Answer a message, or turn the message whose button was tapped into the new screen.

    A photo, an old message or one that is gone can't become text: then a new message follows.
    """
    if isinstance(event, Message):
        await event.answer(text, reply_markup=markup)
        return
    message = event.message
    if isinstance(message, Message) and message.text is not None:
        try:
            await message.edit_text(text, reply_markup=markup)
        except TelegramBadRequest as refusal:
            reason = refusal.message.lower()
            if UNCHANGED in reason:
                return
            if not any(gone in reason for gone in GONE):
                raise
        else:
            return
    if event.bot is not None:
        await event.bot.send_message(event.from_user.id, text, reply_markup=markup)


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
