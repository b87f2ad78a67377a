"""Tariffs and conditions as JSON and back, exactly. Equal values give equal JSON."""

from collections.abc import Mapping
from dataclasses import fields
from datetime import date, time
from enum import StrEnum
from typing import Any, TypeVar

from pydantic import TypeAdapter

from services.pricing.model import Conditions, Policy, Rule, Tariff

Stored = TypeVar("Stored", bound=Conditions | Policy | Rule | Tariff)


_ADAPTERS: Mapping[type, TypeAdapter[Any]] = {
    kind: TypeAdapter(kind) for kind in (Conditions, Policy, Rule, Tariff)
}


def dump(value: Conditions | Policy | Rule | Tariff) -> dict[str, Any]:
    """The value for JSON. Conditions are written without their empty fields. All else is written
    in full, so that an old version keeps its meaning when a default changes.
    """
    asked = {part.name: getattr(value, part.name) for part in fields(value)}
    if isinstance(value, Conditions):
        nothing = Conditions()
        asked = {name: part for name, part in asked.items() if part != getattr(nothing, name)}
    return {name: _plain(part) for name, part in asked.items()}


def load(kind: type[Stored], stored: Mapping[str, Any]) -> Stored:
    """The inverse of `dump`. Raises ValueError for other input and for unknown fields: a condition
    that is ignored would hold for everybody.
    """
    value: Stored = _ADAPTERS[kind].validate_python(dict(stored))
    return value


def _plain(value: Any) -> Any:
    match value:
        case StrEnum():
            plain: Any = value.value
        case frozenset():
            plain = sorted(value)
        case tuple():
            plain = [_plain(part) for part in value]
        case dict():
            plain = {str(key): _plain(part) for key, part in sorted(value.items())}
        case date() | time():
            plain = value.isoformat()
        case Conditions() | Policy() | Rule():
            plain = dump(value)
        case _:
            plain = value
    return plain
