"""The last writes of a transaction, in one round trip where the engine can (decision 0010)."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache
from typing import Any, NamedTuple

from sqlalchemy import (
    CTE,
    BindParameter,
    Column,
    Insert,
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
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import make_transient_to_detached
from sqlalchemy.orm.attributes import set_committed_value
from sqlalchemy.orm.exc import StaleDataError
from sqlalchemy.sql.dml import ReturningInsert

from models import Base

SHAPES = 256
"""Combined statements to keep: one for each set of tables, columns and numbers of rows."""

Values = dict[str, Any]


class _Part(NamedTuple):
    """New rows of a table or, when `change`, other values of these columns in one row."""

    table: Table
    columns: tuple[str, ...]
    rows: int = 1
    change: bool = False


async def write_now(session: AsyncSession, *rows: Base) -> None:
    """Write some new rows, which get their ids, and nothing of what else the session holds."""
    tables = [_columns(type(row)) for row in rows]
    values = [_values(row, columns) for row, (_, columns) in zip(rows, tables, strict=True)]
    with session.no_autoflush:
        if _is_postgresql(session):
            parts = tuple(_Part(table, tuple(columns)) for table, columns in tables)
            found = await session.execute(
                _combined_for_ids(parts), _named([[one] for one in values])
            )
            ids: Sequence[int] = found.one()
        else:
            ids = [
                (await session.scalars(_insert_for_id(table), one)).one()
                for (table, _), one in zip(tables, values, strict=True)
            ]
    for row, known, id_ in zip(rows, values, ids, strict=True):
        for name, value in known.items():
            set_committed_value(row, name, value)
        set_committed_value(row, "id", id_)
        make_transient_to_detached(row)
        session.add(row)


async def write_rest(session: AsyncSession) -> None:
    """Write all that the session still holds and let go of it: nobody may change it any more, or
    ask for the ids of what is new.

    What `flush` does with a statement for each table, in one for all of them on PostgreSQL, and on
    SQLite in as many, but without the bookkeeping that ids need. Rows of one table go in in the
    order in which they were added. Raises StaleDataError when a row to be changed is gone.
    """
    if session.deleted:
        raise ValueError("what is deleted has to be flushed")
    writes = [*_new(session), *_changes(session)]
    session.expunge_all()
    if _is_postgresql(session):
        done = await _in_one(session, writes)
    else:
        done = await _one_by_one(session, writes)
    if done != sum(part.rows for part, _ in writes):
        raise StaleDataError("a row that was to be changed is gone")


def _new(session: AsyncSession) -> list[tuple[_Part, list[Values]]]:
    """What was added, tables that others refer to in front."""
    rows: dict[Table, list[Values]] = defaultdict(list)
    for row in session.new:
        table, columns = _columns(type(row))
        rows[table].append(_values(row, columns))
    order = _order()
    return [
        (_Part(table, tuple(rows[table][0]), len(rows[table])), rows[table])
        for table in sorted(rows, key=order.__getitem__)
    ]


def _changes(session: AsyncSession) -> list[tuple[_Part, list[Values]]]:
    changes = []
    order = _order()
    # A session knows no order among them; without one the same statement would be many.
    for row in sorted(session.dirty, key=lambda row: (order[_columns(type(row))[0]], row.id)):
        table, columns = _columns(type(row))
        state = inspect(row)
        same = state.unmodified
        if new := {name: state.dict[name] for name in columns if name not in same}:
            changes.append((_Part(table, tuple(new), change=True), [{"id": row.id, **new}]))
    return changes


async def _in_one(session: AsyncSession, writes: Sequence[tuple[_Part, list[Values]]]) -> int:
    statement = _combined(tuple(part for part, _ in writes))
    values = _named([rows for _, rows in writes])
    return int((await session.execute(statement, values)).scalar_one())


def _named(parts: Sequence[list[Values]]) -> Values:
    """The values of all parts under the names that they have in a combined statement."""
    return {
        f"{part}_{row}_{name}": value
        for part, rows in enumerate(parts)
        for row, columns in enumerate(rows)
        for name, value in columns.items()
    }


async def _one_by_one(session: AsyncSession, writes: Sequence[tuple[_Part, list[Values]]]) -> int:
    done = 0
    for part, rows in writes:
        if part.change:
            values = {f"0_0_{name}": value for name, value in rows[0].items()}
            result = await session.execute(_update(part, "0_0_"), values)
            done += result.rowcount
        else:
            await session.execute(_insert(part.table), rows)
            done += part.rows
    return done


@lru_cache(SHAPES)
def _combined(parts: tuple[_Part, ...]) -> Select[int]:
    """Gives how many rows there are of all that was written."""
    counts = [
        select(func.count()).select_from(part).scalar_subquery() for part in _combinable(parts)
    ]
    return select(sum(counts[1:], counts[0]))


@lru_cache(SHAPES)
def _combined_for_ids(parts: tuple[_Part, ...]) -> Select[Any]:
    return select(*(select(part.c.id).scalar_subquery() for part in _combinable(parts)))


def _combinable(parts: tuple[_Part, ...]) -> Iterator[CTE]:
    for number, part in enumerate(parts):
        written = _update(part, f"{number}_0_") if part.change else _inserts(part, number)
        yield written.returning(*part.table.primary_key).cte(f"part_{number}")


def _inserts(part: _Part, number: int) -> Insert:
    rows = [
        select(*(_bind(part.table.c[name], f"{number}_{row}_") for name in part.columns))
        for row in range(part.rows)
    ]
    # VALUES with several rows would be compiled anew each time.
    return insert(part.table).from_select(part.columns, union_all(*rows), include_defaults=False)


@cache
def _insert(table: Table) -> Insert:
    return insert(table).inline()


@cache
def _insert_for_id(table: Table) -> ReturningInsert[tuple[int]]:
    return insert(table).returning(table.c.id)


@lru_cache(SHAPES)
def _update(part: _Part, prefix: str) -> Update:
    table = part.table
    changed = {name: _bind(table.c[name], prefix) for name in part.columns}
    return update(table).where(table.c.id == _bind(table.c.id, prefix)).values(changed)


def _is_postgresql(session: AsyncSession) -> bool:
    return session.get_bind().dialect.name == "postgresql"


def _bind(column: Column[Any], prefix: str) -> BindParameter[Any]:
    return bindparam(f"{prefix}{column.name}", type_=column.type)


@cache
def _order() -> Mapping[Table, int]:
    return {table: number for number, table in enumerate(Base.metadata.sorted_tables)}


@cache
def _columns(kind: type[Base]) -> tuple[Table, Mapping[str, Column[Any]]]:
    """The table of a class, and all of its columns but the id, which the database gives."""
    table = Base.metadata.tables[kind.__tablename__]
    return table, {name: column for name, column in table.columns.items() if name != "id"}


def _values(row: Base, columns: Mapping[str, Column[Any]]) -> Values:
    known = inspect(row).dict
    return {name: known[name] if name in known else _default(columns[name]) for name in columns}


def _default(column: Column[Any]) -> Any:
    default = column.default
    if default is None:
        return None
    return default.arg(None) if default.is_callable else default.arg
