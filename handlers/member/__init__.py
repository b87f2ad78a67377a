"""The member's room."""

from aiogram import Router


def build_router() -> Router:
    """A router that knows everything a member can do."""
    return Router(name="member")
