"""Taking one's data away, and leaving."""

import json

from aiogram import Router
from aiogram.types import BufferedInputFile

from handlers import screens
from handlers import statement_file as account_file
from handlers.desk import Desk
from handlers.member.access import Tapped, as_member
from handlers.menu import main_menu
from handlers.routing import Tap
from services.points import statement
from services.profiles import leaving

EXPORT = "my_export"
LEAVE = "my_leave"
SETTINGS = "my_settings"


class Leave(Tap, prefix="my_farewell"):
    """`member_id`: whose card it was when the question was asked, not a later one."""

    member_id: int


def add_for_members(router: Router) -> None:
    router.callback_query.register(export, Tapped(EXPORT))
    router.callback_query.register(ask, Tapped(LEAVE))
    router.callback_query.register(leave, Leave.filter())


def add_for_guests(router: Router) -> None:
    router.callback_query.register(left_before, Leave.filter())


async def export(desk: Desk) -> None:
    """Everything that is stored, as a file; and the account once more, for a spreadsheet."""
    drawn = await statement.mine(desk.ctx, desk.member_id)
    terms = await desk.terms()
    table = BufferedInputFile(
        account_file.table(desk.say, terms, drawn),
        account_file.file_name(desk.say, terms, desk.ctx.clock.now()),
    )
    await desk.bot.send_document(desk.chat_id, table, caption=desk.say("statement-file"))
    data = await leaving.export(desk.ctx, desk.member_id)
    text = json.dumps(data, ensure_ascii=False, indent=2)
    file = BufferedInputFile(text.encode(), "kopilka.json")
    await desk.bot.send_document(desk.chat_id, file, caption=desk.say("exported"))


async def ask(desk: Desk) -> None:
    """The losses, shown before the member leaves."""
    loss = await leaving.loss(desk.ctx, desk.member_id)
    buttons = screens.keyboard(
        [screens.button(desk.say.label("button-stay"), SETTINGS)],
        [
            screens.button(
                desk.say.label("button-leave-yes"), Leave(member_id=desk.member_id), style="danger"
            )
        ],
    )
    text = desk.say("leave-ask", points=max(loss.points, 0), vouchers=loss.vouchers)
    await desk.show(text, buttons)


async def leave(desk: Desk, tap: Leave) -> None:
    if tap.member_id != desk.member_id:
        desk.alert("stale-button")
        return
    await leaving.leave(desk.ctx, desk.member_id)
    await desk.state.clear()
    await desk.show(desk.say("left"))
    menu = main_menu(desk.say, as_member(desk.visitor, None))
    await desk.tell(desk.say("left-door-open"), menu)


async def left_before(desk: Desk) -> None:
    """A second tap on the same button."""
    desk.toast("left-before")
