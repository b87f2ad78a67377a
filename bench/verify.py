"""`verify`: working out all points again, of a shop with a million entries in its ledger.

The shop is a small one that lived through the real services (bench/small_shop.py), many times over
(bench/multiply.py). Each run is a process of its own, so that its memory is its own too. The best
of three counts, because whatever else the machine does only ever slows a run down.
"""

import asyncio
import json
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import TypedDict

from sqlalchemy import text
from sqlalchemy.ext.asyncio import create_async_engine

from app.clock import SystemClock, SystemSecrets
from app.database import migrate
from app.settings import Settings
from app.starting import open_database
from bench import small_shop
from bench.figures import Figure, note
from bench.multiply import multiply
from services.context import Context
from services.integrity import verify

COPIES = 1_999
"""A prime number, for a million entries and a few; see bench.multiply."""
ENTRIES = 1_000_000
ROUNDS = 3
LEAST_A_SECOND = 200_000
MOST_MB = 300

PRAGMAS = ("journal_mode = OFF", "synchronous = OFF", "cache_size = -262144")
"""The file is thrown away: it has to be written fast, not to outlive a power cut."""
FLAW = ("DROP TRIGGER entries_for_ever_update", "UPDATE entries SET points = points + 1 WHERE id=1")


class Run(TypedDict):
    entries: int
    problems: int
    seconds: float
    peak_mb: float


def measure() -> list[Figure]:
    with tempfile.TemporaryDirectory() as folder:
        url = f"sqlite+aiosqlite:///{Path(folder) / 'bench.db'}"
        migrate(url)
        asyncio.run(_grow(url))
        runs = [_run(url) for _ in range(ROUNDS)]
        if any(run["problems"] or run["entries"] < ENTRIES for run in runs):
            raise AssertionError("the shop is too small, or does not add up")
        asyncio.run(_statements(url, FLAW))
        if not _run(url)["problems"]:
            raise AssertionError("a changed entry went unseen")
    rate = max(run["entries"] / run["seconds"] for run in runs)
    peak = max(run["peak_mb"] for run in runs)
    return [
        Figure("verify", rate, "entries/s", "limit", rate / LEAST_A_SECOND),
        Figure("verify_memory", peak, "MB", "limit", peak / MOST_MB),
    ]


async def _grow(url: str) -> None:
    await small_shop.live(url)
    note("verify: a small shop has lived")
    engine = create_async_engine(url)
    async with engine.connect() as connection:
        for pragma in PRAGMAS:
            await connection.exec_driver_sql(f"PRAGMA {pragma}")
        await connection.run_sync(multiply, COPIES)
        await connection.commit()
    await engine.dispose()
    note("verify: it has grown")


async def _statements(url: str, statements: tuple[str, ...]) -> None:
    engine = create_async_engine(url)
    async with engine.begin() as connection:
        for statement in statements:
            await connection.execute(text(statement))
    await engine.dispose()


def _run(url: str) -> Run:
    command = [sys.executable, "-m", "bench.verify", url]
    done = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True)
    run: Run = json.loads(done.stdout)
    note(f"verify: {run}")
    return run


async def _verify(url: str) -> Run:
    """What `bot.py verify` does, without a terminal."""
    async with open_database(Settings(_env_file=None, database_url=url), lean=True) as database:
        ctx = Context(database, SystemClock(), SystemSecrets())
        begun = time.perf_counter()
        verdict = await verify.run(ctx)
        took = time.perf_counter() - begun
    return Run(
        entries=verdict.checked["entries"],
        problems=verdict.count,
        seconds=took,
        peak_mb=peak_mb(),
    )


def peak_mb() -> float:
    """The most memory that this process had. Linux's own figure, where there is one: the other
    counts what the parent had when it started this process.
    """
    status = Path("/proc/self/status")
    if status.exists():
        (peak,) = (line for line in status.read_text().splitlines() if line.startswith("VmHWM"))
        return int(peak.split()[1]) / 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    print(json.dumps(asyncio.run(_verify(sys.argv[1]))))
