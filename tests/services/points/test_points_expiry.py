"""Points that expire: taken out once, and never without a word well ahead."""

import asyncio
from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.ledger import Operation
from services.context import Context
from services.enums import OperationKind
from services.money import Money
from services.points import expiry_reminders, points_expiry
from services.points.points_expiry import AHEAD, _Dying
from tests.cast import CountedSecrets, Shop
from tests.engines import fast_database
from tests.services.crowd import award, balance, guest, guests, queued, rows, told

WARNING = "notice-expiring"
DAY = timedelta(days=1)


def end_of_day(shop: Shop, days: int) -> datetime:
    """23:59:59 in Moscow, so many days from now (noon there)."""
    return shop.clock.now() + days * DAY + timedelta(hours=11, minutes=59, seconds=59)


async def warnings(shop: Shop, days: int) -> list[tuple[date, int, int]]:
    """Let days pass, looking every six hours; (day, points, later) of what was said."""
    for _ in range(days * 4):
        await shop.clock.move(DAY / 4)
        await points_expiry.warn_due(shop.ctx)
        await points_expiry.expire_due(shop.ctx)
    return [
        (queue.created_at.date(), int(str(said["points"])), int(str(said["later"])))
        for queue, said in zip(
            await queued(shop.ctx, WARNING), await told(shop.ctx, WARNING), strict=True
        )
    ]


async def test_what_is_left_of_a_lot_goes_at_its_second(shop: Shop) -> None:
    member = await guest(shop.ctx, 1)
    end = end_of_day(shop, 1)
    await award(shop.ctx, member, 50, key="one", expires_at=end)
    await award(shop.ctx, member, 30, key="two", expires_at=end + DAY)
    await shop.clock.move(end - shop.clock.now() - timedelta(seconds=1))
    assert await points_expiry.expire_due(shop.ctx) == 0
    await shop.clock.move(timedelta(seconds=1))
    assert await points_expiry.expire_due(shop.ctx) == 1
    assert await points_expiry.expire_due(shop.ctx) == 0
    assert await balance(shop.ctx, member) == 130


async def test_more_accounts_than_a_batch_by_two_processes_at_once(
    shop: Shop, database_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(points_expiry, "BATCH", 4)
    everybody = await guests(shop.ctx, 10)
    for member in everybody:
        await award(shop.ctx, member, 10, key=f"lot:{member}", expires_at=shop.clock.now() + DAY)
    await shop.clock.move(DAY)
    second = fast_database(database_url)
    other = Context(second, shop.clock, CountedSecrets())
    await asyncio.gather(points_expiry.expire_due(shop.ctx), points_expiry.expire_due(other))
    await second.close()
    assert await rows(shop.ctx, Operation, Operation.kind == OperationKind.EXPIRE) == len(everybody)
    assert {await balance(shop.ctx, member) for member in everybody} == {100}


async def test_told_14_3_and_1_days_ahead(shop: Shop) -> None:
    anna = await shop.join(shop.anna)
    await award(shop.ctx, anna, 50, key="one", expires_at=end_of_day(shop, 20))
    # MONDAY is 2 March, so the points live until the end of 22 March.
    assert await warnings(shop, 22) == [
        (date(2026, 3, 8), 50, 0),
        (date(2026, 3, 19), 50, 0),
        (date(2026, 3, 21), 50, 0),
    ]
    assert await balance(shop.ctx, anna) == 100
    await shop.settle()
    assert [text for text in shop.anna.texts(3) if "50 баллов" not in text] == []
    first = (await told(shop.ctx, WARNING))[0]
    assert first["until"] == date(2026, 3, 22)
    assert first["worth"] == Money(50_00, "RUB")


async def test_one_message_says_everything_of_the_day(shop: Shop) -> None:
    member = await guest(shop.ctx, 1)
    for key, days, points in (("a", 15, 5), ("b", 15, 6), ("c", 4, 3), ("d", 10, 70)):
        at = end_of_day(shop, days)
        long_ago = shop.clock.now() - 100 * DAY
        await award(shop.ctx, member, points, key=key, expires_at=at, at=long_ago)
    said = await warnings(shop, 5)
    # On the 2nd the ones of 4 and 10 days are past their day of 14, which nothing said before.
    assert said == [(date(2026, 3, 2), 3, 70), (date(2026, 3, 3), 3, 11), (date(2026, 3, 5), 3, 0)]


async def test_a_lot_that_lives_14_days_is_not_warned_of_at_birth(shop: Shop) -> None:
    member = await guest(shop.ctx, 1)
    await award(shop.ctx, member, 300, key="gift", expires_at=end_of_day(shop, 14))
    assert [day for day, *_ in await warnings(shop, 15)] == [date(2026, 3, 13), date(2026, 3, 15)]


async def test_decent_hours_are_the_member_s_own(shop: Shop) -> None:
    # Noon in Moscow is 19:00 in Vladivostok and 4:00 in New York.
    for number, zone in enumerate(("Asia/Vladivostok", "America/New_York", None)):
        member = await guest(shop.ctx, number, timezone=zone)
        await award(
            shop.ctx,
            member,
            10,
            key=f"lot:{number}",
            expires_at=end_of_day(shop, 3),
            at=shop.clock.now() - 100 * DAY,
        )
    told_at = []
    for _ in range(9):
        told_at.append(await points_expiry.warn_due(shop.ctx))
        await shop.clock.move(timedelta(hours=1))
    assert told_at == [2, 0, 0, 0, 0, 0, 1, 0, 0]


async def test_a_missed_day_is_made_up_for(shop: Shop) -> None:
    member = await guest(shop.ctx, 1)
    await award(shop.ctx, member, 50, key="one", expires_at=end_of_day(shop, 20))
    await shop.clock.move(9 * DAY)  # the program was off on the day of 14
    assert await points_expiry.warn_due(shop.ctx) == 1
    await shop.clock.move(DAY)
    assert await points_expiry.warn_due(shop.ctx) == 0


async def test_two_processes_tell_once(
    shop: Shop, database_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(expiry_reminders, "BATCH", 4)
    for member in await guests(shop.ctx, 10):
        long_ago = shop.clock.now() - 100 * DAY
        end = end_of_day(shop, 3)
        await award(shop.ctx, member, 10, key=f"lot:{member}", expires_at=end, at=long_ago)
    second = fast_database(database_url)
    other = Context(second, shop.clock, CountedSecrets())
    counts = await asyncio.gather(points_expiry.warn_due(shop.ctx), points_expiry.warn_due(other))
    await second.close()
    assert sum(counts) == 10
    assert len(await queued(shop.ctx, WARNING)) == 10


@given(life=st.integers(0, 400), looks=st.sets(st.integers(0, 400), max_size=60))
def test_whatever_days_are_missed_each_warning_comes_at_most_once(
    life: int, looks: set[int]
) -> None:
    born = date(2026, 1, 1)
    lot = _Dying(born, born + timedelta(days=life), 10)
    said: list[date] = []
    for look in sorted(look for look in looks if look <= life):
        today = born + timedelta(days=look)
        since = lot.warned_from(today)
        if since is not None and not any(day >= since for day in said):
            said.append(today)
    spans = [
        (life - days, life - nearer) for days, nearer in zip(AHEAD, (-1, *AHEAD), strict=False)
    ]
    for (first, end), ahead in zip(spans, AHEAD, strict=True):
        inside = [day for day in said if first <= (day - born).days < end]
        looked = any(first <= look < end and look <= life for look in looks)
        assert len(inside) == (1 if looked and life > ahead else 0)
