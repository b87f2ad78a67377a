"""Attributes that members tell in their profile: gender, age, birthday, city, children."""

import calendar
from datetime import date, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Text, and_, cast, extract, false, or_, select, tuple_
from sqlalchemy.orm import InstrumentedAttribute
from sqlalchemy.sql.elements import SQLCoreOperations

from models.people import ContactTime, Family, Gender, Member
from models.segmentation import Child
from services import dates
from services.languages import LANGUAGES
from services.segments.questions.attribute import (
    OF_THE_YEAR,
    Attribute,
    Kind,
    Named,
    Topic,
    Unit,
    stored,
)
from services.segments.questions.scope import Scope, days_of, one_of
from services.segments.questions.tree import Condition, During, InMonth, Next
from services.segments.questions.unindexed import scanned

INTERESTS = (
    "food", "coffee", "sweets", "health", "beauty", "sport", "kids", "pets", "books", "travel",
)  # fmt: skip
"""Stored under these names; the words are in `interest-…`."""

OLDEST = 10_000
"""Years: more than any age, and dates cannot go back that far."""

WHOLE_YEAR = 365
"""Days from a date to the day before it a year later, or to that date if 29 February is between."""
TOLD = "the member says it in the profile"


def is_one_of(column: InstrumentedAttribute[Any]) -> Any:
    """A choice attribute whose value is in one column."""

    def holds(_scope: Scope, condition: Condition) -> ColumnElement[bool]:
        return one_of(scanned(column), condition.values)

    return holds


def _city(_scope: Scope, condition: Condition) -> ColumnElement[bool]:
    return one_of(scanned(Member.city_key), {str(city).casefold() for city in condition.values})


BORN = Member.birth_year * 10_000 + Member.birth_month * 100 + Member.birth_day
"""Dates as numbers such as 20260229: one year is 10,000."""


def _today(scope: Scope) -> int:
    today = scope.today
    return today.year * 10_000 + today.month * 100 + today.day


def _age(scope: Scope, _condition: Condition) -> ColumnElement[Any]:
    """Age today in whole years."""
    return (_today(scope) - BORN) // 10_000


def _age_within(scope: Scope, condition: Condition) -> ColumnElement[bool]:
    bounds: list[ColumnElement[bool]] = [BORN.is_not(None)]
    if condition.least is not None:
        bounds.append(_today(scope) - _years(condition.least) * 10_000 >= BORN)
    if condition.most is not None:
        bounds.append(_today(scope) - (_years(condition.most) + 1) * 10_000 < BORN)
    return and_(*bounds)


def _years(asked: int) -> int:
    """The bound cut to -1..OLDEST: the same members match, and dates can hold it."""
    return max(-1, min(asked, OLDEST))


def _celebrated(
    condition: Condition,
    today: date,
    day: SQLCoreOperations[Any],
    month: SQLCoreOperations[Any],
) -> ColumnElement[bool]:
    """A day of the year is celebrated at the time of the condition."""
    match condition.when:
        case None:
            return month.is_not(None)
        case InMonth(number):
            return month == number
        case Next(0):
            return false()
        case Next(days):
            return _within(today, today + timedelta(days=days - 1), day, month)
        case During(period):
            return _within(*days_of(period, today), day, month)
    raise ValueError(f"{condition.when} is no time of the year")


def _within(
    first: date, last: date, day: SQLCoreOperations[Any], month: SQLCoreOperations[Any]
) -> ColumnElement[bool]:
    """A day of the year is between two dates, both included; a year or more is any day."""
    if (last - first).days >= WHOLE_YEAR:
        return month.is_not(None)
    begins = min(dates.birthdays_on(first))  # 29 February is celebrated on 1 March too
    ends = (last.month, last.day)
    pair = tuple_(month, day)
    after, before = pair >= begins, pair <= ends
    return or_(after, before) if begins > ends else and_(after, before)


def _birthday(scope: Scope, condition: Condition) -> ColumnElement[bool]:
    return _celebrated(condition, scope.today, Member.birth_day, Member.birth_month)


def _child_birthday(scope: Scope, condition: Condition) -> ColumnElement[bool]:
    day, month = extract("day", Child.born), extract("month", Child.born)
    comes = _celebrated(condition, scope.today, day, month)
    return scope.among(select(Child.member_id).where(comes))


def _child_age(scope: Scope, condition: Condition) -> ColumnElement[bool]:
    """The age of a child in whole years is within the bounds."""
    bounds: list[ColumnElement[bool]] = []
    if condition.least is not None:
        bounds.append(Child.born <= _years_before(scope.today, _years(condition.least)))
    if condition.most is not None:
        bounds.append(Child.born > _years_before(scope.today, _years(condition.most) + 1))
    return scope.among(select(Child.member_id).where(*bounds))


def _years_before(day: date, years: int) -> date:
    """The latest birth date of somebody aged `years` on `day`; 29 February counts from 1 March."""
    year = max(day.year - years, 1)
    if (day.month, day.day) == dates.LEAP_DAY and not calendar.isleap(year):
        return date(year, 2, 28)
    return day.replace(year=year)


def _interest(_scope: Scope, condition: Condition) -> ColumnElement[bool]:
    """The column is JSON: on both engines its text has each word in quotes."""
    written = cast(Member.interests, Text)
    return or_(*(written.contains(f'"{one}"', autoescape=True) for one in condition.values))


ATTRIBUTES = (
    Attribute(
        "gender",
        Kind.CHOICE,
        Topic.PERSON,
        is_one_of(Member.gender),
        TOLD,
        named=Named.WORD,
        words=tuple(Gender),
        value=stored(Member.gender),
    ),
    Attribute("age", Kind.NUMBER, Topic.PERSON, _age_within, TOLD, value=_age, unit=Unit.YEARS),
    Attribute("birthday", Kind.ANNUAL, Topic.PERSON, _birthday, TOLD, whens=OF_THE_YEAR),
    Attribute(
        "city",
        Kind.CHOICE,
        Topic.PERSON,
        _city,
        TOLD,
        named=Named.CITY,
        value=stored(Member.city),
    ),
    Attribute(
        "family",
        Kind.CHOICE,
        Topic.PERSON,
        is_one_of(Member.family),
        TOLD,
        named=Named.WORD,
        words=tuple(Family),
        value=stored(Member.family),
    ),
    Attribute(
        "child_birthday", Kind.ANNUAL, Topic.PERSON, _child_birthday, TOLD, whens=OF_THE_YEAR
    ),
    Attribute("child_age", Kind.NUMBER, Topic.PERSON, _child_age, TOLD, unit=Unit.YEARS),
    Attribute(
        "language",
        Kind.CHOICE,
        Topic.PERSON,
        is_one_of(Member.language),
        TOLD,
        named=Named.WORD,
        words=LANGUAGES,
    ),
    Attribute(
        "contact_time",
        Kind.CHOICE,
        Topic.PERSON,
        is_one_of(Member.contact_time),
        TOLD,
        named=Named.WORD,
        words=tuple(ContactTime),
    ),
    Attribute(
        "interest",
        Kind.CHOICE,
        Topic.ANSWERS,
        _interest,
        TOLD,
        named=Named.WORD,
        words=INTERESTS,
    ),
)
