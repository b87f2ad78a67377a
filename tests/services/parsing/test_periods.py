"""Hours, dates and multipliers as people type them."""

from contextlib import suppress
from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.parsing.errors import BadDates, BadHours, BadMultiplier
from services.parsing.periods import looks_like_dates, parse_dates, parse_hours, parse_times

TODAY = date(2026, 3, 2)


@pytest.mark.parametrize(
    ("text", "hours"),
    [
        ("16-18", (time(16), time(18))),
        ("9:30 – 12:00", (time(9, 30), time(12))),
        ("22-2", (time(22), time(2))),
        ("18-24", (time(18), time(0))),
    ],
)
def test_hours_are_understood(text: str, hours: tuple[time, time]) -> None:
    assert parse_hours(text) == hours


@pytest.mark.parametrize("text", ["", "16", "16-16", "25-26", "16:60-18", "24-0", "a-b", "٣-٤"])
def test_what_are_no_hours_is_refused(text: str) -> None:
    with pytest.raises(BadHours):
        parse_hours(text)


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        ("01.05-10.05", (date(2026, 5, 1), date(2026, 5, 10))),
        ("25.12", (date(2026, 12, 25), date(2026, 12, 25))),
        ("1.3", (date(2027, 3, 1), date(2027, 3, 1))),
        ("25.02-05.03", (date(2026, 2, 25), date(2026, 3, 5))),
        ("25.12-08.01", (date(2026, 12, 25), date(2027, 1, 8))),
        ("25.12.2027-08.01.2028", (date(2027, 12, 25), date(2028, 1, 8))),
    ],
)
def test_dates_are_understood(text: str, dates: tuple[date, date]) -> None:
    assert looks_like_dates(text)
    assert parse_dates(text, TODAY) == dates


@pytest.mark.parametrize("text", ["", "31.02", "1", "10.05.2026-01.05.2026", "0.0", "00.00.0000"])
def test_what_are_no_dates_is_refused(text: str) -> None:
    with pytest.raises(BadDates):
        parse_dates(text, TODAY)


@given(st.text(alphabet="0123456789.-: ", max_size=24), st.dates(max_value=date(9000, 1, 1)))
def test_any_text_is_dates_in_order_or_refused(text: str, today: date) -> None:
    with suppress(BadDates):
        first, last = parse_dates(text, today)
        assert first <= last


@pytest.mark.parametrize(
    ("text", "percent"), [("2", 200), ("x1,5", 150), ("×3", 300), ("1.1", 110), ("10", 1_000)]
)
def test_multipliers_are_understood(text: str, percent: int) -> None:
    assert parse_times(text) == percent


@pytest.mark.parametrize("text", ["", "1", "0", "10,1", "11", "1,05", "-2", "x", "٢"])
def test_what_is_no_multiplier_is_refused(text: str) -> None:
    with pytest.raises(BadMultiplier):
        parse_times(text)
