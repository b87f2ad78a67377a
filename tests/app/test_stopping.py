"""Stopping: work gives way to the end, and tidies up after itself."""

import asyncio
import os
import signal

import pytest

from app.stopping import signalled, unless
from tests.patience import PATIENCE


async def test_work_that_is_done_gives_its_result() -> None:
    async def work() -> int:
        return 7

    assert await unless(asyncio.Event(), work()) == 7


async def test_a_failure_is_the_callers_to_see() -> None:
    async def work() -> None:
        raise ValueError("no")

    with pytest.raises(ValueError, match="no"):
        await unless(asyncio.Event(), work())


async def test_the_stop_ends_work_after_its_own_cleaning() -> None:
    stopped, begun = asyncio.Event(), asyncio.Event()
    cleaned = []

    async def work() -> int:
        begun.set()
        try:
            await asyncio.Event().wait()
            return 7
        finally:
            await asyncio.sleep(0)
            cleaned.append("all")

    waiting = asyncio.create_task(unless(stopped, work()))
    await begun.wait()
    stopped.set()
    assert await waiting is None
    assert cleaned == ["all"]


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
async def test_a_signal_sets_the_stop(number: signal.Signals) -> None:
    stopped = signalled()
    try:
        os.kill(os.getpid(), number)
        async with asyncio.timeout(PATIENCE):
            await stopped.wait()
    finally:
        for one in (signal.SIGTERM, signal.SIGINT):
            asyncio.get_running_loop().remove_signal_handler(one)
