"""One compiled-statement cache for all tests of a process.

Every test has a database of its own and so engines of its own, and each would compile the same
SQL again: most of the time that tests took. Engines of one kind share a dialect and its cache.
"""

from sqlalchemy import Engine

from app.database import Database

_first: dict[tuple[str, str], Engine] = {}


def share_compiled(database: Database) -> Database:
    """Let the engines of a database use what earlier ones of their kind have compiled."""
    engines = {
        "writer": database._writer.sync_engine,
        "reader": database._reader.sync_engine,
    }
    if database._loop_reader is not None:
        engines["loop reader"] = database._loop_reader.engine
        engines["batch writer"] = database._batch_writer.sync_engine
    for role, engine in engines.items():
        first = _first.setdefault((role, engine.url.drivername), engine)
        engine.dialect = first.dialect
        engine._compiled_cache = first._compiled_cache
    return database
