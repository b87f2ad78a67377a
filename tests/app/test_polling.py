"""Polling: what was not handled is not confirmed, and nothing stops it but the stop."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager

import pytest
from aiogram import Bot, Dispatcher
from aiogram.types import Message
from aiogram.utils.backoff import BackoffConfig

from app import polling
from app.polling import Poller
from sandbox import ApiError, Person, Rates, SandboxSession, World
from tests.journeys.line import bot_says, until
from tests.patience import PATIENCE

Handler = Callable[[Message], Awaitable[None]]


@pytest.fixture
def world() -> World:
    return World(rates=Rates.off())


@pytest.fixture
def anna(world: World) -> Person:
    return world.person("Anna")


@pytest.fixture(autouse=True)
def _hurry(monkeypatch: pytest.MonkeyPatch) -> None:
    """Pauses between tries are too short to be noticed."""
    quick = BackoffConfig(min_delay=0.001, max_delay=0.002, factor=1.5, jitter=0.0)
    monkeypatch.setattr(polling, "BACKOFF", quick)


@asynccontextmanager
async def polled(world: World, handler: Handler) -> AsyncIterator[Poller]:
    dispatcher = Dispatcher()
    dispatcher.message.register(handler)
    poller = Poller(Bot(world.token, session=SandboxSession(world)), dispatcher)
    running = asyncio.create_task(poller.run())
    try:
        yield poller
    finally:
        poller.stop()
        await running


async def answer(message: Message) -> None:
    await message.answer(f"You said {message.text}")


async def test_an_update_is_confirmed_only_when_it_is_handled(
    world: World, anna: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(polling, "PATIENCE", None)
    begun, go_on = asyncio.Event(), asyncio.Event()

    async def slowly(message: Message) -> None:
        begun.set()
        await go_on.wait()
        await answer(message)

    async with polled(world, slowly):
        await anna.start()
        await begun.wait()
        assert len(world.updates) == 1
        assert not world.updates.waiting
        go_on.set()
        await until(world, lambda: bot_says(anna)[-1:] == ["You said /start"], "the answer")
    assert len(world.updates) == 0


async def test_a_slow_handler_holds_nobody_up(
    world: World, anna: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(polling, "PATIENCE", 0)
    go_on = asyncio.Event()
    boris = world.person("Boris")

    async def slow_for_anna(message: Message) -> None:
        if message.chat.id == anna.id:
            await go_on.wait()
        await answer(message)

    async with polled(world, slow_for_anna):
        await anna.start()
        await boris.start()
        await until(world, lambda: len(boris.messages) == 2, "Boris has his answer")
        assert len(anna.messages) == 1
        go_on.set()
    assert anna.text == "You said /start"


async def test_no_more_are_taken_than_can_be_handled_at_once(
    world: World, anna: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(polling, "PATIENCE", 0)
    monkeypatch.setattr(polling, "AT_ONCE", 2)
    go_on, begun = asyncio.Event(), asyncio.Semaphore(0)

    async def slowly(message: Message) -> None:
        begun.release()
        await go_on.wait()
        await answer(message)

    async with polled(world, slowly):
        await anna.start()
        await anna.send("two")
        for _ in range(2):
            await begun.acquire()
        await anna.send("three")
        assert begun.locked()
        go_on.set()
        await until(world, lambda: bot_says(anna)[-1:] == ["You said three"], "the last answer")


async def test_the_stop_lets_what_is_begun_end_and_confirms_it(world: World, anna: Person) -> None:
    begun, go_on = asyncio.Event(), asyncio.Event()

    async def slowly(message: Message) -> None:
        begun.set()
        await go_on.wait()
        await answer(message)

    async with polled(world, slowly) as poller:
        await anna.start()
        await begun.wait()
        poller.stop()
        go_on.set()
    assert anna.text == "You said /start"
    assert len(world.updates) == 0


async def test_what_comes_after_the_stop_waits_for_the_next_start(
    world: World, anna: Person
) -> None:
    async with polled(world, answer) as poller:
        await anna.start()
        await until(world, lambda: len(anna.messages) == 2, "the answer")
        poller.stop()
        await anna.send("later")
    assert anna.texts(2) == ["You said /start"]
    async with polled(world, answer):
        await until(world, lambda: bot_says(anna)[-1:] == ["You said later"], "the later answer")


@pytest.mark.parametrize("kind", ["500", "502", "drop_before", "drop_after", "429"])
async def test_trouble_is_logged_and_outlived(
    world: World, anna: Person, kind: str, caplog: pytest.LogCaptureFixture
) -> None:
    world.faults.add("getUpdates", kind=kind)  # type: ignore[arg-type]
    async with polled(world, answer):
        await anna.start()
        await until(world, lambda: len(anna.messages) == 2, "the answer")
    assert "No updates from Telegram" in caplog.text
    assert anna.texts(2) == ["You said /start"]


async def test_another_program_is_waited_out(
    world: World, anna: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    said = asyncio.Queue[str]()
    monkeypatch.setattr(polling.log, "warning", lambda text, *_: said.put_nowait(text))
    before = asyncio.create_task(world.updates.poll(0, 1, PATIENCE))
    await asyncio.sleep(0)  # it is there first
    async with polled(world, answer):
        with pytest.raises(ApiError, match="terminated by other"):
            await before
        again = asyncio.create_task(world.updates.poll(0, 1, PATIENCE))
        assert "Another program takes updates" in await asyncio.wait_for(said.get(), PATIENCE)
        with pytest.raises(ApiError, match="terminated by other"):
            await again
        await anna.start()
        await until(world, lambda: bot_says(anna) == ["You said /start"], "the answer")


async def test_a_handler_that_fails_is_logged_and_not_repeated(
    world: World, anna: Person, caplog: pytest.LogCaptureFixture
) -> None:
    async def fail_first(message: Message) -> None:
        if message.text == "/start":
            raise RuntimeError("a defect")
        await answer(message)

    async with polled(world, fail_first):
        await anna.start()
        await anna.send("and now?")
        await until(world, lambda: bot_says(anna) == ["You said and now?"], "the answer")
    assert "a defect" in caplog.text
    assert len(world.updates) == 0
