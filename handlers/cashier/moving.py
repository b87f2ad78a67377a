"""A purchase on the wrong card: find the right one, look, and move it."""

from aiogram.filters import CommandObject
from aiogram.types import CallbackQuery, InlineKeyboardMarkup, Message

from handlers.cashier.buttons import ToTill
from handlers.cashier.desk import Desk, Till
from handlers.cashier.find_guest import link_in, whose
from handlers.cashier.refund_buttons import Bought, Move
from handlers.cashier.refunding import awaited, wait_for
from handlers.cashier.typed_lookup import read_typed
from handlers.screens import button, keyboard, show
from messengers.links import LinkKind, Links, read_payload
from services.checkout import customers, moving
from services.checkout.customers import Customer
from services.refunds import refund_previews
from services.staff.errors import LinkUnknown, OwnCard


async def ask(query: CallbackQuery, callback_data: Move, desk: Desk) -> None:
    """Whose is it? The next card that is shown or typed says so."""
    bought = await refund_previews.look(desk.ctx, desk.by, callback_data.purchase)
    await wait_for(desk, Till.move, bought.purchase_id)
    text = desk.say("move-whose", name=bought.member_name, amount=bought.amount)
    await show(query, text, _back(desk, bought.purchase_id))


async def by_typing(message: Message, desk: Desk) -> None:
    sought = read_typed(message.text or "")
    customer = await whose(sought, desk) if sought is not None else None
    if customer is None:
        await message.answer(desk.say("move-not-found"))
        return
    await _confirm(desk, customer)


async def by_picture(message: Message, desk: Desk, links: Links) -> None:
    link = await link_in(message, desk, links)
    if link is None:
        return
    if link.kind is not LinkKind.CARD:
        await message.answer(desk.say("move-not-found"))
        return
    await _confirm(desk, await customers.by_token(desk.ctx, desk.by, link.value))


async def by_link(_message: Message, command: CommandObject, desk: Desk) -> None:
    link = read_payload(command.args or "")
    if link is None:
        raise LinkUnknown
    await _confirm(desk, await customers.by_token(desk.ctx, desk.by, link.value))


async def _confirm(desk: Desk, customer: Customer) -> None:
    if customer.member_id == desk.visitor.member_id:
        raise OwnCard
    purchase = await awaited(desk)
    bought = await refund_previews.look(desk.ctx, desk.by, purchase)
    text = desk.say(
        "move-confirm",
        amount=bought.amount,
        at=bought.at,
        name=bought.member_name,
        to=customer.name,
    )
    move = Move(purchase=purchase, to=customer.member_id, at=desk.seconds)
    await desk.tell(text, _back(desk, purchase, move))


async def do(query: CallbackQuery, callback_data: Move, desk: Desk) -> None:
    move = callback_data
    moved = await moving.move(desk.ctx, desk.by, move.purchase, move.to, key=move.key())
    await desk.state.clear()
    text = desk.say(
        "move-done",
        amount=moved.receipt.amount,
        name=moved.back.member_name,
        to=moved.receipt.member_name,
        taken=moved.back.points_taken,
        earned=moved.receipt.points_earned,
    )
    await show(query, text, keyboard([button(desk.say.label("till-back"), ToTill())]))


def _back(desk: Desk, purchase: int, move: Move | None = None) -> InlineKeyboardMarkup:
    say = desk.say
    sure = [button(say.label("move-do"), move, style="danger")] if move is not None else []
    return keyboard(sure, [button(say.label("button-back"), Bought(purchase=purchase))])
