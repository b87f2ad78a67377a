"""The database: engines, transactions and migrations."""

import asyncio
from collections.abc import AsyncIterator, Callable, Hashable, Mapping, Sequence
from contextlib import AbstractAsyncContextManager, asynccontextmanager, nullcontext
from pathlib import Path
from typing import Any
from weakref import WeakValueDictionary

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection, Engine, Row, Select, create_engine, event, make_url
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.ext.asyncio import AsyncEngine, AsyncSession, create_async_engine

from app.sqlite_in_loop import InLoopConnection
from services.context import MEMO, Columns
from services.messaging.deliveries import WAITING
from services.storage import write_batch

MIGRATIONS = Path(__file__).parent.parent / "migrations"

PRAGMAS: Mapping[str, str | int] = {
    "busy_timeout": 15_000,  # ms
    "journal_mode": "WAL",
    "synchronous": "FULL",
    "foreign_keys": "ON",
    "cache_size": -64 * 1024,  # KiB, of each connection
    "mmap_size": 256 * 1024 * 1024,  # bytes
}
DISCREET = {"hide_parameters": True}
"""An error is logged with its statement, and must not tell tokens, names or phones with it."""

LEAN: Mapping[str, str | int] = {"cache_size": -16 * 1024, "mmap_size": 0}


class Database:
    """Reads and writes over SQLite or PostgreSQL; see services.context.Database.

    `lean`: for who goes through a whole SQLite file once, and would only fill the memory with it.
    """

    def __init__(self, url: str, *, lean: bool = False) -> None:
        self.on_deliveries: Callable[[], None] = _nothing
        self._info: dict[str, Any] = {MEMO: {}}
        self._sqlite = make_url(url).get_backend_name() == "sqlite"
        pragmas = {**PRAGMAS, **LEAN} if lean else PRAGMAS
        self._writer = _engine(url, self._sqlite, pragmas)
        self._reader = _engine(url, self._sqlite, pragmas, read_only=True)
        # On SQLite the quickest reads and writes stay in this thread (decisions 0006 and 0010).
        self._loop_reader = _loop_reader(url, pragmas) if self._sqlite else None
        self._batch_writer = _loop_writer(url, pragmas) if self._sqlite else self._writer
        self._one_writer: AbstractAsyncContextManager[Any] = (
            # SQLite lets one writer in at a time. Waiting here is fair and instant; waiting in
            # SQLite's busy handler sleeps up to 100 ms a try.
            asyncio.Lock() if self._sqlite else nullcontext()
        )
        self._queues = WeakValueDictionary[Hashable, asyncio.Lock]()

    @asynccontextmanager
    async def read(self) -> AsyncIterator[AsyncSession]:
        async with self._session(self._reader) as session:
            yield session

    async def lookup(
        self, query: Select[*Columns], values: Mapping[str, Any]
    ) -> Sequence[Row[*Columns]]:
        if self._loop_reader is not None:
            return self._loop_reader.execute(query, values).all()
        async with self._reader.connect() as connection:
            return (await connection.execute(query, values)).all()

    def write(self) -> AbstractAsyncContextManager[AsyncSession]:
        return self._transaction(self._session(self._writer))

    @asynccontextmanager
    async def write_batch(self, *, queue: Hashable) -> AsyncIterator[AsyncSession]:
        async with self._transaction(self._session(self._batch_writer, autoflush=False)) as session:
            write_batch.begin(session)
            # The next one begins while this one is committed; the database's lock still parts them.
            async with self._in_queue(queue, session):
                yield session
                await write_batch.finish(session)

    @asynccontextmanager
    async def _transaction(self, opened: AsyncSession) -> AsyncIterator[AsyncSession]:
        async with self._one_writer, opened as session:
            yield session
            await session.commit()
        if session.info.get(WAITING):
            self.on_deliveries()

    @asynccontextmanager
    async def _in_queue(self, queue: Hashable, session: AsyncSession) -> AsyncIterator[None]:
        if self._sqlite:  # which has one queue for all
            yield
            return
        # A free connection may be waited for while others of the queue have their turn.
        await session.connection()
        async with self._queues.setdefault(queue, asyncio.Lock()):
            yield

    def _session(self, engine: AsyncEngine, *, autoflush: bool = True) -> AsyncSession:
        return AsyncSession(engine, autoflush=autoflush, expire_on_commit=False, info=self._info)

    async def close(self) -> None:
        if self._loop_reader is not None:
            self._loop_reader.close()
            self._loop_reader.engine.dispose()
        await self._reader.dispose()
        await self._writer.dispose()
        await self._batch_writer.dispose()


def _nothing() -> None:
    """Nobody waits for deliveries."""


def _loop_reader(url: str, pragmas: Mapping[str, str | int]) -> Connection:
    """SQLite in this very thread: for a read by index, waking another thread costs ten times it."""
    engine = create_engine(make_url(url).set(drivername="sqlite"), isolation_level="AUTOCOMMIT")
    _prepare_sqlite(engine, pragmas)
    return engine.connect()


def _loop_writer(url: str, pragmas: Mapping[str, str | int]) -> AsyncEngine:
    async def connect() -> InLoopConnection:
        return InLoopConnection(make_url(url).database or ":memory:")

    engine = create_async_engine(
        url, async_creator=connect, pool_size=1, max_overflow=0, **DISCREET
    )
    _set_pragmas(engine.sync_engine, pragmas)
    event.listen(engine.sync_engine, "begin", _begin_immediate)
    return engine


def _engine(
    url: str, sqlite: bool, pragmas: Mapping[str, str | int], *, read_only: bool = False
) -> AsyncEngine:
    options: dict[str, Any] = {**DISCREET}
    if read_only:
        options |= {"isolation_level": "AUTOCOMMIT", "skip_autocommit_rollback": True}
    if not sqlite:
        options |= {"pool_size": 16, "max_overflow": 16, "pool_pre_ping": True}
    engine = create_async_engine(url, **options)
    if sqlite:
        _prepare_sqlite(engine.sync_engine, pragmas)
        if not read_only:
            event.listen(engine.sync_engine, "begin", _begin_immediate)
    return engine


def _prepare_sqlite(engine: Engine, pragmas: Mapping[str, str | int]) -> None:
    @event.listens_for(engine, "connect")
    def prepare(connection: DBAPIConnection, _record: object) -> None:
        # Python's sqlite3 would begin transactions by itself, too late to prevent lost updates.
        connection.isolation_level = None

    _set_pragmas(engine, pragmas)


def _set_pragmas(engine: Engine, pragmas: Mapping[str, str | int]) -> None:
    """Have every new connection of an engine begin with them."""

    @event.listens_for(engine, "connect")
    def execute(connection: DBAPIConnection, _record: object) -> None:
        cursor = connection.cursor()
        for name, value in pragmas.items():
            cursor.execute(f"PRAGMA {name} = {value}")
        cursor.close()


def _begin_immediate(connection: Connection) -> None:
    connection.exec_driver_sql("BEGIN IMMEDIATE")


def migrate(url: str, revision: str = "head") -> None:
    """Bring the schema to a revision. Blocks; call it before the loop starts or in a thread."""
    config = alembic_config(url)
    if revision == "base":
        command.downgrade(config, revision)
    else:
        command.upgrade(config, revision)


def alembic_config(url: str) -> Config:
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    config.set_main_option("path_separator", "os")
    config.attributes["url"] = url
    return config
