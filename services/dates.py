"""Days where people live: local dates, birthdays, and the wall clock of a schedule."""

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
    """Whose birthday is celebrated on a day: one (month, day), or two on 1 March."""
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
    """The same for so many days, `first` among them."""
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
    """The instant at which clocks on the wall show `wall` on that day, as UTC.

    An hour that the clocks skip comes as much later as they jump; of an hour that comes twice,
    the first counts.
    """
    return datetime.combine(day, wall, tzinfo=zone).astimezone(UTC)
