"""The keyboard under the chat: one tap to everything a person comes for."""

from aiogram.filters import Filter
from aiogram.types import KeyboardButton, Message, ReplyKeyboardMarkup

from messengers.words import Say, Words
from services.enums import Role
from services.staff.identities import Visitor

MEMBER_ROWS = (
    ("menu-card", "menu-balance"),
    ("menu-rewards", "menu-charity"),
    ("menu-offers", "menu-invite"),
    ("menu-profile", "menu-settings", "menu-help"),
)


def main_menu(say: Say, visitor: Visitor) -> ReplyKeyboardMarkup:
    """Member's rows for a member, and above them the way to the till and the office for staff."""
    rows: list[tuple[str, ...]] = list(MEMBER_ROWS) if visitor.member_id is not None else []
    if visitor.role is Role.OWNER:
        rows.insert(0, ("menu-cashier", "menu-owner"))
    elif visitor.role is Role.CASHIER:
        rows.insert(0, ("menu-cashier",))
    if visitor.member_id is None:
        rows.append(("menu-join",))
    return ReplyKeyboardMarkup(
        keyboard=[[KeyboardButton(text=say.label(key)) for key in row] for row in rows],
        resize_keyboard=True,
        is_persistent=True,
    )


class Pressed(Filter):
    """The message is a menu button's label, in whatever language the keyboard was drawn."""

    def __init__(self, *keys: str) -> None:
        self._keys = keys

    async def __call__(self, message: Message, words: Words) -> bool:
        return any(message.text in words.labels(key) for key in self._keys)
