"""The scope of a question: the moment, the shop's time zone, saved segments and findings."""

import calendar
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import ColumnElement, Select, and_, false, or_, true
from sqlalchemy.sql.elements import SQLCoreOperations

from models.people import Member
from services import dates
from services.segments.questions.tree import Before, Dates, During, Last, Next, Node, Period, When

TICK = timedelta(microseconds=1)
"""The resolution of stored times."""


@dataclass(frozen=True, slots=True)
class Span:
    """A time range: later than `after`, up to and including `through`; None is an open end."""

    after: datetime | None
    through: datetime | None

    @property
    def ever(self) -> bool:
        return self.after is None and self.through is None

    def of(self, column: SQLCoreOperations[Any]) -> ColumnElement[bool]:
        """The instant of a column is within the range; false or NULL when the column is NULL."""
        bounds: list[ColumnElement[bool]] = []
        if self.after is not None:
            bounds.append(column > self.after)
        if self.through is not None:
            bounds.append(column <= self.through)
        return and_(*bounds) if bounds else column.is_not(None)


@dataclass(frozen=True, slots=True)
class Scope:
    """All that a question depends on besides the rows and its own values."""

    at: datetime
    zone: ZoneInfo
    saved: Mapping[int, Node | None] = field(default_factory=dict)
    """Saved segments by id: the question of a live one; None for a frozen one."""
    findings: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    past: bool = False
    """`at` is in the past and later events must not count, so no span has an open end."""
    each: bool = False
    """True for questions about a few members: each is looked up (EXISTS). Otherwise all members are
    scanned, and it is faster to collect the owners of matching rows first (IN).
    """

    def among(
        self, owners: Select[Any], own: SQLCoreOperations[int] = Member.id
    ) -> ColumnElement[bool]:
        """The member's id, or another column `own`, is in the result of a query."""
        if not self.each:
            return own.in_(owners)
        (owner,) = owners.selected_columns
        return owners.where(owner == own).correlate(Member).exists()

    @property
    def today(self) -> date:
        return self.at.astimezone(self.zone).date()

    def span(self, when: When | None) -> Span:
        """The instants that a time means. Raises ValueError for InMonth, a time of any year."""
        span = self._meant(when)
        if not self.past:
            return span
        return Span(span.after, self.at if span.through is None else min(span.through, self.at))

    def ahead(self, when: When | None) -> Span:
        """The same for events to come: of today, only the rest of the day."""
        span = self._meant(when)
        return Span(self.at if span.after is None else max(span.after, self.at), span.through)

    def _meant(self, when: When | None) -> Span:
        match when:
            case None:
                return Span(None, None)
            case Last(days):
                return Span(self.at - timedelta(days=days), None)
            case Before(days):
                return Span(None, self.at - timedelta(days=days))
            case Next(days):
                return Span(self.at, self.at + timedelta(days=days))
            case During(period):
                return self._days(*days_of(period, self.today))
            case Dates(first, last):
                return self._days(first, last)
        raise ValueError(f"{when} is a time of the year")

    def _days(self, first: date | None, last: date | None) -> Span:
        """Whole days in the shop's time zone, both included. The first and the last date that exist
        are open ends.
        """
        after = through = None
        if first is not None and first > date.min:
            after = dates.start_of_day(first, self.zone) - TICK
        if last is not None and last < date.max:
            through = dates.start_of_day(last + timedelta(days=1), self.zone) - TICK
        return Span(after, through)


def days_of(period: Period, today: date) -> tuple[date, date]:
    """The first and the last day of a calendar period."""
    day, week = timedelta(days=1), timedelta(days=7)
    monday = today - today.weekday() * day
    month = today.replace(day=1)
    next_month, after_it = _month_after(month), _month_after(_month_after(month))
    year = date(today.year, 1, 1)
    beginning, end = {
        Period.TODAY: (today, today + day),
        Period.YESTERDAY: (today - day, today),
        Period.TOMORROW: (today + day, today + 2 * day),
        Period.DAY_AFTER_TOMORROW: (today + 2 * day, today + 3 * day),
        Period.THIS_WEEK: (monday, monday + week),
        Period.LAST_WEEK: (monday - week, monday),
        Period.NEXT_WEEK: (monday + week, monday + 2 * week),
        Period.THIS_MONTH: (month, next_month),
        Period.LAST_MONTH: ((month - day).replace(day=1), month),
        Period.NEXT_MONTH: (next_month, after_it),
        Period.THIS_YEAR: (year, date(today.year + 1, 1, 1)),
        Period.LAST_YEAR: (date(today.year - 1, 1, 1), year),
    }[period]
    return beginning, end - day


def _month_after(first: date) -> date:
    """The first day of the next month; `first` is the first day of a month."""
    return first + timedelta(days=calendar.monthrange(first.year, first.month)[1])


def no(condition: ColumnElement[bool]) -> ColumnElement[bool]:
    """NOT, with NULL counted as false: exactly the other rows."""
    return condition.is_not(true())


FEW = 8


def one_of(column: SQLCoreOperations[Any], values: Collection[Any]) -> ColumnElement[bool]:
    """A column is one of some values. For a few values, IN is slower: its list is expanded in the
    statement at each execution.
    """
    if len(values) > FEW:
        return column.in_(values)
    return or_(false(), *(column == value for value in values))


def between(
    column: SQLCoreOperations[Any], least: int | None, most: int | None
) -> ColumnElement[bool]:
    """A number is within the bounds, both included; None is an open end."""
    bounds: list[ColumnElement[bool]] = []
    if least is not None:
        bounds.append(column >= least)
    if most is not None:
        bounds.append(column <= most)
    return and_(true(), *bounds)
