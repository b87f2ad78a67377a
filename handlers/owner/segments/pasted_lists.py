"""A segment of people whom the owner brings by phone or number, as text or as a file."""

from io import BytesIO

from aiogram import Bot, F, Router
from aiogram.fsm.context import FSMContext
from aiogram.types import BufferedInputFile, CallbackQuery, Message

from handlers.csv_files import MOST_BYTES, harmless, is_table, sheet
from handlers.owner.audience.audience_words import UNKNOWN_SHOWN, list_text
from handlers.owner.segments.question_screen import Asking, AskTap, ask
from handlers.owner.shared.navigation import STEP, Place, Typed, back
from handlers.screens import keyboard, show
from messengers.words import Say
from services.context import Context
from services.importing.errors import BadFile
from services.importing.file_reader import Source, read
from services.segments import member_lists
from services.segments.member_lists import ListMatch
from services.staff.identities import Visitor


def add_to(router: Router) -> None:
    router.callback_query.register(ask_list, AskTap.filter(F.act == "list"), flags=STEP)
    router.message.register(take_text, Typed(), Asking.list, flags=STEP)
    router.message.register(take_file, is_table, Asking.list, flags=STEP)


async def ask_list(query: CallbackQuery, say: Say, state: FSMContext) -> None:
    await state.set_state(Asking.list)
    await show(query, say("question-list-ask"), keyboard(back(say, Place.SEGMENTS)))


async def take_text(
    message: Message, bot: Bot, ctx: Context, say: Say, state: FSMContext, visitor: Visitor
) -> None:
    found = await member_lists.match_list(ctx, visitor.identity_id, message.text or "")
    await _show(message, bot, ctx, say, state, visitor, found)


async def take_file(
    message: Message, bot: Bot, ctx: Context, say: Say, state: FSMContext, visitor: Visitor
) -> None:
    document = message.document
    if document is None or (document.file_size or 0) > MOST_BYTES:
        raise BadFile(document.file_name or "" if document else "")
    data = BytesIO()
    await bot.download(document, data)
    source = Source.of_bytes(document.file_name or "", data.getvalue())
    rows = (cells for _, cells in read(source))
    found = await member_lists.match_table(ctx, visitor.identity_id, rows)
    await _show(message, bot, ctx, say, state, visitor, found)


async def _show(
    message: Message,
    bot: Bot,
    ctx: Context,
    say: Say,
    state: FSMContext,
    visitor: Visitor,
    found: ListMatch,
) -> None:
    """Say what did not match, all of it; what did is a question like any other."""
    await message.answer(list_text(say, found))
    if len(found.unknown) > UNKNOWN_SHOWN:
        title = say.label("question-list-unknown")
        table = sheet(say, [title], [[harmless(one)] for one in found.unknown])
        await bot.send_document(message.chat.id, BufferedInputFile(table, f"{title}.csv"))
    if found.matched:
        await ask(message, ctx, say, state, visitor, found.audience)
