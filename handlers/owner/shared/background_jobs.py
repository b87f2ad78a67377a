"""Long work for an owner, beside the conversation: a tap must not wait for it, nor its chat.

What is under way is kept in memory only. A restart ends it; files can be sent again, since what
is there already is not brought in twice.
"""

import asyncio
from collections.abc import Awaitable, Callable, Coroutine
from typing import TypeVar

T = TypeVar("T")

EVERY = 2
"""Seconds between two words on how far it has come."""


class Workshop:
    def __init__(self) -> None:
        self._under_way: set[asyncio.Task[None]] = set()

    def begin(
        self,
        work: Coroutine[None, None, T],
        tell: Callable[[], Awaitable[None]],
        end: Callable[[T], Awaitable[None]],
    ) -> None:
        """Let it run; `tell` is called now and then until it is over, and then `end` with what
        came of it: one after another, so that the last word stays.
        """
        task = asyncio.create_task(self._do(work, tell, end))
        self._under_way.add(task)
        task.add_done_callback(self._under_way.discard)

    async def _do(
        self,
        work: Coroutine[None, None, T],
        tell: Callable[[], Awaitable[None]],
        end: Callable[[T], Awaitable[None]],
    ) -> None:
        async with asyncio.TaskGroup() as tasks:
            doing = tasks.create_task(work)
            while not (await asyncio.wait({doing}, timeout=EVERY))[0]:
                await tell()
        await end(doing.result())

    async def idle(self) -> None:
        """Until nothing is under way."""
        while self._under_way:
            await asyncio.wait(self._under_way)

    async def stop(self) -> None:
        for task in self._under_way:
            task.cancel()
        await self.idle()
