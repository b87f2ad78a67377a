"""Conditions as facts, for sentences about when a rule or an offer applies."""

from services.facts import Days, Fact, Weekdays
from services.pricing.model import Conditions

WORKDAYS = frozenset(range(5))
WEEKEND = frozenset({5, 6})
NAMED = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


def when(asked: Conditions) -> dict[str, Fact]:
    """Facts for `conditions-when`: weekdays, hours and dates; `none` where any is allowed."""
    week, hours, dates = _week(asked.weekdays), _hours(asked), _dates(asked)
    return {
        "timed": {week, hours, dates} != {"none"},
        "week": week,
        "weekdays": Weekdays(tuple(sorted(asked.weekdays))),
        "hours": hours,
        "dates": dates,
        "days": Days(asked.first_day, asked.last_day),
        "after": (week, hours) != ("none", "none"),  # whether other words precede the dates
    }


def _week(days: frozenset[int]) -> str:
    if not days:
        return "none"
    if len(days) == 1:
        return NAMED[min(days)]
    return {WORKDAYS: "workdays", WEEKEND: "weekend"}.get(days, "several")


def _hours(asked: Conditions) -> str:
    if asked.since is None and asked.until is None:
        return "none"
    since, until = (f"{wall:%H:%M}" if wall else "00:00" for wall in (asked.since, asked.until))
    return f"{since}–{until}"


def _dates(asked: Conditions) -> str:
    if asked.first_day is None and asked.last_day is None:
        return "none"
    if asked.last_day is None:
        return "from"
    return "to" if asked.first_day is None else "between"
