"""The same table in all file formats."""

import gzip
import io
import zipfile
from datetime import datetime

import pytest
from openpyxl import Workbook

from services.importing.errors import BadFile
from services.importing.file_reader import PEEK, Source, read

TEXT = "Имя;Сумма\r\nАнна;1 234,56\r\n\r\nПётр;\r\n"
ROWS = [(1, ["Имя", "Сумма"]), (2, ["Анна", "1 234,56"]), (4, ["Пётр", ""])]


def rows(data: bytes) -> list[tuple[int, list[str]]]:
    return list(read(Source.of_bytes("file", data)))


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "cp1251", "utf-16", "utf-16-le", "utf-16-be"]
)
def test_encodings(encoding: str) -> None:
    assert rows(TEXT.encode(encoding)) == ROWS


@pytest.mark.parametrize("sign", [",", ";", "\t", "|"])
def test_delimiters(sign: str) -> None:
    text = f'a{sign}b{sign}"c{sign}d"\n1{sign}2{sign}3\n'
    assert rows(text.encode()) == [(1, ["a", "b", f"c{sign}d"]), (2, ["1", "2", "3"])]


def test_gz() -> None:
    assert rows(gzip.compress(TEXT.encode())) == ROWS


def test_a_workbook() -> None:
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.append(["Телефон", "Когда", "Сумма", "Сколько"])
    sheet.append([79123456789, datetime(2025, 12, 31, 14, 5), 0.1 + 0.2, 1.25])  # noqa: DTZ001
    sheet.append([])
    sheet.append(["+7 912", datetime(2025, 12, 31), 12, None])  # noqa: DTZ001
    data = io.BytesIO()
    book.save(data)
    assert rows(data.getvalue()) == [
        (1, ["Телефон", "Когда", "Сумма", "Сколько"]),
        (2, ["79123456789", "2025-12-31T14:05:00", "0.30", "1.250"]),
        (4, ["+7 912", "2025-12-31", "12"]),
    ]


def test_what_no_database_takes_is_left_out() -> None:
    far = b"a;b\n" + b"1;2\n" * PEEK
    assert rows(far + b"3;\0four\n")[-1][1] == ["3", "four"]


def damaged_gz() -> bytes:
    whole = gzip.compress(b"a;b\n1;2\n" * 1_000)
    return whole[:30] + b"\xff" * 4 + whole[34:]


def damaged_workbook(part: str, was: bytes, now: bytes) -> bytes:
    book, damaged = io.BytesIO(), io.BytesIO()
    Workbook().save(book)
    with zipfile.ZipFile(book) as whole, zipfile.ZipFile(damaged, "w") as changed:
        texts = {name: whole.read(name) for name in whole.namelist()}
        assert was in texts[part]
        texts[part] = texts[part].replace(was, now)
        for name, text in texts.items():
            changed.writestr(name, text)
    return damaged.getvalue()


@pytest.mark.parametrize(
    "data",
    [
        b"PK\x03\x04 broken",
        b"\x1f\x8b broken",
        damaged_gz(),
        damaged_workbook("xl/workbook.xml", b' sheetId="1"', b""),
        damaged_workbook("xl/_rels/workbook.xml.rels", b'/worksheet"', b'/chartsheet"'),
    ],
    ids=["a broken zip", "a broken gz", "damaged within", "a nameless sheet", "no sheet"],
)
def test_what_is_no_file(data: bytes) -> None:
    with pytest.raises(BadFile):
        rows(data)
