"""The way in: a staff invitation, and the till before anybody is served."""

from collections.abc import Sequence
from dataclasses import replace

from aiogram.dispatcher.event.bases import SkipHandler
from aiogram.filters import CommandObject
from aiogram.types import InlineKeyboardMarkup

from handlers import bot_profile
from handlers.cashier.buttons import Undo, WorkAt
from handlers.cashier.refund_buttons import Purchases
from handlers.cashier.sale_screens import short
from handlers.desk import Desk
from handlers.menu import main_menu
from handlers.screens import Row, button, keyboard
from messengers.words import Say
from services.checkout import shifts
from services.staff import team, workplaces
from services.staff.errors import InvitationSpent, NotStaff
from services.staff.workplaces import Workplace


async def join_staff(desk: Desk, command: CommandObject) -> None:
    """Follow an owner's invitation. A spent one leaves the menu, for guests the way to a card."""
    await desk.state.clear()
    token = (command.args or "").partition("-")[2]
    try:
        role = await team.accept(desk.ctx, desk.actor_id, token)
    except InvitationSpent as error:
        menu = main_menu(desk.say, desk.visitor)
        await desk.tell(desk.say(error.message_key()), menu)
        return
    menu = main_menu(desk.say, replace(desk.visitor, role=role))
    await desk.tell(desk.say("till-welcome", role=role), menu)
    await bot_profile.introduce_to_staff(desk.bot, desk.words, desk.chat_id, role)


async def open_till(desk: Desk) -> None:
    """The home of the till: how to find a guest, the day so far, what can still be undone."""
    await desk.state.clear()
    shift = await shifts.today(desk.ctx, desk.actor_id)
    places = await workplaces.choices(desk.ctx, desk.actor_id)
    await desk.show(_text(desk.say, shift), _buttons(desk.say, shift, places))


def _text(say: Say, shift: shifts.Shift) -> str:
    lines = [say("till-home"), ""]
    if shift.purchases:
        lines.append(say("till-today", purchases=shift.purchases, turnover=shift.turnover))
        lines.append(say("till-points", earned=shift.points_earned, spent=shift.points_spent))
    else:
        lines.append(say("till-nothing-yet"))
    if shift.vouchers:
        lines.append(say("till-vouchers", count=shift.vouchers))
    if shift.latest:
        lines += ["", *(_line(say, sold) for sold in shift.latest)]
    return "\n".join(lines)


def _line(say: Say, sold: shifts.Sold) -> str:
    name = short(sold.member_name or say.label("till-nobody"))
    if sold.undone:
        return say("till-line-undone", name=name, amount=sold.amount)
    if sold.held:
        return say("till-line-held", name=name, amount=sold.amount, spent=sold.points_spent)
    return say(
        "till-line",
        name=name,
        amount=sold.amount,
        earned=sold.points_earned,
        spent=sold.points_spent,
        back=bool(sold.refunded.minor),
        refunded=sold.refunded,
    )


def _buttons(say: Say, shift: shifts.Shift, places: Sequence[Workplace]) -> InlineKeyboardMarkup:
    rows = [
        [
            button(
                say.label("till-undo", name=short(sold.member_name), amount=sold.amount),
                Undo(purchase=sold.purchase_id),
            )
        ]
        for sold in shift.latest
        if sold.undoable
    ]
    return keyboard(*rows, [button(say.label("till-refunds"), Purchases())], _where(say, places))


def _where(say: Say, places: Sequence[Workplace]) -> Row:
    """The cashier's outlet; empty if the shop lists no outlets."""
    here = next((place.name for place in places if place.here), None)
    if here is not None:
        return [button(say.label("till-here", name=here), WorkAt())]
    return [button(say.label("till-where"), WorkAt())] if places else []


async def close_guest(desk: Desk) -> None:
    await desk.state.clear()
    await desk.tell(desk.say("till-cancelled"))


async def leave_purchase(desk: Desk) -> None:
    """A refund or a move is given up before anything was done."""
    await desk.state.clear()
    await desk.tell(desk.say("till-left-purchase"))


async def step_aside(desk: Desk) -> None:
    """A command or a menu button of another room ends the serving; that room answers it."""
    await desk.state.clear()
    raise SkipHandler


async def dismissed(desk: Desk) -> None:
    """Somebody whose role was taken away in the middle of serving a guest."""
    await desk.state.clear()
    raise NotStaff
