"""Grammar rules about time."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any

from lark import Token

from services.segments.questions.tree import Before, Dates, During, Last, Next, Period
from services.segments.reading.amounts import Amount
from services.segments.reading.rule_helpers import Children, Clauses, is_a
from services.segments.reading.time_values import (
    DAY,
    Broken,
    Days,
    Either,
    Longer,
    MonthOf,
    Stretch,
    Time,
    Within,
    day_of,
    days,
    month_of,
)

LASTING = {Period.TODAY, Period.THIS_WEEK, Period.THIS_MONTH, Period.THIS_YEAR}


class Moments(Clauses):
    """One method for each rule about time, named as in `question.lark`."""

    def duration(self, children: Children) -> int | None:
        number = children[0].value if len(children) > 1 else Decimal(1)
        return _whole_days(number, int(children[-1].value))

    def during(self, children: Children) -> Time:
        return During(Period(children[0].value))

    def since_then(self, children: Children) -> Time:
        """Since the start of a current period. «с прошлого года» is ambiguous: in or after it."""
        period = Period(children[-1].value)
        return During(period) if period in LASTING else Broken()

    def either(self, children: Children) -> Time:
        one, *both, other = children
        return Either((Period(one.value), Period(other.value)), bool(both))

    def ever(self, _children: Children) -> Time:
        return Dates(None, None)

    def last(self, children: Children) -> Time:
        return _counted(Last, children)

    def next(self, children: Children) -> Time:
        return _counted(Next, children)

    def within(self, children: Children) -> Time:
        return _counted(Within, children)

    def longer(self, children: Children) -> Time:
        return _counted(Longer, children)

    def before(self, children: Children) -> Time:
        return _counted(Before, [child for child in children if not isinstance(child, Token)])

    def stretch(self, children: Children) -> Time:
        """«от 30 до 60 дней», "1-3 months ago", «от месяца до трёх»."""
        unit = next((int(child.value) for child in children if is_a(child, "UNIT")), 0)
        ends = [
            end if isinstance(end, int | None) else _whole_days(end, unit)
            for child in children
            for end in _ends(child)
        ]
        if None in ends:
            return Broken()
        least, most = sorted(end for end in ends if end is not None)
        return Stretch(least, most, ago=any(is_a(child, "AGO") for child in children))

    def month(self, children: Children) -> Time:
        return MonthOf(int(children[0].value), _year(children[1:]))

    def year(self, children: Children) -> Time:
        of_year = self.yearly(children[1:2])
        return Dates(of_year.first, of_year.last)

    def since(self, children: Children) -> Time:
        return _bounded(children, lambda day: Dates(day.first, None))

    def until(self, children: Children) -> Time:
        return _bounded(children, lambda day: Dates(None, day.last))

    def earlier(self, children: Children) -> Time:
        return _bounded(children, lambda day: Dates(None, day.first - DAY))

    def later(self, children: Children) -> Time:
        return _bounded(children, lambda day: Dates(day.last + DAY, None))

    def on(self, children: Children) -> Time:
        return _bounded(children, lambda day: Dates(day.first, day.last))

    def from_to(self, children: Children) -> Time:
        first, last = children
        if isinstance(first, Broken) or isinstance(last, Broken):
            return Broken()
        return Dates(first.first, last.last)

    def date(self, children: Children) -> Days | Broken:
        if children[0].type == "DATE":
            return Days(children[0].value, children[0].value)
        parts = {child.type: int(child.value) for child in children}
        return day_of(parts["NUMBER"], parts["MONTH"], parts.get("YEAR"), self.today)

    def monthly(self, children: Children) -> Days:
        return month_of(int(children[0].value), _year(children[1:]), self.today)

    def yearly(self, children: Children) -> Days:
        year = _year(children) or self.today.year
        return Days(date(year, 1, 1), date(year, 12, 31))


def _counted(time: Callable[[int], Time], children: Children) -> Time:
    """A time from the last child, a number of days; the children before it are only words."""
    return Broken() if children[-1] is None else time(children[-1])


def _whole_days(number: Decimal | None, unit: int) -> int | None:
    if number is None or number != number.to_integral_value():
        return None
    return days(int(number), unit)


def _ends(child: Any) -> tuple[Decimal | int | None, ...]:
    """Ends of a time range: bare numbers, or a duration. None: not valid. Other words: no ends."""
    if isinstance(child, Amount):
        return (child.value if child.unit is None else None,)
    if is_a(child, "SPAN"):
        return tuple(child.value)
    if is_a(child, "NUMBER"):
        return (child.value,)
    return () if isinstance(child, Token) else (child,)


def _bounded(children: Children, span: Callable[[Days], Dates]) -> Time:
    day: Days | Broken = children[-1]
    if isinstance(day, Broken):
        return day
    try:
        return span(day)
    except OverflowError:  # no date before the first or after the last
        return Broken()


def _year(children: Children) -> int | None:
    return int(children[0].value) if children else None
