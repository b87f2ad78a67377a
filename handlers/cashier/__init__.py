"""The cashier's room."""

from aiogram import Router


def build_router() -> Router:
    """A router that knows everything a cashier can do."""
    return Router(name="cashier")
