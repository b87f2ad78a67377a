"""A shop with as many members as one likes, ten receipts to each on average over three years.

Made in SQL of nothing but numbers, so it is the same shop every time, on either database. Members
come, buy for about a year and stop coming; a quarter of them are still there at `NOW`. Two receipts
of five have a line, each of one of the categories. Totals are worked out of the receipts.
"""

import asyncio
import os
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from sqlalchemy import Connection
from sqlalchemy.ext.asyncio import create_async_engine

from app.clock import SystemSecrets
from app.database import Database, migrate
from bench.figures import note
from models.base import Base
from services.context import Context
from services.programme import defaults
from services.programme.defaults import FirstTerms
from services.staff import identities, team

MEMBERS = int(os.environ.get("BENCH_MEMBERS", "50000"))
"""A million for the figures that are promised; fewer for every day."""
RECEIPTS = 10  # of a member, on average
CATEGORIES = 20
OWNER = 1

NOW = datetime(2026, 11, 1, tzinfo=UTC)
OPENED = NOW - timedelta(days=3 * 365)

PRAGMAS = ("journal_mode = OFF", "synchronous = OFF", "cache_size = -262144", "temp_store = FILE")
"""The file is thrown away: it has to be written fast, not to outlive a power cut."""


NUMBERS = {
    "sqlite": """FROM (WITH RECURSIVE numbers AS
        (SELECT 0 AS n UNION ALL SELECT n + 1 FROM numbers WHERE n < {count} - 1)
        SELECT n FROM numbers) AS numbers""",
    "postgresql": "FROM generate_series(CAST(0 AS bigint), {count} - 1) AS numbers (n)",
}
INSTANT = {
    "sqlite": "strftime('%Y-%m-%d %H:%M:%S.000000', {opened} + {seconds}, 'unixepoch')",
    "postgresql": "to_timestamp({opened} + {seconds})",
}
NO = {"sqlite": "0", "postgresql": "false"}

DICE = "(n * 1103515245 + 12345) % 2147483648"
PLACE = f"(3 * n / {RECEIPTS} + {DICE} * {{members}} / 2147483648) / 4"
"""Who is at the till, in the order in which members come: the time has got to three quarters of
where a receipt stands among all, and the dice choose among the quarter that follows.
"""
BUYER = f"1 + {PLACE} * 7919 % {{members}}"

TABLES = {
    "categories": """INSERT INTO categories (id, name, created_at)
        SELECT n + 1, 'Category', {first_day} {categories}""",
    "accounts": """INSERT INTO accounts (id, balance, created_at)
        SELECT n + 1, n % 500, {first_day} {each_member}""",
    "receipts": """INSERT INTO purchases (id, key, member_id, account_id, at, amount, paid,
            points_spent, points_earned, version, discount, carried, refunded, refunded_paid)
        SELECT n + 1, 'p' || (n + 100000000), {buyer}, {buyer}, {its_time},
            10000 + n * 48271 % 2000 * 100, 10000 + n * 48271 % 2000 * 100,
            0, 0, 1, 0, 0, 0, 0 {each_receipt}""",
    "lines": """INSERT INTO purchase_lines (id, purchase_id, title, category_id, quantity, amount,
            discount, paid, points_earned, refunded)
        SELECT id, id, 'Line', 1 + id * 31 / 5 % 20, 1, paid, 0, paid, 0, 0
        FROM purchases WHERE id % 5 < 2""",
    "totals": """CREATE TEMPORARY TABLE totals AS
        SELECT member_id, count(*) AS receipts, sum(paid) AS paid, min(at) AS first, max(at) AS last
        FROM purchases GROUP BY member_id""",
    "members": """INSERT INTO members (id, account_id, level_id, name, language, birth_day,
            birth_month, birth_year, birthday_locked, gender, city, city_key, card_token, source,
            joined_at, ads_consent_at, purchases_count, spent_total, first_purchase_at,
            last_purchase_at, remainder)
        SELECT n + 1, n + 1, 1 + n % 3, 'Guest', 'ru', 1 + n * 13 % 28, 1 + n * 7 % 12,
            CASE WHEN n % 4 < 3 THEN 1950 + n * 17 % 58 END, {no},
            CASE n % 5 WHEN 0 THEN NULL WHEN 1 THEN 'male' ELSE 'female' END,
            'City ' || (n * 29 % 100), 'city ' || (n * 29 % 100), 'card' || n, 'direct',
            coalesce(first, {first_day}), CASE WHEN n % 3 < 2 THEN {first_day} END,
            coalesce(receipts, 0), coalesce(paid, 0), first, last, 0
        {each_member} LEFT JOIN totals ON member_id = n + 1""",
    "chats": """INSERT INTO identities (id, messenger, external_id, name, language, member_id,
            unreachable_since, created_at)
        SELECT n + 10, 'telegram', n + 10, 'Guest', 'ru', n + 1,
            CASE WHEN n % 10 = 3 THEN {first_day} END, {first_day} {each_member}""",
    "totals by category": """INSERT INTO member_categories (member_id, category_id, purchases,
            quantity, paid, first_at, last_at)
        SELECT member_id, category_id, count(*), count(*), sum(purchase_lines.paid),
            min(at), max(at)
        FROM purchase_lines JOIN purchases ON purchases.id = purchase_id
        GROUP BY member_id, category_id""",
}


