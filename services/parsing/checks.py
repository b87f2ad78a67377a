"""Tables of checks: by column, what an owner may set it to."""

from collections.abc import Callable, Mapping

from services.errors import Gone
from services.parsing.texts import one_line, paragraph

Value = str | int | None
Check = Callable[[Value], Value]
"""Gives the value as it is kept, or raises."""


def checked(checks: Mapping[str, Check], values: Mapping[str, Value]) -> dict[str, Value]:
    """The values as they are kept. Raises what their checks raise, and Gone for another name."""
    if not checks.keys() >= values.keys():
        raise Gone
    return {name: checks[name](value) for name, value in values.items()}


def line(most: int) -> Check:
    """One line of 1 to `most` characters. The check raises BadText."""
    return lambda value: one_line(_text(value), most=most)


def lines(most: int) -> Check:
    """Text of 1 to `most` characters with its lines. The check raises BadText."""
    return lambda value: paragraph(_text(value), most=most)


def or_none(check: Check) -> Check:
    return lambda value: None if value is None else check(value)


def anything(value: Value) -> Value:
    return value


def _text(value: Value) -> str:
    if not isinstance(value, str):
        raise Gone
    return value
