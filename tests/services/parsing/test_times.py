"""Times as people type them."""

from datetime import UTC, datetime, time
from zoneinfo import ZoneInfo

import pytest

from services.parsing.errors import BadMoment, MomentOver
from services.parsing.times import parse_moment, parse_time

NOW = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
MOSCOW = ZoneInfo("Europe/Moscow")  # it is noon there


def read(text: str, now: datetime = NOW, zone: ZoneInfo = MOSCOW) -> datetime:
    return parse_moment(text, now, zone, today={"сегодня"}, tomorrow={"завтра"})


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("18:30", datetime(2026, 3, 2, 15, 30, tzinfo=UTC)),
        (" 18.30 ", datetime(2026, 3, 2, 15, 30, tzinfo=UTC)),
        ("Сегодня 12:01", datetime(2026, 3, 2, 9, 1, tzinfo=UTC)),
        ("ЗАВТРА  9:00", datetime(2026, 3, 3, 6, 0, tzinfo=UTC)),
        ("25.12 09:00", datetime(2026, 12, 25, 6, 0, tzinfo=UTC)),
        ("25.12.2027 09:00", datetime(2027, 12, 25, 6, 0, tzinfo=UTC)),
        ("1.2 00:00", datetime(2027, 1, 31, 21, 0, tzinfo=UTC)),
        ("29.02 10:00", datetime(2028, 2, 29, 7, 0, tzinfo=UTC)),
        ("02.03 11:59", datetime(2027, 3, 2, 8, 59, tzinfo=UTC)),
    ],
)
def test_a_time_is_understood(text: str, moment: datetime) -> None:
    assert read(text) == moment


@pytest.mark.parametrize("text", ["12:00", "сегодня 10:00", "02.03.2026 12:00", "01.01.2020 10:00"])
def test_what_is_over_is_refused(text: str) -> None:
    with pytest.raises(MomentOver):
        read(text)


@pytest.mark.parametrize(
    "text",
    ["", "скоро", "25:00", "12:60", "1200", "31.04 10:00", "29.02.2027 10:00", "0.1 10:00",
     "вчера 10:00", "10:00 завтра", "５.５ 10:00", "25.12.0000 10:00", "-1:00", "9" * 500],
)  # fmt: skip
def test_what_is_no_time_is_refused(text: str) -> None:
    with pytest.raises(BadMoment):
        read(text)


def test_an_hour_that_clocks_skip_comes_after_the_jump() -> None:
    berlin = ZoneInfo("Europe/Berlin")
    assert read("29.03 02:30", zone=berlin) == datetime(2026, 3, 29, 1, 30, tzinfo=UTC)


def test_a_time_of_day_stands_alone() -> None:
    assert parse_time(" 9:05 ") == time(9, 5)
    for text in ("24:00", "завтра 9:00", "9", "９:00"):
        with pytest.raises(BadMoment):
            parse_time(text)
