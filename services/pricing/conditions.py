"""Whether conditions hold for a receipt, and which of its lines they choose."""

from datetime import date, datetime, time, timedelta

from services.pricing.model import Conditions, Sale, Unmet

Lines = tuple[int, ...]
"""Indexes of a receipt's lines, in order."""


def holds(conditions: Conditions, sale: Sale) -> bool:
    """Whether the conditions hold for the receipt."""
    return bool(fit(conditions, sale))


def fit(conditions: Conditions, sale: Sale) -> Lines:
    """The lines that the conditions choose; empty if the conditions do not hold."""
    if unmet(conditions, sale) is not None:
        return ()
    lines = chosen(conditions, sale)
    if conditions.least and cost(lines, sale) < conditions.least:
        return ()
    return lines


def unmet(asked: Conditions, sale: Sale) -> Unmet | None:
    """The condition that the receipt does not meet, apart from its lines; None if it meets all.
    Of several, the one that the member can least change.
    """
    opened = _start_day(asked, sale.at)
    day = sale.at.date() if opened is None else opened
    return _never_again(asked, sale, day) or _another_time(asked, sale, day, opened is not None)


def day_of(asked: Conditions, at: datetime) -> date:
    """The day that a moment counts for: hours after midnight may belong to the day before."""
    return _start_day(asked, at) or at.date()


def _never_again(asked: Conditions, sale: Sale, day: date) -> Unmet | None:
    if asked.levels and sale.level_id not in asked.levels:
        return Unmet.LEVEL
    if asked.last_day is not None and asked.last_day < day:
        return Unmet.OVER
    if asked.nth and max(asked.nth) < sale.nth:
        return Unmet.PASSED
    return None


def _another_time(asked: Conditions, sale: Sale, day: date, open_now: bool) -> Unmet | None:
    if asked.outlets and sale.outlet_id not in asked.outlets:
        return Unmet.OUTLET
    if asked.nth and sale.nth not in asked.nth:
        return Unmet.NTH
    if asked.first_day is not None and day < asked.first_day:
        return Unmet.EARLY
    if asked.weekdays and day.weekday() not in asked.weekdays:
        return Unmet.DAY
    return None if open_now else Unmet.HOUR


def _start_day(asked: Conditions, at: datetime) -> date | None:
    """The day on which the hours of the conditions began; None outside those hours."""
    if asked.since is None and asked.until is None:
        return at.date()
    return _hours_start_day(asked.since or time.min, asked.until, at)


def _hours_start_day(since: time, until: time | None, at: datetime) -> date | None:
    """The day on which the hours around `at` began; None outside those hours."""
    now = at.time()
    if until is None or since < until:
        return at.date() if since <= now and (until is None or now < until) else None
    if now >= since:
        return at.date()
    return at.date() - timedelta(days=1) if now < until else None


def chosen(asked: Conditions, sale: Sale) -> Lines:
    """The lines of the chosen goods, whatever they cost."""
    if not asked.categories and not asked.products:
        return tuple(range(len(sale.lines)))
    return tuple(
        index
        for index, line in enumerate(sale.lines)
        if line.category_id in asked.categories or line.product_id in asked.products
    )


def cost(lines: Lines, sale: Sale) -> int:
    """The sum of some lines in minor units, before discounts."""
    return sum(sale.lines[index].amount for index in lines)
