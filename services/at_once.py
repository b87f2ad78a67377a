"""Writing what belongs together at once: in one round trip where the engine can (decision 0010).

Beside the session's own `flush`, which sends a statement for each table. PostgreSQL gets one for
all of them, its parts in a WITH, the rows of a part as JSON; SQLite, where nothing travels, gets
them one by one.
"""

import json
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from functools import cache, lru_cache
from typing import Any, NamedTuple

from sqlalchemy import (
    CTE,
    JSON,
    Column,
    ColumnDefault,
    ColumnElement,
    Dialect,
    Insert,
    Select,
    Table,
    TableValuedAlias,
    Text,
    Update,
    bindparam,
    cast,
    column,
    func,
    insert,
    inspect,
    select,
    update,
)
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncSession
from sqlalchemy.orm import make_transient_to_detached
from sqlalchemy.orm.exc import StaleDataError

from models import Base

_CONNECTION = "connection"
_WHICH = "which"
"""In the values of a change: the id of the row."""

SHAPES = 256
"""Combined statements to keep: one for each set of tables and columns."""

Values = dict[str, Any]


class _Part(NamedTuple):
    """New rows of a table or, when `change`, other values of these columns in its rows."""

    table: Table
    columns: tuple[str, ...]
    change: bool = False


_Writes = Mapping[_Part, Sequence[Values]]
_Links = tuple[tuple[int, str, int], ...]
"""The place of a row, its column, and the place of the row whose id stands there."""


async def connected(session: AsyncSession) -> AsyncConnection:
    """The connection of the session's transaction, asked for once: a session has only one."""
    connection: AsyncConnection | None = session.info.get(_CONNECTION)
    if connection is None:
        connection = session.info[_CONNECTION] = await session.connection()
    return connection


class Naming(NamedTuple):
    """`row` names the id of `other`, which is written with it, in this column."""

    row: Base
    column: str
    other: Base


async def write_now(session: AsyncSession, *rows: Base, naming: Sequence[Naming] = ()) -> None:
    """Write some new rows, which get their ids, and nothing of what else the session holds.

    What another one names stands before it.
    """
    connection = await connected(session)
    tables = [_table(row) for row in rows]
    values = [_values(row) for row in rows]
    places = {id(row): place for place, row in enumerate(rows)}
    links = tuple((places[id(one.row)], one.column, places[id(one.other)]) for one in naming)
    if _is_postgresql(connection):
        parts = tuple(_Part(table, tuple(_columns(table))) for table in tables)
        text, order = _combined_for_ids(parts, links, connection.dialect)
        sent = _sent([[one] for one in values], order)
        ids: Sequence[int] = (await connection.exec_driver_sql(text, sent)).one()
    else:
        ids = await _ids_one_by_one(connection, tables, values, links)
    for place, name, other in links:
        setattr(rows[place], name, ids[other])
    for row, known, id_ in zip(rows, values, ids, strict=True):
        blank = known.keys() - inspect(row).dict.keys()
        for name, value in [("id", id_), *((name, known[name]) for name in blank)]:
            setattr(row, name, value)
        make_transient_to_detached(row)
        session.add(row)


async def _ids_one_by_one(
    connection: AsyncConnection, tables: Sequence[Table], values: Sequence[Values], links: _Links
) -> list[int]:
    ids: list[int] = []
    for place, (table, known) in enumerate(zip(tables, values, strict=True)):
        own = {name: ids[other] for row, name, other in links if row == place}
        ids.append((await connection.execute(_insert_for_id(table), known | own)).scalar_one())
    return ids


async def write_rest(session: AsyncSession) -> None:
    """Write all that the session still holds and let go of it: nobody may change it any more, or
    ask for the ids of what is new.

    Rows of one table go in in the order in which they were added. Raises StaleDataError when a row
    to be changed is gone.
    """
    if session.deleted:
        raise ValueError("what is deleted has to be flushed")
    writes = _new(session) | _changes(session)
    session.expunge_all()
    if not writes:
        return
    connection = await connected(session)
    write = _all_in_one if _is_postgresql(connection) else _one_by_one
    if await write(connection, writes) != sum(map(len, writes.values())):
        raise StaleDataError("a row that was to be changed is gone")


def _new(session: AsyncSession) -> dict[_Part, list[Values]]:
    """What was added, tables that others refer to in front."""
    rows: dict[Table, list[Values]] = defaultdict(list)
    for row in session.new:
        rows[_table(row)].append(_values(row))
    tables = sorted(rows, key=_order().__getitem__)
    return {_Part(table, tuple(_columns(table))): rows[table] for table in tables}


