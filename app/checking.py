"""`bot.py verify` in a terminal: a progress bar, then one line or what does not add up."""

import typer
from rich.console import Console
from rich.progress import BarColumn, Progress, TaskID, TextColumn

from app.clock import SystemClock, SystemSecrets
from app.settings import Settings
from app.starting import open_database
from messengers.words import Say
from services import verify
from services.context import Context


async def verify_points(settings: Settings, say: Say) -> bool:
    """Work all points out again and say how it went. Raises StartError."""
    async with open_database(settings) as database:
        ctx = Context(database, SystemClock(), SystemSecrets())
        with _bar() as bar:
            tasks: dict[str, TaskID] = {}

            def advance(table: str, reached: int, last: int) -> None:
                if table not in tasks:
                    tasks[table] = bar.add_task(table, total=last)
                bar.update(tasks[table], completed=reached)

            verdict = await verify.run(ctx, advance)
    if verdict.ok:
        typer.echo(say.label("operator-sound", **_counted(verdict)))
        return True
    typer.echo(say.label("operator-unsound", count=verdict.count))
    for problem in verdict.problems:
        typer.echo(f"  {problem}")
    return False


def _bar() -> Progress:
    console = Console(stderr=True)
    columns = (TextColumn("{task.description}"), BarColumn(), TextColumn("{task.completed}"))
    return Progress(*columns, console=console, transient=True, disable=not console.is_terminal)


def _counted(verdict: verify.Verdict) -> dict[str, int]:
    return {name: verdict.checked[name] for name in ("accounts", "lots", "entries")}
