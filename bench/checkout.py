"""`checkout`: a whole purchase against a bare SQLAlchemy transaction of one insert and one update,
and `checkout_hot`: purchases of 16 tasks at once on one account against those on many.

All are durable, on engines with the same settings, and take turns within each round, so that
whatever else the machine does slows all of them down. On SQLite purchases and bare transactions
come one after the other, on PostgreSQL from 16 tasks, each with accounts or rows of its own. Each
round has a hot account of its own: what is compared is the waiting for it, and not how long a
history one for all rounds would get.
"""

import asyncio
import gc
import tempfile
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import asynccontextmanager, contextmanager
from itertools import count
from pathlib import Path
from statistics import median

import uvloop
from sqlalchemy import update
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

from app.database import Database, migrate
from bench.checkout_shop import Shop, furnish, let_come_often
from bench.figures import Figure, note
from scripts.postgres import NoPostgres, Postgres
from services.integrity import verify

TASKS = 16
WARM, ROUNDS = 5, 25
BARE, FULL, HOT = 96, 96, 48
"""How many in a round: rounds are short and many, so that the machine's moods even out."""

Act = Callable[[int], Awaitable[None]]
"""Something that one of the tasks, by its number, does once."""


class Base(DeclarativeBase):
    pass


class Tally(Base):
    __tablename__ = "bench_tallies"

    id: Mapped[int] = mapped_column(primary_key=True)
    count: Mapped[int]


class Note(Base):
    __tablename__ = "bench_notes"

    id: Mapped[int] = mapped_column(primary_key=True)
    tally_id: Mapped[int]
    text: Mapped[str]


def measure() -> list[Figure]:
    with tempfile.TemporaryDirectory(prefix="kopilka-") as folder:
        figures = _measured("sqlite", f"sqlite+aiosqlite:///{Path(folder) / 'bench.db'}", tasks=1)
    try:
        with postgresql() as url:
            figures += _measured("postgresql", url, tasks=TASKS)
    except NoPostgres as reason:
        note(f"checkout: not on PostgreSQL: {reason}")
    return figures


@contextmanager
def postgresql() -> Iterator[str]:
    with tempfile.TemporaryDirectory(prefix="kopilka-") as folder:
        server = Postgres(Path(folder), durable=True)
        server.start()
        try:
            server.execute("CREATE DATABASE bench")
            yield server.url("bench")
        finally:
            server.stop()


def _measured(engine: str, url: str, *, tasks: int) -> list[Figure]:
    migrate(url)
    return uvloop.run(_figures(engine, url, tasks))


async def _figures(engine: str, url: str, tasks: int) -> list[Figure]:
    rates: dict[str, list[float]] = {"bare": [], "checkout": [], "hot": []}
    async with opened(url) as database:
        shop = await furnish(database)
        await let_come_often(shop)
        rounds = WARM + ROUNDS
        hot, others = shop.members[:rounds], shop.members[rounds:]
        turns = count()

        async def sell(_task: int) -> None:
            await shop.sell(others[next(turns) % len(others)])

        bare = await _bare(database)
        gc.freeze()  # as `serve` does
        for round_ in range(1 - WARM, ROUNDS + 1):
            member = hot.pop()

            async def sell_hot(_task: int, member: int = member) -> None:
                await shop.sell(member)

            now = {
                "bare": await rate_of(bare, BARE, tasks),
                "checkout": await rate_of(sell, FULL, tasks),
                "hot": await rate_of(sell_hot, HOT, TASKS),
            }
            shown = ", ".join(f"{name} {rate:.0f}/s" for name, rate in now.items())
            note(f"checkout on {engine}, round {round_}: {shown}")
            if round_ > 0:  # those before warm up: each connection prepares its statements
                for name, rate in now.items():
                    rates[name].append(rate)
        gc.unfreeze()
        await prove(shop)
    return [
        Figure(f"checkout_bare_{engine}", median(rates["bare"]), "transactions/s"),
        _figure(f"checkout_{engine}", f"checkout_bare_{engine}", rates["checkout"], rates["bare"]),
        _figure(f"checkout_hot_{engine}", f"checkout_{engine}", rates["hot"], rates["checkout"]),
    ]


def _figure(name: str, ratio_to: str, rates: list[float], others: list[float]) -> Figure:
    """Each round is compared by itself, for the machine has its moods."""
    ratio = median(rate / other for rate, other in zip(rates, others, strict=True))
    return Figure(name, median(rates), "purchases/s", ratio_to, ratio)


async def rate_of(act: Act, times: int, tasks: int) -> float:
    """How often a second the tasks together do it."""

    async def work(task: int) -> None:
        for _ in range(times // tasks):
            await act(task)

    begun = time.perf_counter()
    async with asyncio.TaskGroup() as group:
        for task in range(tasks):
            group.create_task(work(task))
    return times // tasks * tasks / (time.perf_counter() - begun)


async def _bare(database: Database) -> Act:
    """What is compared with: the ORM's own insert and update, and nothing else."""
    async with database.write() as session:
        connection = await session.connection()
        await connection.run_sync(Base.metadata.create_all)
        session.add_all(Tally(id=task, count=0) for task in range(TASKS))

    async def write(task: int) -> None:
        async with database.write() as session:
            session.add(Note(tally_id=task, text="a receipt"))
            await session.execute(
                update(Tally).where(Tally.id == task).values(count=Tally.count + 1)
            )

    return write


async def prove(shop: Shop) -> None:
    """Nothing was lost: every receipt stands there, and the points add up."""
    verdict = await verify.run(shop.ctx)
    if not verdict.ok:
        raise AssertionError(f"the points do not add up: {verdict}")


@asynccontextmanager
async def opened(url: str) -> AsyncIterator[Database]:
    database = Database(url)
    try:
        yield database
    finally:
        await database.close()
