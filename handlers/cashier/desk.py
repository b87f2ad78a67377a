"""The desk: what every handler of this room works with, and who is being served at it."""

from collections.abc import Awaitable, Callable
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any

from aiogram import BaseMiddleware, Bot
from aiogram.fsm.context import FSMContext
from aiogram.fsm.state import State, StatesGroup
from aiogram.types import InlineKeyboardMarkup, Message, TelegramObject

from handlers.cashier.buttons import Sale, is_fresh
from messengers.words import Say
from services.context import Context
from services.pricing.model import Line
from services.staff.identities import Visitor


class Till(StatesGroup):
    """Somebody is being served; without a state, the till waits for the next guest."""

    amount = State()
    points = State()
    refund = State()
    move = State()


@dataclass(frozen=True, slots=True)
class Guest:
    """Who is being served, as the conversation remembers it."""

    member: int
    at: int  # unix seconds of the last thing done for them
    screen: int | None = None  # the message whose buttons are live
    sale: str | None = None  # whose points are typed next
    most: int = 0  # of those points
    receipt: dict[str, Any] | None = None  # lines, and the message that held them


@dataclass(frozen=True, slots=True)
class Desk:
    bot: Bot
    ctx: Context
    say: Say
    visitor: Visitor
    state: FSMContext

    @property
    def by(self) -> int:
        """The identity that acts, for services."""
        return self.visitor.identity_id

    @property
    def now(self) -> datetime:
        return self.ctx.clock.now()

    @property
    def seconds(self) -> int:
        """The unix second, for screens."""
        return int(self.now.timestamp())

    async def tell(self, text: str, markup: InlineKeyboardMarkup | None = None) -> Message:
        """Say something in a new message."""
        return await self.bot.send_message(self.visitor.external_id, text, reply_markup=markup)

    async def open(self, guest: Guest, awaited: State = Till.amount) -> None:
        """Serve this guest: what is typed next is meant for them."""
        await self.state.set_data(asdict(guest))
        await self.state.set_state(awaited)

    async def guest(self) -> Guest | None:
        """Who is being served. A screen that lay too long is closed: somebody else stands there."""
        data = await self.state.get_data()
        if "member" in data and is_fresh(data["at"], self.now):
            return Guest(**data)
        await self.state.clear()
        return None

    async def close(self, member_id: int) -> None:
        """This guest is served; another one who is open meanwhile stays.

        Lines stay until the next guest, for the second of two quick taps.
        """
        data = await self.state.get_data()
        if data.get("member") == member_id:
            await self.state.clear()
            if data.get("receipt"):
                await self.state.set_data({"receipt": data["receipt"]})

    async def lines(self, sale: Sale) -> tuple[Line, ...]:
        """What was typed for a sale beside its sum."""
        receipt = await receipt_of(self.state, sale)
        return tuple(Line(**line) for line in receipt["lines"]) if receipt else ()


async def receipt_of(state: FSMContext, sale: Sale) -> dict[str, Any] | None:
    """The lines of a sale as the conversation keeps them; None when they are not there."""
    if not sale.lined:
        return None
    receipt: dict[str, Any] | None = (await state.get_data()).get("receipt")
    return receipt if receipt and receipt["typed"] == sale.typed else None


class AtDesk(BaseMiddleware):
    """Hands `desk` to the handlers of this room."""

    async def __call__(
        self,
        handler: Callable[[TelegramObject, dict[str, Any]], Awaitable[Any]],
        event: TelegramObject,
        data: dict[str, Any],
    ) -> Any:
        given = ("bot", "ctx", "say", "visitor", "state")
        data["desk"] = Desk(**{name: data[name] for name in given})
        return await handler(event, data)
