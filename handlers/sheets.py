"""Tables as files that a spreadsheet opens by a double click."""

import csv
import io
from collections.abc import Iterable, Sequence

from messengers.words import Say

UTF8_MARK = "\ufeff"
FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""What a spreadsheet takes for the beginning of a formula."""


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
