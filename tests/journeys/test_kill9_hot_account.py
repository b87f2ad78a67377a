"""kill -9 at random moments, again and again, while many processes work on one account."""

import asyncio
import random
import signal
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path

from sqlalchemy import func, select

from models.ledger import Operation
from models.till import Purchase, Refund
from services import programme
from services.enums import OperationKind
from services.integrity import verify
from services.points import balances
from tests.cast import Shop, open_shop
from tests.journeys import hot_worker
from tests.journeys.forks import Fork
from tests.journeys.hot_worker import MAYFLIES, ROUNDS

ROOT = Path(__file__).parent.parent.parent
WORKERS = ("till", "till", "till", "clock")
DEATHS = 2
LONGEST_LIFE = 12
"""A process is killed within so many reports; it makes three times as many when it is let live."""
ONE_ACT = 0.03
"""Seconds: about as long as an act takes, so that a kill meets any point of it."""


@dataclass
class Worker:
    """Starts a process, kills it, and starts it again where its reports ended, until it is done."""

    url: str
    what: str
    name: str
    staff: int
    member: int
    reports: dict[str, str] = field(default_factory=dict)
    next_round: int = 0
    deaths: int = 0

    async def work(self) -> None:
        while self.next_round < ROUNDS:
            code = await self._live(mortal=self.deaths < DEATHS)
            if code:
                assert code == -signal.SIGKILL
                self.deaths += 1

    async def _live(self, *, mortal: bool) -> int:
        work = partial(
            hot_worker.main,
            *(self.url, self.what, self.name, self.staff, self.member, self.next_round),
        )
        process = await Fork.start(work, ROOT, {})
        last = random.randint(1, LONGEST_LIFE)
        said = 0
        try:
            async for line in process.stdout:
                self._hear(line.decode().split())
                said += 1
                if mortal and said == last:
                    asyncio.get_running_loop().call_later(random.uniform(0, ONE_ACT), process.kill)
            return await process.wait()
        finally:
            process.kill()  # in case the test has failed meanwhile

    def _hear(self, words: list[str]) -> None:
        if words[0] == "round":
            self.next_round = int(words[1]) + 1
        else:
            what, key, figure = words
            # A report that was lost with its process comes again and says the same.
            assert self.reports.setdefault(f"{what} {key}", figure) == figure


async def test_nothing_is_lost_or_doubled_when_processes_die(database_url: str) -> None:
    async with open_shop(database_url) as shop:
        staff, member = await shop.hire(shop.boris), await shop.join(shop.anna)
        await shop.unwatched()
        await answer_within_a_second(shop)
        workers = [
            Worker(database_url, what, f"{what}-{number}", staff, member)
            for number, what in enumerate(WORKERS)
        ]
        async with asyncio.TaskGroup() as together:
            for worker in workers:
                together.create_task(worker.work())

        assert [worker.deaths for worker in workers] == [DEATHS] * len(WORKERS)
        reported = {key: figure for worker in workers for key, figure in worker.reports.items()}
        assert await done(shop) == {key: int(figure) for key, figure in reported.items()}
        assert (await balances.balance(shop.ctx, member)).points == await moved(shop)
        verdict = await verify.run(shop.ctx)
        assert [str(problem) for problem in verdict.problems] == []


async def answer_within_a_second(shop: Shop) -> None:
    """So that requests whose till died come to their end meanwhile, some of them by the clock."""
    async with shop.ctx.db.write() as session:
        terms = await programme.terms(session)
        hasty = replace(terms, redemption_seconds=1)
        await programme.publish(session, hasty, at=shop.clock.now())


async def done(shop: Shop) -> dict[str, int]:
    """What is there of all that workers report, in their words."""
    async with shop.ctx.db.read() as session:
        bought = await session.execute(select(Purchase.key, Purchase.points_earned))
        back = await session.execute(select(Refund.key, Refund.amount))
        given = select(Operation.key, Operation.points).where(Operation.points == MAYFLIES)
        granted = await session.execute(given.where(Operation.kind == OperationKind.GRANT))
        facts = (("purchase", bought), ("refund", back), ("grant", granted))
        return {f"{what} {key}": figure for what, rows in facts for key, figure in rows}


async def moved(shop: Shop) -> int:
    async with shop.ctx.db.read() as session:
        return int(await session.scalar(select(func.sum(Operation.points))) or 0)
