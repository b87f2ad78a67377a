"""The pacer against both readings of Telegram's limit, in virtual time."""

import asyncio
import random
from collections.abc import Callable, Coroutine
from typing import Any

import pytest

from messengers.pacing import LIVE, SPARE, Pacer
from messengers.round_trip import CALM, DOUBT, ENOUGH, ShortestTrip
from sandbox.errors import ApiError
from sandbox.rates import Mode, Rates
from tests.messengers.virtual import passes, play

BROADCAST = 2
MESSAGES = 2_000


class Line:
    """A line to Telegram: 30 ms each way and up to 20 ms more, at random."""

    def __init__(self, mode: Mode, seed: int) -> None:
        loop = asyncio.get_running_loop()
        self.time: Callable[[], float] = loop.time
        self.pacer = Pacer(timer=loop.time)
        self.rates = Rates(mode=mode, timer=loop.time)
        self._random = random.Random(seed)

    async def send(self, chat_id: int, priority: int = BROADCAST) -> None:
        async with self.pacer.turn(chat_id, priority):
            await self._travel()
            self.rates.admit(chat_id)
            await self._travel()

    async def _travel(self) -> None:
        await passes(0.03 + self._random.uniform(0, 0.02))

    async def broadcast(self, count: int = MESSAGES) -> float:
        """Part of the rate allowed that is reached."""
        begun = self.time()
        await in_turn(40, [self.send(chat_id) for chat_id in range(1, count + 1)])
        return count / 30 / (self.time() - begun)


async def in_turn(at_once: int, work: list[Coroutine[Any, Any, None]]) -> None:
    async def worker() -> None:
        while work:
            await work.pop(0)

    await asyncio.gather(*(worker() for _ in range(at_once)))


@pytest.mark.parametrize("seed", range(3))
@pytest.mark.parametrize(("mode", "least"), [("sliding", 0.92), ("bucket", 0.97)])
def test_a_broadcast_is_never_refused_and_wastes_little(
    mode: Mode, least: float, seed: int
) -> None:
    async def story() -> None:
        line = Line(mode, seed)
        assert await line.broadcast() >= least
        assert line.rates.refused == 0

    play(story())


def test_live_messages_overtake_a_broadcast_and_are_never_refused() -> None:
    async def story() -> None:
        line = Line("sliding", 1)
        waits: list[float] = []

        async def talk() -> None:
            for chat_id in range(10_000, 10_060):
                await passes(0.5)
                begun = line.time()
                await line.send(chat_id, LIVE)
                waits.append(line.time() - begun)

        await asyncio.gather(line.broadcast(1_500), talk())
        assert line.rates.refused == 0
        first, *rest = waits
        assert first <= 1.1  # the broadcast had made no room yet
        rest.sort()
        assert rest[len(rest) // 2] <= 0.1  # which the request alone may take
        assert rest[int(len(rest) * 0.95)] <= 0.16

    play(story())


def test_a_restart_in_the_middle_is_not_refused_either() -> None:
    async def story() -> None:
        line = Line("sliding", 1)
        await line.broadcast(100)
        line.pacer = Pacer(timer=line.time)
        await passes(1)  # a process takes longer to start
        await line.broadcast(100)
        assert line.rates.refused == 0

    play(story())


def test_a_refusal_holds_everybody_then_slows_down_until_it_is_calm() -> None:
    async def story() -> None:
        time = asyncio.get_running_loop().time
        pacer = Pacer(timer=time)
        async with pacer.turn(1, BROADCAST):
            pass
        refused = asyncio.create_task(pacer.refused(4))
        again = asyncio.create_task(pacer.refused(4))  # the answer to a second message
        await asyncio.sleep(0)
        assert pacer.slots == 29
        async with pacer.turn(2, LIVE):
            assert time() == pytest.approx(4 + SPARE)
        await asyncio.gather(refused, again)
        await passes(CALM)
        async with pacer.turn(3, BROADCAST):
            pass
        assert pacer.slots == 30

    play(story())


def test_one_chat_hears_one_message_a_second() -> None:
    async def story() -> None:
        line = Line("sliding", 1)
        for _ in range(5):
            await line.send(7)
        assert line.time() >= 4

    play(story())


def test_urgent_ones_go_first() -> None:
    async def story() -> None:
        pacer = Pacer(1, timer=asyncio.get_running_loop().time)
        went: list[int] = []

        async def send(chat_id: int, priority: int) -> None:
            async with pacer.turn(chat_id, priority):
                went.append(priority)

        wanted = [BROADCAST, BROADCAST, 1, 0, LIVE]
        await asyncio.gather(*(send(chat, priority) for chat, priority in enumerate(wanted)))
        assert went == [BROADCAST, LIVE, 0, 1, BROADCAST]  # the first found an empty line

    play(story())


def test_a_failure_frees_its_slot() -> None:
    async def story() -> None:
        time = asyncio.get_running_loop().time
        pacer = Pacer(1, timer=time)
        with pytest.raises(ApiError):
            async with pacer.turn(1, BROADCAST):
                raise ApiError(500, "Internal Server Error")
        async with pacer.turn(2, BROADCAST):
            assert time() == pytest.approx(1)

    play(story())


def test_whoever_stops_waiting_lets_the_next_go() -> None:
    async def story() -> None:
        pacer = Pacer(1, timer=asyncio.get_running_loop().time)

        async def send(chat_id: int) -> None:
            async with pacer.turn(chat_id, BROADCAST):
                await passes(1)

        tasks = [asyncio.create_task(send(chat_id)) for chat_id in range(3)]
        await asyncio.sleep(0)
        tasks[1].cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        assert [task.cancelled() for task in tasks] == [False, True, False]

    play(story())


def test_without_a_limit_nothing_waits() -> None:
    async def story() -> None:
        time = asyncio.get_running_loop().time
        pacer = Pacer(None, timer=time)
        for chat_id in range(1_000):
            async with pacer.turn(chat_id, BROADCAST):
                pass
        assert time() == 0

    play(story())


def test_the_shortest_trip_is_believed_when_enough_were_seen() -> None:
    trip = ShortestTrip()
    for number in range(ENOUGH):
        assert trip.trusted() == 0
        trip.seen(0.06 + 0.04 * (number % 2), number / 30)
    assert trip.trusted() == pytest.approx(0.06 - DOUBT * 0.02)


def test_a_trip_is_forgotten_after_a_while() -> None:
    trip = ShortestTrip()
    for minute in range(4):
        for number in range(ENOUGH):
            trip.seen(0.01 if minute == 0 else 0.09, minute * (CALM + 1) + number / 30)
    assert trip.trusted() == pytest.approx(0.09)
