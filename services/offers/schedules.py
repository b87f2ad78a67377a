"""Schedules: the next time of a repeated event, by the shop's clock."""

from dataclasses import dataclass
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from models.offers import Schedule
from services import dates


@dataclass(frozen=True, slots=True)
class Plan:
    """Once at an instant, daily at a time, or weekly on a day (0 is Monday) at a time.

    Only the fields that `schedule` names are set; times are those of the shop.
    """

    schedule: Schedule
    once_at: datetime | None = None
    wall_time: time | None = None
    weekday: int | None = None

    def next_after(self, at: datetime, zone: ZoneInfo) -> datetime | None:
        """The first time after `at`, in UTC; None when the plan is over."""
        if self.wall_time is None:
            return self.once_at if self.once_at is not None and self.once_at > at else None
        today = at.astimezone(zone).date()
        # Eight days, because today's time may be over; one more for an hour that clocks skip.
        for days in range(9):
            day = today + timedelta(days=days)
            if self.schedule is Schedule.WEEKLY and day.weekday() != self.weekday:
                continue
            moment = dates.at_wall_time(day, self.wall_time, zone)
            if moment > at:
                return moment
        raise AssertionError(f"a week without its day: {self}")
