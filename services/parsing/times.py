"""Parses typed times in the shop's time zone."""

import re
from collections.abc import Container
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from services import dates
from services.parsing.errors import BadMoment, MomentOver

_TYPED = re.compile(r"(?:(?P<day>\S+)\s+)?(?P<hour>\d{1,2})[:.](?P<minute>\d{2})")
_DAY = re.compile(r"(?P<day>\d{1,2})\.(?P<month>\d{1,2})(?:\.(?P<year>\d{4}))?")


def parse_time(text: str) -> time:
    """Read `18:30`. Raises BadMoment."""
    match = _TYPED.fullmatch(text.strip())
    if match is None or match["day"] or not text.isascii():
        raise BadMoment
    return _time(match)


def parse_moment(
    text: str, now: datetime, zone: ZoneInfo, *, today: Container[str], tomorrow: Container[str]
) -> datetime:
    """`18:30` (today), `tomorrow 10:00`, `25.12 09:00` or `25.12.2026 09:00`, as UTC.

    `today` and `tomorrow` are the words for these days, in lower case. A day without a year is the
    next such day. Raises BadMoment, MomentOver.
    """
    match = _TYPED.fullmatch(text.strip().lower())
    if match is None:
        raise BadMoment
    here = now.astimezone(zone)
    word = match["day"]
    if word is None or word in today:
        days = [here.date()]
    elif word in tomorrow:
        days = [here.date() + timedelta(days=1)]
    else:
        days = _days(word, here.date())
    moments = [dates.at_wall_time(day, _time(match), zone) for day in days]
    coming = [moment for moment in moments if moment > now]
    if not coming:
        raise MomentOver
    return coming[0]


def _time(match: re.Match[str]) -> time:
    try:
        return time(int(match["hour"]), int(match["minute"]))
    except ValueError as error:
        raise BadMoment from error


def _days(text: str, today: date) -> list[date]:
    """The day; without a year, that day in this year and the next ones, up to a leap year."""
    match = _DAY.fullmatch(text)
    if match is None or not text.isascii():
        raise BadMoment
    years = [int(match["year"])] if match["year"] else [today.year + more for more in range(9)]
    found = []
    for year in years:
        try:
            found.append(date(year, int(match["month"]), int(match["day"])))
        except ValueError:
            continue
    if not found:
        raise BadMoment
    return found
