"""The calendar of the world."""

from datetime import UTC, datetime, timedelta

import pytest

from sandbox import SandboxClock, World

MONDAY = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)


def test_a_frozen_clock_moves_only_when_moved() -> None:
    clock = SandboxClock(MONDAY, frozen=True)
    assert clock.now() == clock.now() == MONDAY
    clock.advance(timedelta(days=1))
    assert clock.now() == MONDAY + timedelta(days=1)


def test_a_living_clock_ticks() -> None:
    clock = SandboxClock(MONDAY)
    first = clock.now()
    assert clock.now() >= first >= MONDAY


def test_time_never_runs_back_and_has_a_zone() -> None:
    with pytest.raises(ValueError, match="forward"):
        SandboxClock().advance(timedelta(seconds=-1))
    with pytest.raises(ValueError, match="aware"):
        SandboxClock(datetime(2026, 3, 2))  # noqa: DTZ001 - the mistake under test


async def test_a_move_waits_for_those_who_work_on_it() -> None:
    clock = SandboxClock(MONDAY, frozen=True)
    seen: list[datetime] = []

    async def work() -> None:
        seen.append(clock.now())

    clock.on_move(work)
    await clock.move(timedelta(hours=1))
    assert seen == [MONDAY + timedelta(hours=1)]
    with pytest.raises(TypeError, match="await"):
        clock.advance(timedelta(hours=1))


async def test_messages_bear_the_worlds_date() -> None:
    world = World(clock=SandboxClock(MONDAY, frozen=True))
    anna = world.person("Anna", started=True)
    with world.subscribe() as events:
        await world.clock.move(timedelta(hours=1))
        assert events.get_nowait()["type"] == "clock"
    await world.call("sendMessage", {"chat_id": anna.id, "text": "x"})
    assert anna.last["date"] == int(MONDAY.timestamp()) + 3600
