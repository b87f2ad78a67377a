"""`bot.py import` where nobody watches."""

from pathlib import Path

import pytest

from app.importing import Ending, Order, bring_in
from app.settings import Settings
from services.importing.file_kinds import FileKind
from tests.cast import the_words

TEXT = "receipt,date,client id,paid\n1,2025-12-01,7,10.50\n2,soon,7,10\n"


async def run(
    sqlite_url: str,
    file: Path,
    *columns: str,
    kind: FileKind | None = None,
    dry: bool = False,
    yes: bool = False,
) -> Ending:
    settings = Settings(
        _env_file=None, database_url=sqlite_url, default_language="en", owner_ids=(1,)
    )
    order = Order(file, kind, columns, None, dry, yes)
    return await bring_in(settings, the_words().say("en"), order)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "receipts.csv"
    path.write_text(TEXT)
    return path


@pytest.fixture
def broken(tmp_path: Path) -> Path:
    path = tmp_path / "broken.xlsx"
    path.write_bytes(b"PK\x03\x04")
    return path


def put_right(file: Path) -> tuple[Path, list[str]]:
    """What was not taken, corrected where it lies; and its rows as they were."""
    rejected = Path(f"{file}.rejected.csv")
    text = rejected.read_text("utf-8-sig")
    rejected.write_text(text.replace("soon", "2025-12-02"))
    return rejected, text.splitlines()[1:]


async def test_nobody_to_ask_makes_it_a_dry_run(
    sqlite_url: str, file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert await run(sqlite_url, file) == 3
    said = capsys.readouterr()
    assert "add --yes" in said.err
    assert "New receipts: 1" in said.out
    assert await run(sqlite_url, file, dry=True) == 0
    assert "New receipts: 1" in capsys.readouterr().out


async def test_a_yes_brings_it_in_and_bad_rows_lie_beside_it(
    sqlite_url: str, file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert await run(sqlite_url, file, yes=True) == 0
    assert "client id" in capsys.readouterr().out
    rejected, rows = put_right(file)
    assert rows == ["2,soon,7,10,not a date"]
    assert await run(sqlite_url, rejected, yes=True) == 0
    assert "New receipts: 1" in capsys.readouterr().out
    assert await run(sqlite_url, file, yes=True) == 0
    assert "Receipts that were there already: 1" in capsys.readouterr().out


async def test_what_cannot_be_done_has_a_code_and_a_sentence(
    sqlite_url: str, file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert await run(sqlite_url, file.with_name("nothing.csv"), yes=True) == 1
    assert "no such file" in capsys.readouterr().err
    assert await run(sqlite_url, file, "paid=money", yes=True) == 2
    assert "fields are" in capsys.readouterr().err
    assert await run(sqlite_url, file, "price=paid", yes=True) == 2
    assert "“price” is no column" in capsys.readouterr().err
    assert await run(sqlite_url, file, "client id=ignore", kind=FileKind.PURCHASES, yes=True) == 2
    assert "Needed, and in no column: number in the till / phone" in capsys.readouterr().out


async def test_a_file_that_is_no_table(sqlite_url: str, broken: Path) -> None:
    assert await run(sqlite_url, broken, yes=True) == 1
