"""Where the cashier works, when the shop has several outlets."""

from aiogram.types import CallbackQuery

from handlers.callback_middleware import Tap
from handlers.cashier import till
from handlers.cashier.buttons import ToTill, WorkAt
from handlers.cashier.desk import Desk
from handlers.screens import button, in_rows, keyboard, show
from services.staff import workplaces

ABREAST = 2


async def work_at(query: CallbackQuery, callback_data: WorkAt, desk: Desk, tap: Tap) -> None:
    """Choose an outlet, or see which there are."""
    if callback_data.outlet:
        name = await workplaces.choose(desk.ctx, desk.by, callback_data.outlet)
        tap.toast(desk.say.label("workplace-chosen", name=name))
        await till.open_till(query, desk)
        return
    places = await workplaces.choices(desk.ctx, desk.by)
    chips = [
        button(place.name, WorkAt(outlet=place.id), style="primary" if place.here else None)
        for place in places
    ]
    back = [button(desk.say.label("till-back"), ToTill())]
    text = desk.say("workplace-which")
    await show(query, text, keyboard(*in_rows(chips, ABREAST), back))
