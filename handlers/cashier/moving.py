"""A purchase on the wrong card: find the right one, look, and move it."""

from aiogram.filters import CommandObject
from aiogram.types import InlineKeyboardMarkup

from handlers.cashier.buttons import ToTill
from handlers.cashier.find_guest import link_in, whose
from handlers.cashier.refund_buttons import Bought, Move
from handlers.cashier.refunding import awaited, wait_for
from handlers.cashier.served import Till
from handlers.cashier.typed_lookup import read_typed
from handlers.desk import Desk
from handlers.screens import button, keyboard
from messengers.links import LinkKind, read_payload
from services.checkout import customers, moving
from services.checkout.customers import Customer
from services.refunds import refund_previews
from services.staff.errors import LinkUnknown, OwnCard


async def ask(desk: Desk, tap: Move) -> None:
    """Ask for the right card; the next one shown or typed is taken."""
    bought = await refund_previews.look(desk.ctx, desk.actor_id, tap.purchase)
    await wait_for(desk, Till.move, bought.purchase_id)
    text = desk.say("move-whose", name=bought.member_name, amount=bought.amount)
    await desk.show(text, _back(desk, bought.purchase_id))


async def by_typing(desk: Desk) -> None:
    sought = read_typed(desk.message.text or "")
    customer = await whose(sought, desk) if sought is not None else None
    if customer is None:
        await desk.tell(desk.say("move-not-found"))
        return
    await _confirm(desk, customer)


async def by_picture(desk: Desk) -> None:
    link = await link_in(desk)
    if link is None:
        return
    if link.kind is not LinkKind.CARD:
        await desk.tell(desk.say("move-not-found"))
        return
    await _confirm(desk, await customers.by_token(desk.ctx, desk.actor_id, link.value))


async def by_link(desk: Desk, command: CommandObject) -> None:
    link = read_payload(command.args or "")
    if link is None:
        raise LinkUnknown
    await _confirm(desk, await customers.by_token(desk.ctx, desk.actor_id, link.value))


async def _confirm(desk: Desk, customer: Customer) -> None:
    if customer.member_id == desk.visitor.member_id:
        raise OwnCard
    purchase = await awaited(desk)
    bought = await refund_previews.look(desk.ctx, desk.actor_id, purchase)
    text = desk.say(
        "move-confirm",
        amount=bought.amount,
        at=bought.at,
        name=bought.member_name,
        to=customer.name,
    )
    move = Move(purchase=purchase, to=customer.member_id, at=desk.seconds)
    await desk.tell(text, _back(desk, purchase, move))


async def do(desk: Desk, tap: Move) -> None:
    move = tap
    moved = await moving.move(desk.ctx, desk.actor_id, move.purchase, move.to, key=move.key())
    await desk.state.clear()
    text = desk.say(
        "move-done",
        amount=moved.receipt.amount,
        name=moved.back.member_name,
        to=moved.receipt.member_name,
        taken=moved.back.points_taken,
        earned=moved.receipt.points_earned,
    )
    await desk.show(text, keyboard([button(desk.say.label("till-back"), ToTill())]))


def _back(desk: Desk, purchase: int, move: Move | None = None) -> InlineKeyboardMarkup:
    say = desk.say
    sure = [button(say.label("move-do"), move, style="danger")] if move is not None else []
    return keyboard(sure, [button(say.label("button-back"), Bought(purchase=purchase))])
