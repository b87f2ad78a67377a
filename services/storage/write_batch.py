"""Writing the rows of one transaction together, at its end (decision 0010).

`ctx.db.write_batch` opens such a session. Rows get their ids before they are written, and nothing
is sent until the block ends. Then PostgreSQL gets one statement for everything (postgres_batch.py)
and SQLite, where nothing travels, one for each table. In a session of `ctx.db.write` the same
functions write at once. So a service only adds rows, and need not know which session it was given.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence
from functools import cache, partial
from typing import Any, NamedTuple

from sqlalchemy import (
    Column,
    ColumnDefault,
    Insert,
    ScalarSelect,
    Table,
    Update,
    bindparam,
    func,
    insert,
    inspect,
    select,
    update,
)
from sqlalchemy import Sequence as Numbering
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncSession
from sqlalchemy.orm.exc import StaleDataError

from models import Base
from services.storage import postgres_batch
from services.storage.postgres_batch import ROW_ID, Part, Upsert, Values, Writes
from services.storage.upserts import inserting

_CONNECTION = "connection"
_BATCH = "batch"


class _Batch(NamedTuple):
    """Data that a batching session holds beside its rows."""

    ids: dict[Table, list[int]]  # reserved ids that are not used yet
    reserved: Counter[Table]  # all reserved ids
    upserts: dict[Part, list[Values]]


async def connected(session: AsyncSession) -> AsyncConnection:
    """The connection of the session's transaction, asked for once: a session has only one."""
    connection: AsyncConnection | None = session.info.get(_CONNECTION)
    if connection is None:
        connection = session.info[_CONNECTION] = await session.connection()
    return connection


async def add_with_ids(session: AsyncSession, *rows: Base) -> None:
    """Add new rows and give them their ids now.

    Services add all other rows with `session.add`.
    """
    batch: _Batch | None = session.info.get(_BATCH)
    if batch is None:
        session.add_all(rows)
        await session.flush()
        return
    await _reserve_missing(session, batch, rows)
    for row in rows:
        known = row.__dict__
        blank = {name: value for name, value in _values(row).items() if name not in known}
        for name, value in [("id", batch.ids[_table(row)].pop(0)), *blank.items()]:
            setattr(row, name, value)
    session.add_all(rows)


async def upsert(
    session: AsyncSession, table: type[Base], how: Upsert, rows: Sequence[Values]
) -> None:
    """Write rows of which some may exist already. All have values for the same columns, and no key
    occurs twice.
    """
    batch: _Batch | None = session.info.get(_BATCH)
    if batch is None:
        connection = await connected(session)
        await connection.execute(_upserting(_table(table), how, connection.dialect.name), rows)
    else:
        batch.upserts[Part(_table(table), tuple(rows[0]), how)].extend(rows)


def dialect_of_batch(session: AsyncSession) -> str | None:
    """The database's kind, for `next_ids`; None when the session writes at once and needs none."""
    return session.get_bind().dialect.name if _BATCH in session.info else None


def next_ids(dialect: str, tables: Sequence[type[Base]]) -> list[ScalarSelect[int]]:
    """Columns for a query that is sent anyway: each reserves an id for a row of its table.

    So the first statement of a batch can bring all ids that it will probably need.
    """
    seen = Counter[Table]()
    found = []
    for table in map(_table, tables):
        seen[table] += 1
        found.append(_next_id(dialect, table, seen[table]))
    return found


def keep_ids(session: AsyncSession, tables: Sequence[type[Base]], ids: Sequence[int]) -> None:
    """Let the batch use ids that `next_ids` has reserved."""
    batch: _Batch = session.info[_BATCH]
    for table, id_ in zip(map(_table, tables), ids, strict=True):
        batch.ids[table].append(id_)
        batch.reserved[table] += 1


def begin(session: AsyncSession) -> None:
    """Let the session, which must not flush by itself, keep everything for `finish`.

    Never flush it: the ORM knows no order among rows that refer to each other by ids alone.
    """
    session.info[_BATCH] = _Batch(defaultdict(list), Counter(), defaultdict(list))


