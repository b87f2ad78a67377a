"""Alembic's entry: run migrations over the program's own engine, one process at a time."""

import asyncio
import sys
from sqlite3 import OperationalError

from alembic import context
from sqlalchemy import URL, Connection, create_engine, event, make_url, pool, text
from sqlalchemy.engine.interfaces import DBAPIConnection, DBAPICursor
from sqlalchemy.ext.asyncio import create_async_engine

from models import Base
from services.rewards import ticket_codes

# Migration 0003 draws codes by the name that this module had when it landed.
sys.modules["services.codes"] = ticket_codes

TRIES = 100

TURN = 7_304_001
"""PostgreSQL's advisory lock that two starting processes take in turn; any number will do."""


def run(connection: Connection) -> None:
    context.configure(
        connection=connection,
        target_metadata=Base.metadata,
        render_as_batch=True,
        compare_type=True,
    )
    with context.begin_transaction():
        if connection.dialect.name == "postgresql":
            connection.execute(text("SELECT pg_advisory_xact_lock(:turn)"), {"turn": TURN})
        context.run_migrations()


def run_sqlite(url: URL) -> None:
    """In this thread: the driver's own would outlive the loop when the file can't be opened."""
    engine = create_engine(url.set(drivername="sqlite"), poolclass=pool.NullPool)
    # Without these SQLite would let two processes migrate at once, see app/database.py.
    event.listen(engine, "connect", _own_transactions)
    event.listen(engine, "begin", _begin_immediate)
    with engine.connect() as connection:
        run(connection)
        connection.commit()


async def run_postgresql(url: URL) -> None:
    engine = create_async_engine(url, poolclass=pool.NullPool)
    async with engine.connect() as connection:
        await connection.run_sync(run)
        await connection.commit()


def _own_transactions(connection: DBAPIConnection, _record: object) -> None:
    connection.isolation_level = None
    cursor = connection.cursor()
    cursor.execute("PRAGMA busy_timeout = 30000")
    _into_wal(cursor)
    cursor.close()


def _into_wal(cursor: DBAPICursor) -> None:
    """The file keeps the mode. The switch wants the file alone and, unlike a transaction, does not
    wait for it: so whoever comes while another process starts waits by a transaction.
    """
    for _ in range(TRIES):
        try:
            cursor.execute("PRAGMA journal_mode = WAL")
        except OperationalError:
            cursor.execute("BEGIN IMMEDIATE")
            cursor.execute("COMMIT")
        else:
            return
    cursor.execute("PRAGMA journal_mode = WAL")


def _begin_immediate(connection: Connection) -> None:
    connection.exec_driver_sql("BEGIN IMMEDIATE")


where = make_url(context.config.attributes["url"])
if where.get_backend_name() == "sqlite":
    run_sqlite(where)
else:
    asyncio.run(run_postgresql(where))
