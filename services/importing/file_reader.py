"""Reads files as rows of text: CSV in common encodings and delimiters, and XLSX.

A file is read as a stream, as often as needed; nothing is unpacked to disk.
"""

import codecs
import csv
import gzip
import io
import zipfile
import zlib
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass
from datetime import date, datetime, time
from decimal import Decimal
from numbers import Number
from typing import BinaryIO, cast

from openpyxl import load_workbook
from openpyxl.utils.exceptions import InvalidFileException

from services.importing.errors import BadFile

Row = tuple[int, list[str]]
"""The number of its first line in the file, and its cells."""

PEEK = 64 * 1024
"""Bytes used to detect the encoding and the delimiter."""

DELIMITERS = (";", "\t", ",", "|")
BOMS = (
    (codecs.BOM_UTF8, "utf_8_sig"),
    (codecs.BOM_UTF16_LE, "utf_16"),
    (codecs.BOM_UTF16_BE, "utf_16"),
)
ZIP, GZIP = b"PK\x03\x04", b"\x1f\x8b"
LONGEST_CELL = 2_000
DAMAGED = (
    *(OSError, EOFError, zlib.error, zipfile.BadZipFile, csv.Error, InvalidFileException),
    *(LookupError, ValueError, SyntaxError, TypeError, AttributeError, RuntimeError),
)
"""Errors for a file that is not what it claims to be: openpyxl hardly checks its input."""

csv.field_size_limit(1024 * 1024)


@dataclass(frozen=True, slots=True)
class Source:
    """A file that can be opened several times."""

    name: str
    open: Callable[[], BinaryIO]

    @classmethod
    def of_bytes(cls, name: str, data: bytes) -> "Source":
        return cls(name, lambda: io.BytesIO(data))


def read(source: Source) -> Iterator[Row]:
    """The rows that are not empty; the first is the head. Raises BadFile."""
    try:
        with closing(source.open()) as file:
            yield from _sheet(file) if _starts(file, ZIP) else _table(file)
    except DAMAGED as error:
        raise BadFile(source.name) from error


def _starts(file: BinaryIO, mark: bytes) -> bool:
    begins = file.read(len(mark))
    file.seek(0)
    return begins == mark


def _table(file: BinaryIO) -> Iterator[Row]:
    plain = cast("BinaryIO", gzip.GzipFile(fileobj=file)) if _starts(file, GZIP) else file
    begins = plain.read(PEEK)
    encoding = _encoding(begins)
    delimiter = _delimiter(begins.decode(encoding, errors="ignore"))
    plain.seek(0)
    with io.TextIOWrapper(plain, encoding=encoding, newline="") as text:
        # Databases refuse the NUL character, and nobody can see it.
        table = csv.reader((row.replace("\0", "") for row in text), delimiter=delimiter)
        line = 1
        for cells in table:
            clean = [cell.strip()[:LONGEST_CELL] for cell in cells]
            if any(clean):
                yield line, clean
            line = table.line_num + 1


def _encoding(begins: bytes) -> str:
    for mark, name in BOMS:
        if begins.startswith(mark):
            return name
    if b"\0" in begins:  # in UTF-16, digits and signs have a zero byte
        little = begins[1::2].count(0) > begins[::2].count(0)
        return "utf_16_le" if little else "utf_16_be"
    try:
        # The last character may be cut in two.
        codecs.getincrementaldecoder("utf-8")().decode(begins)
    except UnicodeDecodeError:
        return "cp1251"
    return "utf-8"


def _delimiter(begins: str) -> str:
    """The delimiter that gives the first line most cells; later lines may have decimal commas."""
    lines = begins.splitlines()
    head = next((line for line in lines if line.strip()), "")
    return max(DELIMITERS, key=lambda sign: len(next(csv.reader([head], delimiter=sign), [])))


def _sheet(file: BinaryIO) -> Iterator[Row]:
    book = load_workbook(file, read_only=True, data_only=True)
    try:
        sheet = book.worksheets[0]
        sheet.reset_dimensions()  # the size stored in the file is often wrong
        for number, cells in enumerate(sheet.iter_rows(values_only=True), start=1):
            texts = [_text(cell)[:LONGEST_CELL] for cell in cells]
            if any(texts):
                yield number, texts
    finally:
        book.close()


def _text(cell: object) -> str:
    match cell:
        case None:
            return ""
        case bool():
            return "1" if cell else "0"
        case datetime() if cell.time() == time.min:
            return cell.date().isoformat()
        case datetime() | date() | time():
            return cell.isoformat()
        case Number():
            return _number(Decimal(str(cell)))
    return str(cell).strip()


def _number(value: Decimal) -> str:
    """A text that cannot be read as thousands: a zero is added, so never three decimals only."""
    if value == value.to_integral_value():
        return f"{value:.0f}"
    return f"{value:f}0"
