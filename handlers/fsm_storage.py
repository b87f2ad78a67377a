"""aiogram's FSM storage over services.storage.conversations."""

from collections.abc import Mapping
from typing import Any

from aiogram.fsm.state import State
from aiogram.fsm.storage.base import BaseStorage, StateType, StorageKey

from services.context import Context
from services.storage import conversations


def conversation_key(key: StorageKey) -> str:
    return f"{key.bot_id}:{key.chat_id}:{key.user_id}:{key.thread_id or 0}:{key.destiny}"


class ConversationMemory(BaseStorage):
    def __init__(self, ctx: Context) -> None:
        self._ctx = ctx

    async def set_state(self, key: StorageKey, state: StateType = None) -> None:
        value = state.state if isinstance(state, State) else state
        await conversations.set_state(self._ctx, conversation_key(key), value)

    async def get_state(self, key: StorageKey) -> str | None:
        return await conversations.state(self._ctx, conversation_key(key))

    async def set_data(self, key: StorageKey, data: Mapping[str, Any]) -> None:
        await conversations.set_data(self._ctx, conversation_key(key), dict(data))

    async def get_data(self, key: StorageKey) -> dict[str, Any]:
        return await conversations.data(self._ctx, conversation_key(key))

    async def close(self) -> None:
        """The database is closed by whoever opened it."""