async def finish(session: AsyncSession) -> None:
    """Write all rows of the session and detach them: they may not change any more.

    Rows of one table are written in the order in which they were added. Raises StaleDataError when
    a row that was to be changed is gone.
    """
    batch: _Batch = session.info.pop(_BATCH)
    if session.deleted:
        raise ValueError("a batch deletes no rows")
    writes = _new(session) | batch.upserts | _changes(session)
    session.expunge_all()
    if not writes:
        return
    connection = await connected(session)
    write = postgres_batch.write if connection.dialect.name == "postgresql" else _one_by_one
    if await write(connection, writes) != sum(map(len, writes.values())):
        raise StaleDataError("a row that was to be changed is gone")


async def _reserve_missing(session: AsyncSession, batch: _Batch, rows: Sequence[Base]) -> None:
    wanted = Counter(map(_table, rows))
    missing = [
        table for table, count in wanted.items() for _ in range(count - len(batch.ids[table]))
    ]
    if not missing:
        return
    connection = await connected(session)
    columns = []
    for table in missing:
        batch.reserved[table] += 1
        columns.append(_next_id(connection.dialect.name, table, batch.reserved[table]))
    ids = (await connection.execute(select(*columns))).one()
    for table, id_ in zip(missing, ids, strict=True):
        batch.ids[table].append(id_)


def _next_id(dialect: str, table: Table, nth: int) -> ScalarSelect[int]:
    """The id of the `nth` row that a batch adds to a table."""
    if dialect == "postgresql":
        return select(Numbering(f"{table.name}_id_seq").next_value()).scalar_subquery()
    # Until the transaction ends, nobody else writes to the file.
    return select(func.coalesce(func.max(table.c.id), 0) + nth).scalar_subquery()


def _new(session: AsyncSession) -> dict[Part, list[Values]]:
    """The added rows: first the tables that others refer to; within a table first the rows with
    ids, so that SQLite gives none of these ids to another row.
    """
    order = _order()
    rows: dict[tuple[int, bool, Table], list[Values]] = defaultdict(list)
    for row in session.new:
        table, id_ = _table(row), row.__dict__.get("id")
        own = {} if id_ is None else {"id": id_}
        rows[order[table], not own, table].append(own | _values(row))
    return {
        Part(table, tuple(values[0])): values
        for (*_, table), values in sorted(rows.items(), key=lambda one: one[0][:2])
    }


def _changes(session: AsyncSession) -> dict[Part, list[Values]]:
    order = _order()
    changes: dict[tuple[Table, tuple[str, ...]], list[Values]] = defaultdict(list)
    # Changed rows have no order in the session; unsorted, one statement would have many forms.
    for row in sorted(session.dirty, key=lambda row: (order[_table(row)], row.id)):
        table, state = _table(row), inspect(row)
        same = state.unmodified
        new = {name: state.dict[name] for name in _defaults(table) if name not in same}
        if new:
            changes[table, tuple(new)].append({ROW_ID: row.id, **new})
    return {
        Part(*changed, change=True, single=len(values) == 1): values
        for changed, values in changes.items()
    }


async def _one_by_one(connection: AsyncConnection, writes: Writes) -> int:
    done = 0
    for part, rows in writes.items():
        if part.change:
            for row in rows:
                done += (await connection.execute(_update(part.table), row)).rowcount
        else:
            how, dialect = part.upsert, connection.dialect.name
            new = _insert(part.table) if how is None else _upserting(part.table, how, dialect)
            await connection.execute(new, rows)
            done += len(rows)
    return done


@cache
def _insert(table: Table) -> Insert:
    return insert(table).inline()


@cache
def _update(table: Table) -> Update:
    return update(table).where(table.c.id == bindparam(ROW_ID))


@cache
def _upserting(table: Table, how: Upsert, dialect: str) -> Insert:
    return how.applied(inserting(dialect, table), table)


def _values(row: Base) -> Values:
    known = row.__dict__
    return {
        name: known[name] if name in known else default()
        for name, default in _defaults(_table(row)).items()
    }


def _table(row: Base | type[Base]) -> Table:
    return Base.metadata.tables[row.__tablename__]


@cache
def _defaults(table: Table) -> Mapping[str, Callable[[], Any]]:
    """The default value of each column but the id, which the database gives."""
    return {name: _default(column) for name, column in table.columns.items() if name != "id"}


def _default(column: Column[Any]) -> Callable[[], Any]:
    default = column.default
    if not isinstance(default, ColumnDefault):
        return lambda: None
    return partial(default.arg, None) if default.is_callable else lambda: default.arg


@cache
def _order() -> Mapping[Table, int]:
    return {table: number for number, table in enumerate(Base.metadata.sorted_tables)}
