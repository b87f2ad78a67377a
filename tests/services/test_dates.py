"""Days and schedules by the clock on the wall, whatever the calendar and the clocks do."""

import calendar
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services import dates
from services.enums import Schedule
from services.offers.schedules import Plan

ZONES = st.sampled_from(
    ["Europe/Moscow", "Europe/Berlin", "America/New_York", "Asia/Kathmandu", "Pacific/Auckland"]
).map(ZoneInfo)
MOMENTS = st.datetimes(datetime(2024, 1, 1), datetime(2031, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001
WALL = st.times().map(lambda at: at.replace(second=0, microsecond=0))
YEARS = st.integers(2020, 2040)
BIRTHDAYS = st.dates(date(2000, 1, 1), date(2000, 12, 31)).map(lambda day: (day.month, day.day))


@given(YEARS, BIRTHDAYS)
def test_every_birthday_is_celebrated_on_one_day_of_every_year(
    year: int, birthday: tuple[int, int]
) -> None:
    first = date(year, 1, 1)
    days = [first + timedelta(days=n) for n in range(366 if calendar.isleap(year) else 365)]
    celebrated = [day for day in days if birthday in dates.birthdays_on(day)]
    assert celebrated == [dates.birthday_in(year, *birthday)]


def test_29_february_is_celebrated_on_1_march_of_other_years() -> None:
    assert dates.birthday_in(2026, 2, 29) == date(2026, 3, 1)
    assert dates.birthday_in(2028, 2, 29) == date(2028, 2, 29)
    assert dates.birthdays_on(date(2028, 3, 1)) == ((3, 1),)


@given(st.dates(date(2024, 1, 1), date(2030, 1, 1)), st.integers(1, 400), BIRTHDAYS)
def test_birthdays_within_some_days_are_those_of_each_day(
    first: date, days: int, birthday: tuple[int, int]
) -> None:
    ahead = (first + timedelta(days=n) for n in range(days))
    expected = any(birthday in dates.birthdays_on(day) for day in ahead)
    assert (birthday in dates.birthdays_within(first, days)) == expected


@given(MOMENTS, ZONES, WALL, st.integers(0, 6))
def test_a_weekly_plan_comes_on_its_day_at_its_time(
    at: datetime, zone: ZoneInfo, wall: time, weekday: int
) -> None:
    moment = Plan(Schedule.WEEKLY, wall_time=wall, weekday=weekday).next_after(at, zone)
    assert moment is not None
    assert timedelta(0) < moment - at <= timedelta(days=7, hours=2)
    local = moment.astimezone(zone)
    assert local.weekday() == weekday
    assert local.time() == wall or skipped(local, wall)


@given(MOMENTS, ZONES, WALL)
def test_a_daily_plan_comes_once_on_every_day(at: datetime, zone: ZoneInfo, wall: time) -> None:
    plan = Plan(Schedule.DAILY, wall_time=wall)
    days = []
    for _ in range(5):
        moment = plan.next_after(at, zone)
        assert moment is not None
        days.append(moment.astimezone(zone).date())
        at = moment
    assert days == [days[0] + timedelta(days=n) for n in range(5)]


def skipped(local: datetime, wall: time) -> bool:
    """Whether no clock showed `wall` on that day."""
    there = datetime.combine(local.date(), wall, tzinfo=local.tzinfo)
    return there.astimezone(UTC).astimezone(local.tzinfo).time() != wall


@pytest.mark.parametrize(
    ("after", "expected"),
    [
        # Berlin's clocks skip 2:00-3:00 on 29 March 2026 and show it twice on 25 October.
        ("2026-03-28T12:00", "2026-03-29T01:30"),
        ("2026-03-29T12:00", "2026-03-30T00:30"),
        ("2026-10-24T12:00", "2026-10-25T00:30"),
        ("2026-10-25T00:30", "2026-10-26T01:30"),
    ],
)
def test_daylight_saving_moves_the_instant_not_the_wall_time(after: str, expected: str) -> None:
    plan = Plan(Schedule.DAILY, wall_time=time(2, 30))
    at = datetime.fromisoformat(after).replace(tzinfo=UTC)
    moment = plan.next_after(at, ZoneInfo("Europe/Berlin"))
    assert moment == datetime.fromisoformat(expected).replace(tzinfo=UTC)


def test_once_is_once() -> None:
    at = datetime(2026, 3, 2, tzinfo=UTC)
    plan = Plan(Schedule.ONCE, once_at=at)
    assert plan.next_after(at - timedelta(seconds=1), ZoneInfo("UTC")) == at
    assert plan.next_after(at, ZoneInfo("UTC")) is None
