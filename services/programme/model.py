"""The terms of the programme as a value: the owner's settings, or the defaults."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum
from functools import cached_property
from zoneinfo import ZoneInfo

from services.money import Money
from services.pricing.model import Policy, Promise, Rule, Tariff

BASIS = 10_000
"""Basis points in a whole."""

POINT_VALUES = {
    "RUB": 100,
    "BYN": 1,
    "KZT": 100,
    "UZS": 10_000,
    "GEL": 1,
    "USD": 1,
    "EUR": 1,
    "GBP": 1,
}
"""Minor units that one point pays for, by currency: about as much everywhere, so that a bonus of
100 points means the same. These are the currencies an owner can choose from."""

NEW = 0
"""The id of a level that is not stored yet."""


class LevelBy(StrEnum):
    """The measure that levels are reached by."""

    SPEND = "spend"  # money paid, minor units
    VISITS = "visits"  # purchases


@dataclass(frozen=True, slots=True)
class Leveling:
    """How levels are reached: by `by`, over the last `window_days`. A member who falls short keeps
    the level for `grace_days` more. `since`: when all members are reviewed after a change of
    levels.
    """

    by: LevelBy = LevelBy.SPEND
    window_days: int = 365
    grace_days: int = 30
    since: datetime | None = None


@dataclass(frozen=True, slots=True)
class Returns:
    """The terms of refunds. `debts`: points to be taken back that were already spent become a debt;
    otherwise they are forgiven. A cashier may refund until the end of the day that comes `days`
    after the purchase.
    """

    debts: bool = False
    days: int = 14


@dataclass(frozen=True, slots=True)
class Standing:
    """A standing offer; one member may use it `uses` times (None: any number)."""

    promise: Promise
    uses: int | None


@dataclass(frozen=True, slots=True)
class LevelTerms:
    id: int
    name: str
    threshold: int
    rate_bp: int
    perks: str | None = None


@dataclass(frozen=True)
class Terms:
    """The programme as a value; see models.programme for the units."""

    shop_name: str
    currency: str
    timezone: ZoneInfo
    point_value: int
    welcome_bonus: int
    birthday_bonus: int
    birthday_min_days: int
    birthday_life_days: int
    max_share_bp: int
    points_life_days: int | None
    redemption_seconds: int
    undo_seconds: int
    launched_at: datetime | None
    privacy_contact: str | None
    levels: tuple[LevelTerms, ...]  # by threshold, lowest first; never empty
    version: int = 0
    rules: tuple[Rule, ...] = ()
    policy: Policy = field(default_factory=Policy)
    leveling: Leveling = field(default_factory=Leveling)
    returns: Returns = field(default_factory=Returns)
    standing: tuple[Standing, ...] = ()
    profile_bonus: int = 0  # points for a filled profile; see services.profiles.profile_bonus

    @cached_property
    def tariff(self) -> Tariff:
        """The part of the terms that pricing needs."""
        return Tariff(
            point_value=self.point_value,
            max_share_bp=self.max_share_bp,
            rates={level.id: level.rate_bp for level in self.levels},
            rules=self.rules,
            policy=self.policy,
        )

    def money(self, minor: int) -> Money:
        return Money(minor, self.currency)

    def worth(self, points: int) -> Money:
        """The money that so many points pay for."""
        return self.money(points * self.point_value)

    def example(self) -> Money:
        """An example receipt: the money that a thousand points pay for."""
        return self.worth(1_000)

    def earned(self, paid: int, level_id: int) -> int:
        """Points for `paid` minor units at a level's rate, rounded down."""
        return paid * self.level(level_id).rate_bp // (BASIS * self.point_value)

    def most_points(self, amount: int) -> int:
        """The most points that may pay for a receipt of `amount` minor units."""
        return amount * self.max_share_bp // (BASIS * self.point_value)

    def level(self, level_id: int) -> LevelTerms:
        """The level with this id; the lowest if it was retired."""
        return next((one for one in self.levels if one.id == level_id), self.levels[0])

    def level_at(self, reached: int) -> LevelTerms:
        """The level that `reached` money or visits give, see `leveling`."""
        return [level for level in self.levels if level.threshold <= reached][-1]

    def expiry(self, at: datetime) -> datetime | None:
        """When points given now expire: at the end of that day in the shop's time zone."""
        return self._end_after(at, self.points_life_days)

    def promo_expiry(self, at: datetime) -> datetime | None:
        """When points of rules and offers expire."""
        days = self.policy.promo_life_days
        return self._end_after(at, self.points_life_days if days is None else days)

    def _end_after(self, at: datetime, days: int | None) -> datetime | None:
        return None if days is None else self.end_of_day(at + timedelta(days=days))

    def end_of_day(self, at: datetime) -> datetime:
        """The last second of the day that `at` falls on in the shop's time zone, as UTC."""
        local = at.astimezone(self.timezone)
        return local.replace(hour=23, minute=59, second=59, microsecond=0).astimezone(at.tzinfo)
