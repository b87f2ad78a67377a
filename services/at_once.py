"""Writing what belongs together at once: in one round trip where the engine can (decision 0010).

Beside the session's own `flush`, which sends a statement for each table. PostgreSQL gets one for
all of them, its parts in a WITH; SQLite, where nothing travels, gets them one by one.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache
from typing import Any, NamedTuple

from sqlalchemy import (
    CTE,
    BindParameter,
    Column,
    ColumnDefault,
    Insert,
    ScalarSelect,
    Select,
    Table,
    Update,
    bindparam,
    func,
    insert,
    inspect,
    select,
    union_all,
    update,
)
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncSession
from sqlalchemy.orm import make_transient_to_detached
from sqlalchemy.orm.attributes import set_committed_value
from sqlalchemy.orm.exc import StaleDataError

from models import Base

_CONNECTION = "connection"
SHAPES = 256
"""Combined statements to keep: one for each set of tables, columns and numbers of rows."""

Values = dict[str, Any]


class _Part(NamedTuple):
    """New rows of a table or, when `change`, other values of these columns in one row."""

    table: Table
    columns: tuple[str, ...]
    rows: int = 1
    change: bool = False


_Write = tuple[_Part, list[Values]]
_Links = Mapping[tuple[int, str], int]
"""By the place of a row and its column: the place of the row whose id stands there."""


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
    links = {(places[id(one.row)], one.column): places[id(one.other)] for one in naming}
    if _is_postgresql(connection):
        parts = tuple(_Part(table, tuple(_columns(table))) for table in tables)
        statement = _combined_for_ids(parts, tuple(links.items()))
        named = _named([[one] for one in values])
        ids: Sequence[int] = (await connection.execute(statement, named)).one()
    else:
        ids = await _ids_one_by_one(connection, tables, values, links)
    for (place, column), other in links.items():
        values[place][column] = ids[other]
    for row, known, id_ in zip(rows, values, ids, strict=True):
        for name, value in {**known, "id": id_}.items():
            set_committed_value(row, name, value)
        make_transient_to_detached(row)
        session.add(row)


async def _ids_one_by_one(
    connection: AsyncConnection, tables: Sequence[Table], values: Sequence[Values], links: _Links
) -> list[int]:
    ids: list[int] = []
    for place, (table, known) in enumerate(zip(tables, values, strict=True)):
        own = {column: ids[other] for (row, column), other in links.items() if row == place}
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
    writes = [*_new(session), *_changes(session)]
    session.expunge_all()
    if not writes:
        return
    connection = await connected(session)
    write = _all_in_one if _is_postgresql(connection) else _one_by_one
    if await write(connection, writes) != sum(part.rows for part, _ in writes):
        raise StaleDataError("a row that was to be changed is gone")


def _new(session: AsyncSession) -> Iterator[_Write]:
    """What was added, tables that others refer to in front."""
    rows: dict[Table, list[Values]] = defaultdict(list)
    for row in session.new:
        rows[_table(row)].append(_values(row))
    for table in sorted(rows, key=_order().__getitem__):
        yield _Part(table, tuple(_columns(table)), len(rows[table])), rows[table]


def _changes(session: AsyncSession) -> Iterator[_Write]:
    order = _order()
    # The session knows no order among them; without one, the same statement would be many.
    for row in sorted(session.dirty, key=lambda row: (order[_table(row)], row.id)):
        table, state = _table(row), inspect(row)
        same = state.unmodified
        new = {name: state.dict[name] for name in _columns(table) if name not in same}
        if new:
            yield _Part(table, tuple(new), change=True), [{"id": row.id, **new}]


async def _all_in_one(connection: AsyncConnection, writes: Sequence[_Write]) -> int:
    statement = _combined(tuple(part for part, _ in writes))
    values = _named([rows for _, rows in writes])
    return (await connection.execute(statement, values)).scalar_one()


async def _one_by_one(connection: AsyncConnection, writes: Sequence[_Write]) -> int:
    done = 0
    for part, rows in writes:
        if part.change:
            done += (await connection.execute(_update(part), _named([rows]))).rowcount
        else:
            await connection.execute(_insert(part.table), rows)
            done += part.rows
    return done


def _named(parts: Sequence[list[Values]]) -> Values:
    """The values of all parts under the names that they have in a statement."""
    return {
        _name(part, row, name): value
        for part, rows in enumerate(parts)
        for row, columns in enumerate(rows)
        for name, value in columns.items()
    }


def _name(part: int, row: int, column: str) -> str:
    return f"{part}_{row}_{column}"


@lru_cache(SHAPES)
def _combined(parts: tuple[_Part, ...]) -> Select[int]:
    """Gives how many rows there are of all that was written."""
    counts = [select(func.count()).select_from(part).scalar_subquery() for part in _ctes(parts)]
    return select(sum(counts[1:], counts[0]))


@lru_cache(SHAPES)
def _combined_for_ids(
    parts: tuple[_Part, ...], links: tuple[tuple[tuple[int, str], int], ...]
) -> Select[Any]:
    return select(*(select(part.c.id).scalar_subquery() for part in _ctes(parts, dict(links))))


def _ctes(parts: tuple[_Part, ...], links: _Links | None = None) -> Iterator[CTE]:
    written: list[CTE] = []
    for number, part in enumerate(parts):
        named = {
            column: select(written[other].c.id).scalar_subquery()
            for (row, column), other in (links or {}).items()
            if row == number
        }
        write = _update(part, number) if part.change else _inserts(part, number, named)
        written.append(write.returning(*part.table.primary_key).cte(f"part_{number}"))
        yield written[-1]


def _inserts(part: _Part, number: int, named: Mapping[str, ScalarSelect[int]]) -> Insert:
    """`named`: columns that hold what was written just before."""
    rows = [
        select(
            *(
                named[name] if name in named else _bind(part.table.c[name], number, row)
                for name in part.columns
            )
        )
        for row in range(part.rows)
    ]
    # VALUES with several rows would be compiled anew each time.
    return insert(part.table).from_select(part.columns, union_all(*rows), include_defaults=False)


@cache
def _insert(table: Table) -> Insert:
    return insert(table).inline()


@cache
def _insert_for_id(table: Table) -> Any:
    return insert(table).returning(table.c.id)


@lru_cache(SHAPES)
def _update(part: _Part, number: int = 0) -> Update:
    table = part.table
    changed = {name: _bind(table.c[name], number) for name in part.columns}
    return update(table).where(table.c.id == _bind(table.c.id, number)).values(changed)


def _bind(column: Column[Any], part: int, row: int = 0) -> BindParameter[Any]:
    return bindparam(_name(part, row, column.name), type_=column.type)


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
