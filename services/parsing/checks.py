"""Checks of values that an owner sets, by column."""

from collections.abc import Callable, Mapping

from services.errors import Gone
from services.parsing.texts import one_line, paragraph

Value = str | int | None
Check = Callable[[Value], Value]
"""Returns the value to store, or raises."""


def checked(checks: Mapping[str, Check], values: Mapping[str, Value]) -> dict[str, Value]:
    """The values to store. Raises what their checks raise, and Gone for an unknown name."""
    if not checks.keys() >= values.keys():
        raise Gone
    return {name: checks[name](value) for name, value in values.items()}


def line(most: int) -> Check:
    """A check for one line of 1 to `most` characters. It raises BadText."""
    return lambda value: one_line(_text(value), most=most)


def lines(most: int) -> Check:
    """A check for text of 1 to `most` characters, lines kept. It raises BadText."""
    return lambda value: paragraph(_text(value), most=most)


def or_none(check: Check) -> Check:
    return lambda value: None if value is None else check(value)


def anything(value: Value) -> Value:
    return value


def _text(value: Value) -> str:
    if not isinstance(value, str):
        raise Gone
    return value
