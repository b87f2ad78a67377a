"""Telegram on localhost: one strict world behind two doors."""

from sandbox.clock import SandboxClock
from sandbox.errors import ApiError, NoSuchButton, NotModelled, NotOnScreen
from sandbox.http import Latency, bot_api
from sandbox.params import Upload
from sandbox.person import Person
from sandbox.rates import Rates
from sandbox.session import SandboxSession
from sandbox.world import World

__all__ = [
    "ApiError",
    "Latency",
    "NoSuchButton",
    "NotModelled",
    "NotOnScreen",
    "Person",
    "Rates",
    "SandboxClock",
    "SandboxSession",
    "Upload",
    "World",
    "bot_api",
]
