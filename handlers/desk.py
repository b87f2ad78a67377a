"""The desk: everything that a handler works with, made once for each update.

Handlers of all three rooms get it as their first argument, instead of the event of aiogram:
`async def open_card(desk: Desk, tap: CardTap)`.
"""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any, TypeVar

from aiogram import BaseMiddleware, Bot, Router
from aiogram.fsm.context import FSMContext
from aiogram.fsm.state import State
from aiogram.types import (
    CallbackQuery,
    InlineKeyboardMarkup,
    Message,
    ReplyKeyboardMarkup,
    ReplyKeyboardRemove,
    TelegramObject,
)
from pydantic import TypeAdapter, ValidationError

from handlers import screens
from handlers.tap_answer import TapAnswer
from messengers.links import Links
from messengers.picture_cache import Album
from messengers.words import Say, Words
from services import programme
from services.context import Context
from services.errors import Gone
from services.facts import Fact
from services.programme import Terms
from services.staff.identities import Visitor

T = TypeVar("T")

Markup = InlineKeyboardMarkup | ReplyKeyboardMarkup | ReplyKeyboardRemove


@dataclass(frozen=True, slots=True)
class Desk:
    """One update and its person. `say` speaks their language, `state` is their conversation."""

    event: Message | CallbackQuery
    bot: Bot
    ctx: Context
    say: Say
    visitor: Visitor
    state: FSMContext
    words: Words
    links: Links
    album: Album
    tap_answer: TapAnswer | None = None  # of a tap: what its button shows when the handler ends

    @property
    def actor_id(self) -> int:
        """The identity that acts, for services."""
        return self.visitor.identity_id

    @property
    def member_id(self) -> int:
        """The visitor's own membership; a door of members lets nobody else in."""
        if self.visitor.member_id is None:
            raise AssertionError("a handler for members was reached by somebody else")
        return self.visitor.member_id

    @property
    def chat_id(self) -> int:
        return self.visitor.external_id

    @property
    def now(self) -> datetime:
        return self.ctx.clock.now()

    @property
    def seconds(self) -> int:
        """The unix second, for screens."""
        return int(self.now.timestamp())

    @property
    def message(self) -> Message:
        """The message that is answered."""
        if not isinstance(self.event, Message):
            raise TypeError("a handler of messages was reached by a tap")
        return self.event

    @property
    def query(self) -> CallbackQuery:
        """The tap that is answered."""
        if not isinstance(self.event, CallbackQuery):
            raise TypeError("a handler of taps was reached by a message")
        return self.event

    async def terms(self) -> Terms:
        """The programme's terms in force."""
        return await programme.current(self.ctx)

    async def show(self, text: str, markup: InlineKeyboardMarkup | None = None) -> Message:
        """Answer a message, or turn the tapped message into this screen."""
        return await screens.show(self.event, text, markup)

    async def tell(self, text: str, markup: Markup | None = None) -> Message:
        """Say something in a new message."""
        return await self.bot.send_message(self.chat_id, text, reply_markup=markup)

    async def refuse(self, key: str, **facts: Fact) -> None:
        """Say what is wrong with an answer; the conversation still awaits one."""
        await self.tell(self.say(key, **facts))

    async def without_buttons(self) -> None:
        """Take the buttons off the tapped message: what they offered is over."""
        await screens.without_buttons(self.query)

    def toast(self, key: str, **facts: Fact) -> None:
        """Show a line that fades by itself; only a tap can show one."""
        if self.tap_answer is not None:
            self.tap_answer.toast(self.say.label(key, **facts))

    def alert(self, key: str, **facts: Fact) -> None:
        """Show a box that waits to be closed; only a tap can show one."""
        if self.tap_answer is not None:
            self.tap_answer.alert(self.say.label(key, **facts))

    async def answer_tap(self) -> None:
        """Stop the button's spinning now; a handler with long work ahead calls this first."""
        if self.tap_answer is not None:
            await self.tap_answer.give(self.query)

    async def wait(self, state: State | None, *drafts: object) -> None:
        """The next answer belongs to `state`; `drafts`, dataclasses, are all that is kept."""
        await self.state.set_state(state)
        await self.state.set_data(
            {
                type(draft).__name__: _json_of(type(draft)).dump_python(draft, mode="json")
                for draft in drafts
            }
        )

    async def draft(self, kind: type[T]) -> T:
        """The draft of this kind that the conversation keeps. Raises Gone."""
        found = await self.draft_or_none(kind)
        if found is None:
            raise Gone
        return found

    async def draft_or_none(self, kind: type[T]) -> T | None:
        """None: the conversation is about something else, or was kept by another version."""
        data = await self.state.get_data()
        try:
            return _json_of(kind).validate_python(data[kind.__name__])
        except (KeyError, ValidationError):
            return None


def _json_of(kind: type[T]) -> TypeAdapter[T]:
    """How this kind of draft becomes JSON and back; making this costs more than using it."""
    if kind not in _JSON:
        _JSON[kind] = TypeAdapter(kind)
    return _JSON[kind]


_JSON: dict[type[Any], TypeAdapter[Any]] = {}


class DeskFirst(BaseMiddleware):
    """Hands the desk to handlers as their first argument. The last inner middleware of a room.

    `desk` leaves the named data, or aiogram would hand it over twice. Filters and outer
    middlewares still see the event.
    """

    async def __call__(
        self,
        handler: Callable[[Any, dict[str, Any]], Awaitable[Any]],
        event: TelegramObject,  # noqa: ARG002 - it is in the desk
        data: dict[str, Any],
    ) -> Any:
        others = {name: value for name, value in data.items() if name != "desk"}
        return await handler(data["desk"], others)


def hand_desk(router: Router) -> None:
    """Let the router's handlers of messages and taps get the desk."""
    for observer in (router.message, router.callback_query):
        observer.middleware(DeskFirst())
