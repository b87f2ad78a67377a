"""The state of each person's conversation with the bot, kept through restarts."""

from typing import Any

from sqlalchemy import select

from models.system import Conversation
from services.context import Context


async def state(ctx: Context, key: str) -> str | None:
    async with ctx.db.read() as session:
        query = select(Conversation.state).where(Conversation.key == key)
        return (await session.scalars(query)).one_or_none()


async def data(ctx: Context, key: str) -> dict[str, Any]:
    async with ctx.db.read() as session:
        query = select(Conversation.data).where(Conversation.key == key)
        return (await session.scalars(query)).one_or_none() or {}


async def set_state(ctx: Context, key: str, value: str | None) -> None:
    """None ends the conversation; its data is cleared by `set_data`."""
    async with ctx.db.write() as session:
        row = await session.get(Conversation, key)
        if row is not None:
            row.state = value
        elif value is not None:
            session.add(Conversation(key=key, state=value, data={}))


async def set_data(ctx: Context, key: str, value: dict[str, Any]) -> None:
    async with ctx.db.write() as session:
        row = await session.get(Conversation, key)
        if row is not None:
            row.data = value
        elif value:
            session.add(Conversation(key=key, state=None, data=value))
