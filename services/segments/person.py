"""Who members are and where they live: what they told of themselves."""

import calendar
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Text, and_, cast, extract, or_, select, tuple_
from sqlalchemy.orm import InstrumentedAttribute

from models.knowing import Child
from models.people import ContactTime, Family, Gender, Member
from services import dates
from services.segments.attribute import OF_THE_YEAR, Attribute, Kind, Named, Topic
from services.segments.scope import Scope, days_of
from services.segments.tree import Condition, During, InMonth, Next, When

INTERESTS = (
    "food", "coffee", "sweets", "health", "beauty", "sport", "kids", "pets", "books", "travel",
)  # fmt: skip
"""Stored as they stand here; `interest-…` has the words."""

LANGUAGES = ("ru", "en")
TOLD = "the member says it in the profile"


def one_of(column: InstrumentedAttribute[Any]) -> Any:
    """A choice that a column holds as it is."""

    def holds(_scope: Scope, condition: Condition) -> ColumnElement[bool]:
        return column.in_(condition.values)

    return holds


def _city(_scope: Scope, condition: Condition) -> ColumnElement[bool]:
    return Member.city_key.in_([str(city).casefold() for city in condition.values])


def _age(scope: Scope, condition: Condition) -> ColumnElement[bool]:
    """Whole years on the day; dates are compared as numbers such as 20260229."""
    born = Member.birth_year * 10_000 + Member.birth_month * 100 + Member.birth_day
    today = scope.today
    number = today.year * 10_000 + today.month * 100 + today.day
    bounds: list[ColumnElement[bool]] = [born.is_not(None)]
    if condition.least is not None:
        bounds.append(born <= number - condition.least * 10_000)
    if condition.most is not None:
        bounds.append(born > number - (condition.most + 1) * 10_000)
    return and_(*bounds)


def pairs_of(when: When | None, today: date) -> list[dates.MonthDay]:
    """The days of the year that a time means, as they are celebrated."""
    match when:
        case Next(days):
            return dates.birthdays_within(today, days)
        case During(period):
            first, last = days_of(period, today)
            return dates.birthdays_within(first, (last - first).days + 1)
    raise ValueError(f"{when} is no time of the year")


def _birthday(scope: Scope, condition: Condition) -> ColumnElement[bool]:
    match condition.when:
        case None:
            return Member.birth_month.is_not(None)
        case InMonth(month):
            return Member.birth_month == month
        case when:
            pairs = pairs_of(when, scope.today)
            return tuple_(Member.birth_month, Member.birth_day).in_(pairs)


def _child_birthday(scope: Scope, condition: Condition) -> ColumnElement[bool]:
    month, day = extract("month", Child.born), extract("day", Child.born)
    match condition.when:
        case None:
            comes: list[ColumnElement[bool]] = []
        case InMonth(number):
            comes = [month == number]
        case when:
            numbers = [100 * pair[0] + pair[1] for pair in pairs_of(when, scope.today)]
            comes = [(month * 100 + day).in_(numbers)]
    return Member.id.in_(select(Child.member_id).where(*comes))


def _child_age(scope: Scope, condition: Condition) -> ColumnElement[bool]:
    """That a child is so old in whole years."""
    bounds: list[ColumnElement[bool]] = []
    if condition.least is not None:
        bounds.append(Child.born <= _years_before(scope.today, condition.least))
    if condition.most is not None:
        bounds.append(Child.born > _years_before(scope.today, condition.most + 1))
    return Member.id.in_(select(Child.member_id).where(*bounds))


def _years_before(day: date, years: int) -> date:
    """Who was born on it or before is so many whole years old; 29 February counts from 1 March."""
    year = max(day.year - years, 1)
    if (day.month, day.day) == dates.LEAP_DAY and not calendar.isleap(year):
        return date(year, 2, 28)
    return day.replace(year=year)


def _interest(_scope: Scope, condition: Condition) -> ColumnElement[bool]:
    """The list is JSON: its text holds each word in quotes on both engines."""
    written = cast(Member.interests, Text)
    return or_(*(written.contains(f'"{one}"', autoescape=True) for one in condition.values))


ATTRIBUTES = (
    Attribute(
        "gender",
        Kind.CHOICE,
        Topic.PERSON,
        one_of(Member.gender),
        TOLD,
        named=Named.WORD,
        words=tuple(Gender),
    ),
    Attribute("age", Kind.NUMBER, Topic.PERSON, _age, TOLD),
    Attribute("birthday", Kind.ANNUAL, Topic.PERSON, _birthday, TOLD, whens=OF_THE_YEAR),
    Attribute("city", Kind.CHOICE, Topic.PERSON, _city, TOLD, named=Named.CITY),
    Attribute(
        "family",
        Kind.CHOICE,
        Topic.PERSON,
        one_of(Member.family),
        TOLD,
        named=Named.WORD,
        words=tuple(Family),
    ),
    Attribute(
        "child_birthday", Kind.ANNUAL, Topic.PERSON, _child_birthday, TOLD, whens=OF_THE_YEAR
    ),
    Attribute("child_age", Kind.NUMBER, Topic.PERSON, _child_age, TOLD),
    Attribute(
        "language",
        Kind.CHOICE,
        Topic.PERSON,
        one_of(Member.language),
        TOLD,
        named=Named.WORD,
        words=LANGUAGES,
    ),
    Attribute(
        "contact_time",
        Kind.CHOICE,
        Topic.PERSON,
        one_of(Member.contact_time),
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
