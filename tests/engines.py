"""The product's database, opened faster: see docs/testing.md."""

from typing import Any

from sqlalchemy import Engine, event

from app.database import Database

_first: dict[tuple[str, str], Engine] = {}


def fast_database(url: str) -> Database:
    """Open a database that shares compiled SQL with earlier ones, and on SQLite waits for no disk.

    Every test has a database of its own and so engines of its own, and each would compile the same
    SQL again: most of the time that tests took. Engines of one kind share a dialect and its cache.
    """
    database = Database(url)
    engines = {
        "writer": database._writer.sync_engine,
        "reader": database._reader.sync_engine,
    }
    if database._loop_reader is not None:
        engines["loop reader"] = database._loop_reader.engine
        engines["batch writer"] = database._batch_writer.sync_engine
        for role in ("writer", "batch writer"):
            event.listen(engines[role], "connect", _wait_for_no_disk)
    for role, engine in engines.items():
        first = _first.setdefault((role, engine.url.drivername), engine)
        engine.dialect = first.dialect
        engine._compiled_cache = first._compiled_cache
    return database


def _wait_for_no_disk(connection: Any, _record: object) -> None:
    """No test's file has to outlive a power cut; PostgreSQL has its `fsync=off`."""
    cursor = connection.cursor()
    cursor.execute("PRAGMA synchronous = OFF")
    cursor.close()
