"""A voucher at the till: what it is and whose, then hand the reward over."""

from handlers.cashier.buttons import Accept, Serve, ToTill
from handlers.cashier.sale_screens import short
from handlers.desk import Desk
from handlers.screens import button, keyboard
from services.rewards import vouchers
from services.rewards.vouchers import Ticket
from services.staff.errors import OwnCard


async def scanned(desk: Desk, token: str) -> None:
    await present(desk, await vouchers.look(desk.ctx, desk.actor_id, token))


async def present(desk: Desk, ticket: Ticket) -> None:
    if ticket.member_id == desk.visitor.member_id:
        raise OwnCard
    say = desk.say
    text = say(
        "voucher-screen",
        title=ticket.title,
        name=ticket.member_name,
        code=ticket.code,
        until=ticket.expires_at,
    )
    buttons = keyboard(
        [button(say.label("voucher-accept"), Accept(voucher=ticket.id), style="success")],
        [button(say.label("till-not-this-guest"), ToTill())],
    )
    await desk.tell(text, buttons)


async def accept(desk: Desk, tap: Accept) -> None:
    ticket = await vouchers.accept(desk.ctx, desk.actor_id, tap.voucher)
    again = desk.say.label("till-serve", name=short(ticket.member_name))
    await desk.show(
        desk.say("voucher-done", title=ticket.title, name=ticket.member_name),
        keyboard([button(again, Serve(member=ticket.member_id))]),
    )
