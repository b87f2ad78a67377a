"""The words under a picture, changed in place."""

from aiogram.exceptions import TelegramBadRequest
from aiogram.types import CallbackQuery, InlineKeyboardMarkup, Message

from handlers import screens


async def write_under(
    query: CallbackQuery, text: str, markup: InlineKeyboardMarkup | None = None
) -> bool:
    """Change the caption of the tapped picture; without one, draw the screen. False: no change."""
    message = query.message
    if not isinstance(message, Message) or not message.photo:
        await screens.show(query, text, markup)
        return True
    try:
        await message.edit_caption(caption=text, reply_markup=markup)
    except TelegramBadRequest as refusal:
        if screens.UNCHANGED not in refusal.message.lower():
            raise
        return False
    return True
