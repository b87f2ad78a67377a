"""Do the points add up? Every kept figure is worked out again from the ledger's entries.

The list of checks is services/checks.py. Each is asked for a range of ids at a time: memory
stays small, and since one statement sees one instant, a shop at work raises no false alarm.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from itertools import groupby

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from services.checks import CHECKS, Check, Table
from services.context import Context

RANGE = 5_000
MOST_SHOWN = 100
"""Problems kept for showing; all are counted."""

Progress = Callable[[str, int, int], None]
"""Called with a table's name, the id that was reached and the last one."""


@dataclass(frozen=True, slots=True)
class Problem:
    """A row whose figure contradicts what the others say it should be."""

    check: str
    id: int
    expected: int | None
    found: int | None

    def __str__(self) -> str:
        return f"{self.check}, id {self.id}: expected {self.expected}, found {self.found}"


@dataclass(frozen=True, slots=True)
class Verdict:
    """`checked` counts the rows of each table; `problems` are the first of `count`."""

    checked: Mapping[str, int]
    count: int
    problems: tuple[Problem, ...]

    @property
    def ok(self) -> bool:
        return self.count == 0


async def run(ctx: Context, progress: Progress | None = None) -> Verdict:
    """Check every row of the ledger and of what rests on it. Reads only."""
    checked: dict[str, int] = {}
    problems: list[Problem] = []
    count = 0
    async with ctx.db.read() as session:
        for table, group in groupby(CHECKS, key=lambda check: check.table):
            checks = tuple(group)
            name = table.__tablename__
            first, last, checked[name] = await _extent(session, table)
            for start in range(first, last + 1, RANGE):
                end = min(start + RANGE - 1, last)
                for check in checks:
                    found = await _ask(session, check, start, end)
                    count += len(found)
                    problems += found[: MOST_SHOWN - len(problems)]
                if progress is not None:
                    progress(name, end, last)
    return Verdict(checked, count, tuple(problems))


async def _extent(session: AsyncSession, table: Table) -> tuple[int, int, int]:
    """The first id, the last id and the number of rows."""
    query = select(func.min(table.id), func.max(table.id), func.count())
    first, last, rows = (await session.execute(query)).one()
    return first or 0, last if last is not None else -1, rows


async def _ask(session: AsyncSession, check: Check, start: int, end: int) -> list[Problem]:
    query = (
        select(check.table.id, check.expected, check.found)
        .where(
            check.table.id.between(start, end),
            check.expected.is_distinct_from(check.found),
            *check.where,
        )
        .order_by(check.table.id)
    )
    return [
        Problem(check.name, row_id, _whole(expected), _whole(found))
        for row_id, expected, found in (await session.execute(query)).all()
    ]


def _whole(figure: int | None) -> int | None:
    """PostgreSQL sums whole numbers to decimals."""
    return None if figure is None else int(figure)
