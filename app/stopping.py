"""Ending in order: who asks for it, and work that gives way to it."""

import asyncio
import signal
from collections.abc import Coroutine
from contextlib import suppress
from typing import Any, TypeVar

Result = TypeVar("Result")


def signalled() -> asyncio.Event:
    """Set once somebody asks the program to end: SIGTERM, or Ctrl+C."""
    stopped = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGTERM, signal.SIGINT):
        with suppress(NotImplementedError):  # Windows: Ctrl+C arrives as KeyboardInterrupt
            loop.add_signal_handler(number, stopped.set)
    return stopped


async def unless(stopped: asyncio.Event, work: Coroutine[Any, Any, Result]) -> Result | None:
    """The result of the work, or None if the stop comes first: then the work is cancelled."""
    task = asyncio.create_task(work)
    stop = asyncio.create_task(stopped.wait())
    try:
        await asyncio.wait((task, stop), return_when=asyncio.FIRST_COMPLETED)
        if task.done():
            return await task
    finally:
        stop.cancel()
        task.cancel()
    with suppress(asyncio.CancelledError):
        await task
    return None
