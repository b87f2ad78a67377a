"""Whether something applies to a receipt, and to which of its lines."""

from datetime import date, datetime, time, timedelta

from services.pricing.terms import Conditions, Sale

Lines = tuple[int, ...]
"""Lines of a receipt by their index, in order."""


def holds(conditions: Conditions, sale: Sale) -> bool:
    """Whether the receipt is what the conditions ask for."""
    return bool(fit(conditions, sale))


def fit(conditions: Conditions, sale: Sale) -> Lines:
    """The lines that the conditions choose; none when they do not hold."""
    if not _receipt_fits(conditions, sale):
        return ()
    lines = _chosen(conditions, sale)
    if conditions.least and sum(sale.lines[index].amount for index in lines) < conditions.least:
        return ()
    return lines


def _receipt_fits(asked: Conditions, sale: Sale) -> bool:
    if asked.levels and sale.level_id not in asked.levels:
        return False
    if asked.outlets and sale.outlet_id not in asked.outlets:
        return False
    if asked.nth and sale.nth not in asked.nth:
        return False
    return _when(asked, sale.at)


def _when(asked: Conditions, at: datetime) -> bool:
    day = at.date()
    if asked.since is not None or asked.until is not None:
        opened = _opened(asked.since or time.min, asked.until, at)
        if opened is None:
            return False
        day = opened
    return (
        (not asked.weekdays or day.weekday() in asked.weekdays)
        and (asked.first_day is None or asked.first_day <= day)
        and (asked.last_day is None or day <= asked.last_day)
    )


def _opened(since: time, until: time | None, at: datetime) -> date | None:
    """The day on which the hours that `at` falls into began; None outside of them."""
    now = at.time()
    if until is None or since < until:
        return at.date() if since <= now and (until is None or now < until) else None
    if now >= since:
        return at.date()
    return at.date() - timedelta(days=1) if now < until else None


def _chosen(asked: Conditions, sale: Sale) -> Lines:
    if not asked.categories and not asked.products:
        return tuple(range(len(sale.lines)))
    return tuple(
        index
        for index, line in enumerate(sale.lines)
        if line.category_id in asked.categories or line.product_id in asked.products
    )
