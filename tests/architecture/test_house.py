"""The shape of the house: its size, its rooms, and what its papers may say."""

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.settings import Settings
from tests import branches
from tests.architecture.source import PRODUCT, ROOT, sources

ROOMS = (*PRODUCT, "sandbox", "bench", "scripts", "tests")
MOST_LINES = 400

SETTING = re.compile(r"^(?:# )?([A-Z_]+)=(?!postgresql)(.*)$", re.MULTILINE)
"""A line of .env.example, shown or commented out; the other database is an alternative."""

HIDDEN_BUT_OURS = {".ci", ".editorconfig", ".env.example", ".gitattributes", ".gitignore"}
NOT_OURS = {"node_modules", "var", "htmlcov", "__pycache__"}
PAPERS = {"", ".cfg", ".css", ".example", ".ftl", ".html", ".js", ".json", ".lock", ".md", ".py"}
PAPERS |= {".sh", ".svg", ".toml", ".txt", ".yaml", ".yml"}

ELSEWHERE = re.compile(
    r"(?<![\w.])/(work|root|Users)/|\.\./shared\b|[A-Z]:\\Users"
    r"|//[\w.-]*(pypi|pythonhosted|npm|yarn)[\w.-]*"
    r"|--(extra-)?index-url\b|/simple/"
)
"""A path of somebody's own machine, or the host of a package registry."""


def test_no_file_is_too_long() -> None:
    long = {s.path: s.lines for s in sources(*ROOMS) if s.lines > MOST_LINES}
    assert long == {}, "split it by meaning"


def test_the_front_door_is_small() -> None:
    assert len((ROOT / "bot.py").read_text(encoding="utf-8").splitlines()) < 60


def test_the_example_names_every_setting_and_its_default() -> None:
    text = (ROOT / ".env.example").read_text(encoding="utf-8")
    example = {name.lower(): value for name, value in SETTING.findall(text)}
    fields = Settings.model_fields
    assert example.keys() == fields.keys()
    wrong = {
        name: value for name, value in example.items() if value and value != fields[name].default
    }
    assert wrong == {}


def test_every_room_is_under_the_import_contracts() -> None:
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    watched = set(settings["tool"]["importlinter"]["root_packages"])
    packages = {path.parent.name for path in ROOT.glob("*/__init__.py")}
    assert packages - {"bench", "scripts", "tests", "migrations"} == watched


def test_every_room_is_measured() -> None:
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]
    assert set(branches.ROOMS) == set(settings["importlinter"]["root_packages"])


def test_papers_name_no_machine_and_no_registry() -> None:
    found = [
        f"{path.relative_to(ROOT)}: {match[0]}"
        for path in papers()
        for match in ELSEWHERE.finditer(path.read_text(encoding="utf-8"))
    ]
    assert found == []


def papers() -> Iterator[Path]:
    """Every text file of the project but this one."""
    for top in ROOT.iterdir():
        if top.name.startswith(".") and top.name not in HIDDEN_BUT_OURS:
            continue
        for path in (top, *top.rglob("*")):
            ours = not NOT_OURS.intersection(path.relative_to(ROOT).parts) and path != Path(
                __file__
            )
            if ours and path.is_file() and path.suffix in PAPERS:
                yield path


@pytest.mark.parametrize(
    ("text", "bad"),
    [
        ("see /Users/olga/kopilka", True),
        ("`C:\\Users\\olga`", True),
        ("read {up}/shared/notes.md".format(up=".."), True),
        ("https://mirror.npm.example/left-pad", True),
        ("--index-url https://example.org", True),
        ("/srv/kopilka/.env", False),
        ("homework/plan.md", False),
        ("pip install", False),
    ],
)
def test_a_machine_or_a_registry_is_seen(text: str, bad: bool) -> None:
    assert bool(ELSEWHERE.search(text)) is bad
