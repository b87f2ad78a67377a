"""Facts that wait in a JSON column until somebody puts them into words."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from services.money import Money


@dataclass(frozen=True, slots=True)
class Weekdays:
    """Days of the week by number, 0 is Monday."""

    days: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Days:
    """A range of days, both ends included; None: no end."""

    first: date | None
    last: date | None


Fact = str | int | bool | Money | date | datetime | Weekdays | Days
"""Values that a message may take. Strings are people's own words and are escaped when shown."""


def pack(facts: Mapping[str, Fact]) -> dict[str, Any]:
    """To JSON: plain values stay, the others get their kind beside them."""
    return {name: _pack(value) for name, value in facts.items()}


def unpack(stored: Mapping[str, Any]) -> dict[str, Fact]:
    """The facts that `pack` stored."""
    return {name: _unpack(value) for name, value in stored.items()}


def _pack(value: Fact) -> Any:
    match value:
        case Money(minor, currency):
            return {"money": minor, "currency": currency}
        case datetime():
            return {"instant": value.isoformat()}
        case date():
            return {"date": value.isoformat()}
        case Weekdays(days):
            return {"weekdays": list(days)}
        case Days(first, last):
            return {"days": [day and day.isoformat() for day in (first, last)]}
        case _:
            return value


def _unpack(value: Any) -> Fact:
    match value:
        case {"money": int(minor), "currency": str(currency)}:
            return Money(minor, currency)
        case {"instant": str(text)}:
            return datetime.fromisoformat(text)
        case {"date": str(text)}:
            return date.fromisoformat(text)
        case {"weekdays": list(numbers)}:
            return Weekdays(tuple(map(int, numbers)))
        case {"days": [first, last]}:
            return Days(*(day and date.fromisoformat(day) for day in (first, last)))
        case str() | int():
            return value
        case _:
            raise ValueError(f"not a fact: {value!r}")
