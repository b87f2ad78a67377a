"""Taking one's data away, and leaving."""

import json

from aiogram import Bot, Router
from aiogram.filters.callback_data import CallbackData
from aiogram.fsm.context import FSMContext
from aiogram.types import BufferedInputFile, CallbackQuery

from handlers import screens
from handlers import statement_file as account_file
from handlers.callback_middleware import Tap
from handlers.member.access import Tapped, as_member
from handlers.menu import main_menu
from messengers.words import Say
from services import programme
from services.context import Context
from services.points import statement
from services.profiles import leaving
from services.staff.identities import Visitor

EXPORT = "my_export"
LEAVE = "my_leave"
SETTINGS = "my_settings"


class Leave(CallbackData, prefix="my_farewell"):
    """`member_id`: whose card it was when the question was asked, not a later one."""

    member_id: int


def add_for_members(router: Router) -> None:
    router.callback_query.register(export, Tapped(EXPORT))
    router.callback_query.register(ask, Tapped(LEAVE))
    router.callback_query.register(leave, Leave.filter())


def add_for_guests(router: Router) -> None:
    router.callback_query.register(left_before, Leave.filter())


async def export(query: CallbackQuery, bot: Bot, ctx: Context, member_id: int, say: Say) -> None:
    """Everything that is stored, as a file; and the account once more, for a spreadsheet."""
    drawn = await statement.mine(ctx, member_id)
    terms = await programme.current(ctx)
    table = BufferedInputFile(
        account_file.table(say, terms, drawn), account_file.file_name(say, terms, ctx.clock.now())
    )
    await bot.send_document(query.from_user.id, table, caption=say("statement-file"))
    data = await leaving.export(ctx, member_id)
    text = json.dumps(data, ensure_ascii=False, indent=2)
    file = BufferedInputFile(text.encode(), "kopilka.json")
    await bot.send_document(query.from_user.id, file, caption=say("exported"))


async def ask(query: CallbackQuery, ctx: Context, member_id: int, say: Say) -> None:
    """What would be lost, before it is."""
    loss = await leaving.loss(ctx, member_id)
    buttons = screens.keyboard(
        [screens.button(say.label("button-stay"), SETTINGS)],
        [screens.button(say.label("button-leave-yes"), Leave(member_id=member_id), style="danger")],
    )
    text = say("leave-ask", points=max(loss.points, 0), vouchers=loss.vouchers)
    await screens.show(query, text, buttons)


async def leave(
    query: CallbackQuery,
    callback_data: Leave,
    bot: Bot,
    ctx: Context,
    member_id: int,
    say: Say,
    visitor: Visitor,
    state: FSMContext,
    tap: Tap,
) -> None:
    if callback_data.member_id != member_id:
        tap.alert(say.label("stale-button"))
        return
    await leaving.leave(ctx, member_id)
    await state.clear()
    await screens.show(query, say("left"))
    menu = main_menu(say, as_member(visitor, None))
    await bot.send_message(visitor.external_id, say("left-door-open"), reply_markup=menu)


async def left_before(_: CallbackQuery, tap: Tap, say: Say) -> None:
    """A second tap on the same button."""
    tap.toast(say.label("left-before"))
