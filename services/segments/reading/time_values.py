"""Times of a sentence, and their conversion to the time of a condition."""

import calendar
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from services.segments.attribute_catalogue import LONGEST_DAYS
from services.segments.questions.attribute import Attribute
from services.segments.questions.tree import (
    Before,
    Dates,
    During,
    InMonth,
    Last,
    Next,
    Period,
    When,
)
from services.segments.reading.amounts import Nonsense

DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Within:
    """Within `days` days, back or ahead as the attribute allows."""

    days: int


@dataclass(frozen=True, slots=True)
class Longer:
    """For `days` days or more: «не были больше 60 дней»."""

    days: int


@dataclass(frozen=True, slots=True)
class Stretch:
    """Between `least` and `most` days: «30-60 дней назад»; without `ago`, for so long."""

    least: int
    most: int
    ago: bool


@dataclass(frozen=True, slots=True)
class Either:
    """In either of two periods: «сегодня или завтра». `both`: joined by "and", which is allowed for
    an event that has one date, and for one that did not happen.
    """

    periods: tuple[Period, Period]
    both: bool


@dataclass(frozen=True, slots=True)
class MonthOf:
    """A month of one year; of any year if `year` is None."""

    month: int
    year: int | None


@dataclass(frozen=True, slots=True)
class Days:
    """A named day, month or year, by its first and last day."""

    first: date
    last: date


class Broken:
    """A time that does not exist, such as 31 February."""


Time = When | Within | Longer | Stretch | Either | MonthOf | Broken


def each(spoken: Sequence[Time]) -> list[list[Time]]:
    """The times of each alternative: Either makes two."""
    match spoken:
        case [Either(periods=periods)]:
            return [[During(period)] for period in periods]
    return [list(spoken)]


def when(attribute: Attribute, times: Sequence[Time], today: date) -> When | None:
    """The times combined into one. Raises Nonsense for a time that the attribute does not take."""
    found: When | None = None
    for time in times:
        meant = _meant(attribute, time, today)
        if found is None:
            found = meant
        elif isinstance(found, Dates) and isinstance(meant, Dates):
            found = _both(found, meant)
        else:
            raise Nonsense
    if found is None and not attribute.timeless:
        raise Nonsense
    if found is not None and not attribute.takes(found):
        raise Nonsense
    return found


def _meant(attribute: Attribute, time: Time, today: date) -> When:
    match time:
        case Within(days):
            return Next(days) if Last not in attribute.whens else Last(days)
        case Longer(days):
            return Before(days)
        case MonthOf(month, None) if InMonth in attribute.whens:
            return InMonth(month)
        case MonthOf(month, year):
            whole = month_of(month, year, today)
            return Dates(whole.first, whole.last)
        case Stretch() | Either() | Broken():  # they need two conditions, or no time exists
            raise Nonsense
        case _:
            return time


def _both(one: Dates, other: Dates) -> Dates:
    """Two open ranges as one. Raises Nonsense if both have the same end."""
    if None not in {one.first, other.first} or None not in {one.last, other.last}:
        raise Nonsense
    return Dates(one.first or other.first, one.last or other.last)


def month_of(month: int, year: int | None, today: date) -> Days:
    """A month of a year; without a year the latest that has begun."""
    if year is None:
        year = today.year if month <= today.month else today.year - 1
    return Days(date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1]))


def day_of(day: int, month: int, year: int | None, today: date) -> Days | Broken:
    """A day of a year; without a year the latest that is not in the future, 29 February too."""
    years = range(today.year, today.year - 9, -1) if year is None else (year,)
    for each in years:
        try:
            found = date(each, month, day)
        except ValueError:
            continue
        if year is not None or found <= today:
            return Days(found, found)
    return Broken()


def days(number: int, unit: int) -> int | None:
    """`number` units of `unit` days, in days; None beyond LONGEST_DAYS."""
    found = number * unit
    return found if 0 <= found <= LONGEST_DAYS else None
