"""Dates where people live: local days, birthdays, and the times of a schedule."""

import calendar
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

MonthDay = tuple[int, int]

LEAP_DAY: MonthDay = (2, 29)
ITS_DAY: MonthDay = (3, 1)
"""When 29 February is celebrated in other years: the day after, never before the birthday."""


@dataclass(frozen=True, slots=True)
class Birthday:
    day: int
    month: int
    year: int | None


def birthdays_on(day: date) -> tuple[MonthDay, ...]:
    """Birthdays that are celebrated on a day: one (month, day), or two on 1 March."""
    own = (day.month, day.day)
    if own == ITS_DAY and not calendar.isleap(day.year):
        return (own, LEAP_DAY)
    return (own,)


def birthday_in(year: int, month: int, day: int) -> date:
    """The day of a year on which a birthday is celebrated."""
    if (month, day) == LEAP_DAY and not calendar.isleap(year):
        month, day = ITS_DAY
    return date(year, month, day)


def birthdays_within(first: date, days: int) -> list[MonthDay]:
    """Birthdays that are celebrated within `days` days from `first` on."""
    return [pair for day in _days(first, min(days, 366)) for pair in birthdays_on(day)]


def _days(first: date, count: int) -> Iterator[date]:
    return (first + timedelta(days=number) for number in range(count))


def days_between(then: datetime, now: datetime, zone: ZoneInfo) -> int:
    """How many midnights of a time zone lie between two instants."""
    return (now.astimezone(zone).date() - then.astimezone(zone).date()).days


def start_of_day(day: date, zone: ZoneInfo) -> datetime:
    """The instant at which a day begins in a time zone, as UTC."""
    return at_wall_time(day, time.min, zone)


def at_wall_time(day: date, wall: time, zone: ZoneInfo) -> datetime:
    """The instant, as UTC, at which local clocks show `wall` on that day.

    A time that the clocks skip moves on by as much as they jump; of an hour that comes twice, the
    first counts.
    """
    return datetime.combine(day, wall, tzinfo=zone).astimezone(UTC)
