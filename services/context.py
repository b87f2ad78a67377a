"""What every service is handed: the database, the clock and the source of secrets."""

from collections.abc import Hashable, Mapping, Sequence
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Protocol, TypeVarTuple

from sqlalchemy import Row, Select
from sqlalchemy.ext.asyncio import AsyncSession

Columns = TypeVarTuple("Columns")

MEMO = "memo"
"""In `AsyncSession.info`: a dict that all sessions of a database share, for what never changes."""


class Clock(Protocol):
    def now(self) -> datetime:
        """The present instant, aware, in UTC."""
        ...


class Database(Protocol):
    def write(
        self, *, quick: bool = False, turn: Hashable = None
    ) -> AbstractAsyncContextManager[AsyncSession]:
        """One transaction: committed when the block ends, rolled back when it raises.

        `quick`: its statements are few, and indexes answer each at once. `turn`: what they lock
        first; those of this process that name the same go one after the other, which costs less
        than to wait in the database. See decision 0010.
        """
        ...

    def read(self) -> AbstractAsyncContextManager[AsyncSession]:
        """Reads only; each statement sees what is committed when it runs."""
        ...

    async def glance(
        self, query: Select[*Columns], values: Mapping[str, Any]
    ) -> Sequence[Row[*Columns]]:
        """The rows of one query that indexes answer at once, for the paths that people tap most.

        `query` is built once, at import; `values` fill its bind parameters. See decision 0006.
        """
        ...


class Secrets(Protocol):
    def token(self) -> str:
        """A string nobody can guess, safe in a link: 22 of A-Z, a-z, 0-9, `_` and `-`."""
        ...

    def digits(self, count: int) -> str:
        """So many random decimal digits."""
        ...


@dataclass(frozen=True, slots=True)
class Context:
    db: Database
    clock: Clock
    secrets: Secrets
