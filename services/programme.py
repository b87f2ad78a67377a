"""The terms of the programme: what the owner set, or the defaults until then."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from models.programme import Level, Programme
from services.context import Context
from services.money import Money, minor_per_unit

ONLY = 1
"""A program serves one shop, so its terms are the row with this id."""

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
}
"""Minor units that one point pays for, by currency: about as much everywhere, so that a bonus of
100 points means the same. These are the currencies an owner can choose from."""


@dataclass(frozen=True, slots=True)
class LevelTerms:
    id: int
    name: str
    threshold: int
    rate_bp: int


@dataclass(frozen=True, slots=True)
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

    def money(self, minor: int) -> Money:
        return Money(minor, self.currency)

    def worth(self, points: int) -> Money:
        """What so many points pay for."""
        return self.money(points * self.point_value)

    def example(self) -> Money:
        """A receipt to show the terms by: what a thousand points pay for."""
        return self.worth(1_000)

    def earned(self, paid: int, level_id: int, multiplier: int = 1) -> int:
        """Points for `paid` minor units at a level's rate, rounded down."""
        return paid * self.level(level_id).rate_bp * multiplier // (BASIS * self.point_value)

    def most_points(self, amount: int) -> int:
        """How many points may pay for a receipt of `amount` minor units."""
        return amount * self.max_share_bp // (BASIS * self.point_value)

    def level(self, level_id: int) -> LevelTerms:
        return next(level for level in self.levels if level.id == level_id)

    def level_at(self, spend: int) -> LevelTerms:
        """The level that so much spend over the last year reaches."""
        return [level for level in self.levels if level.threshold <= spend][-1]

    def expiry(self, at: datetime) -> datetime | None:
        """When points given now expire: the end of that day where the shop is."""
        if self.points_life_days is None:
            return None
        return self.end_of_day(at + timedelta(days=self.points_life_days))

    def end_of_day(self, at: datetime) -> datetime:
        """The last second of the day that `at` falls on in the shop's time zone, as UTC."""
        local = at.astimezone(self.timezone)
        return local.replace(hour=23, minute=59, second=59, microsecond=0).astimezone(at.tzinfo)


@dataclass(frozen=True, slots=True)
class FirstTerms:
    """What a new database starts with: settings and words that the program's assembler knows."""

    shop_name: str
    currency: str
    timezone: str
    level_names: tuple[str, str, str]


async def ensure(ctx: Context, first: FirstTerms) -> None:
    """Lay down the default terms, once."""
    async with ctx.db.write() as session:
        if await session.get(Programme, ONLY) is not None:
            return
        unit = POINT_VALUES.get(first.currency, minor_per_unit(first.currency))
        session.add(
            Programme(
                id=ONLY,
                shop_name=first.shop_name,
                currency=first.currency,
                timezone=first.timezone,
                point_value=unit,
                welcome_bonus=100,
                birthday_bonus=300,
                birthday_min_days=7,
                birthday_life_days=14,
                max_share_bp=3000,
                points_life_days=365,
                redemption_seconds=180,
                undo_seconds=600,
            )
        )
        steps = zip(first.level_names, (0, 30_000, 100_000), (300, 500, 700), strict=True)
        session.add_all(
            Level(name=name, threshold=threshold * unit, rate_bp=rate_bp)
            for name, threshold, rate_bp in steps
        )


async def terms(session: AsyncSession) -> Terms:
    """The terms in force, as a step of a service."""
    row = (await session.scalars(select(Programme).where(Programme.id == ONLY))).one()
    levels = (await session.scalars(select(Level).order_by(Level.threshold))).all()
    return Terms(
        shop_name=row.shop_name,
        currency=row.currency,
        timezone=ZoneInfo(row.timezone),
        point_value=row.point_value,
        welcome_bonus=row.welcome_bonus,
        birthday_bonus=row.birthday_bonus,
        birthday_min_days=row.birthday_min_days,
        birthday_life_days=row.birthday_life_days,
        max_share_bp=row.max_share_bp,
        points_life_days=row.points_life_days,
        redemption_seconds=row.redemption_seconds,
        undo_seconds=row.undo_seconds,
        launched_at=row.launched_at,
        privacy_contact=row.privacy_contact,
        levels=tuple(LevelTerms(lv.id, lv.name, lv.threshold, lv.rate_bp) for lv in levels),
    )


async def current(ctx: Context) -> Terms:
    """The terms in force."""
    async with ctx.db.read() as session:
        return await terms(session)
