"""What the owner's screens share: who may tap, where buttons lead, how a flow of steps goes."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from decimal import Decimal
from enum import StrEnum
from typing import Any, TypeVar

from aiogram import BaseMiddleware, Router
from aiogram.dispatcher.flags import get_flag
from aiogram.filters import Filter
from aiogram.fsm.context import FSMContext
from aiogram.types import InlineKeyboardButton, Message, TelegramObject
from babel.numbers import format_decimal

from handlers.menu import MEMBER_ROWS, Pressed
from handlers.routing import Tap
from handlers.screens import Row, button
from messengers.words import Say, Words
from services.enums import Role
from services.staff.identities import Visitor

T = TypeVar("T")

STEP = {"owner_step": True}
"""Flags of a handler that goes on with a flow: any other one ends it."""

BUTTON_LENGTH = 30
SENTENCE_LENGTH = 48
"""Of a button that holds a sentence and stands in a row of its own."""

PAGE = 8


class Place(StrEnum):
    """The first screen, the groups behind it, and the sections in them."""

    HOME = "home"
    SPEAK = "speak"
    GIVE = "give"
    SETUP = "setup"
    LAUNCH = "launch"
    STAFF = "staff"
    REWARDS = "rewards"
    FUNDS = "funds"
    STAMPS = "stamps"
    GOODS = "goods"
    GROUPS = "groups"
    RULES = "rules"
    LEVELS = "levels"
    RETURNS = "returns"
    OFFERS = "offers"
    BROADCAST = "broadcast"
    NUMBERS = "numbers"
    JOURNAL = "journal"
    POSTER = "poster"
    TRUST = "trust"
    SEGMENTS = "segments"
    GUESTS = "guests"
    ATTRIBUTES = "attributes"
    QUIZZES = "quizzes"
    FEEDBACK = "feedback"
    IMPORT = "import"


class Go(Tap, prefix="og"):
    """To the first screen of a section, or to a page of its list."""

    to: Place
    page: int = 0


class GuestTap(Tap, prefix="ogt"):
    """To one guest's page."""

    member_id: int


def on_acts(
    router: Router, taps: type[Tap], handlers: Mapping[StrEnum, Callable[..., Any]]
) -> None:
    """Steps of a flow by the `act` of their taps."""
    for act, handler in handlers.items():
        router.callback_query.register(handler, taps.on(act), flags=STEP)


async def is_owner(_event: TelegramObject, visitor: Visitor) -> bool:
    return visitor.role is Role.OWNER


class FlowEnds(BaseMiddleware):
    """Whoever opens something else in the middle of a flow has left it."""

    async def __call__(
        self,
        handler: Callable[[TelegramObject, dict[str, Any]], Awaitable[Any]],
        event: TelegramObject,
        data: dict[str, Any],
    ) -> Any:
        if data["raw_state"] is not None and not get_flag(data, "owner_step"):
            state: FSMContext = data["state"]
            await state.clear()
        return await handler(event, data)


class Answer(Filter):
    """The message answers the question of a flow: it is no command and no menu button."""

    _menu = Pressed(
        *(key for row in MEMBER_ROWS for key in row), "menu-cashier", "menu-owner", "menu-join"
    )

    async def __call__(self, message: Message, words: Words) -> bool:
        if message.text is None:
            return True
        return not message.text.startswith("/") and not await self._menu(message, words)


class Typed(Answer):
    """The answer is a text."""

    async def __call__(self, message: Message, words: Words) -> bool:
        return message.text is not None and await super().__call__(message, words)


def go(say: Say, key: str, to: Place, page: int = 0) -> InlineKeyboardButton:
    return button(say.label(key), Go(to=to, page=page))


def back(say: Say, to: Place = Place.HOME) -> Row:
    """The last row of a screen."""
    return [go(say, "button-back", to)]


def short(text: str, most: int = BUTTON_LENGTH) -> str:
    """A title that fits a button."""
    return text if len(text) <= most else f"{text[: most - 1].rstrip()}…"


def page_of(items: Sequence[T], page: int) -> Sequence[T]:
    return items[page * PAGE : (page + 1) * PAGE]


def pages(to: Place, page: int, count: int) -> Row:
    """The row that turns the pages of a section's list."""
    return turning(lambda number: Go(to=to, page=number), page, count)


def turning(page_tap: Callable[[int], Tap], page: int, count: int) -> Row:
    """The row that turns to the page before and after this one of `count` things."""
    row = []
    if page > 0:
        row.append(button("‹", page_tap(page - 1)))
    if (page + 1) * PAGE < count:
        row.append(button("›", page_tap(page + 1)))
    return row


def decimal(say: Say, basis_points: int) -> str:
    """`2,5` for 250 basis points, in percent."""
    return format_decimal(Decimal(basis_points).scaleb(-2), locale=say.language)


def percent(say: Say, basis_points: int) -> str:
    """`2,5 %` for 250."""
    return say.label("owner-percent", number=decimal(say, basis_points))
