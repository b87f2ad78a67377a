"""Papers name files that exist, and show the floors that the import contracts hold."""

import re
import tomllib
from pathlib import Path

import pytest

from tests.architecture.source import ROOT

PATH = re.compile(r"`([a-z][\w.-]*/[\w./-]*)`")
ROW = re.compile(r"^\| *(\d*) *\| (`.+?`) \|", re.MULTILINE)
PAPERS = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md"), ROOT / "sandbox" / "README.md"])


@pytest.mark.parametrize("paper", PAPERS, ids=lambda paper: str(paper.relative_to(ROOT)))
def test_a_named_path_exists(paper: Path) -> None:
    text = paper.read_text(encoding="utf-8")
    rooms = {path.name for path in ROOT.iterdir()}
    named = {path for path in PATH.findall(text) if path.partition("/")[0] in rooms}
    assert {path for path in named if not (ROOT / path).exists()} == set()


@pytest.mark.parametrize("container", ["services", "handlers.owner"])
def test_the_architecture_page_shows_the_floors(container: str) -> None:
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]
    contracts = settings["importlinter"]["contracts"]
    layers = next(one["layers"] for one in contracts if one.get("containers") == [container])
    page = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
    _, _, rest = page.partition(f"## The floors of `{container.replace('.', '/')}/`")
    shown: dict[int, set[str]] = {}
    floor = 0
    for number, names in ROW.findall(rest.partition("\n## ")[0]):
        floor = int(number) if number else floor
        shown.setdefault(floor, set()).update(re.findall(r"`(\w+)", names))
    held = {floor: set(layer.split(" | ")) for floor, layer in enumerate(reversed(layers), start=1)}
    assert shown == held
