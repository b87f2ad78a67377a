"""Staged lines of a file, and the receipts made of them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from services.importing.goods_lookup import Article
from services.importing.rows import Who


@dataclass(frozen=True, slots=True)
class Line:
    """One row of the file. `group` sorts the rows by member and receipt, so each member's totals
    are written once, or twice at the end of a batch.
    """

    group: str
    line: int
    key: str
    external: str | None
    phone: str | None
    at: int  # microseconds since 1970
    outlet: str
    sku: str
    name: str
    category: str
    quantity: int
    amount: int
    discount: int

    def staged(self) -> tuple[Any, ...]:
        return (
            *(self.group, self.line, self.key, self.external, self.phone, self.at, self.outlet),
            *(self.sku, self.name, self.category, self.quantity, self.amount, self.discount),
        )

    @property
    def article(self) -> Article:
        return Article(self.sku, self.name, self.category)


@dataclass(frozen=True, slots=True)
class Receipt:
    key: str
    who: Who
    at: datetime
    outlet: str
    amount: int
    paid: int
    lines: Sequence[Line]


_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)


def microseconds(at: datetime) -> int:
    """A moment as microseconds since 1970: it sorts, and takes little space."""
    return (at - _EPOCH) // _MICROSECOND


def receipts_of(lines: Sequence[Line]) -> Iterator[Receipt]:
    """Group lines into receipts; the lines of a receipt must be adjacent."""
    start = 0
    for end in range(1, len(lines) + 1):
        if end == len(lines) or lines[end].group != lines[start].group:
            first, own = lines[start], lines[start:end]
            at = _EPOCH + min(line.at for line in own) * _MICROSECOND
            who = (first.external, first.phone)
            amount = sum(line.amount for line in own)
            paid = amount - sum(line.discount for line in own)
            yield Receipt(first.key, who, at, first.outlet, amount, paid, own)
            start = end
