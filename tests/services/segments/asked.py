"""Evaluates one condition on one member without SQL: the parts about time."""

from datetime import date, datetime, timedelta
from typing import TypeGuard

from services.segments.questions.tree import (
    Before,
    Condition,
    Dates,
    During,
    InMonth,
    Last,
    Next,
    Period,
    When,
)
from tests.services.segments.facts import Facts, Person


class Asked:
    def __init__(self, facts: Facts, person: Person, asked: Condition) -> None:
        self.facts, self.person, self.asked = facts, person, asked

    @property
    def _today(self) -> date:
        return self.facts.at.astimezone(self.facts.zone).date()

    def _over(self, instant: datetime | None) -> TypeGuard[datetime]:
        """It happened by the moment that is asked about."""
        return instant is not None and (not self.facts.past or instant <= self.facts.at)

    def _then(self, instant: datetime | None) -> bool:
        """It happened, and within the time of the condition."""
        if not self._over(instant):
            return False
        ago = self.facts.at - instant
        match self.asked.when:
            case None:
                return True
            case Last(days):
                return ago < timedelta(days=days)
            case Before(days):
                return ago >= timedelta(days=days)
            case when:
                return self._on(instant.astimezone(self.facts.zone).date(), when)

    def _ahead(self, instant: datetime | None) -> bool:
        """It is still to come, and within the time of the condition."""
        if instant is None or instant <= self.facts.at:
            return False
        match self.asked.when:
            case Next(days):
                return instant - self.facts.at <= timedelta(days=days)
            case During(period):
                day = instant.astimezone(self.facts.zone).date()
                return _of_period(day, period, self._today)
        raise AssertionError(self.asked.when)

    def _on(self, day: date, when: When) -> bool:
        match when:
            case Dates(first, last):
                return (first is None or first <= day) and (last is None or day <= last)
            case During(period):
                return _of_period(day, period, self._today)
        raise AssertionError(when)

    def _comes(self, month: int, day: int) -> bool:
        """This day of the year is celebrated within the time of the condition."""
        this = self._today.year
        days = [_celebrated(year, month, day) for year in (this - 1, this, this + 1, this + 2)]
        match self.asked.when:
            case None:
                return True
            case InMonth(number):
                return month == number
            case Next(number):
                return any(0 <= (one - self._today).days < number for one in days)
            case when:
                return any(self._on(one, when) for one in days)


def years(year: int, month: int, day: int, today: date) -> int:
    return today.year - year - ((today.month, today.day) < (month, day))


def _celebrated(year: int, month: int, day: int) -> date:
    """The date of a birthday in a year; for 29 February the day after the 28th."""
    return (
        date(year, month, 28) + timedelta(days=1)
        if (month, day) == (2, 29)
        else date(year, month, day)
    )


def _of_period(day: date, period: Period, today: date) -> bool:
    return {
        Period.TODAY: day == today,
        Period.YESTERDAY: (today - day).days == 1,
        Period.TOMORROW: (day - today).days == 1,
        Period.DAY_AFTER_TOMORROW: (day - today).days == 2,
        Period.THIS_WEEK: _week(day) == _week(today),
        Period.LAST_WEEK: _week(day) == _week(today - timedelta(days=7)),
        Period.NEXT_WEEK: _week(day) == _week(today + timedelta(days=7)),
        Period.THIS_MONTH: _months(day) == _months(today),
        Period.LAST_MONTH: _months(day) == _months(today) - 1,
        Period.NEXT_MONTH: _months(day) == _months(today) + 1,
        Period.THIS_YEAR: day.year == today.year,
        Period.LAST_YEAR: day.year == today.year - 1,
    }[period]


def _week(day: date) -> tuple[int, int]:
    year, week, _weekday = day.isocalendar()
    return year, week


def _months(day: date) -> int:
    return day.year * 12 + day.month
