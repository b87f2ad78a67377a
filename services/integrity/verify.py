"""Checks that points add up: every stored total is computed again from the ledger's entries.

The checks are in services/integrity/checks/. One statement runs a sheet over a range of ids: memory
stays small, and since a statement sees one instant, a shop at work raises no false alarm.
"""

import asyncio
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from operator import itemgetter

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from services.context import Context
from services.integrity.checks import SHEETS, Sheet

RANGE = 50_000
AT_ONCE = 2
"""Statements that run in parallel, each on a connection of its own: few enough for a small machine
and a shop that is open meanwhile.
"""
MOST_SHOWN = 100
"""Problems kept for showing; all are counted."""

Progress = Callable[[int, int], None]
"""Called with the number of ids checked so far, and the number of all."""


@dataclass(frozen=True, slots=True)
class Problem:
    """A row with a value that differs from the one computed from other rows."""

    check: str
    id: int
    expected: int | None
    found: int | None

    def __str__(self) -> str:
        return f"{self.check}, id {self.id}: expected {self.expected}, found {self.found}"


@dataclass(frozen=True, slots=True)
class Verdict:
    """`checked` counts the rows of each table; `problems` are the first of all `count`."""

    checked: Mapping[str, int]
    count: int
    problems: tuple[Problem, ...]

    @property
    def ok(self) -> bool:
        return self.count == 0


async def run(ctx: Context, progress: Progress | None = None) -> Verdict:
    """Check every row of the ledger and of the tables that depend on it. Reads only."""
    async with ctx.db.read() as session:
        extents = [(sheet, *await _extent(session, sheet)) for sheet in SHEETS]
    total = sum(len(ids) for _, ids, _ in extents)
    steps = enumerate((sheet, ids) for sheet, all_ids, _ in extents for ids in _ranges(all_ids))
    count = done = 0
    shown: list[tuple[int, Problem]] = []

    async def walk() -> None:
        nonlocal count, done
        async with ctx.db.read() as session:
            for place, (sheet, ids) in steps:
                problems = await _ask(session, sheet, ids)
                count += len(problems)
                shown.extend((place, problem) for problem in problems[:MOST_SHOWN])
                shown.sort(key=itemgetter(0))
                del shown[MOST_SHOWN:]
                done += len(ids)
                if progress is not None:
                    progress(done, total)

    async with asyncio.TaskGroup() as tasks:
        for _ in range(AT_ONCE):
            tasks.create_task(walk())
    checked = {sheet.table.__tablename__: rows for sheet, _, rows in extents}
    return Verdict(checked, count, tuple(problem for _, problem in shown))


async def _extent(session: AsyncSession, sheet: Sheet) -> tuple[range, int]:
    """The first id, the last id and the number of rows."""
    query = select(func.min(sheet.table.id), func.max(sheet.table.id), func.count())
    first, last, rows = (await session.execute(query)).one()
    return range(first, last + 1) if rows else range(0), rows


def _ranges(ids: range) -> Iterator[range]:
    return (ids[start : start + RANGE] for start in range(0, len(ids), RANGE))


async def _ask(session: AsyncSession, sheet: Sheet, ids: range) -> list[Problem]:
    rows = await session.execute(sheet.query, {"first": ids[0], "last": ids[-1]})
    return [
        Problem(check.name, row_id, _whole(expected), _whole(found))
        for row_id, *figures in rows
        for check, fails, expected, found in zip(
            sheet.checks, figures[::3], figures[1::3], figures[2::3], strict=True
        )
        if fails
    ]


def _whole(figure: int | None) -> int | None:
    """An integer: PostgreSQL gives sums of integers as decimals."""
    return None if figure is None else int(figure)
