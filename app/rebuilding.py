"""`bot.py rebuild-stats` in a terminal: a progress bar, then one line on what was wrong."""

import typer

from app.checking import progress_bar
from app.clock import SystemClock, SystemSecrets
from app.settings import Settings
from app.starting import open_database
from messengers.words import Say
from services.context import Context
from services.integrity import rebuilding


async def rebuild_totals(settings: Settings, say: Say) -> None:
    """Work all totals out again and say what was mended. Raises StartError."""
    async with open_database(settings, lean=True) as database:
        ctx = Context(database, SystemClock(), SystemSecrets())
        with progress_bar(say) as shown:
            task = shown.add_task(say.label("operator-rebuilding"), total=None)
            done = await rebuilding.rebuild(
                ctx, lambda looked, total: shown.update(task, completed=looked, total=total)
            )
    if done.mended:
        mended = {"members": done.members, "categories": done.categories}
        typer.echo(say.label("operator-totals-mended", **mended))
    else:
        typer.echo(say.label("operator-totals-right", members=done.checked))
