"""Many times the same rows: what a small shop wrote, as if so many had lived in it at once.

A row's copies get ids right beside one another but shuffled, each in its own way. So rows stand
in the order of time, and what belongs together lies as far apart as in a shop that grew.
"""

from typing import Any

from sqlalchemy import (
    Column,
    ColumnElement,
    Connection,
    String,
    Table,
    cast,
    func,
    insert,
    literal,
    select,
)

from models.base import Base

COPIED = (
    "accounts",
    "members",
    "member_categories",
    "operations",
    "lots",
    "entries",
    "purchases",
    "purchase_lines",
    "purchase_offers",
    "refunds",
    "redemptions",
    "vouchers",
    "payouts",
    "donations",
    "member_stamp_cards",
    "stamps",
    "flags",
)
"""Everything that a member leaves behind and `verify` looks at."""


def multiply(connection: Connection, copies: int) -> None:
    """Add so many copies; a prime number above the largest id there is."""
    for table in Base.metadata.sorted_tables:
        if table.name in COPIED:
            _multiply(connection, table, copies)


def _multiply(connection: Connection, table: Table, copies: int) -> None:
    first_key = next(iter(table.primary_key))
    if (connection.scalar(select(func.max(first_key))) or 0) >= copies:
        raise ValueError(f"ids of {table.name} would meet those of its copies")
    numbers = select(literal(0).label("copy")).cte("numbers", recursive=True)
    numbers = numbers.union_all(select(numbers.c.copy + 1).where(numbers.c.copy < copies - 1))
    columns = [_of_copy(column, numbers.c.copy, copies).label(column.name) for column in table.c]
    rows = select(*columns).select_from(table.join(numbers, literal(True))).order_by(columns[0])
    connection.execute(insert(table).from_select(list(table.c.keys()), rows))


def _of_copy(column: Column[Any], copy: ColumnElement[int], copies: int) -> ColumnElement[Any]:
    """A column's value in a copy: names of rows are new, and so is what must be unique."""
    names = {key.column.table.name for key in column.foreign_keys}
    if column.name == "id" or names & set(COPIED):
        step = 1 + column * 7919 % (copies - 1)
        return column * copies + (copy * step) % copies
    if column.unique and isinstance(column.type, String):
        # From 1,999 to 3,997, say: of one width, so that no two names come out the same.
        return column + cast(copies + copy, String)
    return column
