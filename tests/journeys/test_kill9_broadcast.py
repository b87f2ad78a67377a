"""The real program is killed in the middle of a broadcast and started again: nobody is forgotten,
nobody gets it twice."""

from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from pathlib import Path

from aiohttp import web
from sqlalchemy import func, select

from app.clock import SystemClock, SystemSecrets
from app.database import Database
from models.messaging import Delivery, DeliveryStatus
from sandbox.http import Latency, bot_api
from sandbox.person import Person
from sandbox.rates import Rates
from sandbox.world import World
from services.campaigns import campaigns
from services.context import Context
from services.members import members
from services.programme import defaults
from services.programme.defaults import FirstTerms
from services.segments.questions.tree import EVERYONE
from services.staff import identities, team
from tests.cast import OLGA
from tests.journeys.process import BotProcess

GUESTS = 50
BEFORE_THE_KILL = 20
LATENCY = Latency(up=0.01, down=0.04)
"""Long enough that at any moment some messages have arrived and nobody knows it yet."""

NEWS = "A new dessert has come"


async def test_a_broadcast_survives_kill_9(database_url: str, tmp_path: Path) -> None:
    world = World(rates=Rates.off())
    olga = world.person("Olga", user_id=OLGA, language="en", started=True)
    guests = [world.person(f"Guest {number}", started=True) for number in range(GUESTS)]
    database = Database(database_url)
    ctx = Context(database, SystemClock(), SystemSecrets())
    await begin(ctx, olga, guests)

    async with serving(world) as address, heard(world) as until:
        settings = {
            "BOT_TOKEN": world.token,
            "OWNER_IDS": str(OLGA),
            "DATABASE_URL": database_url,
            "TELEGRAM_API_URL": address,
            "DEFAULT_LANGUAGE": "en",
        }
        first = await BotProcess.fork(tmp_path, **settings)
        await until(lambda: copies(guests) >= BEFORE_THE_KILL)
        await first.kill()
        assert copies(guests) < GUESTS
        assert await count(ctx, DeliveryStatus.SENDING) > 0

        second = await BotProcess.fork(tmp_path, **settings)
        await until(lambda: any(f"{GUESTS} of {GUESTS}" in text for text in olga.texts(5)))
        assert await second.stop() == 0

    assert [len(news(guest)) for guest in guests] == [1] * GUESTS
    assert await count(ctx, DeliveryStatus.SENT) == GUESTS + 1  # and Olga's report
    await database.close()


async def begin(ctx: Context, olga: Person, guests: list[Person]) -> None:
    """Everybody joins, and a broadcast to all of them waits for a sender."""
    await defaults.ensure(ctx, FirstTerms("Grain", "RUB", "UTC", ("Silver", "Gold", "Platinum")))
    await team.ensure_owners(ctx, [OLGA], "en")
    for guest in guests:
        visitor = await identities.visit(ctx, guest.id, guest.first_name, "en")
        await members.join(ctx, visitor.identity_id, members.Joining(ads_consent=True))
    post = {"message_id": 1, "date": 1, "chat": {"id": OLGA, "type": "private"}, "text": NEWS}
    owner = (await identities.visit(ctx, olga.id, olga.first_name, "en")).identity_id
    everyone = EVERYONE
    campaign_id = await campaigns.draft(ctx, owner, everyone, {"en": post})
    assert (await campaigns.start(ctx, owner, campaign_id)).left == GUESTS


@asynccontextmanager
async def serving(world: World) -> AsyncIterator[str]:
    runner = web.AppRunner(bot_api(world, LATENCY), access_log=None, shutdown_timeout=0.1)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    yield f"http://127.0.0.1:{runner.addresses[0][1]}"
    await runner.cleanup()


@asynccontextmanager
async def heard(world: World) -> AsyncIterator[Callable[[Callable[[], bool]], Awaitable[None]]]:
    """Gives a way to wait until something is so in the world."""
    with world.subscribe() as events:

        async def until(so: Callable[[], bool]) -> None:
            while not so():
                await events.get()

        yield until


def news(guest: Person) -> list[str]:
    return [message["text"] for message in guest.messages if message.get("text") == NEWS]


def copies(guests: list[Person]) -> int:
    return sum(len(news(guest)) for guest in guests)


async def count(ctx: Context, status: DeliveryStatus) -> int:
    async with ctx.db.read() as session:
        query = select(func.count()).select_from(Delivery).where(Delivery.status == status)
        return await session.scalar(query) or 0
