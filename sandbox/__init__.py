"""Telegram on localhost: one strict world behind two doors."""

from sandbox.clock import SandboxClock
from sandbox.errors import (
    ApiError,
    ConnectionDropped,
    NoSuchButton,
    NotModelled,
    NotOnScreen,
)
from sandbox.faults import Faults
from sandbox.group import Group
from sandbox.http import Latency, bot_api
from sandbox.params import Upload
from sandbox.person import Person
from sandbox.rates import Rates
from sandbox.session import SandboxSession
from sandbox.telegram import Event
from sandbox.world import World

__all__ = [
    "ApiError",
    "ConnectionDropped",
    "Event",
    "Faults",
    "Group",
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
