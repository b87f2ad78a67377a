"""Base class of the importers of each kind of file: parse rows, import a batch."""

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Generic, TypeVar

from sqlalchemy.ext.asyncio import AsyncSession

from services.context import Context
from services.importing.file_reader import Row
from services.importing.report import Bad, Reason, Rejected, Tally
from services.importing.rows import Cells, Setting
from services.importing.staging import Stage

Item = TypeVar("Item")

BATCH = 2_000
"""Rows in one transaction: other transactions of the bot wait no longer than for one batch."""


class Kind(ABC, Generic[Item]):
    """A running import. `batches` runs in a thread, `bring` in the loop, never both at once."""

    columns = 1  # number of columns that it stages

    def __init__(
        self,
        cells: Cells,
        setting: Setting,
        tally: Tally,
        reject: Callable[[Rejected], None],
        staff_id: int | None,
    ) -> None:
        self.cells = cells
        self.setting = setting
        self.tally = tally
        self.staff_id = staff_id
        self.stage = Stage(self.columns)
        self.late: dict[int, Reason] = {}
        """Lines that were refused after parsing."""
        self._reject = reject

    def batches(self, rows: Iterable[Row]) -> Iterator[list[Item]]:
        """Parsed rows in batches of BATCH; rows that cannot be parsed are rejected."""
        batch: list[Item] = []
        for item in self._read(rows):
            batch.append(item)
            if len(batch) == BATCH:
                yield batch
                batch = []
        yield batch

    def _read(self, rows: Iterable[Row]) -> Iterator[Item]:
        for line, row in rows:
            self.tally.rows += 1
            try:
                item = self.parse(line, row)
            except Bad as bad:
                self.refuse(Rejected(line, bad.reason, tuple(row)))
            else:
                yield item

    def refuse(self, rejected: Rejected) -> None:
        self.tally.reasons[rejected.reason] += 1
        self._reject(rejected)

    def refuse_late(self, line: int, reason: Reason) -> None:
        """Refuse a row after parsing; its cells are read again for the list of rejected rows."""
        self.late[line] = reason

    @abstractmethod
    def parse(self, line: int, cells: Sequence[str]) -> Item:
        """Parse one row. Raises Bad."""

    @abstractmethod
    async def bring(
        self, session: AsyncSession, ctx: Context, batch: Sequence[Item], *, write: bool
    ) -> None:
        """Count the new things of a batch and, with `write`, store them."""
