"""A list of people whom the owner brings by phone or number, as text or as a file."""

from io import BytesIO

from aiogram import Router
from aiogram.types import BufferedInputFile

from handlers.csv_files import MOST_BYTES, harmless, is_table, sheet
from handlers.desk import Desk
from handlers.owner.audience.audience_words import UNKNOWN_SHOWN, list_text
from handlers.owner.audience.purpose import way_out
from handlers.owner.audience.question_screen import go_on
from handlers.owner.audience.question_taps import AskAct, AskTap, QuestionForm
from handlers.owner.shared.navigation import STEP, Typed
from handlers.screens import keyboard
from services.importing.errors import BadFile
from services.importing.file_reader import Source, read
from services.segments import member_lists
from services.segments.member_lists import ListMatch


def add_to(router: Router) -> None:
    router.callback_query.register(ask_list, AskTap.on(AskAct.LIST), flags=STEP)
    router.message.register(take_text, Typed(), QuestionForm.list, flags=STEP)
    router.message.register(take_file, is_table, QuestionForm.list, flags=STEP)


async def ask_list(desk: Desk) -> None:
    await desk.state.set_state(QuestionForm.list)
    out = way_out(desk.say, await desk.state.get_data())
    await desk.show(desk.say("question-list-ask"), keyboard(out))


async def take_text(desk: Desk) -> None:
    found = await member_lists.match_list(desk.ctx, desk.actor_id, desk.message.text or "")
    await _show(desk, found)


async def take_file(desk: Desk) -> None:
    document = desk.message.document
    if document is None or (document.file_size or 0) > MOST_BYTES:
        raise BadFile(document.file_name or "" if document else "")
    data = BytesIO()
    await desk.bot.download(document, data)
    source = Source.of_bytes(document.file_name or "", data.getvalue())
    rows = (cells for _, cells in read(source))
    found = await member_lists.match_table(desk.ctx, desk.actor_id, rows)
    await _show(desk, found)


async def _show(desk: Desk, found: ListMatch) -> None:
    """Say what did not match, all of it; what did is a question like any other."""
    await desk.tell(list_text(desk.say, found))
    if len(found.unknown) > UNKNOWN_SHOWN:
        title = desk.say.label("question-list-unknown")
        table = sheet(desk.say, [title], [[harmless(one)] for one in found.unknown])
        await desk.bot.send_document(desk.chat_id, BufferedInputFile(table, f"{title}.csv"))
    if found.matched:
        await go_on(desk, found.audience)
