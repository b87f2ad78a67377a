"""Everything that a transaction writes, as one statement of PostgreSQL (decision 0010).

Each part stands in a WITH. Its rows travel as JSON: one value, whatever their number.
"""

import json
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from functools import lru_cache
from typing import Any, NamedTuple

from sqlalchemy import (
    CTE,
    JSON,
    ColumnElement,
    Dialect,
    Insert,
    Table,
    TableValuedAlias,
    Text,
    Update,
    bindparam,
    cast,
    column,
    func,
    select,
    update,
)
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.asyncio import AsyncConnection

ROW_ID = "row_id"
"""In the values of a change: the id of the row."""

SHAPES = 256
"""The most combined statements kept: one for each set of tables and columns."""

Values = dict[str, Any]


class Upsert(NamedTuple):
    """How to write rows that may exist already: `key` are the columns that identify a row, `rule`
    gives new values by column, from the columns of the old row and of the new one.
    """

    key: tuple[str, ...]
    rule: Callable[[Any, Any], dict[str, ColumnElement[Any]]]

    def applied(self, new: postgresql.Insert | sqlite.Insert, table: Table) -> Insert:
        values = self.rule(table.c, new.excluded)
        return new.on_conflict_do_update(index_elements=self.key, set_=values)


class Part(NamedTuple):
    """Rows of one table: new ones, rows of an `upsert`, or, with `change`, existing rows whose
    named columns get other values. `single`: there is one row.
    """

    table: Table
    columns: tuple[str, ...]
    upsert: Upsert | None = None
    change: bool = False
    single: bool = False


Writes = Mapping[Part, Sequence[Values]]


async def write(connection: AsyncConnection, writes: Writes) -> int:
    """Write all rows; gives the number of rows written."""
    text, order = _counting(tuple(writes), connection.dialect)
    rows = [values[0] if part.single else values for part, values in writes.items()]
    sent = tuple(_JSON.encode(rows[number]) for number in order)
    done: int = (await connection.exec_driver_sql(text, sent)).scalar_one()
    return done


def _instant(value: object) -> str:
    """An instant as text: the only kind of value in a row that JSON lacks."""
    if not isinstance(value, datetime) or value.tzinfo is None:
        raise TypeError(f"a row holds {value!r}")
    return value.isoformat()


_JSON = json.JSONEncoder(default=_instant)


class _Text(NamedTuple):
    """A statement as PostgreSQL reads it, and the indexes of the parts in the order of its
    parameters.

    It is kept here because the engine's own cache would hash all its columns at each look.
    """

    text: str
    order: tuple[int, ...]


@lru_cache(SHAPES)
def _counting(parts: tuple[Part, ...], dialect: Dialect) -> _Text:
    written = [_written(part, number) for number, part in enumerate(parts)]
    counts = [select(func.count()).select_from(part).scalar_subquery() for part in written]
    compiled = select(sum(counts[1:], counts[0])).compile(dialect=dialect)
    return _Text(str(compiled), tuple(map(int, compiled.positiontup or ())))


def _written(part: Part, number: int) -> CTE:
    rows = _rows(part, number)
    values = {name: rows.c[name] for name in part.columns}
    write = _write(part, rows, values).returning(*part.table.primary_key)
    return write.cte(f"part_{number}")


def _write(
    part: Part, rows: TableValuedAlias, values: Mapping[str, ColumnElement[Any]]
) -> Insert | Update:
    if part.change:
        return update(part.table).where(part.table.c.id == rows.c[ROW_ID]).values(values)
    chosen = select(*values.values()).select_from(rows)
    new = postgresql.insert(part.table)
    new = new.from_select(part.columns, chosen, include_defaults=False)
    return new if part.upsert is None else part.upsert.applied(new, part.table)


def _rows(part: Part, number: int) -> TableValuedAlias:
    """The rows sent for a part, as a table."""
    columns = [column(name, part.table.c[name].type) for name in part.columns]
    if part.change:
        columns.append(column(ROW_ID, part.table.c.id.type))
    sent = cast(bindparam(str(number), type_=Text()), JSON)
    # PostgreSQL expects a hundred rows of a set, and would scan a whole table to find them.
    unfold = func.json_to_record if part.single else func.json_to_recordset
    rows = unfold(sent).table_valued(*columns, name=f"rows_{number}")
    return rows.render_derived(with_types=True)
