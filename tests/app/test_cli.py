"""The command line imports what a command needs: help needs no product, `verify` no Telegram."""

import subprocess
import sys

from services.importing.file_kinds import FileKind
from tests.architecture.source import ROOT

COMMANDS = ((), ("demo",), ("verify",), ("rebuild-stats",), ("import",))

HELP = f"""
from app.cli import cli
for command in {COMMANDS}:
    try:
        cli([*command, "--help"])
    except SystemExit as end:
        assert end.code == 0, command
"""

ROOMS = ("handlers", "jobs", "messengers", "models", "sandbox")
PACKAGES = (
    *("PIL", "aiogram", "aiohttp", "alembic", "apscheduler", "asyncpg", "babel", "fluent", "lark"),
    *("openpyxl", "phonenumbers", "pydantic_settings", "pymorphy3", "qrcode", "sqlalchemy"),
    "zxingcpp",
)


def imported(program: str) -> set[str]:
    """The modules that a Python of its own has after running it."""
    say = "\nimport sys\nprint(*sys.modules, file=sys.stderr)"
    done = subprocess.run(
        [sys.executable, "-c", program + say], cwd=ROOT, capture_output=True, text=True, check=True
    )
    return set(done.stderr.split())


def packages(modules: set[str]) -> set[str]:
    return {name.partition(".")[0] for name in modules}


def test_help_imports_neither_the_product_nor_its_packages() -> None:
    modules = imported(HELP)
    assert packages(modules).isdisjoint({*ROOMS, *PACKAGES})
    choices = {"services", "services.importing", FileKind.__module__, "services.languages"}
    assert {name for name in modules if name.startswith("services")} == choices
    assert {name for name in modules if name.startswith("app")} == {"app", "app.cli"}


def test_working_points_out_again_needs_no_telegram() -> None:
    modules = imported("import app.checking, app.rebuilding")
    assert "sqlalchemy" in modules
    unneeded = {"aiogram", "aiohttp", "apscheduler", "handlers", "jobs"}
    assert packages(modules).isdisjoint(unneeded)
