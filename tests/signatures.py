"""One look at every handler's signature for all tests of a process.

Every test has a dispatcher of its own, and aiogram inspects its thousand handlers and filters anew
each time: half of what opening a shop took.
"""

import inspect
from collections.abc import Callable
from types import CodeType
from typing import Any

from aiogram.dispatcher.event import handler


class _Remembering:
    """`inspect` as aiogram uses it, with a memory of functions, methods and callable objects."""

    def __init__(self) -> None:
        self._known: dict[tuple[CodeType, bool], inspect.Signature] = {}

    def __getattr__(self, name: str) -> Any:
        return getattr(inspect, name)

    def signature(self, callback: Callable[..., Any]) -> inspect.Signature:
        plain = inspect.isfunction(callback)
        body = callback if plain or inspect.ismethod(callback) else type(callback).__call__
        code = getattr(body, "__code__", None)
        if code is None:
            return inspect.signature(callback)
        key = code, plain
        if key not in self._known:
            self._known[key] = inspect.signature(callback)
        return self._known[key]


def remember_signatures() -> None:
    vars(handler)["inspect"] = _Remembering()
