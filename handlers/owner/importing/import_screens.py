"""The screens of an import: how the file was understood, and the next actions."""

from enum import StrEnum

from aiogram.types import InlineKeyboardMarkup

from handlers.owner.shared.navigation import short
from handlers.routing import Tap
from handlers.screens import button, keyboard
from messengers import import_words as told
from messengers.words import Say
from services.importing.column_mapping import Plan
from services.importing.file_kinds import Field, FileKind
from services.importing.file_reader import Source

MOST_SHOWN = 24
"""Columns that fit a message."""

WIDE = 24


class ImportAct(StrEnum):
    DATES = "dates"
    DRY = "dry"
    EXAMPLE = "example"
    COLUMNS = "columns"
    COLUMN = "column"
    KINDS = "kinds"
    KIND = "kind"
    LOOK = "look"
    MEAN = "mean"
    CANCEL = "cancel"
    YES = "yes"


class ImportTap(Tap, prefix="oim"):
    """`place`: a column."""

    act: ImportAct
    place: int = 0
    field: Field | None = None
    kind: FileKind | None = None


def seen(say: Say, source: Source, plan: Plan) -> str:
    kind = say.label("import-kind", kind=plan.kind)
    lines = [say("import-seen", name=source.name, kind=kind, rows=plan.rows), ""]
    for place, heading in enumerate(plan.head[:MOST_SHOWN]):
        facts = {
            "heading": short(heading, WIDE),
            "meaning": told.meaning(say, plan, place),
            "example": short(told.example(plan, place), WIDE),
        }
        lines.append(say("import-column", **facts))
    if len(plan.head) > MOST_SHOWN:
        lines.append(say("import-more-columns", count=len(plan.head) - MOST_SHOWN))
    remarks = told.remarks(say, plan)
    return "\n".join(
        [*lines, *([""] if remarks else []), *(say("import-line", text=one) for one in remarks)]
    )


def choices(say: Say, plan: Plan) -> InlineKeyboardMarkup:
    ready = not plan.missing
    yes = button(say.label("import-yes"), ImportTap(act=ImportAct.YES), style="success")
    dates = button(say.label("import-turn-dates"), ImportTap(act=ImportAct.DATES))
    return keyboard(
        [yes] if ready else [],
        [button(say.label("import-dry"), ImportTap(act=ImportAct.DRY))] if ready else [],
        [
            button(say.label("import-change"), ImportTap(act=ImportAct.COLUMNS)),
            button(say.label("import-change-kind"), ImportTap(act=ImportAct.KINDS)),
        ],
        [dates] if not plan.order_known or not plan.day_first else [],
        [button(say.label("button-cancel"), ImportTap(act=ImportAct.CANCEL))],
    )


def kinds_screen(say: Say) -> InlineKeyboardMarkup:
    rows = [
        [button(say.label("import-kind", kind=kind), ImportTap(act=ImportAct.KIND, kind=kind))]
        for kind in FileKind
    ]
    return keyboard(*rows, [button(say.label("button-cancel"), ImportTap(act=ImportAct.CANCEL))])
