"""The guests of the demonstration shop: some hundreds of believable people and their visits."""

import calendar
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from random import Random
from zoneinfo import ZoneInfo

from app.seed.texts import ShopTexts
from models.people import Gender, Source

YEARS = timedelta(days=730)
"""How long the shop has been open."""

CROWD = 400
FIRST_ID = 20_000
"""Messenger id of the first of the crowd; the cast has smaller ones."""


def _in_100(rng: Random, chance: int) -> bool:
    return rng.randrange(100) < chance


@dataclass(frozen=True, slots=True)
class Habit:
    """How somebody comes: every so many days, so many times at most, and whether they stopped."""

    share: int
    gap: tuple[int, int]
    visits: tuple[int, int] = (500, 500)
    sleeping: bool = False


REGULAR = Habit(share=7, gap=(3, 9))
HABITS = (
    REGULAR,
    Habit(share=17, gap=(11, 28)),
    Habit(share=34, gap=(30, 75)),
    Habit(share=27, gap=(4, 30), visits=(1, 2)),
    Habit(share=15, gap=(8, 25), visits=(4, 30), sleeping=True),
)

HOURS = (8, 8, 9, 9, 9, 10, 11, 12, 13, 13, 14, 15, 16, 17, 18, 18, 19, 20)
"""When people come: before work, at lunch, after work."""

BUSY = {0: 8, 1: 8, 2: 9, 3: 9, 4: 10, 5: 7, 6: 5}
"""How many of ten who meant to come on a weekday (0 is Monday) do."""


@dataclass(frozen=True, slots=True)
class Guest:
    """Somebody of the crowd. `birthday` is (day, month, year or None)."""

    external_id: int
    name: str
    gender: Gender | None
    language: str
    city: str | None
    phone: str | None
    birthday: tuple[int, int, int | None] | None
    joined_at: datetime
    habit: Habit
    ads: bool
    blocked: bool
    source: Source


def crowd(rng: Random, texts: ShopTexts, language: str, now: datetime) -> list[Guest]:
    """The guests in the order in which they joined."""
    opened = now - YEARS
    joined = sorted(_joining(rng, texts, opened, now) for _ in range(CROWD))
    return [_guest(rng, texts, language, number, at, now) for number, at in enumerate(joined)]


def _joining(rng: Random, texts: ShopTexts, opened: datetime, now: datetime) -> datetime:
    day = (opened + timedelta(days=rng.randrange(YEARS.days))).date()
    return min(_moment(rng, day, texts), now - timedelta(minutes=rng.randrange(20, 300)))


def _guest(
    rng: Random, texts: ShopTexts, language: str, number: int, joined_at: datetime, now: datetime
) -> Guest:
    gender = rng.choice((Gender.FEMALE, Gender.FEMALE, Gender.MALE))
    foreign = rng.randrange(12) == 0
    first = rng.choice(texts.women if gender is Gender.FEMALE else texts.men)
    surname = rng.choice(texts.surnames)[gender is Gender.MALE]
    return Guest(
        external_id=FIRST_ID + number,
        name=rng.choice(texts.visitors) if foreign else f"{first} {surname}",
        gender=gender if _in_100(rng, 70) and not foreign else None,
        language=texts.other_language if foreign else language,
        city=_city(rng, texts) if _in_100(rng, 60) else None,
        phone=f"{texts.phone}{number:04}" if _in_100(rng, 50) else None,
        birthday=_birthday(rng, number, now.date()),
        joined_at=joined_at,
        habit=rng.choices(HABITS, [habit.share for habit in HABITS])[0],
        ads=_in_100(rng, 78),
        blocked=_in_100(rng, 7),
        source=rng.choices(
            (Source.POSTER, Source.REFERRAL, Source.STAFF, Source.DIRECT), (60, 15, 15, 10)
        )[0],
    )


def _city(rng: Random, texts: ShopTexts) -> str:
    return rng.choices(texts.cities, [16, *(1 for _ in texts.cities[1:])])[0]


def _birthday(rng: Random, number: int, today: date) -> tuple[int, int, int | None] | None:
    """A birthday for more than half; every fortieth has one within the next week."""
    soon = number % 40 == 0
    if not soon and not _in_100(rng, 55):
        return None
    year = today.year - rng.randrange(19, 62)
    day = today + timedelta(days=1 + number // 40 % 7)
    if not soon:
        month = rng.randint(1, 12)
        day = date(year, month, rng.randint(1, calendar.monthrange(year, month)[1]))
    return day.day, day.month, year if rng.randrange(10) else None


def visits(rng: Random, texts: ShopTexts, guest: Guest, now: datetime) -> Iterator[datetime]:
    """When a guest came and bought something, the day of joining first."""
    habit = guest.habit
    end = now - timedelta(minutes=10)
    if habit.sleeping:
        end -= timedelta(days=rng.randrange(60, 300))
    gap = rng.randint(*habit.gap)
    at = guest.joined_at + timedelta(minutes=4)
    for _ in range(rng.randint(*habit.visits)):
        if at > end:
            return
        yield at
        day = at.date() + timedelta(days=max(1, rng.randint(gap // 2, gap * 3 // 2)))
        while rng.randrange(10) >= BUSY[day.weekday()]:
            day += timedelta(days=1)
        at = _moment(rng, day, texts)


def _moment(rng: Random, day: date, texts: ShopTexts) -> datetime:
    """A minute of the shop's hours on a day."""
    wall = time(rng.choice(HOURS), rng.randrange(60), rng.randrange(60))
    return datetime.combine(day, wall, tzinfo=ZoneInfo(texts.timezone)).astimezone(UTC)
