"""The one sender: takes due deliveries from the queue, paces them, and stores the outcomes.

One loop does all the bookkeeping; every delivery under way is a task that only talks to Telegram.
"""

import asyncio
import logging
from contextlib import suppress
from dataclasses import replace
from datetime import timedelta

from aiogram import Bot

from messengers.failures import Busy, Failure, NotSent, Unreachable, Unsure
from messengers.lost_messages import Doubt, LostMessages, TooManyIds
from messengers.outgoing import PACED, Door
from messengers.pacing import Pacer
from messengers.seen_messages import Sight
from messengers.telegram import Telegram
from messengers.words import Words
from services.context import Context
from services.enums import DeliveryStatus
from services.messaging import outbox
from services.messaging.outbox import Fate, Outgoing
from services.storage import leases

LEASE = "sender"
LEASE_FOR = timedelta(seconds=10)
RENEWED = 3.0
"""Seconds after which the lease is renewed, and an idle sender looks for what fell due by itself.
Nothing starts any more so long before the lease ends."""

AT_ONCE = 40
"""Deliveries claimed at a time: a good second's worth, so that little is in doubt after a crash."""

URGENT_AT_ONCE = 20
LONGEST_PAUSE = 300  # seconds between two tries
MOST_TRIES = 50

log = logging.getLogger(__name__)


