"""Parses typed ranges of hours and dates, and multipliers."""

import re
from datetime import date, time

from services.parsing.errors import BadDates, BadHours, BadMultiplier

_HOURS = re.compile(r"(\d{1,2})(?::(\d{2}))?[-–—](\d{1,2})(?::(\d{2}))?", re.ASCII)
_DATE = r"(\d{1,2})\.(\d{1,2})(?:\.(\d{4}))?"
_DATES = re.compile(rf"{_DATE}(?:[-–—]{_DATE})?", re.ASCII)
_TIMES = re.compile(r"[xх×*]?(\d{1,2})(?:[.,](\d))?[xх×]?", re.ASCII | re.IGNORECASE)

TENTHS = (11, 100)
"""The least and the largest multiplier in tenths: x1.1 to x10."""


LAST_DAY = date(2099, 12, 31)
"""The latest end of any range of dates."""


def parse_hours(text: str) -> tuple[time, time]:
    """`16-18`, `16:30–18:00`, or through midnight `22-2`; 24 is midnight. Raises BadHours."""
    match = _HOURS.fullmatch("".join(text.split()))
    if match is None:
        raise BadHours
    since, until = _wall(match[1], match[2]), _wall(match[3], match[4])
    if since == until:
        raise BadHours
    return since, until


def _wall(hour: str, minute: str | None) -> time:
    try:
        return time(0 if hour == "24" and not int(minute or 0) else int(hour), int(minute or 0))
    except ValueError as error:
        raise BadHours from error


def looks_like_dates(text: str) -> bool:
    """Whether the text is dates rather than hours."""
    return _DATES.fullmatch("".join(text.split())) is not None


def parse_dates(text: str, today: date) -> tuple[date, date]:
    """`01.12-31.12`, `25.12.2026-08.01.2027`, or one day `25.12`.

    Without years, the last day is the next such day from `today` on, and the first day is the
    latest before it. Raises BadDates.
    """
    match = _DATES.fullmatch("".join(text.split()))
    if match is None:
        raise BadDates
    first, last = match.group(1, 2, 3), match.group(4, 5, 6)
    if last[0] is None:
        last = first
    until = _day(last, int(last[2] or today.year))
    if not last[2] and until < today:
        until = _day(last, today.year + 1)
    since = _day(first, int(first[2] or until.year))
    if not first[2] and since > until:
        since = _day(first, until.year - 1)
    if since > until:
        raise BadDates
    return since, until


def _day(typed: tuple[str, ...], year: int) -> date:
    try:
        day = date(year, int(typed[1]), int(typed[0]))
    except ValueError as error:
        raise BadDates from error
    if day > LAST_DAY:
        raise BadDates
    return day


def parse_times(text: str) -> int:
    """`x2`, `2`, `×1,5` in percent. Raises BadMultiplier."""
    match = _TIMES.fullmatch("".join(text.split()))
    tenths = int(match[1]) * 10 + int(match[2] or 0) if match else 0
    least, most = TENTHS
    if not least <= tenths <= most:
        raise BadMultiplier
    return tenths * 10
