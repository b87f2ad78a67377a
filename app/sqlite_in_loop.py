"""SQLite in the event loop's own thread, with the interface that SQLAlchemy knows from aiosqlite.

Only for transactions of few and fast statements (decision 0010). BEGIN, which may wait for the lock
of another process, and COMMIT, which waits for the disk, run in another thread.
"""

import asyncio
import sqlite3
from collections.abc import Callable, Sequence
from typing import Any, Self


class InLoopConnection:
    """Only one task at a time may use it."""

    isolation_level = None
    """Python's sqlite3 must not begin transactions by itself."""

    def __init__(self, path: str) -> None:
        self._connection = sqlite3.connect(path, isolation_level=None, check_same_thread=False)

    def cursor(self) -> "InLoopCursor":
        return InLoopCursor(self._connection.cursor())

    async def commit(self) -> None:
        if self._connection.in_transaction:
            await asyncio.to_thread(self._connection.commit)

    async def rollback(self) -> None:
        self._connection.rollback()

    async def close(self) -> None:
        self._connection.close()

    def stop(self) -> None:
        self._connection.close()

    async def create_function(
        self, name: str, arguments: int, function: Callable[..., Any], **options: bool
    ) -> None:
        self._connection.create_function(name, arguments, function, **options)


class InLoopCursor:
    def __init__(self, cursor: sqlite3.Cursor) -> None:
        self._cursor = cursor

    async def __aenter__(self) -> Self:
        return self

    @property
    def description(self) -> Any:
        return self._cursor.description

    @property
    def rowcount(self) -> int:
        return self._cursor.rowcount

    @property
    def lastrowid(self) -> int | None:
        return self._cursor.lastrowid

    async def execute(self, statement: str, parameters: Sequence[Any] = ()) -> None:
        if statement.startswith("BEGIN"):
            await asyncio.to_thread(self._cursor.execute, statement)
        else:
            self._cursor.execute(statement, parameters)

    async def executemany(self, statement: str, rows: Sequence[Sequence[Any]]) -> None:
        self._cursor.executemany(statement, rows)

    async def fetchall(self) -> list[Any]:
        return self._cursor.fetchall()

    async def close(self) -> None:
        self._cursor.close()
