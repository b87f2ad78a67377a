"""A file from a till: what it is taken for, what can be said otherwise, and a yes."""

from dataclasses import replace
from io import BytesIO
from typing import Any

from aiogram import Bot, F, Router
from aiogram.filters import StateFilter
from aiogram.fsm.context import FSMContext
from aiogram.fsm.state import State, StatesGroup
from aiogram.types import BufferedInputFile

from handlers.csv_files import MOST_BYTES, is_table, sheet
from handlers.desk import Desk
from handlers.owner.audience.question_taps import QuestionForm
from handlers.owner.importing.import_job import Job
from handlers.owner.importing.import_screens import (
    ImportAct,
    ImportTap,
    choices,
    kinds_screen,
    seen,
)
from handlers.owner.shared.background_jobs import Workshop
from handlers.owner.shared.navigation import STEP, Go, Place, back, go, short
from handlers.screens import button, in_rows, keyboard
from messengers.import_headings import lexicon
from services.errors import DomainError, Gone
from services.importing import run
from services.importing.column_mapping import Wishes
from services.importing.errors import UnknownFileKind
from services.importing.file_kinds import SHAPES, Field, FileKind
from services.importing.file_reader import Source

EXAMPLES = (FileKind.MEMBERS, FileKind.PURCHASES)


class ImportForm(StatesGroup):
    look = State()  # a file was sent; `file_id`, `name` and what was decided of it are kept


def add_to(router: Router) -> None:
    tap = router.callback_query.register
    looking = StateFilter(ImportForm.look)
    tap(explain, Go.filter(F.to == Place.IMPORT))
    tap(give_example, ImportTap.on(ImportAct.EXAMPLE))
    tap(columns, ImportTap.on(ImportAct.COLUMNS), looking, flags=STEP)
    tap(meanings, ImportTap.on(ImportAct.COLUMN), looking, flags=STEP)
    tap(kinds, ImportTap.on(ImportAct.KINDS), looking, flags=STEP)
    tap(choose_kind, ImportTap.filter((F.act == ImportAct.KIND) & F.kind), looking, flags=STEP)
    tap(look, ImportTap.on(ImportAct.LOOK, ImportAct.MEAN, ImportAct.DATES), looking, flags=STEP)
    tap(cancel, ImportTap.on(ImportAct.CANCEL), looking)
    tap(bring_in, ImportTap.on(ImportAct.DRY, ImportAct.YES), looking, flags=STEP)
    # A question to the guests may be typed all the time its screen is there; a file is none.
    free = StateFilter(None, ImportForm, QuestionForm.words)
    router.message.register(take, is_table, free, flags=STEP)


async def explain(desk: Desk) -> None:
    examples = [
        button(
            desk.say.label("import-example", kind=kind), ImportTap(act=ImportAct.EXAMPLE, kind=kind)
        )
        for kind in EXAMPLES
    ]
    await desk.show(desk.say("import-explain"), keyboard(examples, back(desk.say, Place.SETUP)))


async def give_example(desk: Desk, tap: ImportTap) -> None:
    """A small file in the reader's own words and ways of writing."""
    kind = FileKind.PURCHASES if tap.kind is FileKind.PURCHASES else FileKind.MEMBERS
    head, *rows = (line.split("|") for line in desk.say.label(f"import-sample-{kind}").splitlines())
    name = desk.say.label("import-sample-name", kind=kind)
    await desk.bot.send_document(desk.chat_id, BufferedInputFile(sheet(desk.say, head, rows), name))


async def take(desk: Desk) -> None:
    document = desk.message.document
    if document is None or (document.file_size or 0) > MOST_BYTES:
        await desk.tell(desk.say("import-too-large"))
        return
    await desk.state.set_state(ImportForm.look)
    await desk.state.set_data({"file_id": document.file_id, "name": document.file_name})
    await _look(desk, Wishes())


