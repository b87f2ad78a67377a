"""The owner's room."""

from aiogram import Router


def build_router() -> Router:
    """A router that knows everything a owner can do."""
    return Router(name="owner")
