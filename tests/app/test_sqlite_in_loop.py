"""SQLite in the loop's own thread: all or nothing, and no wait that holds up the loop."""

import asyncio
import sqlite3
from contextlib import closing

import pytest
from sqlalchemy import make_url, select, text

from app.database import Database
from models.goods import Outlet
from tests.cast import MONDAY


async def test_what_fails_leaves_nothing(sqlite_url: str) -> None:
    database = Database(sqlite_url)

    async def fail() -> None:
        async with database.write_batch(queue=1) as session:
            session.add(Outlet(name="Square", created_at=MONDAY))
            await session.flush()
            raise RuntimeError

    with pytest.raises(RuntimeError):
        await fail()
    async with database.write_batch(queue=1) as session:
        session.add(Outlet(name="Corner", created_at=MONDAY))
    async with database.read() as session:
        assert (await session.scalars(select(Outlet.name))).all() == ["Corner"]
    await database.close()


async def test_it_is_as_durable_as_any_other(sqlite_url: str) -> None:
    database = Database(sqlite_url)
    pragmas = ("journal_mode", "synchronous", "foreign_keys", "busy_timeout")
    found = []
    for opened in (database.write(), database.write_batch(queue=1)):
        async with opened as session:
            found.append([await session.scalar(text(f"PRAGMA {name}")) for name in pragmas])
    assert found == [["wal", 2, 1, 15000]] * 2
    await database.close()


async def test_the_loop_goes_on_while_another_process_writes(sqlite_url: str) -> None:
    database = Database(sqlite_url)

    async def write() -> None:
        async with database.write_batch(queue=1) as session:
            session.add(Outlet(name="Square", created_at=MONDAY))

    path = make_url(sqlite_url).database
    assert path is not None
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        writing = asyncio.create_task(write())
        for _ in range(100):
            await asyncio.sleep(0)
        assert not writing.done()
        other.execute("COMMIT")
        await writing
        assert other.execute("SELECT name FROM outlets").fetchall() == [("Square",)]
    await database.close()
