"""One look at every handler's signature for all tests of a process.

Every test has a dispatcher of its own, and aiogram inspects its thousand handlers and filters anew
each time: most of what opening a shop took.
"""

from types import FunctionType, MethodType

from aiogram.dispatcher.event.handler import CallableObject

_look = CallableObject.__post_init__
_known: dict[object, tuple[bool, set[str], bool]] = {}


def _look_once(self: CallableObject) -> None:
    body = _body(self.callback)
    if body is None:
        _look(self)
    elif body in _known:
        self.awaitable, self.params, self.varkw = _known[body]
    else:
        _look(self)
        _known[body] = self.awaitable, self.params, self.varkw


def _body(callback: object) -> object:
    """What tells all that aiogram asks about a callback: alike for every test's own one."""
    kind = type(callback)
    if hasattr(callback, "__wrapped__"):
        return None
    if isinstance(callback, FunctionType):
        return callback.__code__
    if isinstance(callback, MethodType):
        return kind, callback.__func__
    return kind if hasattr(kind.__call__, "__code__") else None


def remember_signatures() -> None:
    CallableObject.__post_init__ = _look_once  # type: ignore[method-assign]
