"""The context that every service gets: the database, the clock and the source of secrets.

A function that takes a Context opens its own transaction. A function that takes a `session` runs in
its caller's transaction and never commits (decision 0001).
"""

from collections.abc import Hashable, Mapping, Sequence
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Protocol, TypeVarTuple

from sqlalchemy import Row, Select
from sqlalchemy.ext.asyncio import AsyncSession

Columns = TypeVarTuple("Columns")

MEMO = "memo"
"""A key of `AsyncSession.info`: a dict that all sessions of a database share, for values that
never change.
"""


class Clock(Protocol):
    def now(self) -> datetime:
        """The present instant, aware, in UTC."""
        ...


class Database(Protocol):
    """Four ways to open the database: two for everything, and two faster ones, which need more
    care, for what people wait for most.
    """

    def read(self) -> AbstractAsyncContextManager[AsyncSession]:
        """Read only; each statement sees what is committed when it runs."""
        ...

    async def lookup(
        self, query: Select[*Columns], values: Mapping[str, Any]
    ) -> Sequence[Row[*Columns]]:
        """The rows of one query that unique indexes answer, at a fraction of the cost of `read`.

        `query` is built once, at import; `values` fill its bind parameters. See decision 0006.
        """
        ...

    def write(self) -> AbstractAsyncContextManager[AsyncSession]:
        """One transaction: committed when the block ends, rolled back when it raises."""
        ...

    def write_batch(self, *, queue: Hashable) -> AbstractAsyncContextManager[AsyncSession]:
        """A `write` for a few statements that indexes answer; its rows are written together when
        the block ends.

        The session flushes nothing before, and deletes nothing. Rows are added as always: with
        `session.add`, or with services.storage.write_batch where an id is needed at once. `queue`
        names what the transaction locks first: those of this process that name the same go one
        after the other, which costs less than to wait in the database. See decision 0010.
        """
        ...


class Secrets(Protocol):
    def token(self) -> str:
        """A string nobody can guess, safe in a link: 22 of A-Z, a-z, 0-9, `_` and `-`."""
        ...

    def digits(self, count: int) -> str:
        """A string of `count` random decimal digits."""
        ...


@dataclass(frozen=True, slots=True)
class Context:
    db: Database
    clock: Clock
    secrets: Secrets
