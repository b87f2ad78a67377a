"""`bot.py verify` in a terminal: a progress bar, then one line or what does not add up."""

import sys

import typer
from rich.console import Console
from rich.progress import (
    BarColumn,
    Progress,
    ProgressColumn,
    Task,
    TaskProgressColumn,
    TextColumn,
    TimeRemainingColumn,
)
from rich.text import Text

from app.clock import SystemClock, SystemSecrets
from app.settings import Settings
from app.starting import open_database
from messengers.words import Say
from services.context import Context
from services.integrity import verify


async def verify_points(settings: Settings, say: Say) -> bool:
    """Work all points out again and say how it went. Raises StartError."""
    async with open_database(settings, lean=True) as database:
        ctx = Context(database, SystemClock(), SystemSecrets())
        with progress_bar(say) as shown:
            task = shown.add_task(say.label("operator-verifying"), total=None)
            verdict = await verify.run(
                ctx, lambda done, total: shown.update(task, completed=done, total=total)
            )
    if verdict.ok:
        typer.echo(say.label("operator-sound", **_counted(verdict)))
        return True
    typer.echo(say.label("operator-unsound", count=verdict.count))
    for problem in verdict.problems:
        typer.echo(f"  {problem}")
    return False


class _Pace(ProgressColumn):
    """Rows a second, of late."""

    def __init__(self, say: Say) -> None:
        super().__init__()
        self._say = say

    def render(self, task: Task) -> Text:
        return Text(self._say.label("operator-pace", rows=int(task.speed or 0)))


def progress_bar(say: Say) -> Progress:
    """Beside the answer, not in it; nothing at all where nobody watches."""
    console = Console(stderr=True)
    return Progress(
        TextColumn("{task.description}"),
        BarColumn(),
        TaskProgressColumn(),
        _Pace(say),
        TimeRemainingColumn(),
        console=console,
        transient=True,
        disable=not sys.stderr.isatty(),
    )


def _counted(verdict: verify.Verdict) -> dict[str, int]:
    return {name: verdict.checked[name] for name in ("accounts", "lots", "entries")}
