"""The project's own source as syntax trees, for the laws in this folder to read."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parents[2]

DOORS = ("handlers", "api", "jobs")
PRODUCT = ("app", *DOORS, "messengers", "services", "models")
"""The rooms that hold the product. `api` may be absent, and other rooms may be empty."""

Finding = tuple[int, str]
"""A line and what stands there."""


@dataclass(frozen=True)
class Source:
    path: str
    """From the top of the project, with forward slashes."""
    tree: ast.Module
    lines: int


def sources(*rooms: str) -> Iterator[Source]:
    """Every Python file of these rooms."""
    for room in rooms:
        for path in sorted((ROOT / room).rglob("*.py")):
            yield _read(path)


@cache
def _read(path: Path) -> Source:
    text = path.read_text(encoding="utf-8")
    name = path.relative_to(ROOT).as_posix()
    return Source(name, ast.parse(text, name), len(text.splitlines()))


def name_of(node: ast.expr) -> str:
    """`datetime.now` for that expression; only the dotted tail when it hangs on something else."""
    if isinstance(node, ast.Name):
        return node.id
    if isinstance(node, ast.Attribute):
        before = name_of(node.value)
        return f"{before}.{node.attr}" if before else f".{node.attr}"
    return ""
