"""From the amount to the receipt: give points at once, or ask the guest to pay with some."""

import math
from dataclasses import replace

from aiogram.fsm.context import FSMContext
from aiogram.fsm.state import State
from aiogram.types import CallbackQuery

from handlers.cashier import served
from handlers.cashier.buttons import Sale
from handlers.cashier.guest import retire
from handlers.cashier.lines import shown_lines
from handlers.cashier.sale_screens import choices, confirmation, how_many, receipt_screen, waiting
from handlers.cashier.served import Guest, Till, receipt_of
from handlers.desk import Desk
from services import programme
from services.checkout import purchases, quotes, redemptions
from services.checkout.errors import AlreadyResolved
from services.context import Context
from services.enums import RedemptionStatus
from services.parsing.numbers import parse_whole


async def is_worn(_query: CallbackQuery, tap: Sale, ctx: Context, state: FSMContext) -> bool:
    """Drawn too long ago, or its lines went with the conversation when another guest came."""
    if not tap.fresh(ctx.clock.now()):
        return True
    return tap.lined and await receipt_of(state, tap) is None


async def refuse_worn(desk: Desk) -> None:
    """A screen of long ago, tapped while scrolling: nobody stands there any more."""
    desk.alert("till-stale")
    await desk.without_buttons()


async def award(desk: Desk, tap: Sale) -> None:
    sale = tap
    key = sale.key(desk.chat_id)
    lines = await served.lines_of(desk, sale)
    receipt = await purchases.record(
        desk.ctx, desk.actor_id, sale.member, sale.amount, key=key, lines=lines
    )
    await served.close(desk, sale.member)
    await desk.show(*receipt_screen(desk.say, receipt))


async def choose(desk: Desk, tap: Sale) -> None:
    """Back to the choices; digits typed now are an amount again."""
    sale = tap
    lines = await served.lines_of(desk, sale)
    quote = await quotes.make(desk.ctx, desk.actor_id, sale.member, sale.amount, lines=lines)
    await _await(desk, Till.amount, sale)
    terms = await programme.current(desk.ctx)
    await desk.show(*choices(desk.say, quote, sale, shown_lines(desk.say, terms, lines)))


async def spend(desk: Desk, tap: Sale) -> None:
    """Show what so many points would do."""
    sale = tap
    lines = await served.lines_of(desk, sale)
    quote = await quotes.make(
        desk.ctx, desk.actor_id, sale.member, sale.amount, sale.points, lines=lines
    )
    await desk.show(*confirmation(desk.say, quote, sale))


async def other(desk: Desk, tap: Sale) -> None:
    """Let the cashier type how many points."""
    sale = tap
    lines = await served.lines_of(desk, sale)
    quote = await quotes.make(desk.ctx, desk.actor_id, sale.member, sale.amount, lines=lines)
    await _await(desk, Till.points, sale, quote.most_points)
    await desk.show(*how_many(desk.say, quote, sale))


async def _await(desk: Desk, awaited: State, sale: Sale, most: int = 0) -> None:
    """Let the next text belong to the tapped sale, whichever guest was open before."""
    screen = desk.query.message.message_id if desk.query.message else None
    receipt = await receipt_of(desk.state, sale)
    await served.serve(
        desk, Guest(sale.member, desk.seconds, screen, sale.pack(), most, receipt), awaited
    )


async def take_points(desk: Desk) -> None:
    """How many points to spend; typed again, the number replaces the one before."""
    guest = await served.guest_at(desk)
    if guest is None or guest.sale is None:
        await desk.tell(desk.say("till-stale"))
        return
    sale = Sale.unpack(guest.sale)
    points = parse_whole(desk.message.text or "", least=1, most=guest.most)
    lines = await served.lines_of(desk, sale)
    quote = await quotes.make(
        desk.ctx, desk.actor_id, sale.member, sale.amount, points, lines=lines
    )
    sent = await desk.tell(*confirmation(desk.say, quote, sale))
    await retire(desk, guest)
    again = replace(guest, at=desk.seconds, screen=sent.message_id)
    await served.serve(desk, again, Till.points)


async def ask(desk: Desk, tap: Sale) -> None:
    """Ask the guest in their chat; the till is free for the next one meanwhile."""
    sale = tap
    key = sale.key(desk.chat_id)
    lines = await served.lines_of(desk, sale)
    request = await redemptions.request(
        desk.ctx, desk.actor_id, sale.member, sale.amount, sale.points, key=key, lines=lines
    )
    await served.close(desk, sale.member)
    if request.status is not RedemptionStatus.PENDING:
        await desk.without_buttons()
        raise AlreadyResolved
    left = (request.expires_at - desk.now).total_seconds()
    await desk.show(*waiting(desk.say, request, math.ceil(left / 60)))
