"""The metronome ticks, survives a failing tick, and stops only when nothing is half done."""

import asyncio
import logging
from datetime import timedelta

import pytest

from jobs import schedule
from jobs.schedule import Metronome, Tick, tick_all
from services.context import Context
from services.enums import OfferKind, Schedule
from services.integrity import verify
from services.offers.offer_editing import NewOffer, make
from services.offers.schedules import Plan
from services.rewards import vouchers
from services.segments.questions.tree import EVERYONE
from tests.cast import MONDAY, Shop
from tests.services.crowd import balance


async def fail(_ctx: Context) -> int:
    raise RuntimeError("no luck")


async def test_a_failing_tick_is_logged_and_the_others_go_on(
    sqlite_shop: Shop, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    ran = []

    async def count(_ctx: Context) -> int:
        ran.append(1)
        return 2

    ticks = (Tick("this one", 5, fail), Tick("that one", 5, count))
    monkeypatch.setattr(schedule, "TICKS", ticks)
    with caplog.at_level(logging.INFO, logger="jobs.schedule"):
        await tick_all(sqlite_shop.ctx)
    assert ran == [1]
    assert [record.getMessage() for record in caplog.records] == [
        "Failed: this one",
        "Done: that one (2)",
    ]
    assert caplog.records[0].exc_info is not None


async def test_it_ticks_at_once_and_stops_after_what_it_does(
    sqlite_shop: Shop, monkeypatch: pytest.MonkeyPatch
) -> None:
    started, go_on = asyncio.Event(), asyncio.Event()
    finished = []

    async def slow(_ctx: Context) -> int:
        started.set()
        await go_on.wait()
        finished.append(1)
        return 1

    monkeypatch.setattr(schedule, "TICKS", ())
    metronome = Metronome(sqlite_shop.ctx, [Tick("slow", 3600, slow)])
    metronome.start()
    await started.wait()
    stopping = asyncio.create_task(metronome.stop())
    await asyncio.sleep(0)
    assert not stopping.done()
    go_on.set()
    await stopping
    assert finished == [1]


async def test_catching_up_ends_with_the_metronome(
    sqlite_shop: Shop, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Who asked for it may leave; what is under way is waited for, and nothing begins after it."""
    started, go_on = asyncio.Event(), asyncio.Event()
    did = []

    async def slow(_ctx: Context) -> int:
        started.set()
        await go_on.wait()
        did.append("slow")
        return 1

    async def late(_ctx: Context) -> int:
        did.append("late")
        return 1

    monkeypatch.setattr(schedule, "TICKS", ())
    metronome = Metronome(sqlite_shop.ctx)
    metronome.start()
    monkeypatch.setattr(schedule, "TICKS", (Tick("slow", 5, slow), Tick("late", 5, late)))
    stays = asyncio.create_task(metronome.catch_up())
    leaves = asyncio.create_task(metronome.catch_up())
    await started.wait()
    leaves.cancel()
    stopping = asyncio.create_task(metronome.stop())
    await asyncio.sleep(0)
    assert not stopping.done()
    go_on.set()
    await stopping
    await stays
    await metronome.catch_up()
    assert did == ["slow", "slow"]


async def test_every_tick_comes_again_late_or_not(sqlite_shop: Shop) -> None:
    metronome = Metronome(sqlite_shop.ctx)
    metronome.start()
    jobs = metronome._scheduler.get_jobs()
    again = {job.id: job for job in jobs if job.id in {tick.name for tick in schedule.TICKS}}
    await metronome.stop()
    assert len(again) == len(schedule.TICKS)
    for job in again.values():
        assert (job.coalesce, job.max_instances, job.misfire_grace_time) == (True, 1, None)


async def test_a_day_of_the_shop(shop: Shop) -> None:
    """An offer, its gift that nobody collects, and the clock that takes both away."""
    anna = await shop.join(shop.anna)
    olga = await shop.identity(shop.olga)
    everyone = EVERYONE
    plan = Plan(Schedule.ONCE, once_at=MONDAY + timedelta(hours=1))
    for kind, value in ((OfferKind.POINTS, 50), (OfferKind.GIFT, 0)):
        offer = NewOffer("Подарок", "Ждём!", kind, value, 1, everyone, plan)
        await make(shop.ctx, olga, offer)
    await shop.later(hours=1)
    assert (await balance(shop.ctx, anna), len(await vouchers.mine(shop.ctx, anna))) == (150, 1)
    assert [text for text in shop.anna.texts(2) if "Подарок" not in text] == []
    await shop.later(days=2)
    assert (await balance(shop.ctx, anna), len(await vouchers.mine(shop.ctx, anna))) == (100, 0)
    assert (await verify.run(shop.ctx)).ok
