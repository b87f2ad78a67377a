"""From the amount to the receipt: award at once, or ask the guest to pay with points."""

import math

from aiogram import Bot
from aiogram.fsm.context import FSMContext
from aiogram.fsm.state import State
from aiogram.types import CallbackQuery, Message

from handlers.cashier.buttons import Sale, Serve, ToTill, Undo, Withdraw
from handlers.cashier.choices import (
    choices,
    confirmation,
    how_many,
    receipt_screen,
    short,
    waiting,
)
from handlers.cashier.guest import Opened, Till, leave, opened, receive, retire
from handlers.screens import button, keyboard, show, without_buttons
from handlers.taps import Tap
from messengers.words import Say
from services import cards, errors, purchases, quotes, redemptions
from services.context import Context
from services.kinds import RedemptionStatus
from services.numbers import parse_whole
from services.people import Visitor


async def is_worn(_query: CallbackQuery, callback_data: Sale, ctx: Context) -> bool:
    return not callback_data.fresh(ctx.clock.now())


async def refuse_worn(query: CallbackQuery, say: Say, tap: Tap) -> None:
    """A screen of long ago, tapped while scrolling: nobody stands there any more."""
    tap.alert(say.label("till-stale"))
    await without_buttons(query)


async def award(
    query: CallbackQuery,
    callback_data: Sale,
    ctx: Context,
    say: Say,
    visitor: Visitor,
    state: FSMContext,
) -> None:
    sale = callback_data
    receipt = await purchases.record(
        ctx, visitor.identity_id, sale.member, sale.amount, key=sale.key(visitor.external_id)
    )
    await leave(state, sale.member)
    await show(query, *receipt_screen(say, receipt))


async def choose(
    query: CallbackQuery,
    callback_data: Sale,
    ctx: Context,
    say: Say,
    visitor: Visitor,
    state: FSMContext,
) -> None:
    """Back to the choices; digits typed now are an amount again."""
    sale = callback_data
    quote = await quotes.make(ctx, visitor.identity_id, sale.member, sale.amount)
    await _turn(query, ctx, state, Till.amount, sale)
    await show(query, *choices(say, quote, sale))


async def spend(
    query: CallbackQuery, callback_data: Sale, ctx: Context, say: Say, visitor: Visitor
) -> None:
    sale = callback_data
    quote = await quotes.make(ctx, visitor.identity_id, sale.member, sale.amount, sale.points)
    await show(query, *confirmation(say, quote, sale))


async def other(
    query: CallbackQuery,
    callback_data: Sale,
    ctx: Context,
    say: Say,
    visitor: Visitor,
    state: FSMContext,
) -> None:
    sale = callback_data
    quote = await quotes.make(ctx, visitor.identity_id, sale.member, sale.amount)
    await _turn(query, ctx, state, Till.points, sale, quote.most_points)
    await show(query, *how_many(say, quote, sale))


async def _turn(
    query: CallbackQuery, ctx: Context, state: FSMContext, to: State, sale: Sale, most: int = 0
) -> None:
    """What is typed next belongs to the tapped sale, whoever was open before."""
    screen = query.message.message_id if query.message else None
    at = int(ctx.clock.now().timestamp())
    await state.set_data(Opened(sale.member, at, screen, sale.pack(), most).data())
    await state.set_state(to)


async def take_points(
    message: Message, bot: Bot, ctx: Context, say: Say, visitor: Visitor, state: FSMContext
) -> None:
    """How many points to spend; typed again, the number replaces the one before."""
    guest = await opened(state, ctx.clock.now())
    if guest is None or guest.sale is None:
        await message.answer(say("till-stale"))
        return
    sale = Sale.unpack(guest.sale)
    points = parse_whole(message.text or "", least=1, most=guest.most)
    quote = await quotes.make(ctx, visitor.identity_id, sale.member, sale.amount, points)
    text, markup = confirmation(say, quote, sale)
    sent = await message.answer(text, reply_markup=markup)
    await retire(bot, visitor, guest)
    at = int(ctx.clock.now().timestamp())
    await state.set_data(Opened(guest.member, at, sent.message_id, guest.sale, guest.most).data())


async def ask(
    query: CallbackQuery,
    callback_data: Sale,
    ctx: Context,
    say: Say,
    visitor: Visitor,
    state: FSMContext,
) -> None:
    """Ask the guest in their chat; the till is free for the next one meanwhile."""
    sale = callback_data
    request = await redemptions.request(
        ctx,
        visitor.identity_id,
        sale.member,
        sale.amount,
        sale.points,
        key=sale.key(visitor.external_id),
    )
    await leave(state, sale.member)
    if request.status is not RedemptionStatus.PENDING:
        await without_buttons(query)
        raise errors.AlreadyResolved
    left = (request.expires_at - ctx.clock.now()).total_seconds()
    await show(query, *waiting(say, request, math.ceil(left / 60)))


async def withdraw(
    query: CallbackQuery, callback_data: Withdraw, ctx: Context, say: Say, visitor: Visitor
) -> None:
    try:
        request = await redemptions.cancel(ctx, visitor.identity_id, callback_data.redemption)
    except errors.AlreadyResolved:
        await without_buttons(query)
        raise
    again = say.label("till-serve", name=short(request.member_name))
    await show(
        query,
        say("spend-withdrawn", name=request.member_name, points=request.points),
        keyboard([button(again, Serve(member=request.member_id))]),
    )


async def undo(
    query: CallbackQuery, callback_data: Undo, ctx: Context, say: Say, visitor: Visitor
) -> None:
    undone = await purchases.undo(ctx, visitor.identity_id, callback_data.purchase)
    lines = [say("undone-done", name=undone.member_name, amount=undone.amount)]
    if undone.points_taken:
        lines.append(say("undone-taken", points=undone.points_taken))
    if undone.points_returned:
        lines.append(say("undone-returned", points=undone.points_returned))
    if undone.points_not_taken:
        lines.append(say("undone-not-taken", points=undone.points_not_taken))
    lines.append(say("undone-balance", balance=undone.balance))
    back = keyboard([button(say.label("till-back"), ToTill())])
    await show(query, "\n".join(lines), back)


async def serve(
    query: CallbackQuery,
    callback_data: Serve,
    bot: Bot,
    ctx: Context,
    say: Say,
    visitor: Visitor,
    state: FSMContext,
) -> None:
    """Open a guest again, below: what the tapped message said stays there to be read."""
    customer = await cards.by_member(ctx, visitor.identity_id, callback_data.member)
    await without_buttons(query)
    await receive(bot, ctx, say, visitor, state, customer)
