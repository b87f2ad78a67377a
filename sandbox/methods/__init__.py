"""The Bot API's methods, each registered beside its code."""

from sandbox.methods import (
    callbacks,
    chat,
    copying,
    deleting,
    editing,
    media,
    profile,
    sending,
    updates,
)
from sandbox.methods.registry import modelled, run

__all__ = [
    "callbacks", "chat", "copying", "deleting", "editing", "media", "modelled", "profile", "run",
    "sending", "updates",
]  # fmt: skip