class Sender:
    """Sends deliveries through a bot, whose every request it puts behind its own door.

    One sender works at a time, whatever the number of processes: it holds a lease.
    """

    def __init__(
        self, ctx: Context, bot: Bot, words: Words, pacer: Pacer, *, at_once: int = AT_ONCE
    ) -> None:
        self._ctx = ctx
        self._pacer = pacer
        self._at_once = at_once
        self._holder = ctx.secrets.token()
        self._telegram = Telegram(bot, words)
        self._sight = Sight()
        self._lost = LostMessages(self._telegram, pacer, self._sight)
        bot.session.middleware(Door(pacer, self._sight))
        self._tasks: set[asyncio.Task[None]] = set()
        self._talking: set[asyncio.Task[None]] = set()  # those whose request is under way
        self._fates: list[Fate] = []
        self._doubts: dict[int, Doubt] = {}
        self._searching = False
        self._news = asyncio.Event()
        self._may_be_due = True
        self._may_be_urgent = False
        self._stopping = False
        self._leased_at = float("-inf")

    def nudge(self) -> None:
        """Look at the queue at once, because something was added."""
        self._may_be_due = self._may_be_urgent = True
        self._news.set()

    def stop(self) -> None:
        """Let `run` end: what is under way is finished, what is not yet goes back to the queue."""
        self._stopping = True
        self._news.set()

    async def run(self) -> None:
        """Send until stopped. Errors of the database are logged, and the loop goes on."""
        while not self._stopping:
            self._news.clear()
            wait = RENEWED
            try:
                wait = await self._work()
            except Exception:
                log.exception("The sender stumbled and goes on in %s s", RENEWED)
            with suppress(TimeoutError):
                async with asyncio.timeout(wait):
                    await self._news.wait()
            self._may_be_due |= not self._news.is_set()
        await self._finish()

    async def drain(self) -> None:
        """Send all that is due now, and come back when its fate is known.

        Does nothing while another sender works.
        """
        self._may_be_due = True
        while True:
            self._news.clear()
            wait = await self._work()
            if self._tasks:
                await self._news.wait()
            elif self._doubts:
                await self._pacer.sleep(wait)
            elif not (self._leads() and (self._fates or self._may_be_due)):
                return

    async def _work(self) -> float:
        """One round of bookkeeping; seconds until the next is needed, unless there is news."""
        if not await self._lead():
            return RENEWED
        await self._write_down()
        if self._may_be_urgent:
            self._may_be_urgent = False
            self._start(await self._claim(URGENT_AT_ONCE, outbox.URGENT))
        room = self._at_once - len(self._tasks)
        if self._may_be_due and room >= self._at_once // 2:
            claimed = await self._claim(room, outbox.BROADCAST)
            self._may_be_due = len(claimed) == room
            self._start(claimed)
        waits = [self._lost.wait(doubt) for doubt in self._doubts.values()]
        if waits and min(waits) <= 0 and not self._searching:
            self._searching = True
            self._keep(asyncio.create_task(self._search()))
        return max(0.0, min([RENEWED, *waits])) if not self._searching else RENEWED

    # --- the lease ------------------------------------------------------------------------------

    async def _lead(self) -> bool:
        """Hold the lease; on getting it, take over what the sender before left in doubt."""
        now = self._pacer.timer()
        if now < self._leased_at + RENEWED:
            return True
        led = self._leased_at > float("-inf")
        if not await leases.hold(self._ctx, LEASE, self._holder, LEASE_FOR):
            self._leased_at = float("-inf")
            self._doubts.clear()  # they are the other sender's now
            return False
        self._leased_at = now
        if not led:
            self._sight.remember(await outbox.newest_message(self._ctx))
            for left in await outbox.unsure(self._ctx, self._holder):
                self._doubts[left.id] = Doubt(left, left.floor, now)
        return True

    def _leads(self) -> bool:
        safe = LEASE_FOR.total_seconds() - RENEWED
        return self._pacer.timer() < self._leased_at + safe

    # --- sending --------------------------------------------------------------------------------

    async def _claim(self, limit: int, least_urgent: int) -> list[Outgoing]:
        return await outbox.claim(
            self._ctx,
            self._holder,
            limit=limit,
            floor=self._sight.newest,
            least_urgent=least_urgent,
        )

    def _start(self, claimed: list[Outgoing]) -> None:
        for delivery in claimed:
            self._keep(asyncio.create_task(self._deliver(delivery)))

    def _keep(self, task: asyncio.Task[None]) -> None:
        self._tasks.add(task)
        task.add_done_callback(self._done)

    def _done(self, task: asyncio.Task[None]) -> None:
        self._tasks.discard(task)
        self._news.set()

    async def _deliver(self, delivery: Outgoing) -> None:
        PACED.set(True)
        try:
            fate = await self._send(delivery)
        except asyncio.CancelledError:  # before its request: see `_finish`
            fate = self._again(delivery, "stopped", timedelta())
        except Exception as error:
            log.exception("Delivery %s cannot be sent", delivery.id)
            fate = Fate(delivery, DeliveryStatus.FAILED, error=f"{type(error).__name__}: {error}")
        if fate is not None:
            self._fates.append(fate)

    async def _send(self, delivery: Outgoing) -> Fate | None:
        while True:
            try:
                async with self._pacer.turn(delivery.chat_id, delivery.priority):
                    if not self._leads():
                        return self._again(delivery, "lost the lease", timedelta())
                    return await self._talk(delivery)
            except Busy as busy:
                log.warning("Telegram asks to wait %s s", busy.retry_after)
                await self._pacer.refused(busy.retry_after)

    async def _talk(self, delivery: Outgoing) -> Fate | None:
        me = asyncio.current_task()
        assert me is not None  # noqa: S101 - a task runs this
        floor = self._sight.newest
        self._talking.add(me)
        try:
            message_id = await self._telegram.send(delivery)
        except Busy:
            raise
        except Unsure as error:
            log.warning("Delivery %s is unsure: %s", delivery.id, error)
            self._doubts[delivery.id] = Doubt(delivery, floor, self._pacer.timer())
            return None
        except NotSent as error:
            pause = timedelta(seconds=min(2**delivery.attempts, LONGEST_PAUSE))
            return self._again(delivery, str(error), pause)
        except Unreachable as error:
            return Fate(delivery, DeliveryStatus.BLOCKED, error=str(error))
        except Failure as error:
            log.warning("Telegram refuses delivery %s: %s", delivery.id, error)
            return Fate(delivery, DeliveryStatus.FAILED, error=str(error))
        finally:
            self._talking.discard(me)
        return Fate(delivery, DeliveryStatus.SENT, message_id=message_id)

    def _again(self, delivery: Outgoing, why: str, pause: timedelta) -> Fate:
        if delivery.attempts >= MOST_TRIES:
            return Fate(delivery, DeliveryStatus.FAILED, error=why)
        at = self._ctx.clock.now() + pause
        return Fate(delivery, DeliveryStatus.PENDING, error=why, due_at=at)

    # --- what became of it ----------------------------------------------------------------------

    async def _write_down(self) -> None:
        if not self._fates:
            return
        fates, self._fates = self._fates, []
        try:
            await outbox.report(self._ctx, self._holder, fates)
        except BaseException:
            self._fates = fates + self._fates
            raise
        self._may_be_due = True  # their chats are free for the next message

    async def _search(self) -> None:
        """Look for messages in doubt whose time has come."""
        ready = [doubt for doubt in self._doubts.values() if self._lost.wait(doubt) <= 0]
        try:
            others = await outbox.messages_after(self._ctx, min(doubt.floor for doubt in ready))
            for doubt in ready:
                fate = await self._look_for(doubt, others)
                if fate is not None and doubt.delivery.id in self._doubts:
                    del self._doubts[doubt.delivery.id]
                    self._fates.append(fate)
                    self._news.set()
        except Exception:
            log.exception("The search stumbled and goes on later")
        finally:
            now = self._pacer.timer()
            for doubt in ready:
                if doubt.delivery.id in self._doubts:
                    self._doubts[doubt.delivery.id] = replace(doubt, since=now)
            self._searching = False

    async def _look_for(self, doubt: Doubt, others: frozenset[int]) -> Fate | None:
        delivery = doubt.delivery
        try:
            found = await self._lost.find(doubt, others)
        except (Unsure, NotSent) as error:
            log.warning("Delivery %s is still unsure: %s", delivery.id, error)
            return None
        except Unreachable as error:
            return Fate(delivery, DeliveryStatus.BLOCKED, error=str(error))
        except TooManyIds as error:
            log.warning("Nobody knows whether delivery %s arrived: %s", delivery.id, error)
            return Fate(delivery, DeliveryStatus.FAILED, error=f"unsure: {error}")
        if found is None:
            return self._again(delivery, "never arrived", timedelta())
        return Fate(delivery, DeliveryStatus.SENT, message_id=found)

    async def _finish(self) -> None:
        """Let requests under way end, give back the rest, and free the lease."""
        for task in self._tasks - self._talking:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        await self._write_down()
        await leases.release(self._ctx, LEASE, self._holder)
