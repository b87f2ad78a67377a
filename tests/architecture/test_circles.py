"""No circle of files: then no module is ever seen half loaded, and each can be imported first.

An arrow is any import: of a type and inside a function too, because an import that hides there
hides a circle. A folder's `__init__` is a file like others, with one addition: importing
`a.b.c` also runs `a` and `a.b`, so it is an arrow to these as well, except to folders that the
importer itself stands in, which run already.
"""

import os
import subprocess
import sys
import tomllib
from collections.abc import Iterator, Mapping
from functools import cache
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import grimp
import pytest

from tests.architecture.source import ROOT

SETTINGS = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
ROOMS = SETTINGS["tool"]["importlinter"]["root_packages"]
FIRST_IMPORTS = Path(__file__).with_name("first_imports.py")

Arrows = Mapping[str, frozenset[str]]
"""Of each module, the modules that importing it imports in turn."""


@cache
def graph_of(*rooms: str) -> grimp.ImportGraph:
    return grimp.build_graph(*rooms, include_external_packages=True, cache_dir=None)


def modules_of(graph: grimp.ImportGraph) -> list[str]:
    return sorted(name for name in graph.modules if not graph.is_module_squashed(name))


def arrows_of(graph: grimp.ImportGraph) -> Arrows:
    return {
        module: frozenset(
            run
            for imported in graph.find_modules_directly_imported_by(module)
            for run in (imported, *_entered(module, imported))
        )
        for module in modules_of(graph)
    }


def _entered(importer: str, imported: str) -> Iterator[str]:
    """The folders around the imported module that the importer does not stand in."""
    while imported := imported.rpartition(".")[0]:
        if not f"{importer}.".startswith(f"{imported}."):
            yield imported


def circles(arrows: Arrows) -> Iterator[str]:
    """Circles that have no file in common, until none is left; one after the other is opened."""
    try:
        TopologicalSorter(arrows).prepare()
    except CycleError as error:
        circle = error.args[1][::-1]  # each module follows the one that imports it
        yield " -> ".join(circle)
        rest = frozenset(arrows) - frozenset(circle)
        yield from circles({module: arrows[module] & rest for module in rest})


def test_there_is_no_circle_of_files() -> None:
    found = list(circles(arrows_of(graph_of(*ROOMS))))
    assert not found, "move what both ends need to a file of its own:\n" + "\n".join(found)


@pytest.mark.parametrize(
    ("files", "circle"),
    [
        ({"one": "import yard.two", "two": "import yard.three", "three": ""}, []),
        ({"one": "import yard.two", "two": "import yard.one"}, ["one", "two"]),
        ({"one": "import yard.two", "two": "def late():\n    import yard.one"}, ["one", "two"]),
        (
            {
                "__init__": "import yard.one",
                "one": "import yard.shed.tool",
                "shed/__init__": "import yard.shed.door",
                "shed/door": "import yard.one",
                "shed/tool": "",
            },
            ["one", "shed", "shed.door"],
        ),
        ({"__init__": "import yard.one", "one": "import yard.two", "two": ""}, []),
        ({"__init__": "NAME = 1\nimport yard.one", "one": "from yard import NAME"}, ["", "one"]),
    ],
)
def test_circles_are_seen(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, files: dict[str, str], circle: list[str]
) -> None:
    monkeypatch.syspath_prepend(tmp_path)
    for name, text in {"__init__": "", **files}.items():
        file = tmp_path / "yard" / f"{name}.py"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text)
    found = [set(one.split(" -> ")) for one in circles(arrows_of(grimp.build_graph("yard")))]
    assert found == [{f"yard.{name}".rstrip(".") for name in circle}] * bool(circle)


def test_modules_are_imported_first() -> None:
    """What the graph cannot see, such as an import by a computed name, would be seen here.

    One module of each room; KOPILKA_EVERY_MODULE=1 tries all, which takes minutes.
    """
    graph = graph_of(*ROOMS)
    modules = modules_of(graph)
    libraries = graph.modules - set(modules)
    if not os.environ.get("KOPILKA_EVERY_MODULE"):
        modules = [next(one for one in modules if one.startswith(f"{room}.")) for room in ROOMS]
    done = subprocess.run(
        (sys.executable, FIRST_IMPORTS, " ".join(libraries), " ".join(modules)),
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