def _changes(session: AsyncSession) -> dict[_Part, list[Values]]:
    order = _order()
    writes: dict[_Part, list[Values]] = defaultdict(list)
    # The session knows no order among them; without one, the same statement would be many.
    for row in sorted(session.dirty, key=lambda row: (order[_table(row)], row.id)):
        table, state = _table(row), inspect(row)
        same = state.unmodified
        new = {name: state.dict[name] for name in _columns(table) if name not in same}
        if new:
            writes[_Part(table, tuple(new), change=True)].append({_WHICH: row.id, **new})
    return writes


async def _all_in_one(connection: AsyncConnection, writes: _Writes) -> int:
    text, order = _combined(tuple(writes), connection.dialect)
    sent = _sent(tuple(writes.values()), order)
    done: int = (await connection.exec_driver_sql(text, sent)).scalar_one()
    return done


async def _one_by_one(connection: AsyncConnection, writes: _Writes) -> int:
    done = 0
    for part, rows in writes.items():
        if part.change:
            for row in rows:
                done += (await connection.execute(_update(part.table), row)).rowcount
        else:
            await connection.execute(_insert(part.table), rows)
            done += len(rows)
    return done


def _sent(parts: Sequence[Sequence[Values]], order: Sequence[int]) -> tuple[str, ...]:
    """The rows of each part as one value, whatever their number, in the statement's order."""
    return tuple(json.dumps(parts[number], default=_instant) for number in order)


def _instant(value: object) -> str:
    """The one thing in a row that JSON has no word for."""
    if not isinstance(value, datetime) or value.tzinfo is None:
        raise TypeError(f"a row holds {value!r}")
    return value.isoformat()


class _Text(NamedTuple):
    """A statement as PostgreSQL reads it, and the parts whose rows it wants, in its order.

    The engine, which keeps these texts too, would look for them by all that they are made of.
    """

    text: str
    order: tuple[int, ...]


@lru_cache(SHAPES)
def _combined(parts: tuple[_Part, ...], dialect: Dialect) -> _Text:
    """Gives how many rows there are of all that was written."""
    counts = [select(func.count()).select_from(part).scalar_subquery() for part in _ctes(parts)]
    return _text(select(sum(counts[1:], counts[0])), dialect)


@lru_cache(SHAPES)
def _combined_for_ids(parts: tuple[_Part, ...], links: _Links, dialect: Dialect) -> _Text:
    ids = [select(part.c.id).scalar_subquery() for part in _ctes(parts, links)]
    return _text(select(*ids), dialect)


def _text(statement: Select[Any], dialect: Dialect) -> _Text:
    compiled = statement.compile(dialect=dialect)
    return _Text(str(compiled), tuple(map(int, compiled.positiontup or ())))


def _ctes(parts: tuple[_Part, ...], links: _Links = ()) -> Iterator[CTE]:
    written: list[CTE] = []
    for number, part in enumerate(parts):
        rows = _rows(part, number)
        values: dict[str, ColumnElement[Any]] = {name: rows.c[name] for name in part.columns}
        for place, name, other in links:
            if place == number:
                values[name] = select(written[other].c.id).scalar_subquery()
        write: Insert | Update
        if part.change:
            write = update(part.table).where(part.table.c.id == rows.c[_WHICH]).values(values)
        else:
            chosen = select(*values.values()).select_from(rows)
            write = insert(part.table).from_select(part.columns, chosen, include_defaults=False)
        written.append(write.returning(*part.table.primary_key).cte(f"part_{number}"))
        yield written[-1]


def _rows(part: _Part, number: int) -> TableValuedAlias:
    """What was sent for a part, as a table."""
    columns = [column(name, part.table.c[name].type) for name in part.columns]
    if part.change:
        columns.append(column(_WHICH, part.table.c.id.type))
    sent = cast(bindparam(str(number), type_=Text()), JSON)
    rows = func.json_to_recordset(sent).table_valued(*columns, name=f"rows_{number}")
    return rows.render_derived(with_types=True)


@cache
def _insert(table: Table) -> Insert:
    return insert(table).inline()


@cache
def _insert_for_id(table: Table) -> Any:
    return insert(table).returning(table.c.id)


@cache
def _update(table: Table) -> Update:
    return update(table).where(table.c.id == bindparam(_WHICH))


def _is_postgresql(connection: AsyncConnection) -> bool:
    return connection.dialect.name == "postgresql"


def _values(row: Any) -> Values:
    known = inspect(row).dict
    return {
        name: known[name] if name in known else _default(column)
        for name, column in _columns(_table(row)).items()
    }


def _table(row: Any) -> Table:
    return Base.metadata.tables[row.__tablename__]


@cache
def _columns(table: Table) -> Mapping[str, Column[Any]]:
    """All but the id, which the database gives."""
    return {name: column for name, column in table.columns.items() if name != "id"}


@cache
def _order() -> Mapping[Table, int]:
    return {table: number for number, table in enumerate(Base.metadata.sorted_tables)}


def _default(column: Column[Any]) -> Any:
    default = column.default
    if not isinstance(default, ColumnDefault):
        return None
    return default.arg(None) if default.is_callable else default.arg
