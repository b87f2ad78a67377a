"""Long work beside a conversation."""

import asyncio

import pytest

from handlers.owner.shared import background_jobs


async def test_the_last_word_comes_last(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(background_jobs, "EVERY", 0)
    said: list[str] = []
    telling, over = asyncio.Event(), asyncio.Event()

    async def work() -> str:
        await telling.wait()
        over.set()
        return "done"

    async def tell() -> None:
        telling.set()
        await over.wait()  # the work ends while this is on its way
        said.append("under way")

    async def end(outcome: str) -> None:
        said.append(outcome)

    shop = background_jobs.Workshop()
    shop.begin(work(), tell, end)
    await shop.idle()
    assert said == ["under way", "done"]


async def test_what_is_stopped_says_no_last_word() -> None:
    said: list[str] = []
    begun = asyncio.Event()

    async def work() -> str:
        begun.set()
        await asyncio.Event().wait()
        return "done"

    async def tell() -> None:
        said.append("under way")

    async def end(outcome: str) -> None:
        said.append(outcome)

    shop = background_jobs.Workshop()
    shop.begin(work(), tell, end)
    await begun.wait()
    await shop.stop()
    assert not said
