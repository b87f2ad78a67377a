"""Files as rows of text: CSV in the encodings and with the delimiters of this world, and XLSX.

A file is read as a stream, as often as needed; nothing is unpacked to a disk.
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
"""Bytes by which an encoding and a delimiter are told."""

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
"""What a file raises that is not what it says it is: openpyxl looks at little before it trusts."""

csv.field_size_limit(1024 * 1024)


@dataclass(frozen=True, slots=True)
class Source:
    """A file that can be opened again and again."""

    name: str
    open: Callable[[], BinaryIO]

    @classmethod
    def of_bytes(cls, name: str, data: bytes) -> "Source":
        return cls(name, lambda: io.BytesIO(data))


def read(source: Source) -> Iterator[Row]:
    """The rows that hold anything; the first is the head. Raises BadFile."""
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
        # A database takes no character of number 0, and nobody can see one.
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
    if b"\0" in begins:  # of signs and digits, in the greater byte
        little = begins[1::2].count(0) > begins[::2].count(0)
        return "utf_16_le" if little else "utf_16_be"
    try:
        # The last character may be cut in two.
        codecs.getincrementaldecoder("utf-8")().decode(begins)
    except UnicodeDecodeError:
        return "cp1251"
    return "utf-8"


def _delimiter(begins: str) -> str:
    """The sign that parts the first line into the most cells; amounts below may have commas."""
    lines = begins.splitlines()
    head = next((line for line in lines if line.strip()), "")
    return max(DELIMITERS, key=lambda sign: len(next(csv.reader([head], delimiter=sign), [])))


def _sheet(file: BinaryIO) -> Iterator[Row]:
    book = load_workbook(file, read_only=True, data_only=True)
    try:
        sheet = book.worksheets[0]
        sheet.reset_dimensions()  # what a file says of its own size is often wrong
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
    """As a text that can be read in one way only: with a point there is no third digit last."""
    if value == value.to_integral_value():
        return f"{value:.0f}"
    return f"{value:f}0"
