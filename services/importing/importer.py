"""What every kind of file gives to the one that runs it: batches, and how a batch is brought in."""

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
"""Rows in one transaction: the bot's own wait for no more than this."""


class Kind(ABC, Generic[Item]):
    """One import under way. `batches` runs in a thread, `bring` in the loop, never both at once."""

    columns = 1  # of what it stages

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
        """Lines that turned out bad after they had been read."""
        self._reject = reject

    def batches(self, rows: Iterable[Row]) -> Iterator[list[Item]]:
        """What the rows say, so many at a time."""
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
        """A row whose cells are to be read again for the list of those that were not taken."""
        self.late[line] = reason

    @abstractmethod
    def parse(self, line: int, cells: Sequence[str]) -> Item:
        """One row. Raises Bad."""

    @abstractmethod
    async def bring(
        self, session: AsyncSession, ctx: Context, batch: Sequence[Item], *, write: bool
    ) -> None:
        """Count what is new in a batch and, with `write`, keep it."""
