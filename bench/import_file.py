"""`import`: lines of receipts from a till's file into SQLite, with all totals kept.

Each run is a process of its own and imports into a new database, as `bot.py import` does without a
terminal. Memory is measured at two sizes: a file four times as long may not need noticeably more.
"""

import asyncio
import csv
import json
import subprocess
import sys
import tempfile
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random
from typing import TypedDict

from app.clock import SystemClock, SystemSecrets
from app.database import migrate
from app.settings import Settings
from app.starting import open_database
from app.words import read_words
from bench.figures import Figure, note
from bench.verify import peak_mb
from messengers.import_headings import lexicon
from services.context import Context
from services.importing import run
from services.importing.file_reader import Source
from services.importing.report import Count
from services.programme import defaults
from services.programme.defaults import FirstTerms

SMALL, LARGE = 50_000, 200_000  # lines
LINES = 3  # of a receipt, on average
MEMBERS = 5_000
PRODUCTS, CATEGORIES, OUTLETS = 2_000, 60, 10
ROUNDS = 2
LEAST_A_SECOND = 10_000
FIRST_DAY = datetime(2025, 1, 1, 9, tzinfo=UTC)
HEAD = ("receipt", "date", "client id", "outlet", "sku", "product", "category", "quantity", "paid",
        "discount")  # fmt: skip


class Run(TypedDict):
    lines: int
    seconds: float
    peak_mb: float


def measure() -> list[Figure]:
    with tempfile.TemporaryDirectory() as folder:
        small, large = (_write(Path(folder), lines) for lines in (SMALL, LARGE))
        few = [_run(small) for _ in range(ROUNDS)]
        many = [_run(large) for _ in range(ROUNDS)]
    rate = max(one["lines"] / one["seconds"] for one in many)
    peaks = [min(one["peak_mb"] for one in runs) for runs in (few, many)]
    return [
        Figure("import", rate, "lines/s", "limit", rate / LEAST_A_SECOND),
        Figure("import_memory", peaks[1], "MB", "a quarter of the file", peaks[1] / peaks[0]),
    ]


def _write(folder: Path, lines: int) -> Path:
    dice = Random(1)
    path = folder / f"{lines}.csv"
    with path.open("w", newline="") as file:
        table = csv.writer(file)
        table.writerow(HEAD)
        for number in range(lines):
            receipt = number // LINES
            at = FIRST_DAY + timedelta(minutes=receipt)
            sku = dice.randrange(PRODUCTS)
            table.writerow(
                [
                    *(receipt, f"{at:%Y-%m-%d %H:%M}", receipt * 7919 % MEMBERS),
                    *(f"Outlet {receipt % OUTLETS}", sku, f"Product {sku}"),
                    *(f"Category {sku % CATEGORIES}", dice.randrange(1, 4)),
                    *(f"{dice.randrange(100, 90_000) / 100:.2f}", "0.00"),
                ]
            )
    return path


def _run(path: Path) -> Run:
    with tempfile.TemporaryDirectory() as folder:
        url = f"sqlite+aiosqlite:///{Path(folder) / 'bench.db'}"
        migrate(url)
        command = [sys.executable, "-m", "bench.import_file", url, str(path)]
        done = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True)
    measured: Run = json.loads(done.stdout)
    note(f"import: {measured}")
    return measured


async def _import(url: str, path: Path) -> Run:
    async with open_database(Settings(_env_file=None, database_url=url), lean=True) as database:
        ctx = Context(database, SystemClock(), SystemSecrets())
        first = FirstTerms("Kopilka", "USD", "UTC", ("Silver", "Gold", "Platinum"))
        await defaults.ensure(ctx, first)
        words = lexicon(read_words("en"))
        source = Source(path.name, lambda: path.open("rb"))
        begun = time.perf_counter()
        plan = await run.propose(ctx, None, source, words)
        report = await run.run(ctx, None, source, plan, words, language="en", reject=lambda _: None)
        took = time.perf_counter() - begun
    if report.rejected or report.counts[Count.LINES] != report.rows:
        raise AssertionError("lines were lost")
    return Run(lines=report.rows, seconds=took, peak_mb=peak_mb())


if __name__ == "__main__":
    print(json.dumps(asyncio.run(_import(sys.argv[1], Path(sys.argv[2])))))
