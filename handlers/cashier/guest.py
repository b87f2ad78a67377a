"""The guest at the till: their screen, and the amount that the cashier types for them."""

from contextlib import suppress
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any

from aiogram import Bot
from aiogram.exceptions import TelegramBadRequest
from aiogram.fsm.context import FSMContext
from aiogram.fsm.state import State, StatesGroup
from aiogram.types import Message

from handlers.cashier.buttons import Act, Sale, ToTill, is_fresh
from handlers.cashier.choices import choices
from handlers.screens import button, keyboard
from messengers.words import Say
from services import errors, programme, quotes
from services.cards import Customer
from services.context import Context
from services.numbers import parse_money
from services.people import Visitor


class Till(StatesGroup):
    """Somebody is being served; without a state, the till waits for the next guest."""

    amount = State()
    points = State()


@dataclass(frozen=True, slots=True)
class Opened:
    """Who is being served, as the conversation remembers it."""

    member: int
    at: int  # unix seconds of the last thing done for them
    screen: int | None = None  # the message whose buttons are live
    sale: str | None = None  # whose points are being typed
    most: int = 0

    @classmethod
    def of(cls, data: dict[str, Any]) -> "Opened | None":
        return cls(**data) if data else None

    def data(self) -> dict[str, Any]:
        return asdict(self)


async def opened(state: FSMContext, now: datetime) -> Opened | None:
    """Who is being served; a screen that lay too long is closed: somebody else stands there."""
    found = Opened.of(await state.get_data())
    if found is not None and is_fresh(found.at, now):
        return found
    await state.clear()
    return None


async def leave(state: FSMContext, member_id: int) -> None:
    """The guest is served; another who is open meanwhile stays."""
    found = Opened.of(await state.get_data())
    if found is not None and found.member == member_id:
        await state.clear()


async def receive(
    bot: Bot, ctx: Context, say: Say, visitor: Visitor, state: FSMContext, customer: Customer
) -> None:
    """Open a guest's screen, as a new message: what is typed next is meant for them."""
    if customer.member_id == visitor.member_id:
        raise errors.OwnCard
    at = int(ctx.clock.now().timestamp())
    await state.set_data(Opened(customer.member_id, at).data())
    await state.set_state(Till.amount)
    back = keyboard([button(say.label("till-not-this-guest"), ToTill())])
    await bot.send_message(visitor.external_id, guest_text(say, customer), reply_markup=back)


def guest_text(say: Say, customer: Customer) -> str:
    lines = [
        say("guest-title", name=customer.name, level=customer.level),
        say("guest-balance", points=customer.points, worth=customer.worth),
    ]
    if customer.phone_tail is not None:
        lines.append(say("guest-phone", tail=customer.phone_tail))
    if customer.frozen:
        lines.append(say("guest-frozen"))
    elif not customer.reachable:
        lines.append(say("guest-unreachable"))
    lines += [say("guest-offer", title=title) for title in customer.offers]
    if customer.open_vouchers:
        lines.append(say("guest-vouchers", count=customer.open_vouchers))
    return "\n".join([*lines, "", say("guest-ask-amount")])


async def take_amount(
    message: Message, bot: Bot, ctx: Context, say: Say, visitor: Visitor, state: FSMContext
) -> None:
    """Digits for an open guest are an amount; typed again, they replace the amount before."""
    now = ctx.clock.now()
    guest = await opened(state, now)
    if guest is None:
        await message.answer(say("till-stale"))
        return
    terms = await programme.current(ctx)
    amount = parse_money(message.text or "", terms.currency)
    quote = await quotes.make(ctx, visitor.identity_id, guest.member, amount.minor)
    at = int(now.timestamp())
    sale = Sale(
        act=Act.CHOOSE,
        member=guest.member,
        amount=amount.minor,
        points=0,
        at=at,
        typed=message.message_id,
    )
    text, markup = choices(say, quote, sale)
    sent = await message.answer(text, reply_markup=markup)
    await retire(bot, visitor, guest)
    await state.set_data(Opened(guest.member, at, screen=sent.message_id).data())


async def retire(bot: Bot, visitor: Visitor, guest: Opened) -> None:
    """Take the buttons off the guest's screen before this one: one receipt has one set."""
    if guest.screen is not None:
        with suppress(TelegramBadRequest):  # deleted by hand, or without buttons already
            await bot.edit_message_reply_markup(
                chat_id=visitor.external_id, message_id=guest.screen, reply_markup=None
            )


async def not_an_amount(message: Message, say: Say) -> None:
    await message.answer(say("till-digits-please"))
