"""The choice of the cashier's outlet, when the shop has several."""

from handlers.cashier import till
from handlers.cashier.buttons import ToTill, WorkAt
from handlers.desk import Desk
from handlers.screens import button, in_rows, keyboard
from services.staff import workplaces

ABREAST = 2


async def work_at(desk: Desk, tap: WorkAt) -> None:
    """Choose an outlet, or see which there are."""
    if tap.outlet:
        name = await workplaces.choose(desk.ctx, desk.actor_id, tap.outlet)
        desk.toast("workplace-chosen", name=name)
        await till.open_till(desk)
        return
    places = await workplaces.choices(desk.ctx, desk.actor_id)
    chips = [
        button(place.name, WorkAt(outlet=place.id), style="primary" if place.here else None)
        for place in places
    ]
    back = [button(desk.say.label("till-back"), ToTill())]
    text = desk.say("workplace-which")
    await desk.show(text, keyboard(*in_rows(chips, ABREAST), back))
