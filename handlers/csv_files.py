"""Tables as files that a spreadsheet opens by a double click."""

import csv
import io
import re
from collections.abc import Iterable, Sequence
from typing import TextIO

from aiogram.types import Message

from messengers.import_words import reason
from messengers.words import Say
from services.importing.report import Rejected

MOST_BYTES = 20 * 1024 * 1024
"""Telegram gives a bot no larger file."""

TABLES = (".csv", ".xlsx", ".tsv", ".txt", ".gz")

UTF8_MARK = "\ufeff"
FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""Characters that a spreadsheet takes for the beginning of a formula."""
_FIGURES = re.compile(r"[+-]?[\d\s().,-]+")


def sheet(say: Say, head: Sequence[str], rows: Iterable[Sequence[object]]) -> bytes:
    """CSV with a mark of UTF-8 and the separator that the reader's spreadsheet expects."""
    text = io.StringIO(newline="")
    table = csv.writer(text, delimiter=say.label("sheet-separator"))
    table.writerow(head)
    table.writerows(rows)
    return (UTF8_MARK + text.getvalue()).encode()


def harmless(cell: str) -> str:
    """People's words must not calculate anything in somebody's spreadsheet."""
    return f"'{cell}" if cell.lstrip(" ").startswith(FORMULA) else cell


class Rejects:
    """Rows of somebody's file that were not taken, each with its reason, as a file to put right
    and send again: the same columns in the same order.
    """

    def __init__(self, say: Say, head: Sequence[str], file: TextIO) -> None:
        self._say = say
        self._table = csv.writer(file, delimiter=say.label("sheet-separator"))
        file.write(UTF8_MARK)
        self._width = len(head)
        self._table.writerow([*map(_kept, head), say.label("import-reason-column")])

    def add(self, one: Rejected) -> None:
        cells = [*map(_kept, one.cells), *[""] * self._width][: self._width]
        self._table.writerow([*cells, reason(self._say, one.reason)])


def _kept(cell: str) -> str:
    """Phones and amounts as they were; they calculate nothing."""
    return cell if _FIGURES.fullmatch(cell) else harmless(cell)


async def is_table(message: Message) -> bool:
    document = message.document
    return document is not None and (document.file_name or "").lower().endswith(TABLES)