@dataclass
class StoppedClock:
    at: datetime = NOW

    def now(self) -> datetime:
        return self.at


@asynccontextmanager
async def opened(url: str) -> AsyncIterator[Context]:
    database = Database(url)
    try:
        yield Context(database, StoppedClock(), SystemSecrets())
    finally:
        await database.close()


def make(url: str, members: int = MEMBERS) -> None:
    """Let the shop be in a new database. Blocks; call it where no loop runs."""
    migrate(url)
    asyncio.run(_live(url, members))


async def _live(url: str, members: int) -> None:
    async with opened(url) as ctx:
        terms = FirstTerms("Bench", "RUB", "Europe/Moscow", ("One", "Two", "Three"))
        await defaults.ensure(ctx, terms)
        await team.ensure_owners(ctx, [OWNER], "ru")
        await identities.visit(ctx, OWNER, "Olga", "ru")
    engine = create_async_engine(url)
    async with engine.connect() as connection:
        if connection.dialect.name == "sqlite":
            for pragma in PRAGMAS:
                await connection.exec_driver_sql(f"PRAGMA {pragma}")
        else:
            await connection.exec_driver_sql("SET session_replication_role = replica")
        await connection.run_sync(_fill, members)
        await connection.commit()
    async with engine.connect() as connection:
        await connection.exec_driver_sql("ANALYZE")
        await connection.commit()
    await engine.dispose()


def _fill(connection: Connection, members: int) -> None:
    with _indexes_after(connection):
        for name, statement in _statements(members, connection.dialect.name):
            connection.exec_driver_sql(statement)
            note(f"big shop: {members} members: {name}")
    note("big shop: indexes")


@contextmanager
def _indexes_after(connection: Connection) -> Iterator[None]:
    """An index that is made at the end is sorted once."""
    indexes = [index for table in Base.metadata.sorted_tables for index in table.indexes]
    for index in indexes:
        index.drop(connection)
    yield
    for index in indexes:
        index.create(connection)


def _statements(members: int, engine: str) -> Iterator[tuple[str, str]]:
    """What fills each table, in order."""
    opened, receipts = int(OPENED.timestamp()), members * RECEIPTS
    step = f"n * {int((NOW - OPENED).total_seconds())} / {receipts}"
    words = {
        "members": members,
        "no": NO[engine],
        "buyer": BUYER.format(members=members),
        "first_day": INSTANT[engine].format(opened=opened, seconds=0),
        "its_time": INSTANT[engine].format(opened=opened, seconds=step),
        "categories": NUMBERS[engine].format(count=CATEGORIES),
        "each_member": NUMBERS[engine].format(count=members),
        "each_receipt": NUMBERS[engine].format(count=receipts),
    }
    for name, statement in TABLES.items():
        yield name, statement.format_map(words)
