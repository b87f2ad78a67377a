"""`bot.py import` in a terminal: what the file is taken for, a question, a bar, a report."""

import sys
from collections.abc import Callable
from contextlib import AbstractContextManager, ExitStack
from dataclasses import dataclass
from enum import IntEnum
from pathlib import Path
from typing import TextIO

import typer
from rich.console import Console
from rich.table import Table

from app.checking import progress_bar
from app.clock import SystemClock, SystemSecrets
from app.preparing import prepare
from app.settings import Settings
from app.starting import open_database
from app.words import read_words
from handlers.csv_files import Rejects
from messengers import import_words as told
from messengers.import_headings import lexicon
from messengers.words import Say
from services import programme
from services.context import Context
from services.errors import DomainError
from services.importing import run
from services.importing.column_mapping import Lexicon, Plan, Wishes
from services.importing.errors import BadFile, ImportCrossed, ImportUnderWay, NoOwner
from services.importing.file_kinds import Field, FileKind
from services.importing.file_reader import Source
from services.importing.report import Rejected, Report


class Ending(IntEnum):
    """Exit codes."""

    DONE = 0
    UNREADABLE = 1
    MISUNDERSTOOD = 2
    NOBODY_SAID_YES = 3


@dataclass(frozen=True, slots=True)
class Order:
    """The arguments of the command."""

    file: Path
    kind: FileKind | None
    columns: tuple[str, ...]
    month_first: bool | None
    dry: bool
    yes: bool

    def wishes(self) -> Wishes:
        """Raises ValueError for something that is no COLUMN=FIELD."""
        pairs = (text.rpartition("=") for text in self.columns)
        fields: dict[int | str, Field] = {name.strip(): Field(one) for name, _, one in pairs}
        day_first = None if self.month_first is None else not self.month_first
        return Wishes(self.kind, fields, day_first)


async def bring_in(settings: Settings, say: Say, order: Order) -> Ending:
    """Raises StartError."""
    if not order.file.is_file():
        return _fail(say.label("operator-import-no-file", path=str(order.file)), 1)
    try:
        wishes = order.wishes()
    except ValueError:
        return _fail(say.label("operator-import-bad-map", fields=", ".join(Field)), 2)
    words = read_words(settings.default_language)
    source = Source(order.file.name, lambda: order.file.open("rb"))
    async with open_database(settings, lean=True) as database:
        ctx = Context(database, SystemClock(), SystemSecrets())
        await prepare(ctx, settings, words)
        terms = await programme.current(ctx)
        say = words.say(settings.default_language, terms.timezone.key)
        try:
            known = lexicon(words)
            plan = await run.propose(ctx, None, source, known, wishes)
            _show(say, source, plan)
            if plan.missing:
                return Ending.MISUNDERSTOOD
            command = _Command(ctx, say, order, source, plan, known)
            return await command.run(terms.currency, settings.default_language)
        except DomainError as error:
            problem = say.label(error.message_key(), **error.facts())
            undone = isinstance(error, BadFile | NoOwner | ImportCrossed | ImportUnderWay)
            return _fail(problem, 1 if undone else 2)


@dataclass(frozen=True, slots=True)
class _Command:
    ctx: Context
    say: Say
    order: Order
    source: Source
    plan: Plan
    lexicon: Lexicon

    async def run(self, currency: str, language: str) -> Ending:
        asked = sys.stdin.isatty() and sys.stdout.isatty()
        question = self.say.label("operator-import-ask")
        if not (self.order.dry or self.order.yes) and asked and not typer.confirm(question):
            typer.echo(self.say.label("operator-import-refused"))
            return Ending.NOBODY_SAID_YES
        dry = self.order.dry or not (self.order.yes or asked)
        report = await self._bring(language, dry=dry)
        for line in told.outcome(self.say, report, currency):
            typer.echo(line)
        if report.rejected:
            path = str(self.order.file) + SUFFIX
            typer.echo(self.say.label("operator-import-rejected", path=path))
        if dry and not self.order.dry:
            typer.echo(self.say.label("operator-import-dry"), err=True)
            return Ending.NOBODY_SAID_YES
        return Ending.DONE

    async def _bring(self, language: str, *, dry: bool) -> Report:
        with ExitStack() as opened:
            bar = opened.enter_context(progress_bar(self.say))
            task = bar.add_task(self.say.label("operator-importing"), total=None)
            return await run.run(
                self.ctx,
                None,
                self.source,
                self.plan,
                self.lexicon,
                language=language,
                dry=dry,
                reject=_rejects(opened, self.say, self.order.file, self.plan),
                progress=lambda done, total: bar.update(task, completed=done, total=total),
            )


SUFFIX = ".rejected.csv"


def _rejects(opened: ExitStack, say: Say, file: Path, plan: Plan) -> Callable[[Rejected], None]:
    """Writes beside the file; there is none until something is written."""
    path = Path(str(file) + SUFFIX)
    path.unlink(missing_ok=True)
    written: list[Rejects] = []

    def add(one: Rejected) -> None:
        if not written:
            text: AbstractContextManager[TextIO] = path.open("w", encoding="utf-8", newline="")
            written.append(Rejects(say, plan.head, opened.enter_context(text)))
        written[0].add(one)

    return add


def _show(say: Say, source: Source, plan: Plan) -> None:
    kind = say.label("import-kind", kind=plan.kind)
    typer.echo(say.label("import-seen", name=source.name, kind=kind, rows=plan.rows))
    titles = ("operator-import-columns", "operator-import-meaning", "operator-import-example")
    table = Table(*map(say.label, titles))
    for place, heading in enumerate(plan.head):
        table.add_row(heading, told.meaning(say, plan, place), told.example(plan, place))
    Console(markup=False, highlight=False).print(table)
    for line in told.remarks(say, plan):
        typer.echo(line)


def _fail(sentence: str, code: int) -> Ending:
    typer.echo(sentence, err=True)
    return Ending(code)
