"""The terms of the programme: what the owner set, or the defaults until then.

Every version of them is a book that never changes, so that an old line can be explained by the
terms of its day, and a process reads each version once.
"""

from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from enum import StrEnum
from functools import cached_property
from typing import Any
from zoneinfo import ZoneInfo

from pydantic import TypeAdapter
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from models.programme import ONLY, Book, Level, Programme
from services.context import MEMO, Context
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

_TOUCHED = "book written"
"""Set on a session that wrote a book: nobody may remember what is not committed."""


class LevelBy(StrEnum):
    """What counts for a level."""

    SPEND = "spend"  # money paid, minor units
    VISITS = "visits"  # purchases


@dataclass(frozen=True, slots=True)
class Leveling:
    """What counts for a level over the last `window_days`; who falls short keeps the level for
    `grace_days` more. `since`: when everybody is looked at anew, because levels changed.
    """

    by: LevelBy = LevelBy.SPEND
    window_days: int = 365
    grace_days: int = 30
    since: datetime | None = None


@dataclass(frozen=True, slots=True)
class Returns:
    """What happens when goods come back. `debts`: points that were spent already are owed;
    otherwise the taking stops at zero. A cashier may refund until the end of the day that
    comes `days` after the purchase.
    """

    debts: bool = False
    days: int = 14


@dataclass(frozen=True, slots=True)
class Standing:
    """An offer that holds for everybody at the till; one member may use it so often (None: any)."""

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
        """What pricing needs of all this."""
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
        """The level; the lowest when it was retired."""
        return next((one for one in self.levels if one.id == level_id), self.levels[0])

    def level_at(self, reached: int) -> LevelTerms:
        """The level for so much of what counts, see `leveling`."""
        return [level for level in self.levels if level.threshold <= reached][-1]

    def expiry(self, at: datetime) -> datetime | None:
        """When points given now expire: the end of that day where the shop is."""
        return self._end_after(at, self.points_life_days)

    def promo_expiry(self, at: datetime) -> datetime | None:
        """When points that rules and offers add expire."""
        days = self.policy.promo_life_days
        return self._end_after(at, self.points_life_days if days is None else days)

    def _end_after(self, at: datetime, days: int | None) -> datetime | None:
        return None if days is None else self.end_of_day(at + timedelta(days=days))

    def end_of_day(self, at: datetime) -> datetime:
        """The last second of the day that `at` falls on in the shop's time zone, as UTC."""
        local = at.astimezone(self.timezone)
        return local.replace(hour=23, minute=59, second=59, microsecond=0).astimezone(at.tzinfo)


BOOKS = TypeAdapter(Terms)
"""How a book is written down."""

COLUMNS = (
    "shop_name",
    "currency",
    "point_value",
    "welcome_bonus",
    "birthday_bonus",
    "birthday_min_days",
    "birthday_life_days",
    "max_share_bp",
    "points_life_days",
    "redemption_seconds",
    "undo_seconds",
    "launched_at",
    "privacy_contact",
)
"""Terms that are columns too, for queries that join them."""


async def terms(session: AsyncSession) -> Terms:
    """The terms in force, as a step of a service."""
    query = select(Programme.version).where(Programme.id == ONLY)
    return await of_version(session, (await session.scalars(query)).one())


async def locked(session: AsyncSession) -> Terms:
    """The terms in force, to be changed: whoever else changes them waits for the transaction."""
    await session.get_one(Programme, ONLY, with_for_update=True, populate_existing=True)
    return await terms(session)


async def of_version(session: AsyncSession, version: int) -> Terms:
    """The terms as they were in a version: a book never changes."""
    memo: dict[Any, Any] = session.info[MEMO]
    known: Terms | None = memo.get(("terms", version))
    if known is not None:
        return known
    book = await session.get_one(Book, version)
    read = BOOKS.validate_python(book.body)
    if not session.info.get(_TOUCHED):
        memo["terms", version] = read
    return read


async def current(ctx: Context) -> Terms:
    """The terms in force."""
    async with ctx.db.read() as session:
        return await terms(session)


async def publish(
    session: AsyncSession, after: Terms, *, at: datetime, staff_id: int | None = None
) -> Terms:
    """Put new terms in force as the next version; a step. The terms as they are stored.

    Levels of id NEW are added, those that are missing are retired.
    """
    row = await session.get_one(Programme, ONLY, with_for_update=True, populate_existing=True)
    for name in COLUMNS:
        setattr(row, name, getattr(after, name))
    row.timezone = after.timezone.key
    row.version += 1
    levels = await _store_levels(session, after.levels, at)
    stored = replace(after, levels=levels, version=row.version)
    body = BOOKS.dump_python(stored, mode="json")
    session.add(Book(version=row.version, at=at, staff_id=staff_id, body=body))
    session.info[_TOUCHED] = True
    await session.flush()
    return stored


async def _store_levels(
    session: AsyncSession, levels: tuple[LevelTerms, ...], at: datetime
) -> tuple[LevelTerms, ...]:
    rows = {row.id: row for row in await session.scalars(select(Level))}
    stored = []
    for level in sorted(levels, key=lambda one: one.threshold):
        row = rows.pop(level.id, None)
        if row is None:
            row = Level()
            session.add(row)
        row.name, row.threshold, row.rate_bp = level.name, level.threshold, level.rate_bp
        row.perks, row.retired_at = level.perks, None
        await session.flush()
        stored.append(replace(level, id=row.id))
    for row in rows.values():
        row.retired_at = row.retired_at or at
    return tuple(stored)
