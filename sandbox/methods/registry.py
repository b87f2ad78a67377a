"""Which Bot API methods and parameters the sandbox models."""

import inspect
from collections.abc import Awaitable, Callable
from typing import Any

import aiogram.methods
from aiogram.methods import TelegramMethod

from sandbox.errors import ApiError, NotModelled
from sandbox.params import Params
from sandbox.telegram import Telegram

Handler = Callable[[Telegram, Params], Any | Awaitable[Any]]

_BOT_API: dict[str, type[TelegramMethod[Any]]] = {
    cls.__api_method__: cls
    for cls in vars(aiogram.methods).values()
    if inspect.isclass(cls) and issubclass(cls, TelegramMethod) and cls is not TelegramMethod
}
_NAMES = {name.lower(): name for name in _BOT_API}
_HANDLERS: dict[str, "_Modelled"] = {}


# Without message_id a method finds no message and says so; setWebhook without url removes it.
_MAY_MISS = ("message_id", "url")


class _Modelled:
    """A handler with the parameters that it heeds and those that must not be given."""

    def __init__(self, name: str, handler: Handler, parameters: set[str]) -> None:
        fields = _BOT_API[name].model_fields
        unknown = parameters - fields.keys()
        if unknown:
            raise TypeError(f"{name} has no parameters {sorted(unknown)}")
        self.handler = handler
        self.required = [
            field for field, info in fields.items() if info.is_required() and field not in _MAY_MISS
        ]
        self.refused = [field for field in fields if field not in parameters]


def models(name: str, *parameters: str) -> Callable[[Handler], Handler]:
    """Declare that the handler models the method, heeding exactly these parameters.

    Parameters without which the method means the same (`disable_notification`) are listed too.
    Any other parameter of the method, when given, raises NotModelled; names that the Bot API
    does not know are ignored, as Telegram ignores them.
    """

    def register(handler: Handler) -> Handler:
        _HANDLERS[name] = _Modelled(name, handler, set(parameters))
        return handler

    return register


def modelled() -> frozenset[str]:
    """Return the names of all the methods the sandbox models."""
    return frozenset(_HANDLERS)


def canonical_name(method: str) -> str:
    """Return the method's name as documented; raise Telegram's 404 when there is none."""
    name = method if method in _BOT_API else _NAMES.get(method.lower())
    if name is None:
        raise ApiError(404, "Not Found: method not found")
    return name


async def run(telegram: Telegram, name: str, params: Params) -> Any:
    """Check the parameters' presence and run the method."""
    known = _HANDLERS.get(name)
    if known is None:
        raise NotModelled(f"method {name}")
    for field in known.refused:
        if field in params:
            raise NotModelled(f"parameter {field} of {name}")
    for field in known.required:
        params.require(field)
    result = known.handler(telegram, params)
    return await result if inspect.isawaitable(result) else result
