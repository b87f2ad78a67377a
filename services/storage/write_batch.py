"""Writing what belongs together at once: in one round trip where the engine can (decision 0010).

Beside the session's own `flush`, which sends a statement for each table. PostgreSQL gets one for
all of them (postgres_batch.py); SQLite, where nothing travels, gets them one by one.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
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
    insert,
    inspect,
    select,
    update,
)
from sqlalchemy import Sequence as Numbering
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncSession
from sqlalchemy.orm import make_transient_to_detached
from sqlalchemy.orm.exc import StaleDataError

from models import Base
from services.storage import postgres_batch
from services.storage.postgres_batch import WHICH, Links, Merge, Part, Values, Writes
from services.storage.upserts import inserting

_CONNECTION = "connection"
_GATHERED = "gathered"


async def connected(session: AsyncSession) -> AsyncConnection:
    """The connection of the session's transaction, asked for once: a session has only one."""
    connection: AsyncConnection | None = session.info.get(_CONNECTION)
    if connection is None:
        connection = session.info[_CONNECTION] = await session.connection()
    return connection


class _Gathered(NamedTuple):
    """What waits for `write_rest` beside the session's own rows."""

    ids: dict[Table, list[int]]  # set aside: nobody else will get them
    merges: dict[Part, list[Values]]


def next_id(table: type[Base]) -> ScalarSelect[int]:
    """An id that PostgreSQL sets aside for a row, to be asked for among other things."""
    return _next_id(_table(table))


def _next_id(table: Table) -> ScalarSelect[int]:
    return select(Numbering(f"{table.name}_id_seq").next_value()).scalar_subquery()


def gather(session: AsyncSession, ids: Iterable[tuple[type[Base], int]]) -> None:
    """From now on all waits for `write_rest` where a round trip costs: what is merged, and the rows
    of `write_now`, which get these ids while there are any of their tables.

    The session flushes nothing by itself any more, and nobody else may: it knows no order among
    rows that refer to each other.
    """
    known: dict[Table, list[int]] = defaultdict(list)
    for table, id_ in ids:
        known[_table(table)].append(id_)
    session.info[_GATHERED] = _Gathered(known, defaultdict(list))
    session.sync_session.autoflush = False


class Naming(NamedTuple):
    """`row` names the id of `other`, which is written with it, in this column."""

    row: Base
    column: str
    other: Base


async def write_now(session: AsyncSession, *rows: Base, naming: Sequence[Naming] = ()) -> None:
    """Have some new rows get their ids, by writing them and nothing of what else the session holds,
    or in a gathered session by keeping them for the rest.

    What another one names stands before it.
    """
    connection = await connected(session)
    gathered: _Gathered | None = None
    if _is_postgresql(connection):  # where nothing travels, nothing need wait
        gathered = session.info.get(_GATHERED)
    places = {id(row): place for place, row in enumerate(rows)}
    links = tuple((places[id(one.row)], one.column, places[id(one.other)]) for one in naming)
    values = [_values(row) for row in rows]
    ids = (
        await _written(connection, rows, values, links)
        if gathered is None
        else await _set_aside(connection, gathered, rows)
    )
    for place, name, other in links:
        setattr(rows[place], name, ids[other])
    for row, known, id_ in zip(rows, values, ids, strict=True):
        blank = known.keys() - row.__dict__.keys()
        for name, value in [("id", id_), *((name, known[name]) for name in blank)]:
            setattr(row, name, value)
        if gathered is None:
            make_transient_to_detached(row)
        session.add(row)


async def _set_aside(
    connection: AsyncConnection, gathered: _Gathered, rows: Sequence[Base]
) -> Sequence[int]:
    known = gathered.ids
    wanted = Counter(_table(row) for row in rows)
    missing = [table for table, count in wanted.items() for _ in range(count - len(known[table]))]
    if missing:
        more = (await connection.execute(select(*map(_next_id, missing)))).one()
        for table, id_ in zip(missing, more, strict=True):
            known[table].append(id_)
    return [known[_table(row)].pop(0) for row in rows]


