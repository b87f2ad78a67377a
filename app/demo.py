"""The demo: the real program against a Telegram on this machine, with a seeded shop in it."""

from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

import typer
from aiohttp import web
from pydantic import SecretStr

from app.clock import SystemSecrets
from app.program import Program, open_program, serve
from app.seed import OLGA, Cast, Someone, plant, shop_in
from app.settings import Settings
from app.starting import StartError, open_database
from app.stopping import signalled, unless
from handlers.bot_profile import introduce
from messengers.words import Say
from sandbox.clock import SandboxClock
from sandbox.person import Person
from sandbox.server import PortBusy
from sandbox.server import serve as open_telegram
from sandbox.world import World
from services.context import Context

HOST = "127.0.0.1"
NEIGHBOURS = 10
"""How many ports after a busy one are tried."""

LAST_PORT = 65_535

SEED = 20
"""The same shop every time: what one person saw, another finds."""


@dataclass(frozen=True, slots=True)
class Demo:
    """The demo, built and not yet serving."""

    program: Program
    world: World
    cast: Cast
    address: str
    """The address of the page."""


async def play(settings: Settings, port: int, say: Say) -> None:
    """Seed a shop, open the page and run the bot until Ctrl+C. Raises StartError."""
    stopped = signalled()
    typer.echo(say.label("operator-seeding"), err=True)
    async with AsyncExitStack() as opened:
        opening = opened.enter_async_context(open_demo(settings, port, SandboxClock(), say))
        demo = await unless(stopped, opening)
        if demo is not None:
            typer.echo(say.label("operator-demo", address=demo.address))
            await serve(demo.program, stopped)


@asynccontextmanager
async def open_demo(
    settings: Settings, port: int, clock: SandboxClock, say: Say
) -> AsyncIterator[Demo]:
    """A seeded shop, the world it lives in, its page on `port` and the program that serves it.

    Raises StartError.
    """
    world = World(clock=clock)
    with TemporaryDirectory(prefix="kopilka-demo-") as folder:
        settings = settings.model_copy(
            update={
                "bot_token": SecretStr(world.token),
                "owner_ids": (OLGA,),
                "database_url": f"sqlite+aiosqlite:///{Path(folder) / 'demo.db'}",
            }
        )
        cast = await _seed(settings, clock)
        clock.zone = shop_in(settings.default_language).timezone
        phones, captions = await _people(world, cast)
        server, address = await _open(world, phones, captions, port, say)
        try:
            settings = settings.model_copy(update={"telegram_api_url": address})
            async with open_program(settings, clock=clock) as program:
                await introduce(program.bot, program.ctx, program.words)
                # When the clock is moved, what fell due on the way is done at once.
                clock.on_move(program.metronome.catch_up)
                yield Demo(program, world, cast, address)
        finally:
            await server.cleanup()


async def _seed(settings: Settings, clock: SandboxClock) -> Cast:
    async with open_database(settings) as database:
        ctx = Context(database, clock, SystemSecrets())
        texts = shop_in(settings.default_language)
        return await plant(ctx, Random(SEED), texts)  # noqa: S311 - a story


async def _people(world: World, cast: Cast) -> tuple[list[Person], dict[int, str]]:
    """Everybody of the seeded shop in the world, and whose phones lie on the page."""
    roles = ((cast.anna, "member"), (cast.boris, "cashier"), (cast.olga, "owner"))
    phones = []
    captions = {}
    for someone, caption in roles:
        person = _person(world, someone)
        phones.append(person)
        captions[person.id] = caption
    for someone in (cast.boris, cast.olga, cast.vera, *cast.crowd):
        person = world.people.get(someone.external_id) or _person(world, someone)
        world.open_private_chat(person)
        if someone.blocked:
            await person.block()
    return phones, captions


def _person(world: World, someone: Someone) -> Person:
    return world.person(
        someone.name,
        user_id=someone.external_id,
        language=someone.language,
        phone=someone.phone,
    )


async def _open(
    world: World, phones: list[Person], captions: dict[int, str], port: int, say: Say
) -> tuple[web.AppRunner, str]:
    """The page on the port that was asked for, or on the next one that is free."""
    last = min(port + NEIGHBOURS, LAST_PORT)
    for candidate in range(port, last + 1):
        try:
            server = await open_telegram(world, phones, HOST, candidate, captions=captions)
        except (PortBusy, PermissionError):
            typer.echo(say.label("operator-port-busy", port=str(candidate)), err=True)
            continue
        return server, f"http://{HOST}:{server.addresses[0][1]}"
    raise StartError("operator-no-port", first=str(port), last=str(last))
