"""Birthdays: in the morning where the member lives, once a year, whatever happens meanwhile."""

import asyncio
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from models.ledger import Operation
from services.context import Context
from services.dates import Birthday
from services.enums import OperationKind
from services.members import birthdays
from services.money import Money
from services.profiles import profiles
from services.profiles.errors import BirthdayLocked
from services.programme import settings
from services.programme.settings import Changes
from tests.cast import CountedSecrets, Shop
from tests.engines import fast_database
from tests.services.crowd import balance, guest, queued, rows, told

BONUS = "notice-birthday"
WISH = "notice-birthday-wish"


async def at(shop: Shop, moment: str) -> None:
    """Put the clock to an instant given in Moscow's time (UTC+3)."""
    there = datetime.fromisoformat(moment).replace(tzinfo=UTC) - timedelta(hours=3)
    await shop.clock.move(there - shop.clock.now())


async def test_a_bonus_in_the_morning_and_the_date_stays(shop: Shop) -> None:
    anna = await shop.join(shop.anna)
    await profiles.set_birthday(shop.ctx, anna, Birthday(20, 3, 1990))
    await at(shop, "2026-03-20T08:59")
    assert await birthdays.give_due(shop.ctx) == 0
    await at(shop, "2026-03-20T09:00")
    assert await birthdays.give_due(shop.ctx) == 1
    assert await told(shop.ctx, BONUS) == [
        {
            "name": "Анна",
            "shop": "Зерно",
            "points": 300,
            "worth": Money(300_00, "RUB"),
            "until": date(2026, 4, 3),
        }
    ]
    assert await balance(shop.ctx, anna) == 400
    with pytest.raises(BirthdayLocked):
        await profiles.set_birthday(shop.ctx, anna, Birthday(21, 3, 1990))
    await shop.settle()
    assert "с днём рождения" in shop.anna.text
    assert "300 баллов" in shop.anna.text


async def test_late_the_same_day_but_not_the_next(shop: Shop) -> None:
    late = await guest(shop.ctx, 1, birth_day=20, birth_month=3)
    missed = await guest(shop.ctx, 2, birth_day=19, birth_month=3)
    await at(shop, "2026-03-20T23:59")
    assert await birthdays.give_due(shop.ctx) == 1
    assert (await balance(shop.ctx, late), await balance(shop.ctx, missed)) == (400, 100)


async def test_once_a_year_and_again_the_next(shop: Shop) -> None:
    member = await guest(shop.ctx, 1, birth_day=20, birth_month=3)
    for moment in ("2026-03-20T10:00", "2026-03-20T15:00", "2027-03-20T10:00", "2027-03-20T11:00"):
        await at(shop, moment)
        await birthdays.give_due(shop.ctx)
    assert len(await queued(shop.ctx, BONUS)) == 2
    assert await rows(shop.ctx, Operation, Operation.kind == OperationKind.BIRTHDAY) == 2
    assert await balance(shop.ctx, member) == 700  # nothing expires by itself in this test


@pytest.mark.parametrize(("year", "day"), [(2027, "03-01"), (2028, "02-29")])
async def test_29_february(sqlite_shop: Shop, year: int, day: str) -> None:
    shop = sqlite_shop
    await guest(shop.ctx, 1, birth_day=29, birth_month=2)
    given = {}
    for candidate in ("02-27", "02-28", "02-29", "03-01", "03-02"):
        try:
            await at(shop, f"{year}-{candidate}T12:00")
        except ValueError:
            continue  # no such day in this year
        given[candidate] = await birthdays.give_due(shop.ctx)
    assert [candidate for candidate, count in given.items() if count] == [day]


async def test_the_morning_is_the_member_s_own(shop: Shop) -> None:
    day: dict[str, Any] = {"birth_day": 20, "birth_month": 3}
    names = ("Asia/Vladivostok", "Europe/Moscow", "America/New_York")  # UTC+10, +3, -4
    for number, name in enumerate(names):
        await guest(shop.ctx, number, timezone=name, **day)
    await guest(shop.ctx, 9, **day)  # the shop's zone: Moscow
    given = []
    for moment in ("2026-03-20T01:59", "2026-03-20T02:00", "2026-03-20T09:00", "2026-03-20T16:00"):
        await at(shop, moment)
        given.append(await birthdays.give_due(shop.ctx))
    assert given == [0, 1, 2, 1]


async def test_no_bonus_in_the_first_days_but_a_wish(shop: Shop) -> None:
    # They join on 2 March; the programme asks for 7 days.
    early = await guest(shop.ctx, 1, birth_day=8, birth_month=3)
    old_enough = await guest(shop.ctx, 2, birth_day=9, birth_month=3)
    for moment in ("2026-03-08T12:00", "2026-03-08T13:00", "2026-03-09T12:00"):
        await at(shop, moment)
        await birthdays.give_due(shop.ctx)
    assert (await balance(shop.ctx, early), await balance(shop.ctx, old_enough)) == (100, 400)
    assert (len(await queued(shop.ctx, WISH)), len(await queued(shop.ctx, BONUS))) == (1, 1)
    await profiles.set_birthday(shop.ctx, early, None)  # nothing was given, so nothing is locked


async def test_no_bonus_in_the_programme_leaves_the_wish(shop: Shop) -> None:
    member = await guest(shop.ctx, 1, birth_day=20, birth_month=3)
    olga = await shop.identity(shop.olga)
    await settings.change(shop.ctx, olga, Changes({"birthday_bonus": 0}))
    await at(shop, "2026-03-20T12:00")
    assert await birthdays.give_due(shop.ctx) == 1
    # A bonus that the owner sets in the afternoon is for those whose day has not come yet.
    await settings.change(shop.ctx, olga, Changes({"birthday_bonus": 500}))
    assert await birthdays.give_due(shop.ctx) == 0
    assert await balance(shop.ctx, member) == 100
    assert len(await queued(shop.ctx, WISH)) == 1


async def test_the_bonus_is_their_own_right(shop: Shop) -> None:
    """No consent to offers is needed for it, and no chat that reaches them."""
    day: dict[str, Any] = {"birth_day": 20, "birth_month": 3}
    silent = await guest(shop.ctx, 1, ads=False, **day)
    blocked = await guest(shop.ctx, 2, blocked=True, **day)
    await at(shop, "2026-03-20T12:00")
    assert await birthdays.give_due(shop.ctx) == 2
    assert (await balance(shop.ctx, silent), await balance(shop.ctx, blocked)) == (400, 400)
    assert len(await queued(shop.ctx, BONUS)) == 1


async def test_two_processes_give_once(shop: Shop, database_url: str) -> None:
    for number in range(6):
        await guest(shop.ctx, number, birth_day=20, birth_month=3)
    await at(shop, "2026-03-20T12:00")
    second = fast_database(database_url)
    other = Context(second, shop.clock, CountedSecrets())
    given = await asyncio.gather(birthdays.give_due(shop.ctx), birthdays.give_due(other))
    await second.close()
    assert sum(given) == 6
    assert await rows(shop.ctx, Operation, Operation.kind == OperationKind.BIRTHDAY) == 6
    assert len(await queued(shop.ctx, BONUS)) == 6
