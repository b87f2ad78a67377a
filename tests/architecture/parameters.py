"""Which parameters of aiogram handlers nobody fills in: such a handler fails on its first tap."""

import inspect
import re
from collections.abc import Iterator

from aiogram import Dispatcher, Router
from aiogram.dispatcher.event.handler import HandlerObject
from aiogram.dispatcher.event.telegram import TelegramEventObserver
from aiogram.dispatcher.middlewares.data import DispatcherData, UserContextData
from aiogram.filters import Command
from aiogram.utils.magic_filter import AsFilterResultOperation

from handlers.routing import TapFilter

FRAMEWORK = {*DispatcherData.__annotations__, *UserContextData.__annotations__}
"""What aiogram hands in by itself."""

FROM_FILTERS = {Command: "command", TapFilter: "tap"}
"""What a filter adds; `CommandStart` is a `Command`."""

PUT = re.compile(r"""\bdata\[["'](\w+)["']\] =""")
"""How a middleware hands something on."""


def unresolvable(dispatcher: Dispatcher) -> Iterator[str]:
    """`module.handler(parameter)` for each that no middleware, filter or setting provides."""
    for router in dispatcher.chain_tail:
        for event, observer in router.observers.items():
            known = {*FRAMEWORK, *dispatcher.workflow_data, *_from_middlewares(router, event)}
            for handler in observer.handlers:
                given = known.union(_from_filters(handler))
                for parameter in _needed(handler):
                    if parameter not in given:
                        callback = handler.callback
                        yield f"{callback.__module__}.{callback.__qualname__}({parameter})"


def _from_middlewares(router: Router, event: str) -> Iterator[str]:
    """What the middlewares that an event passes on its way to a router put beside it."""
    for above in router.chain_head:
        for name in {event, "update"} & above.observers.keys():
            yield from _put_by(above.observers[name])


def _put_by(observer: TelegramEventObserver) -> Iterator[str]:
    for middleware in (*observer.outer_middleware, *observer.middleware):
        made = middleware if inspect.isfunction(middleware) else type(middleware)
        yield from PUT.findall(inspect.getsource(made))


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
