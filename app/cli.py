"""The command line: run the bot, play the demo, verify the points, rebuild the totals, bring in a
till's export.

Commands import what they need when they run, so that help is there at once.
"""

import asyncio
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NoReturn

import typer

from services.importing.file_kinds import FileKind
from services.languages import LANGUAGES

if TYPE_CHECKING:
    from app.settings import Settings
    from messengers.words import Say

USAGE = 2
"""Exit code for settings that can't work; everything else that fails is 1."""

Language = StrEnum("Language", LANGUAGES)  # type: ignore[misc]  # mypy wants a literal

cli = typer.Typer(
    add_completion=False,
    pretty_exceptions_enable=False,
    help="Kopilka, a loyalty programme that lives in Telegram. Without a command it runs the bot; "
    "settings come from the environment or .env (see .env.example).",
)


@cli.callback(invoke_without_command=True)
def run(context: typer.Context) -> None:
    """Run the bot against Telegram."""
    if context.invoked_subcommand is not None:
        return
    settings = _settings()
    say = _say(settings)
    if settings.bot_token is None:
        _leave(say.label("operator-no-token"), USAGE)
    if not settings.owner_ids:
        typer.echo(say.label("operator-no-owners"), err=True)
    import uvloop

    from app.logs import set_up_logs
    from app.program import run_bot

    set_up_logs(settings.bot_token.get_secret_value())
    with _or_leave(say):
        uvloop.run(run_bot(settings))


@cli.command()
def demo(
    port: Annotated[
        int,
        typer.Option(min=0, max=65_535, help="Where the page is served; 0 takes any free port."),
    ] = 8080,
    language: Annotated[Language | None, typer.Option(help="The seeded shop's language.")] = None,
) -> None:
    """Play member, cashier and owner in a browser: no token, no network, a seeded shop."""
    import uvloop

    from app.demo import play
    from app.logs import set_up_logs

    settings = _settings()
    if language:
        settings = settings.model_copy(update={"default_language": language.value})
    set_up_logs(None, quiet=True)
    say = _say(settings)
    with _or_leave(say):
        uvloop.run(play(settings, port, say))


@cli.command()
def verify() -> None:
    """Check that all points add up: exit code 0 when they do, 1 and what does not otherwise."""
    from app.checking import verify_points

    settings = _settings()
    say = _say(settings)
    with _or_leave(say):
        sound = asyncio.run(verify_points(settings, say))
    raise typer.Exit(0 if sound else 1)


@cli.command()
def rebuild_stats() -> None:
    """Work out again what members have bought, mend what is wrong, say how much that was."""
    from app.rebuilding import rebuild_totals

    settings = _settings()
    say = _say(settings)
    with _or_leave(say):
        asyncio.run(rebuild_totals(settings, say))


@cli.command("import")
def import_file(
    file: Annotated[Path, typer.Argument(help="CSV or XLSX from a till; CSV may be in .gz.")],
    kind: Annotated[FileKind | None, typer.Option(help="What its rows are.")] = None,
    columns: Annotated[
        list[str] | None,
        typer.Option("--map", metavar="COLUMN=FIELD", help="What a column is; again for another."),
    ] = None,
    month_first: Annotated[
        bool | None,
        typer.Option("--month-first/--day-first", help="How dates such as 01/02/2025 are meant."),
    ] = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Only say what would come.")] = False,
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask.")] = False,
) -> None:
    """Bring in members or purchases from a till's export. Exit code 3: nothing was brought in,
    because nobody said yes.
    """
    from app.importing import Order, bring_in

    settings = _settings()
    say = _say(settings)
    order = Order(file, kind, tuple(columns or ()), month_first, dry_run, yes)
    with _or_leave(say):
        code = asyncio.run(bring_in(settings, say, order))
    raise typer.Exit(code)


def _settings() -> "Settings":
    from pydantic import ValidationError

    from app.settings import Settings

    try:
        return Settings()
    except ValidationError as error:
        lines = [
            f"{'_'.join(str(part) for part in problem['loc']).upper()}: "
            f"{problem['msg'].removeprefix('Value error, ')}"
            for problem in error.errors(include_input=False, include_url=False)
        ]
        from app.words import read_words

        say = read_words("en").say("en")
        _leave(say.label("operator-bad-settings", problems="\n".join(lines)), USAGE)


def _say(settings: "Settings") -> "Say":
    from app.words import read_words

    return read_words(settings.default_language).say(settings.default_language)


@contextmanager
def _or_leave(say: "Say") -> Iterator[None]:
    """Leave with a sentence for the operator when the block raises StartError."""
    from app.starting import StartError

    try:
        yield
    except StartError as error:
        _leave(say.label(error.key, **error.facts), 1)


def _leave(sentence: str, code: int) -> NoReturn:
    typer.echo(sentence, err=True)
    sys.exit(code)
