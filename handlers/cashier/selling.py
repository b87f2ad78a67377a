"""From the amount to the receipt: give points at once, or ask the guest to pay with some."""

import math

from aiogram.fsm.state import State
from aiogram.types import CallbackQuery, Message

from handlers.cashier.buttons import Sale
from handlers.cashier.desk import Desk, Guest, Till
from handlers.cashier.guest import retire
from handlers.cashier.sale_screens import choices, confirmation, how_many, receipt_screen, waiting
from handlers.screens import show, without_buttons
from handlers.taps import Tap
from services import errors, purchases, quotes, redemptions
from services.context import Context
from services.kinds import RedemptionStatus
from services.numbers import parse_whole


async def is_worn(_query: CallbackQuery, callback_data: Sale, ctx: Context) -> bool:
    return not callback_data.fresh(ctx.clock.now())


async def refuse_worn(query: CallbackQuery, desk: Desk, tap: Tap) -> None:
    """A screen of long ago, tapped while scrolling: nobody stands there any more."""
    tap.alert(desk.say.label("till-stale"))
    await without_buttons(query)


async def award(query: CallbackQuery, callback_data: Sale, desk: Desk) -> None:
    sale = callback_data
    key = sale.key(desk.visitor.external_id)
    receipt = await purchases.record(desk.ctx, desk.by, sale.member, sale.amount, key=key)
    await desk.close(sale.member)
    await show(query, *receipt_screen(desk.say, receipt))


async def choose(query: CallbackQuery, callback_data: Sale, desk: Desk) -> None:
    """Back to the choices; digits typed now are an amount again."""
    sale = callback_data
    quote = await quotes.make(desk.ctx, desk.by, sale.member, sale.amount)
    await _await(query, desk, Till.amount, sale)
    await show(query, *choices(desk.say, quote, sale))


async def spend(query: CallbackQuery, callback_data: Sale, desk: Desk) -> None:
    """Show what so many points would do."""
    sale = callback_data
    quote = await quotes.make(desk.ctx, desk.by, sale.member, sale.amount, sale.points)
    await show(query, *confirmation(desk.say, quote, sale))


async def other(query: CallbackQuery, callback_data: Sale, desk: Desk) -> None:
    """Let the cashier type how many points."""
    sale = callback_data
    quote = await quotes.make(desk.ctx, desk.by, sale.member, sale.amount)
    await _await(query, desk, Till.points, sale, quote.most_points)
    await show(query, *how_many(desk.say, quote, sale))


async def _await(
    query: CallbackQuery, desk: Desk, awaited: State, sale: Sale, most: int = 0
) -> None:
    """What is typed next belongs to the tapped sale, whoever was open before."""
    screen = query.message.message_id if query.message else None
    await desk.open(Guest(sale.member, desk.seconds, screen, sale.pack(), most), awaited)


async def take_points(message: Message, desk: Desk) -> None:
    """How many points to spend; typed again, the number replaces the one before."""
    guest = await desk.guest()
    if guest is None or guest.sale is None:
        await message.answer(desk.say("till-stale"))
        return
    sale = Sale.unpack(guest.sale)
    points = parse_whole(message.text or "", least=1, most=guest.most)
    quote = await quotes.make(desk.ctx, desk.by, sale.member, sale.amount, points)
    sent = await desk.tell(*confirmation(desk.say, quote, sale))
    await retire(desk, guest)
    again = Guest(guest.member, desk.seconds, sent.message_id, guest.sale, guest.most)
    await desk.open(again, Till.points)


async def ask(query: CallbackQuery, callback_data: Sale, desk: Desk) -> None:
    """Ask the guest in their chat; the till is free for the next one meanwhile."""
    sale = callback_data
    key = sale.key(desk.visitor.external_id)
    request = await redemptions.request(
        desk.ctx, desk.by, sale.member, sale.amount, sale.points, key=key
    )
    await desk.close(sale.member)
    if request.status is not RedemptionStatus.PENDING:
        await without_buttons(query)
        raise errors.AlreadyResolved
    left = (request.expires_at - desk.now).total_seconds()
    await show(query, *waiting(desk.say, request, math.ceil(left / 60)))
