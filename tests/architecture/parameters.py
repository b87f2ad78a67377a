"""Which parameters of aiogram handlers nobody fills in: such a handler fails on its first tap."""

import inspect
from collections.abc import Collection, Iterator

from aiogram import Router
from aiogram.dispatcher.event.handler import HandlerObject
from aiogram.dispatcher.middlewares.data import MiddlewareData
from aiogram.filters import Command
from aiogram.filters.callback_data import CallbackQueryFilter
from aiogram.utils.magic_filter import AsFilterResultOperation

FRAMEWORK = frozenset(MiddlewareData.__annotations__)
"""What aiogram hands in by itself."""

FROM_FILTERS = {Command: "command", CallbackQueryFilter: "callback_data"}
"""What a filter adds; `CommandStart` is a `Command`."""


def unresolvable(router: Router, known: Collection[str]) -> Iterator[str]:
    """`module.handler(parameter)` for each one that neither `known` nor its own filters provide."""
    for each in router.chain_tail:
        for observer in each.observers.values():
            for handler in observer.handlers:
                given = {*known, *FRAMEWORK, *_from_filters(handler)}
                for parameter in _needed(handler):
                    if parameter not in given:
                        callback = handler.callback
                        yield f"{callback.__module__}.{callback.__qualname__}({parameter})"


def _from_filters(handler: HandlerObject) -> Iterator[str]:
    for found in handler.filters or ():
        if found.magic is not None:
            yield from _named_results(found.magic)
        for kind, name in FROM_FILTERS.items():
            if isinstance(found.callback, kind):
                yield name


def _named_results(magic: object) -> Iterator[str]:
    """The names that `F.text.as_("amount")` gives its results."""
    for operation in getattr(magic, "_operations", ()):
        if isinstance(operation, AsFilterResultOperation):
            yield operation.name


def _needed(handler: HandlerObject) -> Iterator[str]:
    """Parameters without a default, save the first: that is the event itself."""
    parameters = list(inspect.signature(inspect.unwrap(handler.callback)).parameters.values())
    for parameter in parameters[1:]:
        named = parameter.kind in {parameter.POSITIONAL_OR_KEYWORD, parameter.KEYWORD_ONLY}
        if named and parameter.default is parameter.empty:
            yield parameter.name
