"""The demo: the real program against a Telegram on this machine, with a seeded shop in it."""

from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

import typer
from aiohttp import web
from pydantic import SecretStr

from app.clock import SystemSecrets
from app.program import open_database, open_program, prepare, serve, signalled
from app.seed import OLGA, Cast, Someone, plant
from app.settings import Settings
from handlers.introduction import introduce
from jobs.schedule import tick_all
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

SEED = 20
"""The same shop every time: what one person saw, another finds."""


async def play(settings: Settings, port: int, say: Say) -> None:
    """Seed a shop, open the page and run the bot until Ctrl+C. Raises StartError."""
    typer.echo(say.label("operator-seeding"), err=True)
    clock = SandboxClock()
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
        phones, captions = await _people(world, cast)
        server, address = await _open(world, phones, captions, port, say)
        try:
            settings = settings.model_copy(update={"telegram_api_url": address})
            await _run(settings, clock, address, say)
        finally:
            await server.cleanup()


async def _seed(settings: Settings, clock: SandboxClock) -> Cast:
    async with open_database(settings) as database:
        ctx = Context(database, clock, SystemSecrets())
        await prepare(ctx, settings)
        return await plant(ctx, Random(SEED), settings.default_language)  # noqa: S311 - a story


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
    for candidate in range(port, port + NEIGHBOURS):
        try:
            server = await open_telegram(world, phones, HOST, candidate, captions=captions)
        except PortBusy:
            typer.echo(say.label("operator-port-busy", port=str(candidate)), err=True)
            continue
        return server, f"http://{HOST}:{server.addresses[0][1]}"
    raise PortBusy(HOST, port)


async def _run(settings: Settings, clock: SandboxClock, address: str, say: Say) -> None:
    stopped = signalled()
    async with open_program(settings, clock=clock) as program:

        async def catch_up() -> None:
            """The clock was moved: do at once what fell due on the way."""
            await tick_all(program.ctx)
            await program.sender.drain()

        clock.on_move(catch_up)
        await introduce(program.bot, program.ctx, program.words)
        typer.echo(say.label("operator-demo", address=address))
        await serve(program, stopped)
