"""Goods come back: find the purchase, say how much of it, look, and only then do it."""

from typing import Any

from aiogram.fsm.state import State
from aiogram.types import CallbackQuery

from handlers.cashier import refund_screens as screens
from handlers.cashier.buttons import is_fresh
from handlers.cashier.refund_buttons import Back, BackAct, Bought, Move, Purchases
from handlers.cashier.served import Till
from handlers.desk import Desk
from services import programme
from services.context import Context
from services.errors import Gone
from services.parsing.numbers import parse_money
from services.refunds import refund_previews, refunds


async def is_worn(_query: CallbackQuery, tap: Back | Move, ctx: Context) -> bool:
    return not is_fresh(tap.at, ctx.clock.now())


async def refuse_worn(desk: Desk) -> None:
    """Money changes hands here: a screen of long ago does nothing."""
    desk.alert("refund-stale")
    await desk.without_buttons()


async def latest(desk: Desk, tap: Purchases) -> None:
    await desk.state.clear()
    member = tap.member
    found = await refund_previews.recent(desk.ctx, desk.actor_id, member or None)
    await desk.show(*screens.purchases(desk.say, found, member))


async def menu(desk: Desk, tap: Bought) -> None:
    """A purchase and what can be done with it; what is typed now is no amount of a guest's."""
    bought = await refund_previews.look(desk.ctx, desk.actor_id, tap.purchase)
    await desk.state.clear()
    await desk.show(*screens.menu(desk.say, bought, desk.seconds))


async def ask_amount(desk: Desk, tap: Back) -> None:
    bought = await refund_previews.look(desk.ctx, desk.actor_id, tap.purchase)
    await wait_for(desk, Till.refund, bought.purchase_id)
    await desk.show(*screens.how_much(desk.say, bought))


async def wait_for(desk: Desk, awaited: State, purchase: int) -> None:
    """Remember this purchase for the text that is typed next."""
    await desk.state.set_data({"purchase": purchase, "at": desk.seconds})
    await desk.state.set_state(awaited)


async def awaited(desk: Desk) -> int:
    """Which purchase that is. Raises Gone when it was asked too long ago."""
    data: dict[str, Any] = await desk.state.get_data()
    if not is_fresh(data.get("at", 0), desk.now):
        await desk.state.clear()
        raise Gone
    return int(data["purchase"])


async def take_amount(desk: Desk) -> None:
    """The typed amount; typed again, it replaces the one before."""
    purchase = await awaited(desk)
    terms = await programme.current(desk.ctx)
    amount = parse_money(desk.message.text or "", terms.currency).minor
    seen = await refund_previews.preview(desk.ctx, desk.actor_id, purchase, amount=amount)
    back = Back(
        act=BackAct.DO, purchase=purchase, so_far=seen.so_far, at=desk.seconds, amount=amount
    )
    await desk.tell(*screens.confirmation(desk.say, seen, back))


async def lines(desk: Desk, tap: Back) -> None:
    bought = await refund_previews.look(desk.ctx, desk.actor_id, tap.purchase)
    await desk.show(*screens.which_line(desk.say, bought, tap))


async def pieces(desk: Desk, tap: Back) -> None:
    bought = await refund_previews.look(desk.ctx, desk.actor_id, tap.purchase)
    line = next((one for one in bought.lines if one.line_id == tap.line), None)
    if line is None:
        raise Gone
    await desk.show(*screens.how_many(desk.say, line, tap))


async def look(desk: Desk, tap: Back) -> None:
    back = tap
    seen = await refund_previews.preview(
        desk.ctx, desk.actor_id, back.purchase, amount=back.part, lines=back.lines
    )
    sure = back.then(BackAct.DO, line=back.line, amount=back.amount)
    sure = sure.model_copy(update={"so_far": seen.so_far})
    await desk.show(*screens.confirmation(desk.say, seen, sure))


async def do(desk: Desk, tap: Back) -> None:
    back = tap
    refunded = await refunds.refund(
        desk.ctx,
        desk.actor_id,
        back.purchase,
        amount=back.part,
        lines=back.lines,
        key=back.key(),
        so_far=back.so_far,
    )
    await desk.state.clear()
    await desk.show(*screens.done(desk.say, refunded))
