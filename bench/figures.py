"""What a bench gives: figures for standard output, and notes on its progress for standard error."""

import json
import sys
from dataclasses import asdict, dataclass


@dataclass(frozen=True, slots=True)
class Figure:
    """`ratio` is `value` against what `ratio_to` names: it says the same on any machine."""

    name: str
    value: float
    unit: str
    ratio_to: str | None = None
    ratio: float | None = None

    def line(self) -> str:
        rounded = {
            name: round(value, 4) if isinstance(value, float) else value
            for name, value in asdict(self).items()
        }
        return json.dumps(rounded)


def note(text: str) -> None:
    print(text, file=sys.stderr, flush=True)
