"""`rfm`: parting all members of a large shop into fifths and counting the grid of their scores,
on both databases; and the whole work of the day, with who returns and who moved.

BENCH_MEMBERS sets how large the shop is: 50,000 members unless told; the limits are those of a
million, in proportion. Half of them bought once, few come often; receipts are there for the last
90 days only, because nothing here reads older ones one by one. The first members are invented,
the others are their copies. The best of three runs counts: whatever else the machine does only
ever slows one down.
"""

import asyncio
import tempfile
import time
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random
from typing import Any

from sqlalchemy import Insert, String, cast, insert, literal, select, text

from app.clock import SystemSecrets
from app.database import Database, migrate
from bench.big_shop import MEMBERS
from bench.figures import Figure, note
from models.ledger import Account
from models.people import Member, Source
from models.programme import Level
from models.till import Purchase
from sandbox.clock import SandboxClock
from scripts.postgres import NoPostgres, Postgres
from services.context import Context
from services.programme import defaults
from services.programme.defaults import FirstTerms
from services.segments.rfm import findings, grid
from services.segments.rfm.scores import cut_points

LIMIT = {"sqlite": 2.0, "postgresql": 3.0}
"""Seconds, for a million members."""

ROUNDS = 3
FIRST = 10_000
COPIES = MEMBERS // FIRST - 1
NOW = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)


def measure() -> list[Figure]:
    with tempfile.TemporaryDirectory(prefix="kopilka-") as folder:
        figures = _measured("sqlite", f"sqlite+aiosqlite:///{Path(folder) / 'bench.db'}")
    try:
        with _postgresql() as url:
            figures += _measured("postgresql", url)
    except NoPostgres as reason:
        note(f"rfm: not on PostgreSQL: {reason}")
    return figures


@contextmanager
def _postgresql() -> Iterator[str]:
    with tempfile.TemporaryDirectory(prefix="kopilka-") as folder:
        server = Postgres(Path(folder))
        server.start()
        try:
            server.execute("CREATE DATABASE bench")
            yield server.url("bench")
        finally:
            server.stop()


def _measured(engine: str, url: str) -> list[Figure]:
    migrate(url)
    return asyncio.run(_figures(engine, url))


async def _figures(engine: str, url: str) -> list[Figure]:
    database = Database(url)
    ctx = Context(database, SandboxClock(NOW, frozen=True), SystemSecrets())
    try:
        await _furnish(ctx)
        note(f"rfm on {engine}: {MEMBERS} members")

        async def part_and_count() -> None:
            async with database.read() as session:
                cuts = await cut_points(session, NOW)
                cells = await grid.count(session, cuts, None, NOW)
            if not MEMBERS * 8 // 10 < sum(cell.members for cell in cells.values()) < MEMBERS:
                raise AssertionError("the grid does not hold those who bought something")

        parted = await _seconds(part_and_count)
        all_work = await _seconds(lambda: findings.work_out(ctx))
    finally:
        await database.close()
    limit = LIMIT[engine] * MEMBERS / 1_000_000
    return [
        Figure(f"rfm_{engine}", parted, "s", "limit", parted / limit),
        Figure(f"rfm_day_{engine}", all_work, "s"),
    ]


async def _seconds(work: Callable[[], Awaitable[None]]) -> float:
    took = []
    for _ in range(ROUNDS):
        begun = time.perf_counter()
        await work()
        took.append(time.perf_counter() - begun)
    return min(took)


async def _furnish(ctx: Context) -> None:
    await defaults.ensure(ctx, FirstTerms("Bench", "RUB", "Europe/Moscow", ("1", "2", "3")))
    chance = Random(1)
    async with ctx.db.write() as session:
        session.add(Account(id=1, balance=0, created_at=NOW))
        await session.flush()
        level = await session.scalar(select(Level.id).limit(1))
        rows = [{"level_id": level, **_member(number, chance)} for number in range(1, FIRST + 1)]
        await session.execute(insert(Member), rows)
        await session.execute(insert(Purchase), [one for row in rows for one in _receipts(row)])
        for table, unique in ((Member.__table__, "card_token"), (Purchase.__table__, "key")):
            await session.execute(_copies(table, unique))
    async with ctx.db.read() as session:
        if session.get_bind().dialect.name == "postgresql":  # which would do it by itself later
            await session.execute(text("VACUUM ANALYZE"))


def _copies(table: Any, unique: str) -> Insert:
    """As many more of each row as make the shop as large as it has to be."""
    numbers = select(literal(1).label("copy")).cte("numbers", recursive=True)
    numbers = numbers.union_all(select(numbers.c.copy + 1).where(numbers.c.copy < COPIES))
    copy = numbers.c.copy
    columns = dict(table.c.items())
    whose = "id" if table is Member.__table__ else "member_id"
    if whose != "id":
        del columns["id"]
    columns[whose] += copy * FIRST
    columns[unique] += literal(":").concat(cast(copy, String))
    rows = select(*columns.values()).select_from(table.join(numbers, copy > 0))
    return insert(table).from_select(list(columns), rows)


def _member(number: int, chance: Random) -> dict[str, Any]:
    bought = 0 if chance.random() < 1 / 10 else min(400, int(chance.paretovariate(0.9)))
    days = int(chance.expovariate(bought**0.3 / 100)) if bought else None
    last = None if days is None else NOW - timedelta(days=days, seconds=chance.randrange(80_000))
    return {
        "id": number,
        "account_id": 1,
        "name": f"Member {number}",
        "language": "en",
        "card_token": f"token-{number}",
        "source": Source.DIRECT,
        "joined_at": NOW - timedelta(days=900),
        "purchases_count": bought,
        "spent_total": bought * chance.randrange(100_00, 900_00),
        "first_purchase_at": last and last - timedelta(days=4 * bought - 4),
        "last_purchase_at": last,
        "deleted_at": NOW if chance.random() < 1 / 50 else None,
    }


def _receipts(member: dict[str, Any]) -> Iterator[dict[str, Any]]:
    for number in range(member["purchases_count"]):
        at = member["last_purchase_at"] - timedelta(days=4 * number)
        if at <= NOW - timedelta(days=94):  # the last before the 90 days, too
            return
        yield {
            "key": f"{member['id']}:{number}",
            "member_id": member["id"],
            "account_id": 1,
            "at": at,
            "amount": 500_00,
            "paid": 500_00,
            "points_spent": 0,
            "points_earned": 0,
        }
