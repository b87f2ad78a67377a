"""A file from a till: what it is taken for, what can be said otherwise, and a yes."""

from dataclasses import replace
from io import BytesIO
from typing import Any

from aiogram import Bot, F, Router
from aiogram.filters import StateFilter
from aiogram.fsm.context import FSMContext
from aiogram.fsm.state import State, StatesGroup
from aiogram.types import BufferedInputFile, CallbackQuery, Message

from handlers.csv_files import MOST_BYTES, is_table, sheet
from handlers.owner.importing.import_job import Job
from handlers.owner.importing.import_screens import ImportTap, choices, kinds_screen, seen
from handlers.owner.segments.question_screen import Asking
from handlers.owner.shared.background_jobs import Workshop
from handlers.owner.shared.navigation import STEP, Go, Place, back, go, short
from handlers.screens import button, in_rows, keyboard, show
from messengers.import_headings import lexicon
from messengers.words import Say, Words
from services.context import Context
from services.errors import DomainError, Gone
from services.importing import run
from services.importing.column_mapping import Wishes
from services.importing.errors import UnknownFileKind
from services.importing.file_kinds import SHAPES, Field, FileKind
from services.importing.file_reader import Source
from services.staff.identities import Visitor

EXAMPLES = (FileKind.MEMBERS, FileKind.PURCHASES)


class Bringing(StatesGroup):
    look = State()  # a file was sent; `file_id`, `name` and what was decided of it are kept


def add_to(router: Router) -> None:
    tap = router.callback_query.register
    looking = StateFilter(Bringing.look)
    tap(explain, Go.filter(F.to == Place.IMPORT))
    tap(give_example, ImportTap.filter(F.act == "example"))
    tap(columns, ImportTap.filter(F.act == "columns"), looking, flags=STEP)
    tap(meanings, ImportTap.filter(F.act == "column"), looking, flags=STEP)
    tap(kinds, ImportTap.filter(F.act == "kinds"), looking, flags=STEP)
    tap(choose_kind, ImportTap.filter((F.act == "kind") & F.kind), looking, flags=STEP)
    tap(look, ImportTap.filter(F.act.in_({"look", "mean", "dates"})), looking, flags=STEP)
    tap(cancel, ImportTap.filter(F.act == "cancel"), looking)
    tap(bring_in, ImportTap.filter(F.act.in_({"dry", "yes"})), looking, flags=STEP)
    # A question to the guests may be typed all the time its screen is there; a file is none.
    free = StateFilter(None, Bringing, Asking.words)
    router.message.register(take, is_table, free, flags=STEP)


async def explain(query: CallbackQuery, say: Say) -> None:
    examples = [
        button(say.label("import-example", kind=kind), ImportTap(act="example", kind=kind))
        for kind in EXAMPLES
    ]
    await show(query, say("import-explain"), keyboard(examples, back(say)))


async def give_example(query: CallbackQuery, callback_data: ImportTap, bot: Bot, say: Say) -> None:
    """A small file in the reader's own words and ways of writing."""
    kind = FileKind.PURCHASES if callback_data.kind is FileKind.PURCHASES else FileKind.MEMBERS
    head, *rows = (line.split("|") for line in say.label(f"import-sample-{kind}").splitlines())
    name = say.label("import-sample-name", kind=kind)
    await bot.send_document(query.from_user.id, BufferedInputFile(sheet(say, head, rows), name))


async def take(
    message: Message,
    ctx: Context,
    bot: Bot,
    words: Words,
    say: Say,
    state: FSMContext,
    visitor: Visitor,
) -> None:
    document = message.document
    if document is None or (document.file_size or 0) > MOST_BYTES:
        await message.answer(say("import-too-large"))
        return
    await state.set_state(Bringing.look)
    await state.set_data({"file_id": document.file_id, "name": document.file_name})
    await _look(message, ctx, bot, words, say, state, visitor, Wishes())


async def source_of(bot: Bot, state: FSMContext) -> Source:
    """The file, for as long as somebody holds it; between two taps only Telegram does."""
    kept = await state.get_data()
    data = BytesIO()
    await bot.download(kept["file_id"], data)
    return Source.of_bytes(kept["name"], data.getvalue())


