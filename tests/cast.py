"""The cast and their shop: Anna the member, Boris the cashier, Olga the owner, Vera the guest.

They act only through the sandbox world, as people do; the bot behind it is the real one.
"""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path
from typing import Any

from aiogram import Bot, Dispatcher
from aiogram.client.default import DefaultBotProperties
from aiogram.enums import ParseMode

from app.wiring import House, build_dispatcher
from jobs.schedule import tick_all
from messengers.links import Links
from messengers.pacing import Pacer
from messengers.sender import Sender
from messengers.words import Words
from sandbox.clock import SandboxClock
from sandbox.person import Person
from sandbox.rates import Rates
from sandbox.session import SandboxSession
from sandbox.world import World
from services.context import Context
from services.enums import Role
from services.fraud import fraud_limits
from services.members import members
from services.programme import defaults
from services.programme.defaults import FirstTerms
from services.staff import identities, team
from tests.engines import fast_database
from tests.signatures import remember_signatures

remember_signatures()

ROOT = Path(__file__).parent.parent
MONDAY = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
"""Noon in Moscow, a plain working day."""

OLGA = 700


@dataclass
class CountedSecrets:
    """Secrets that differ from one another and from run to run do not."""

    count: int = field(default=0)

    def token(self) -> str:
        self.count += 1
        return f"token-{self.count:016d}"

    def digits(self, count: int) -> str:
        self.count += 1
        return f"{(self.count * 7919 + 104729) % 10**count:0{count}}"


@dataclass
class Shop:
    world: World
    clock: SandboxClock
    ctx: Context
    bot: Bot
    dispatcher: Dispatcher
    links: Links
    words: Words
    anna: Person
    boris: Person
    olga: Person
    vera: Person
    sender: Sender

    async def settle(self) -> None:
        """Send everything that waits to be said."""
        await self.sender.drain()

    async def later(self, **delta: float) -> None:
        """Let time pass and its work be done: `later(minutes=5)`."""
        await self.clock.move(timedelta(**delta))
        await tick_all(self.ctx)
        await self.settle()

    async def identity(self, person: Person) -> int:
        return (await identities.visit(self.ctx, person.id, person.first_name, "ru")).identity_id

    async def member_id(self, person: Person) -> int:
        visitor = await identities.visit(self.ctx, person.id, person.first_name, "ru")
        if visitor.member_id is None:
            raise AssertionError(f"{person.first_name} has not joined")
        return visitor.member_id

    async def join(self, person: Person, *, ads: bool = True) -> int:
        """Make a member without the screens; the screens have their own tests."""
        await person.start()
        identity = await self.identity(person)
        return (await members.join(self.ctx, identity, members.Joining(ads))).member_id

    async def hire(self, person: Person, role: Role = Role.CASHIER) -> int:
        """Make somebody staff without the screens; gives their identity."""
        invitation = await team.invite(self.ctx, await self.identity(self.olga), role)
        identity = await self.identity(person)
        await person.start()
        await team.accept(self.ctx, identity, invitation.token)
        return identity

    async def unwatched(self) -> None:
        """Switch every check off, for stories with more receipts than a day usually has."""
        olga = await self.identity(self.olga)
        for name in fraud_limits.RANGES:
            await fraud_limits.change(self.ctx, olga, name, None)


@cache
def the_words() -> Words:
    """Read once for all tests: half a second, and they never change."""
    return Words(ROOT / "locales", "ru")


@asynccontextmanager
async def open_shop(url: str, *, now: datetime = MONDAY) -> AsyncIterator[Shop]:
    clock = SandboxClock(now, frozen=True)
    world = World(clock=clock, rates=Rates.off())  # the limits have tests of their own
    database = fast_database(url)
    ctx = Context(database, clock, CountedSecrets())
    words = the_words()
    links = Links(world.bot["username"])
    bot = Bot(
        world.token,
        session=SandboxSession(world),
        default=DefaultBotProperties(parse_mode=ParseMode.HTML),
    )
    await defaults.ensure(
        ctx, FirstTerms("Зерно", "RUB", "Europe/Moscow", ("Серебро", "Золото", "Платина"))
    )
    await team.ensure_owners(ctx, [OLGA], "ru")
    dispatcher = build_dispatcher(House(ctx, words, links))
    shop = Shop(
        world=world,
        clock=clock,
        ctx=ctx,
        bot=bot,
        dispatcher=dispatcher,
        links=links,
        words=words,
        anna=world.person("Анна", user_id=701, phone="+79123456789"),
        boris=world.person("Борис", user_id=702),
        olga=world.person("Ольга", user_id=OLGA),
        vera=world.person("Vera", user_id=703, language="en"),
        sender=Sender(ctx, bot, words, Pacer(None, chat_period=0)),
    )

    async def take(update: dict[str, Any]) -> None:
        await dispatcher.feed_raw_update(bot, update)
        await shop.settle()

    world.on_update = take
    try:
        yield shop
    finally:
        await bot.session.close()
        await database.close()
