"""No two buttons of the bot are taken for one another."""

from collections import Counter
from collections.abc import Iterator

from aiogram.filters.callback_data import CallbackData

import app.wiring  # noqa: F401 - brings every room in


def kinds(parent: type[CallbackData]) -> Iterator[type[CallbackData]]:
    for kind in parent.__subclasses__():
        yield kind
        yield from kinds(kind)


def test_every_kind_of_button_has_its_own_prefix() -> None:
    prefixes = Counter(
        kind.__prefix__ for kind in kinds(CallbackData) if kind.__module__.startswith("handlers")
    )
    assert len(prefixes) > 20
    assert [prefix for prefix, count in prefixes.items() if count > 1] == []
