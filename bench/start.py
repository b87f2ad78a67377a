"""`start`: from `python bot.py` to its first `getUpdates`, and `bot.py --help`.

Both stand beside `import aiogram` alone. The three take turns, and the least of each counts,
because whatever else the machine does only ever slows a run down. The bot starts with an empty
SQLite database and takes its updates from the sandbox over HTTP; it is killed when it asks for the
first ones, so its CPU is that of the start.
"""

import asyncio
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from aiohttp import web
from aiohttp.typedefs import Handler, Middleware

from bench.figures import Figure, note
from sandbox.http import bot_api
from sandbox.rates import Rates
from sandbox.world import World

ROUNDS = 3
BOT = str(Path(__file__).parent.parent / "bot.py")


class Cost(NamedTuple):
    """Seconds of a start: those of CPU, and those that passed."""

    cpu: float
    wall: float


def measure() -> list[Figure]:
    starts: dict[str, Callable[[], Cost]] = {
        "aiogram": lambda: _command("-c", "import aiogram"),
        "help": lambda: _command(BOT, "--help"),
        "bot": lambda: asyncio.run(_bot()),
    }
    costs: dict[str, list[Cost]] = {name: [] for name in starts}
    for round_ in range(ROUNDS):
        for name, start in starts.items():
            costs[name].append(start())
            note(f"start: {name}, round {round_ + 1}: {costs[name][-1]}")
    aiogram, help_, bot = (Cost(*map(min, zip(*some, strict=True))) for some in costs.values())
    return [
        Figure("start_aiogram", aiogram.cpu, "s of CPU"),
        Figure("start_aiogram_wall", aiogram.wall, "s"),
        Figure("start", bot.cpu, "s of CPU", "start_aiogram", bot.cpu / aiogram.cpu),
        Figure("start_wall", bot.wall, "s", "start_aiogram_wall", bot.wall / aiogram.wall),
        Figure("start_help", help_.cpu, "s of CPU", "start_aiogram", help_.cpu / aiogram.cpu),
    ]


def _command(*arguments: str) -> Cost:
    used, begun = _used(), time.perf_counter()
    subprocess.run([sys.executable, *arguments], stdout=subprocess.DEVNULL, check=True)
    return Cost(_used() - used, time.perf_counter() - begun)


def _used() -> float:
    """Seconds of CPU of all processes that were started here and have ended."""
    children = resource.getrusage(resource.RUSAGE_CHILDREN)
    return children.ru_utime + children.ru_stime


async def _bot() -> Cost:
    asked = asyncio.Event()
    world = World(rates=Rates.off())
    server = bot_api(world)
    server.middlewares.append(_watching(asked))
    runner = web.AppRunner(server, access_log=None, shutdown_timeout=0.1)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    address = f"http://127.0.0.1:{runner.addresses[0][1]}"
    try:
        with tempfile.TemporaryDirectory() as folder:
            return await _until(asked, folder, BOT_TOKEN=world.token, TELEGRAM_API_URL=address)
    finally:
        await runner.cleanup()


async def _until(asked: asyncio.Event, folder: str, **settings: str) -> Cost:
    """Run the bot in an empty folder, where its database will be."""
    used, begun = _used(), time.perf_counter()
    bot = await asyncio.create_subprocess_exec(
        sys.executable, BOT, cwd=folder, env={"OWNER_IDS": "1", **settings}
    )
    ended = asyncio.create_task(bot.wait())
    asking = asyncio.create_task(asked.wait())
    await asyncio.wait((ended, asking), return_when=asyncio.FIRST_COMPLETED)
    wall = time.perf_counter() - begun
    if ended.done():
        raise AssertionError("the bot ended before it asked for updates")
    bot.kill()
    await ended
    return Cost(_used() - used, wall)


def _watching(asked: asyncio.Event) -> Middleware:
    @web.middleware
    async def watch(request: web.Request, handler: Handler) -> web.StreamResponse:
        if request.match_info.get("method", "").lower() == "getupdates":
            asked.set()
        return await handler(request)

    return watch
