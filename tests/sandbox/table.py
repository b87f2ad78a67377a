"""The table of the page's tests: three phones, a little bot, a server."""

import contextlib
from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import UTC, datetime

from aiohttp import web

from sandbox import Person, Rates, SandboxClock, World
from sandbox.server import serve
from tests.sandbox.demo_bot import settle

NOON = datetime(2026, 3, 10, 12, 0, tzinfo=UTC)


@dataclass(frozen=True)
class Table:
    world: World
    anna: Person
    boris: Person
    olga: Person
    url: str
    runner: web.AppRunner


@contextlib.asynccontextmanager
async def laid_table() -> AsyncIterator[Table]:
    """Serve the page with Anna (member, Russian), Boris (cashier, English) and Olga (owner)."""
    world = World(rates=Rates.off(), clock=SandboxClock(NOON, frozen=True))
    await settle(world)
    anna = world.person("Anna", language="ru", phone="+79001234567")
    boris = world.person("Boris", language="en")
    olga = world.person("Olga", language="ru")
    captions = {anna.id: "member", boris.id: "cashier", olga.id: "owner"}
    runner = await serve(world, [anna, boris, olga], port=0, captions=captions)
    url = f"http://127.0.0.1:{runner.addresses[0][1]}"
    try:
        yield Table(world, anna, boris, olga, url, runner)
    finally:
        await runner.cleanup()