async def _written(
    connection: AsyncConnection, rows: Sequence[Base], values: Sequence[Values], links: Links
) -> Sequence[int]:
    tables = [_table(row) for row in rows]
    if _is_postgresql(connection):
        parts = [Part(table, tuple(_defaults(table))) for table in tables]
        pairs = list(zip(parts, values, strict=True))
        return await postgres_batch.write_for_ids(connection, pairs, links)
    ids: list[int] = []
    for place, (table, known) in enumerate(zip(tables, values, strict=True)):
        own = {name: ids[other] for row, name, other in links if row == place}
        ids.append((await connection.execute(_insert_for_id(table), known | own)).scalar_one())
    return ids


async def merge(
    session: AsyncSession, table: type[Base], how: Merge, rows: Sequence[Values]
) -> None:
    """Write rows of which some may be there already. They have values for the same columns, and a
    key is among them once.
    """
    gathered: _Gathered | None = session.info.get(_GATHERED)
    if gathered is None:
        connection = await connected(session)
        await connection.execute(_merging(_table(table), how, connection.dialect.name), rows)
    else:
        gathered.merges[Part(_table(table), tuple(rows[0]), how)].extend(rows)


async def write_rest(session: AsyncSession) -> None:
    """Write all that the session still holds and let go of it: nobody may change it any more, or
    ask for the ids of what is new.

    Rows of one table go in in the order in which they were added. Raises StaleDataError when a row
    to be changed is gone.
    """
    if session.deleted:
        raise ValueError("what is deleted has to be flushed")
    gathered: _Gathered | None = session.info.pop(_GATHERED, None)
    merges = gathered.merges if gathered else {}
    writes = _new(session) | merges | _changes(session)
    session.expunge_all()
    if not writes:
        return
    connection = await connected(session)
    write = postgres_batch.write if _is_postgresql(connection) else _one_by_one
    if await write(connection, writes) != sum(map(len, writes.values())):
        raise StaleDataError("a row that was to be changed is gone")


def _new(session: AsyncSession) -> dict[Part, list[Values]]:
    """What was added, tables that others refer to in front."""
    rows: dict[tuple[Table, bool], list[Values]] = defaultdict(list)
    for row in session.new:
        known = row.__dict__
        own = {"id": known["id"]} if known.get("id") is not None else {}
        rows[_table(row), bool(own)].append(own | _values(row))
    order = _order()
    return {
        Part(table, tuple(values[0])): values
        for (table, _), values in sorted(rows.items(), key=lambda one: order[one[0][0]])
    }


def _changes(session: AsyncSession) -> dict[Part, list[Values]]:
    order = _order()
    changes: dict[tuple[Table, tuple[str, ...]], list[Values]] = defaultdict(list)
    # The session knows no order among them; without one, the same statement would be many.
    for row in sorted(session.dirty, key=lambda row: (order[_table(row)], row.id)):
        table, state = _table(row), inspect(row)
        same = state.unmodified
        new = {name: state.dict[name] for name in _defaults(table) if name not in same}
        if new:
            changes[table, tuple(new)].append({WHICH: row.id, **new})
    return {
        Part(*what, change=True, single=len(values) == 1): values
        for what, values in changes.items()
    }


async def _one_by_one(connection: AsyncConnection, writes: Writes) -> int:
    done = 0
    for part, rows in writes.items():
        if part.change:
            for row in rows:
                done += (await connection.execute(_update(part.table), row)).rowcount
        else:
            how, dialect = part.merge, connection.dialect.name
            new = _insert(part.table) if how is None else _merging(part.table, how, dialect)
            await connection.execute(new, rows)
            done += len(rows)
    return done


@cache
def _insert(table: Table) -> Insert:
    return insert(table).inline()


@cache
def _insert_for_id(table: Table) -> Any:
    return insert(table).returning(table.c.id)


@cache
def _update(table: Table) -> Update:
    return update(table).where(table.c.id == bindparam(WHICH))


@cache
def _merging(table: Table, how: Merge, dialect: str) -> Insert:
    return how.applied(inserting(dialect, table), table)


def _is_postgresql(connection: AsyncConnection) -> bool:
    return connection.dialect.name == "postgresql"


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
    """What each column holds when nobody says; all but the id, which the database gives."""
    return {name: _default(column) for name, column in table.columns.items() if name != "id"}


def _default(column: Column[Any]) -> Callable[[], Any]:
    default = column.default
    if not isinstance(default, ColumnDefault):
        return lambda: None
    return partial(default.arg, None) if default.is_callable else lambda: default.arg


@cache
def _order() -> Mapping[Table, int]:
    return {table: number for number, table in enumerate(Base.metadata.sorted_tables)}
