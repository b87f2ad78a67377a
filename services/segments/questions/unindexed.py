"""Keeps SQLite from using an index on the member's own columns.

Most conditions match many members. SQLite has no statistics of the values and uses an index all the
same: fetching 700,000 of a million members one by one takes ten times as long as reading all of
them (2 s and 0.2 s of CPU). PostgreSQL has statistics and chooses for itself.
"""

from typing import Any, TypeVar

from sqlalchemy import ColumnElement
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.elements import SQLCoreOperations
from sqlalchemy.sql.functions import FunctionElement

T = TypeVar("T")


class _Scanned(FunctionElement[Any]):
    inherit_cache = True

    def __init__(self, column: Any) -> None:
        super().__init__(column)
        self.type = column.type


@compiles(_Scanned)
def _plain(element: _Scanned, compiler: SQLCompiler, **options: Any) -> str:
    return compiler.process(element.clauses, **options)


@compiles(_Scanned, "sqlite")
def _plus(element: _Scanned, compiler: SQLCompiler, **options: Any) -> str:
    """A unary plus: it keeps the value, and SQLite uses no index for it."""
    return f"+{compiler.process(element.clauses, **options)}"


def scanned(column: SQLCoreOperations[T]) -> ColumnElement[T]:
    """The column, read without an index on SQLite."""
    return _Scanned(column)
