"""Goods come back: find the purchase, say how much of it, look, and only then do it."""

from typing import Any

from aiogram.fsm.state import State
from aiogram.types import CallbackQuery, Message

from handlers.callback_middleware import Tap
from handlers.cashier import refund_screens as screens
from handlers.cashier.buttons import is_fresh
from handlers.cashier.desk import Desk, Till
from handlers.cashier.refund_buttons import Back, BackAct, Bought, Move, Purchases
from handlers.screens import show, without_buttons
from services import programme
from services.context import Context
from services.errors import Gone
from services.parsing.numbers import parse_money
from services.refunds import refund_previews, refunds


async def is_worn(_query: CallbackQuery, callback_data: Back | Move, ctx: Context) -> bool:
    return not is_fresh(callback_data.at, ctx.clock.now())


async def refuse_worn(query: CallbackQuery, desk: Desk, tap: Tap) -> None:
    """Money changes hands here: a screen of long ago does nothing."""
    tap.alert(desk.say.label("refund-stale"))
    await without_buttons(query)


async def latest(query: CallbackQuery, callback_data: Purchases, desk: Desk) -> None:
    await desk.state.clear()
    member = callback_data.member
    found = await refund_previews.recent(desk.ctx, desk.by, member or None)
    await show(query, *screens.purchases(desk.say, found, member))


async def menu(query: CallbackQuery, callback_data: Bought, desk: Desk) -> None:
    """A purchase and what can be done with it; what is typed now is no amount of a guest's."""
    bought = await refund_previews.look(desk.ctx, desk.by, callback_data.purchase)
    await desk.state.clear()
    await show(query, *screens.menu(desk.say, bought, desk.seconds))


async def ask_amount(query: CallbackQuery, callback_data: Back, desk: Desk) -> None:
    bought = await refund_previews.look(desk.ctx, desk.by, callback_data.purchase)
    await wait_for(desk, Till.refund, bought.purchase_id)
    await show(query, *screens.how_much(desk.say, bought))


async def wait_for(desk: Desk, awaited: State, purchase: int) -> None:
    """What is typed next is about this purchase."""
    await desk.state.set_data({"purchase": purchase, "at": desk.seconds})
    await desk.state.set_state(awaited)


async def awaited(desk: Desk) -> int:
    """Which purchase that is. Raises Gone when it was asked too long ago."""
    data: dict[str, Any] = await desk.state.get_data()
    if not is_fresh(data.get("at", 0), desk.now):
        await desk.state.clear()
        raise Gone
    return int(data["purchase"])


async def take_amount(message: Message, desk: Desk) -> None:
    """The typed amount; typed again, it replaces the one before."""
    purchase = await awaited(desk)
    terms = await programme.current(desk.ctx)
    amount = parse_money(message.text or "", terms.currency).minor
    seen = await refund_previews.preview(desk.ctx, desk.by, purchase, amount=amount)
    back = Back(
        act=BackAct.DO, purchase=purchase, so_far=seen.so_far, at=desk.seconds, amount=amount
    )
    await desk.tell(*screens.confirmation(desk.say, seen, back))


async def lines(query: CallbackQuery, callback_data: Back, desk: Desk) -> None:
    bought = await refund_previews.look(desk.ctx, desk.by, callback_data.purchase)
    await show(query, *screens.which_line(desk.say, bought, callback_data))


async def pieces(query: CallbackQuery, callback_data: Back, desk: Desk) -> None:
    bought = await refund_previews.look(desk.ctx, desk.by, callback_data.purchase)
    line = next((one for one in bought.lines if one.line_id == callback_data.line), None)
    if line is None:
        raise Gone
    await show(query, *screens.how_many(desk.say, line, callback_data))


async def look(query: CallbackQuery, callback_data: Back, desk: Desk) -> None:
    back = callback_data
    seen = await refund_previews.preview(
        desk.ctx, desk.by, back.purchase, amount=back.part, lines=back.lines
    )
    sure = back.then(BackAct.DO, line=back.line, amount=back.amount)
    sure = sure.model_copy(update={"so_far": seen.so_far})
    await show(query, *screens.confirmation(desk.say, seen, sure))


async def do(query: CallbackQuery, callback_data: Back, desk: Desk) -> None:
    back = callback_data
    refunded = await refunds.refund(
        desk.ctx,
        desk.by,
        back.purchase,
        amount=back.part,
        lines=back.lines,
        key=back.key(),
        so_far=back.so_far,
    )
    await desk.state.clear()
    await show(query, *screens.done(desk.say, refunded))
