"""The default terms of a new database, and their first book."""

from dataclasses import dataclass
from zoneinfo import ZoneInfo

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from models.programme import ONLY, Book, Level, Programme
from services.context import Context
from services.money import minor_per_unit
from services.programme import Terms
from services.programme.books import BOOKS, COLUMNS
from services.programme.model import POINT_VALUES, LevelTerms


@dataclass(frozen=True, slots=True)
class FirstTerms:
    """The values that come from the settings and the words of the program."""

    shop_name: str
    currency: str
    timezone: str
    level_names: tuple[str, str, str]


async def ensure(ctx: Context, first: FirstTerms) -> None:
    """Store the default terms and their first book, once."""
    async with ctx.db.write() as session:
        await _ensure_rows(session, first)
        if await session.get(Book, (await session.get_one(Programme, ONLY)).version) is None:
            body = BOOKS.dump_python(await _from_rows(session), mode="json")
            session.add(Book(version=1, at=ctx.clock.now(), body=body))


async def _ensure_rows(session: AsyncSession, first: FirstTerms) -> None:
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
    await session.flush()


async def _from_rows(session: AsyncSession) -> Terms:
    """The terms of a database that has no book yet."""
    row = await session.get_one(Programme, ONLY)
    levels = (await session.scalars(select(Level).order_by(Level.threshold))).all()
    return Terms(
        **{name: getattr(row, name) for name in COLUMNS},
        timezone=ZoneInfo(row.timezone),
        levels=tuple(LevelTerms(lv.id, lv.name, lv.threshold, lv.rate_bp) for lv in levels),
        version=row.version,
    )
