"""Taps, and how they find their handler."""

from collections.abc import Iterator
from enum import StrEnum
from importlib import import_module
from pkgutil import iter_modules
from types import ModuleType
from typing import Any, Literal

from aiogram import Router
from aiogram.filters import Filter, StateFilter
from aiogram.filters.callback_data import CallbackData, CallbackQueryFilter
from aiogram.fsm.state import State, StatesGroup
from aiogram.types import CallbackQuery
from magic_filter import MagicFilter


class Tap(CallbackData, prefix="tap"):
    """The data of a button. `act`, if a tap has one, is a StrEnum."""

    @classmethod
    def filter(cls, rule: MagicFilter | None = None) -> "TapFilter":
        """Lets taps of this class pass for which `rule` holds."""
        return TapFilter(cls, rule)

    @classmethod
    def on(cls, *acts: StrEnum) -> "TapFilter":
        """Lets these acts pass."""
        return TapFilter(cls, acts=frozenset(acts))


class TapFilter(CallbackQueryFilter):
    """Hands on the parsed button as `tap`. Another prefix costs a comparison, not an exception."""

    __slots__ = ("_acts", "_beginning")

    def __init__(
        self,
        kind: type[Tap],
        rule: MagicFilter | None = None,
        acts: frozenset[StrEnum] = frozenset(),
    ) -> None:
        super().__init__(callback_data=kind, rule=rule)
        self._acts = acts
        self._beginning = f"{kind.__prefix__}{kind.__separator__}"

    async def __call__(self, query: CallbackQuery) -> Literal[False] | dict[str, Any]:
        data = query.data or ""
        if not data.startswith(self._beginning) and data != self.callback_data.__prefix__:
            return False
        try:
            tap = self.callback_data.unpack(data)
        except (TypeError, ValueError):
            return False
        if self._acts and getattr(tap, "act", None) not in self._acts:
            return False
        if self.rule is not None and not self.rule.resolve(tap):
            return False
        return {"tap": tap}


def prefixes(router: Router) -> Iterator[str]:
    """Of every tap that some handler of the router asks for."""
    for each in router.chain_tail:
        for handler in each.callback_query.handlers:
            for one in handler.filters or ():
                if isinstance(one.callback, TapFilter):
                    yield one.callback.callback_data.__prefix__


def flows(router: Router) -> Iterator[type[StatesGroup]]:
    """The groups of states in which some handler of the router awaits a message."""
    for each in router.chain_tail:
        for handler in each.message.handlers:
            for one in handler.filters or ():
                yield from _groups(one.callback)


def _groups(found: Any) -> Iterator[type[StatesGroup]]:
    if isinstance(found, State):
        yield found.group
    elif isinstance(found, StateFilter):
        for one in found.states:
            yield from _groups(one)
    elif isinstance(found, type) and issubclass(found, StatesGroup):
        yield found


class Prefixed(Filter):
    """A tap that some handler of the router asks for. Made after all of them are registered."""

    def __init__(self, router: Router, *more: str) -> None:
        self._prefixes = frozenset((*prefixes(router), *more))

    async def __call__(self, query: CallbackQuery) -> bool:
        return (query.data or "").partition(":")[0] in self._prefixes


def folder(section: ModuleType) -> Router:
    """The router of one folder, or of one file beside the folders.

    A tap of another folder passes it with one comparison.
    """
    router = Router(name=section.__name__)
    for one in _files(section):
        one.add_to(router)
    router.callback_query.filter(Prefixed(router))
    return router


def _files(section: ModuleType) -> Iterator[Any]:
    """Those of a folder that have handlers: they define `add_to(router)`."""
    names = [name for _, name, _ in iter_modules(getattr(section, "__path__", ()))]
    for one in [import_module(f"{section.__name__}.{name}") for name in names] or [section]:
        if hasattr(one, "add_to"):
            yield one