async def source_of(bot: Bot, state: FSMContext) -> Source:
    """The file, for as long as somebody holds it; between two taps only Telegram does."""
    kept = await state.get_data()
    data = BytesIO()
    await bot.download(kept["file_id"], data)
    return Source.of_bytes(kept["name"], data.getvalue())


async def _look(desk: Desk, wishes: Wishes) -> None:
    source = await source_of(desk.bot, desk.state)
    try:
        plan = await run.propose(desk.ctx, desk.actor_id, source, lexicon(desk.words), wishes)
    except UnknownFileKind:
        await desk.show(desk.say("error-unknown-file-kind"), kinds_screen(desk.say))
        return
    except DomainError:
        if not wishes.fields:
            await desk.state.clear()
        raise
    kept = await desk.state.get_data()
    await desk.state.set_data(kept | {"plan": plan.to_json(), "head": list(plan.head)})
    await desk.show(seen(desk.say, source, plan), choices(desk.say, plan))


async def kinds(desk: Desk) -> None:
    await desk.show(desk.say("import-which-kind"), kinds_screen(desk.say))


async def understood(state: FSMContext) -> dict[str, Any]:
    """The head and the plan of the file. Raises Gone while its kind is not known."""
    kept = await state.get_data()
    if "plan" not in kept:
        raise Gone
    return kept


async def columns(desk: Desk) -> None:
    kept = await understood(desk.state)
    buttons = [
        button(short(heading) or "—", ImportTap(act=ImportAct.COLUMN, place=place))
        for place, heading in enumerate(kept["head"])
    ]
    way_back = [button(desk.say.label("button-back"), ImportTap(act=ImportAct.LOOK))]
    await desk.show(desk.say("import-which-column"), keyboard(*in_rows(buttons, 2), way_back))


async def meanings(desk: Desk, tap: ImportTap) -> None:
    kept = await understood(desk.state)
    place = tap.place
    if not 0 <= place < len(kept["head"]):
        raise Gone
    fields = (*SHAPES[FileKind(kept["plan"]["kind"])].fields, Field.IGNORE)
    buttons = [
        button(
            desk.say.label("import-field", field=one),
            ImportTap(act=ImportAct.MEAN, place=place, field=one),
        )
        for one in fields
    ]
    way_back = [button(desk.say.label("button-back"), ImportTap(act=ImportAct.COLUMNS))]
    text = desk.say("import-which-meaning", heading=kept["head"][place])
    await desk.show(text, keyboard(*in_rows(buttons, 2), way_back))


async def choose_kind(desk: Desk, tap: ImportTap) -> None:
    await _look(desk, Wishes(tap.kind))


async def look(desk: Desk, tap: ImportTap) -> None:
    """Once more, with what was decided just now."""
    wishes = Wishes.from_json((await understood(desk.state))["plan"])
    if tap.act == ImportAct.DATES:
        wishes = replace(wishes, day_first=not wishes.day_first)
    elif tap.field is not None:
        wishes = wishes.given(tap.place, tap.field)
    await _look(desk, wishes)


async def cancel(desk: Desk) -> None:
    """The flow ends by itself; see FlowEnds."""
    await desk.show(
        desk.say("import-cancelled"), keyboard([go(desk.say, "owner-go-home", Place.HOME)])
    )


async def bring_in(desk: Desk, tap: ImportTap, workshop: Workshop) -> None:
    """Begin, and leave the rest to the workshop."""
    dry = tap.act == ImportAct.DRY
    wishes = Wishes.from_json((await understood(desk.state))["plan"])
    source, known = await source_of(desk.bot, desk.state), lexicon(desk.words)
    plan = await run.propose(desk.ctx, desk.actor_id, source, known, wishes)
    if not dry:
        await desk.state.clear()
    screen = await desk.show(desk.say("import-under-way", percent=0))
    job = Job(desk.ctx, desk.bot, desk.say, desk.actor_id, source, plan, known, screen, dry)
    workshop.begin(job.do(), job.tell, job.end)
