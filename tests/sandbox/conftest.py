"""Every test of the world walks through both doors: in-process and real HTTP."""

import io
from collections.abc import AsyncIterator
from typing import Any

import pytest
from aiogram import Bot
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.types import Update
from aiohttp import web
from PIL import Image
from playwright.async_api import Page

from sandbox import Person, Rates, SandboxClock, SandboxSession, World, bot_api
from tests.browser import browser_page
from tests.sandbox.table import Table, laid_table

Heard = list[dict[str, Any]]


class PromptSession(AiohttpSession):
    """aiogram's own session, without the quarter of a second it waits for TLS to close."""

    async def close(self) -> None:
        if self._session is not None:
            await self._session.close()


@pytest.fixture
def world() -> World:
    return World(rates=Rates.off(), clock=SandboxClock(frozen=True))


@pytest.fixture
async def server(world: World) -> AsyncIterator[str]:
    """The world's HTTP door; gives its address."""
    runner = web.AppRunner(bot_api(world), access_log=None)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    yield f"http://127.0.0.1:{runner.addresses[0][1]}"
    await runner.cleanup()


@pytest.fixture
async def http_bot(world: World, server: str) -> AsyncIterator[Bot]:
    async with Bot(
        world.token, session=PromptSession(api=TelegramAPIServer.from_base(server))
    ).context() as bot:
        yield bot


@pytest.fixture(params=["process", "http"])
def bot(request: pytest.FixtureRequest, world: World) -> Bot:
    """The bot behind one door, then behind the other."""
    if request.param == "process":
        return Bot(world.token, session=SandboxSession(world))
    http_bot: Bot = request.getfixturevalue("http_bot")
    return http_bot


@pytest.fixture
def heard(world: World) -> Heard:
    """Every update the bot got; each parses as aiogram's own type."""
    updates: Heard = []

    async def hear(update: dict[str, Any]) -> None:
        Update.model_validate(update)
        updates.append(update)

    world.on_update = hear
    return updates


@pytest.fixture
def anna(world: World) -> Person:
    return world.person("Anna", username="anna", phone="+79001234567", started=True)


@pytest.fixture
def boris(world: World) -> Person:
    return world.person("Boris", language="en", started=True)


def picture(width: int = 600, height: int = 400, kind: str = "PNG") -> bytes:
    """Return an image of the size, in one colour."""
    out = io.BytesIO()
    Image.new("RGB", (width, height), "teal").save(out, kind)
    return out.getvalue()


@pytest.fixture
async def table() -> AsyncIterator[Table]:
    async with laid_table() as laid:
        yield laid


@pytest.fixture
async def page(table: Table) -> AsyncIterator[Page]:
    async with browser_page(table.url) as opened:
        await opened.locator("main[data-ready]").wait_for()
        yield opened
