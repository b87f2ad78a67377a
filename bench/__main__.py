"""`python -m bench [NAME...]`: figures of all benches or of some, one JSON object a line."""

import argparse
from collections.abc import Callable, Sequence
from importlib import import_module
from pathlib import Path

from bench.figures import Figure, note

Bench = Callable[[], Sequence[Figure]]


def benches() -> dict[str, Bench]:
    """Every module of this folder with a `measure` function, by its name."""
    found: dict[str, Bench] = {}
    for path in sorted(Path(__file__).parent.glob("*.py")):
        if not path.stem.startswith("__"):
            measure = getattr(import_module(f"bench.{path.stem}"), "measure", None)
            if measure is not None:
                found[path.stem] = measure
    return found


def main() -> None:
    known = benches()
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument("names", nargs="*", metavar="NAME", help=f"of: {', '.join(known)}")
    names = parser.parse_args().names or list(known)
    if unknown := set(names) - set(known):
        parser.error(f"no such bench: {', '.join(sorted(unknown))}")
    for name in names:
        note(f"{name}: measuring")
        for figure in known[name]():
            print(figure.line(), flush=True)


if __name__ == "__main__":
    main()
