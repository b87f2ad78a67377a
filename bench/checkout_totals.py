"""`checkout_totals`: the part of a purchase's time that keeping totals by category takes.

The purchases of bench.checkout, in short rounds of two halves that take turns in going first; in
one of them nothing is kept. The limit is MOST of a purchase.
"""

import gc
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, nullcontext
from itertools import count
from pathlib import Path
from statistics import median

import uvloop
from sqlalchemy.ext.asyncio import AsyncSession

from app.database import migrate
from bench.checkout import TASKS, WARM, opened, postgresql, prove, rate_of
from bench.checkout_shop import furnish
from bench.figures import Figure, note
from models.till import Purchase, PurchaseLine
from scripts.postgres import NoPostgres
from services.integrity import rebuilding
from services.totals import totals

MOST = 0.25
ROUNDS = 60
SOLD = 48
"""Purchases in a half of a round."""


def measure() -> list[Figure]:
    with tempfile.TemporaryDirectory(prefix="kopilka-") as folder:
        figures = [_measured("sqlite", f"sqlite+aiosqlite:///{Path(folder) / 'bench.db'}", 1)]
    try:
        with postgresql() as url:
            figures.append(_measured("postgresql", url, TASKS))
    except NoPostgres as reason:
        note(f"checkout_totals: not on PostgreSQL: {reason}")
    return figures


def _measured(engine: str, url: str, tasks: int) -> Figure:
    migrate(url)
    part = uvloop.run(_part(engine, url, tasks))
    return Figure(f"checkout_totals_{engine}", part * 100, "%", "limit", part / MOST)


async def _part(engine: str, url: str, tasks: int) -> float:
    parts = []
    async with opened(url) as database:
        shop = await furnish(database)
        turns = count()

        async def sell(_task: int) -> None:
            await shop.sell(shop.members[next(turns) % len(shop.members)])

        gc.freeze()  # as `serve` does
        for round_ in range(1 - WARM, ROUNDS + 1):
            rates = {}
            for keep in (True, False) if round_ % 2 else (False, True):
                with nullcontext() if keep else _no_totals():
                    rates[keep] = await rate_of(sell, SOLD, tasks)
            note(
                f"checkout_totals on {engine}, round {round_}: "
                f"{rates[True]:.0f}/s kept, {rates[False]:.0f}/s not"
            )
            if round_ > 0:
                parts.append(1 - rates[True] / rates[False])
        gc.unfreeze()
        mended = await rebuilding.rebuild(shop.ctx)
        if not mended.categories:
            raise AssertionError("receipts had no categories")
        await prove(shop)
    return median(parts)


@contextmanager
def _no_totals() -> Iterator[None]:
    """Meanwhile receipts count in no category; the rebuilding after the bench has them count."""
    keep = totals.add
    totals.add = _add_nothing
    try:
        yield
    finally:
        totals.add = keep


async def _add_nothing(
    session: AsyncSession, purchase: Purchase, lines: Iterable[PurchaseLine]
) -> None:
    pass
