"""Sorts rows outside of memory, in a private SQLite database. It is a temporary file without a
name, which disappears when it is closed.
"""

import sqlite3
from collections.abc import Iterable, Iterator
from itertools import groupby
from operator import itemgetter
from typing import Any

Staged = tuple[Any, ...]
"""(group, line, anything...): rows of one group come out together, ordered by line."""

FETCH = 2_000


class Stage:
    """Staged rows by group, and names seen so far. Used by one thread at a time."""

    def __init__(self, columns: int) -> None:
        self._db = sqlite3.connect("", isolation_level=None, check_same_thread=False)
        names = ", ".join(f"c{number}" for number in range(columns))
        marks = ", ".join("?" * columns)
        self._put = f"INSERT INTO staged VALUES ({marks})"  # noqa: S608 - question marks alone
        self._db.executescript(
            "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -8192;"
            f"CREATE TABLE staged ({names}); CREATE TABLE seen (name PRIMARY KEY) WITHOUT ROWID;"
            "BEGIN"
        )

    def put(self, rows: Iterable[Staged]) -> None:
        self._db.executemany(self._put, rows)

    def groups(self) -> Iterator[tuple[Any, list[Staged]]]:
        """All rows by group, in the order of the groups."""
        for group, rows in groupby(self._rows(), key=itemgetter(0)):
            yield group, list(rows)

    def _rows(self) -> Iterator[Staged]:
        cursor = self._db.execute("SELECT * FROM staged ORDER BY c0, c1")
        while rows := cursor.fetchmany(FETCH):
            yield from rows

    def first_time(self, name: str) -> bool:
        """Whether this name is asked about for the first time."""
        added = self._db.execute("INSERT OR IGNORE INTO seen VALUES (?)", (name,))
        return added.rowcount == 1

    def close(self) -> None:
        self._db.close()