async def _look(
    event: Message | CallbackQuery,
    ctx: Context,
    bot: Bot,
    words: Words,
    say: Say,
    state: FSMContext,
    visitor: Visitor,
    wishes: Wishes,
) -> None:
    source = await source_of(bot, state)
    try:
        plan = await run.propose(ctx, visitor.identity_id, source, lexicon(words), wishes)
    except UnknownFileKind:
        await show(event, say("error-unknown-file-kind"), kinds_screen(say))
        return
    except DomainError:
        if not wishes.fields:
            await state.clear()
        raise
    kept = await state.get_data()
    await state.set_data(kept | {"plan": plan.to_json(), "head": list(plan.head)})
    await show(event, seen(say, source, plan), choices(say, plan))


async def kinds(query: CallbackQuery, say: Say) -> None:
    await show(query, say("import-which-kind"), kinds_screen(say))


async def understood(state: FSMContext) -> dict[str, Any]:
    """What is kept of the file: its head, and the plan. Raises Gone while its kind is not known."""
    kept = await state.get_data()
    if "plan" not in kept:
        raise Gone
    return kept


async def columns(query: CallbackQuery, say: Say, state: FSMContext) -> None:
    kept = await understood(state)
    buttons = [
        button(short(heading) or "—", ImportTap(act="column", place=place))
        for place, heading in enumerate(kept["head"])
    ]
    way_back = [button(say.label("button-back"), ImportTap(act="look"))]
    await show(query, say("import-which-column"), keyboard(*in_rows(buttons, 2), way_back))


async def meanings(
    query: CallbackQuery, callback_data: ImportTap, say: Say, state: FSMContext
) -> None:
    kept = await understood(state)
    place = callback_data.place
    if not 0 <= place < len(kept["head"]):
        raise Gone
    fields = (*SHAPES[FileKind(kept["plan"]["kind"])].fields, Field.IGNORE)
    buttons = [
        button(say.label("import-field", field=one), ImportTap(act="mean", place=place, field=one))
        for one in fields
    ]
    way_back = [button(say.label("button-back"), ImportTap(act="columns"))]
    text = say("import-which-meaning", heading=kept["head"][place])
    await show(query, text, keyboard(*in_rows(buttons, 2), way_back))


async def choose_kind(
    query: CallbackQuery,
    callback_data: ImportTap,
    ctx: Context,
    bot: Bot,
    words: Words,
    say: Say,
    state: FSMContext,
    visitor: Visitor,
) -> None:
    await _look(query, ctx, bot, words, say, state, visitor, Wishes(callback_data.kind))


async def look(
    query: CallbackQuery,
    callback_data: ImportTap,
    ctx: Context,
    bot: Bot,
    words: Words,
    say: Say,
    state: FSMContext,
    visitor: Visitor,
) -> None:
    """Once more, with what was decided just now."""
    wishes = Wishes.from_json((await understood(state))["plan"])
    if callback_data.act == "dates":
        wishes = replace(wishes, day_first=not wishes.day_first)
    elif callback_data.field is not None:
        wishes = wishes.given(callback_data.place, callback_data.field)
    await _look(query, ctx, bot, words, say, state, visitor, wishes)


async def cancel(query: CallbackQuery, say: Say) -> None:
    """The flow ends by itself; see FlowEnds."""
    await show(query, say("import-cancelled"), keyboard([go(say, "owner-go-home", Place.HOME)]))


async def bring_in(
    query: CallbackQuery,
    callback_data: ImportTap,
    ctx: Context,
    bot: Bot,
    words: Words,
    say: Say,
    state: FSMContext,
    visitor: Visitor,
    workshop: Workshop,
) -> None:
    """Begin, and leave the rest to the workshop."""
    dry = callback_data.act == "dry"
    wishes = Wishes.from_json((await understood(state))["plan"])
    source, known = await source_of(bot, state), lexicon(words)
    plan = await run.propose(ctx, visitor.identity_id, source, known, wishes)
    if not dry:
        await state.clear()
    screen = await show(query, say("import-under-way", percent=0))
    job = Job(ctx, bot, say, visitor.identity_id, source, plan, known, screen, dry)
    workshop.begin(job.do(), job.tell, job.end)
