"""A post office: a queue in a real database, a bot in the sandbox world, and time handed in."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import datetime, timedelta

import pytest
from aiogram import Bot
from sqlalchemy import select

from app.clock import SystemSecrets
from messengers.pacing import Pacer
from messengers.sender import Sender
from messengers.words import Words
from models.messaging import Delivery, DeliveryClass, DeliveryStatus
from models.people import Identity
from sandbox.clock import SandboxClock
from sandbox.person import Person
from sandbox.rates import Rates
from sandbox.session import SandboxSession
from sandbox.world import World
from services.context import Context
from services.facts import Fact
from services.messaging import deliveries
from services.messaging.deliveries import Notice
from services.money import Money
from services.programme import defaults
from services.programme.defaults import FirstTerms
from services.staff import identities
from tests.cast import MONDAY, the_words
from tests.engines import fast_database

REQUEST: dict[str, Fact] = {"points": 100, "amount": Money(100_000, "RUB"), "cashier": "Boris"}
"""What a message about "not me" says besides the name."""


class Hourglass:
    """Time that passes only when somebody waits for it."""

    def __init__(self) -> None:
        self.now = 0.0

    def time(self) -> float:
        return self.now

    async def sleep(self, seconds: float) -> None:
        self.now += seconds
        await asyncio.sleep(0)


@dataclass
class Office:
    world: World
    ctx: Context
    clock: SandboxClock
    words: Words
    glass: Hourglass

    def sender(self) -> Sender:
        """A sender as a new process would have it."""
        bot = Bot(self.world.token, session=SandboxSession(self.world))
        pacer = Pacer(timer=self.glass.time, sleep=self.glass.sleep)
        return Sender(self.ctx, bot, self.words, pacer)

    def people(self, count: int, language: str = "ru") -> list[Person]:
        return [
            self.world.person(f"Person {number}", started=True, language=language)
            for number in range(count)
        ]

    async def tell(
        self,
        *receivers: Person,
        name: str = "Anna",
        kind: DeliveryClass = DeliveryClass.SERVICE,
        at: datetime | None = None,
        **facts: Fact,
    ) -> None:
        """Queue a message that says `name`."""
        now = self.clock.now()
        for person in receivers:
            key = f"{person.id}:{self.ctx.secrets.token()}"
            async with self.ctx.db.write() as session:
                known = await identities.note(
                    session, person.id, person.first_name, person.language, now
                )
                notice = Notice(
                    "notice-owner-frozen",
                    {"name": name, **REQUEST, **facts},
                    key=key,
                    at=at or now,
                    buttons=[[("button-unfreeze", "unfreeze", 7)]],
                    kind=kind,
                )
                deliveries.tell(session, known.id, notice)

    async def later(self, seconds: float) -> None:
        await self.clock.move(timedelta(seconds=seconds))
        self.glass.now += seconds

    async def queue(self) -> list[Delivery]:
        async with self.ctx.db.read() as session:
            return list(await session.scalars(select(Delivery).order_by(Delivery.id)))

    async def statuses(self) -> list[DeliveryStatus]:
        return [delivery.status for delivery in await self.queue()]

    async def reachable(self, person: Person) -> bool:
        async with self.ctx.db.read() as session:
            query = select(Identity.unreachable_since).where(Identity.external_id == person.id)
            return (await session.scalars(query)).one() is None


@pytest.fixture
async def office(database_url: str) -> AsyncIterator[Office]:
    database = fast_database(database_url)
    clock = SandboxClock(MONDAY, frozen=True)
    ctx = Context(database, clock, SystemSecrets())
    await defaults.ensure(
        ctx, FirstTerms("Зерно", "RUB", "Europe/Moscow", ("Серебро", "Золото", "Платина"))
    )
    yield Office(
        world=World(clock=clock, rates=Rates.off()),
        ctx=ctx,
        clock=clock,
        words=the_words(),
        glass=Hourglass(),
    )
    await database.close()
