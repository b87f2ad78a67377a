"""The metronome: it only ticks. What is due is a question that the services ask the database.

So a restart, a missed hour or a second process loses and repeats nothing, and nothing about
time is kept in memory.
"""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from datetime import UTC

from apscheduler.schedulers.asyncio import AsyncIOScheduler

from services.campaigns import campaigns
from services.checkout import redemptions
from services.context import Context
from services.feedback import feedback_answers, feedback_asking
from services.fraud import fraud_limits
from services.levels import levels
from services.members import birthdays
from services.offers import offer_runs
from services.points import points_expiry
from services.rewards import voucher_returns
from services.segments.rfm import findings
from services.stamps import stamp_expiry

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Tick:
    """Something to look for every so many seconds; it says how many it dealt with."""

    name: str
    seconds: int
    run: Callable[[Context], Awaitable[int]]


TICKS = (
    Tick("redemptions that nobody answered", 5, redemptions.expire_due),
    Tick("broadcasts to start", 10, campaigns.due),
    Tick("offers to give", 30, offer_runs.run_due),
    Tick("vouchers that end", 60, voucher_returns.expire_due),
    Tick("levels to look at", 60, levels.review_due),
    Tick("birthdays", 300, birthdays.give_due),
    Tick("points that expire", 300, points_expiry.expire_due),
    Tick("points about to expire", 600, points_expiry.warn_due),
    Tick("stamp cards that expire", 300, stamp_expiry.expire_due),
    Tick("stamp cards about to expire", 600, stamp_expiry.warn_due),
    Tick("members to ask how it was", 600, feedback_asking.ask_due),
    Tick("scores that stand", 60, feedback_answers.close_due),
    Tick("a new usual receipt", 3600, fraud_limits.learn_usual),
    Tick("groups of members for the day", 600, findings.work_out_due),
)


async def tick_all(ctx: Context) -> None:
    """Do everything that is due now, each thing once."""
    for tick in TICKS:
        await _run(ctx, tick)


async def _run(ctx: Context, tick: Tick) -> None:
    try:
        done = await tick.run(ctx)
    except Exception:  # the other ticks go on, and this one tries again next time
        log.exception("Failed: %s", tick.name)
    else:
        if done:
            log.info("Done: %s (%d)", tick.name, done)


class Metronome:
    """Ticks as long as it is started, one tick of a kind at a time; `more` beside TICKS."""

    def __init__(self, ctx: Context, more: Sequence[Tick] = ()) -> None:
        self._ctx = ctx
        self._more = more
        self._busy: set[asyncio.Task[object]] = set()
        self._stopped = False
        self._scheduler = AsyncIOScheduler(
            timezone=UTC,
            job_defaults={
                "coalesce": True,
                "max_instances": 1,
                "misfire_grace_time": None,  # a late tick is as good as any
            },
        )

    def start(self) -> None:
        """Tick from now on; what became due while nothing ran is done at once."""
        for tick in (*TICKS, *self._more):
            self._scheduler.add_job(
                self._beat, "interval", args=[tick], seconds=tick.seconds, id=tick.name
            )
            self._scheduler.add_job(self._beat, args=[tick])
        self._scheduler.start()

    async def catch_up(self) -> None:
        """Do everything that is due now, each thing once; nothing more once it is stopped."""
        for tick in TICKS:
            # A task of its own: whoever asks for it may leave, and `stop` still waits for it.
            await asyncio.wait({asyncio.create_task(self._beat(tick))})

    async def stop(self) -> None:
        """Tick no more, and wait for what is being done."""
        self._stopped = True
        self._scheduler.pause()
        await asyncio.gather(*self._busy)
        self._scheduler.shutdown()
        await asyncio.sleep(0)  # the scheduler puts its own end into the loop's queue

    async def _beat(self, tick: Tick) -> None:
        if self._stopped:
            return
        task = asyncio.current_task()
        if task is None:
            raise AssertionError("a tick outside of a task")
        self._busy.add(task)
        task.add_done_callback(self._busy.discard)
        await _run(self._ctx, tick)
