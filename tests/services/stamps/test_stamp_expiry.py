"""Stamp cards that expire: said ahead in decent hours, emptied once, never during a pause."""

import asyncio
from datetime import UTC, date, datetime, timedelta

import pytest

from services.context import Context
from services.integrity import verify
from services.points import expiry_reminders
from services.stamps import stamp_cards, stamp_expiry
from services.stamps.stamp_cards import NewCard
from tests.cast import CountedSecrets, Shop
from tests.engines import fast_database
from tests.services.crowd import guests, told
from tests.services.stamps.stamp_counter import Counter

DAY = timedelta(days=1)
MONTH = NewCard("Кофе", "Кофе в подарок", needed=5, life_days=30)


async def pass_days(shop: Shop, days: int) -> None:
    """Let days pass, looking every six hours."""
    for _ in range(days * 4):
        await shop.clock.move(DAY / 4)
        await stamp_expiry.warn_due(shop.ctx)
        await stamp_expiry.expire_due(shop.ctx)


async def test_told_a_week_and_a_day_ahead_and_then_gone(shop: Shop) -> None:
    till = await Counter.open(shop, MONTH)
    await till.sell(times=2)  # on 2 March, so they live until the end of 1 April
    await pass_days(shop, 22)
    assert await told(shop.ctx, "notice-stamps-expiring") == []
    await pass_days(shop, 1)
    (ahead,) = await told(shop.ctx, "notice-stamps-expiring")
    assert (ahead["until"], ahead["stamps"], ahead["left"]) == (date(2026, 4, 1), 2, 3)
    await pass_days(shop, 6)
    assert len(await told(shop.ctx, "notice-stamps-expiring")) == 2
    assert await till.stamps() == [2]
    await pass_days(shop, 2)
    assert await till.stamps() == [0]
    assert len(await told(shop.ctx, "notice-stamps-expiring")) == 2
    assert await told(shop.ctx, "notice-stamps-expired") == [{"title": "Кофе", "count": 2}]
    await shop.settle()
    assert "сгорели 2 штампа" in shop.anna.text
    assert await till.adds_up()


async def test_a_purchase_before_the_clock_ticks_begins_a_new_card(shop: Shop) -> None:
    till = await Counter.open(shop, MONTH)
    await till.sell(times=4)
    await shop.clock.move(31 * DAY)
    assert await till.stamps() == [0]
    await till.sell()
    assert (await till.stamps(), await till.gifts()) == ([1], [])
    await pass_days(shop, 29)
    assert await till.stamps() == [1]
    assert await till.adds_up()


async def test_a_full_card_gives_the_next_one_its_whole_life(shop: Shop) -> None:
    till = await Counter.open(shop, NewCard("Кофе", "Кофе", needed=2, life_days=30))
    await till.sell()
    await shop.clock.move(29 * DAY)
    await till.sell(times=2)
    await pass_days(shop, 29)
    assert await till.stamps() == [1]


async def test_a_card_for_ever_stays(shop: Shop) -> None:
    till = await Counter.open(shop, NewCard("Кофе", "Кофе", life_days=None))
    await till.sell()
    await shop.clock.move(3000 * DAY)
    assert await stamp_expiry.expire_due(shop.ctx) == 0
    assert await till.stamps() == [1]


async def test_nothing_expires_in_a_pause_and_two_weeks_remain_after_it(shop: Shop) -> None:
    till = await Counter.open(shop, MONTH)
    (card,) = await stamp_cards.everything(shop.ctx, till.olga)
    await till.sell()
    await stamp_cards.pause(shop.ctx, till.olga, card.id)
    await pass_days(shop, 40)
    assert await till.stamps() == [1]
    assert await told(shop.ctx, "notice-stamps-expiring") == []
    await stamp_cards.resume(shop.ctx, till.olga, card.id)
    await pass_days(shop, 14)
    assert await till.stamps() == [1]
    await pass_days(shop, 1)
    assert await till.stamps() == [0]


async def test_a_card_that_lives_a_week_is_not_warned_of_at_birth(shop: Shop) -> None:
    till = await Counter.open(shop, NewCard("Кофе", "Кофе", life_days=7))
    await till.sell()
    await pass_days(shop, 5)
    assert await told(shop.ctx, "notice-stamps-expiring") == []
    await pass_days(shop, 2)
    assert len(await told(shop.ctx, "notice-stamps-expiring")) == 1


async def test_nobody_is_woken_and_a_missed_day_is_made_up_for(shop: Shop) -> None:
    till = await Counter.open(shop, MONTH)
    await till.sell()
    night = datetime(2026, 3, 27, 0, 30, tzinfo=UTC)  # five days ahead; the program was off
    await shop.clock.move(night - shop.clock.now())
    assert await stamp_expiry.warn_due(shop.ctx) == 0
    await shop.clock.move(timedelta(hours=7))
    assert await stamp_expiry.warn_due(shop.ctx) == 1
    assert await stamp_expiry.warn_due(shop.ctx) == 0


async def test_two_processes_expire_and_tell_once(
    shop: Shop, database_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for batched in (stamp_expiry, expiry_reminders):
        monkeypatch.setattr(batched, "BATCH", 3)
    till = await Counter.open(shop, MONTH)
    everybody = [till.anna, *await guests(shop.ctx, 7)]
    for member in everybody:
        till.anna = member
        await till.sell()
    second = fast_database(database_url)
    other = Context(second, shop.clock, CountedSecrets())
    await shop.clock.move(29 * DAY)
    for tick in (stamp_expiry.warn_due, stamp_expiry.expire_due):
        await asyncio.gather(tick(shop.ctx), tick(other))
        await shop.clock.move(2 * DAY)
    await second.close()
    assert len(await told(shop.ctx, "notice-stamps-expiring")) == len(everybody)
    assert len(await told(shop.ctx, "notice-stamps-expired")) == len(everybody)
    assert (await verify.run(shop.ctx)).ok
