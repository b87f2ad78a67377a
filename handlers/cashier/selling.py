"""From the amount to the receipt: give points at once, or ask the guest to pay with some."""

import math
from dataclasses import replace

from aiogram.fsm.context import FSMContext
from aiogram.fsm.state import State
from aiogram.types import CallbackQuery, Message

from handlers.callback_middleware import Tap
from handlers.cashier.buttons import Sale
from handlers.cashier.desk import Desk, Guest, Till, receipt_of
from handlers.cashier.guest import retire
from handlers.cashier.lines import shown_lines
from handlers.cashier.sale_screens import choices, confirmation, how_many, receipt_screen, waiting
from handlers.screens import show, without_buttons
from services import programme
from services.checkout import purchases, quotes, redemptions
from services.checkout.errors import AlreadyResolved
from services.context import Context
from services.enums import RedemptionStatus
from services.parsing.numbers import parse_whole


async def is_worn(
    _query: CallbackQuery, callback_data: Sale, ctx: Context, state: FSMContext
) -> bool:
    """Drawn too long ago, or its lines went with the conversation when another guest came."""
    sale = callback_data
    if not sale.fresh(ctx.clock.now()):
        return True
    return sale.lined and await receipt_of(state, sale) is None


async def refuse_worn(query: CallbackQuery, desk: Desk, tap: Tap) -> None:
    """A screen of long ago, tapped while scrolling: nobody stands there any more."""
    tap.alert(desk.say.label("till-stale"))
    await without_buttons(query)


async def award(query: CallbackQuery, callback_data: Sale, desk: Desk) -> None:
    sale = callback_data
    key = sale.key(desk.visitor.external_id)
    lines = await desk.lines(sale)
    receipt = await purchases.record(
        desk.ctx, desk.by, sale.member, sale.amount, key=key, lines=lines
    )
    await desk.close(sale.member)
    await show(query, *receipt_screen(desk.say, receipt))


async def choose(query: CallbackQuery, callback_data: Sale, desk: Desk) -> None:
    """Back to the choices; digits typed now are an amount again."""
    sale = callback_data
    lines = await desk.lines(sale)
    quote = await quotes.make(desk.ctx, desk.by, sale.member, sale.amount, lines=lines)
    await _await(query, desk, Till.amount, sale)
    terms = await programme.current(desk.ctx)
    await show(query, *choices(desk.say, quote, sale, shown_lines(desk.say, terms, lines)))


async def spend(query: CallbackQuery, callback_data: Sale, desk: Desk) -> None:
    """Show what so many points would do."""
    sale = callback_data
    lines = await desk.lines(sale)
    quote = await quotes.make(desk.ctx, desk.by, sale.member, sale.amount, sale.points, lines=lines)
    await show(query, *confirmation(desk.say, quote, sale))


async def other(query: CallbackQuery, callback_data: Sale, desk: Desk) -> None:
    """Let the cashier type how many points."""
    sale = callback_data
    lines = await desk.lines(sale)
    quote = await quotes.make(desk.ctx, desk.by, sale.member, sale.amount, lines=lines)
    await _await(query, desk, Till.points, sale, quote.most_points)
    await show(query, *how_many(desk.say, quote, sale))


async def _await(
    query: CallbackQuery, desk: Desk, awaited: State, sale: Sale, most: int = 0
) -> None:
    """What is typed next belongs to the tapped sale, whoever was open before."""
    screen = query.message.message_id if query.message else None
    receipt = await receipt_of(desk.state, sale)
    await desk.open(Guest(sale.member, desk.seconds, screen, sale.pack(), most, receipt), awaited)


async def take_points(message: Message, desk: Desk) -> None:
    """How many points to spend; typed again, the number replaces the one before."""
    guest = await desk.guest()
    if guest is None or guest.sale is None:
        await message.answer(desk.say("till-stale"))
        return
    sale = Sale.unpack(guest.sale)
    points = parse_whole(message.text or "", least=1, most=guest.most)
    lines = await desk.lines(sale)
    quote = await quotes.make(desk.ctx, desk.by, sale.member, sale.amount, points, lines=lines)
    sent = await desk.tell(*confirmation(desk.say, quote, sale))
    await retire(desk, guest)
    again = replace(guest, at=desk.seconds, screen=sent.message_id)
    await desk.open(again, Till.points)


async def ask(query: CallbackQuery, callback_data: Sale, desk: Desk) -> None:
    """Ask the guest in their chat; the till is free for the next one meanwhile."""
    sale = callback_data
    key = sale.key(desk.visitor.external_id)
    lines = await desk.lines(sale)
    request = await redemptions.request(
        desk.ctx, desk.by, sale.member, sale.amount, sale.points, key=key, lines=lines
    )
    await desk.close(sale.member)
    if request.status is not RedemptionStatus.PENDING:
        await without_buttons(query)
        raise AlreadyResolved
    left = (request.expires_at - desk.now).total_seconds()
    await show(query, *waiting(desk.say, request, math.ceil(left / 60)))
