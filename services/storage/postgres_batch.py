"""All that a transaction writes as one statement of PostgreSQL (decision 0010).

The parts stand in a WITH, and the rows of each travel as JSON: one value, whatever their number.
"""

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import datetime
from functools import lru_cache
from typing import Any, NamedTuple

from sqlalchemy import (
    CTE,
    JSON,
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
    select,
    update,
)
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.asyncio import AsyncConnection

WHICH = "which"
"""In the values of a change: the id of the row."""

SHAPES = 256
"""Combined statements to keep: one for each set of tables and columns."""

Values = dict[str, Any]


class Merge(NamedTuple):
    """What becomes of a row whose `key` is there already: new values by column, from the columns
    of the old row and of the new.
    """

    key: tuple[str, ...]
    rule: Callable[[Any, Any], dict[str, ColumnElement[Any]]]

    def applied(self, new: postgresql.Insert | sqlite.Insert, table: Table) -> Insert:
        merged = self.rule(table.c, new.excluded)
        return new.on_conflict_do_update(index_elements=self.key, set_=merged)


class Part(NamedTuple):
    """New rows of a table, merged with old ones if `merge` says how; or, when `change`, other
    values of these columns in its rows. `single`: there is one.
    """

    table: Table
    columns: tuple[str, ...]
    merge: Merge | None = None
    change: bool = False
    single: bool = False


Writes = Mapping[Part, Sequence[Values]]
Links = tuple[tuple[int, str, int], ...]
"""The place of a row, its column, and the place of the row whose id stands there."""


async def write(connection: AsyncConnection, writes: Writes) -> int:
    """Gives how many rows there are of all that was written."""
    text, order = _counting(tuple(writes), connection.dialect)
    sent = _sent(tuple(writes), tuple(writes.values()), order)
    done: int = (await connection.exec_driver_sql(text, sent)).scalar_one()
    return done


async def write_for_ids(
    connection: AsyncConnection, rows: Sequence[tuple[Part, Values]], links: Links
) -> Sequence[int]:
    """Write one row for each part and give their ids."""
    parts = tuple(part for part, _ in rows)
    text, order = _identifying(parts, links, connection.dialect)
    sent = _sent(parts, [[values] for _, values in rows], order)
    ids: Sequence[int] = (await connection.exec_driver_sql(text, sent)).one()
    return ids


def _sent(
    parts: Sequence[Part], rows: Sequence[Sequence[Values]], order: Sequence[int]
) -> tuple[str, ...]:
    return tuple(
        _JSON.encode(rows[number][0] if parts[number].single else rows[number]) for number in order
    )


def _instant(value: object) -> str:
    """The one thing in a row that JSON has no word for."""
    if not isinstance(value, datetime) or value.tzinfo is None:
        raise TypeError(f"a row holds {value!r}")
    return value.isoformat()


_JSON = json.JSONEncoder(default=_instant)


class _Text(NamedTuple):
    """A statement as PostgreSQL reads it, and the parts whose rows it wants, in its order.

    The engine, which keeps these texts too, would look for them by all that they are made of.
    """

    text: str
    order: tuple[int, ...]


@lru_cache(SHAPES)
def _counting(parts: tuple[Part, ...], dialect: Dialect) -> _Text:
    counts = [select(func.count()).select_from(part).scalar_subquery() for part in _ctes(parts)]
    return _text(select(sum(counts[1:], counts[0])), dialect)


@lru_cache(SHAPES)
def _identifying(parts: tuple[Part, ...], links: Links, dialect: Dialect) -> _Text:
    ids = [select(part.c.id).scalar_subquery() for part in _ctes(parts, links)]
    return _text(select(*ids), dialect)


def _text(statement: Select[Any], dialect: Dialect) -> _Text:
    compiled = statement.compile(dialect=dialect)
    return _Text(str(compiled), tuple(map(int, compiled.positiontup or ())))


def _ctes(parts: tuple[Part, ...], links: Links = ()) -> Iterator[CTE]:
    written: list[CTE] = []
    for number, part in enumerate(parts):
        rows = _rows(part, number)
        values: dict[str, ColumnElement[Any]] = {name: rows.c[name] for name in part.columns}
        for place, name, other in links:
            if place == number:
                values[name] = select(written[other].c.id).scalar_subquery()
        written.append(
            _write(part, rows, values).returning(*part.table.primary_key).cte(f"part_{number}")
        )
        yield written[-1]


def _write(
    part: Part, rows: TableValuedAlias, values: Mapping[str, ColumnElement[Any]]
) -> Insert | Update:
    if part.change:
        return update(part.table).where(part.table.c.id == rows.c[WHICH]).values(values)
    chosen = select(*values.values()).select_from(rows)
    new = postgresql.insert(part.table)
    new = new.from_select(part.columns, chosen, include_defaults=False)
    return new if part.merge is None else part.merge.applied(new, part.table)


def _rows(part: Part, number: int) -> TableValuedAlias:
    """What was sent for a part, as a table."""
    columns = [column(name, part.table.c[name].type) for name in part.columns]
    if part.change:
        columns.append(column(WHICH, part.table.c.id.type))
    sent = cast(bindparam(str(number), type_=Text()), JSON)
    # Of a set PostgreSQL expects a hundred rows, and would read a whole table to find them in it.
    unfold = func.json_to_record if part.single else func.json_to_recordset
    rows = unfold(sent).table_valued(*columns, name=f"rows_{number}")
    return rows.render_derived(with_types=True)
