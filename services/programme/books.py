"""The books of the programme: terms are read from the book in force, and published as a new one.

A book never changes. So an old operation can be explained by the terms of its day, and a process
reads each version once.
"""

from dataclasses import replace
from datetime import datetime
from typing import Any

from pydantic import TypeAdapter
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from models.programme import ONLY, Book, Level, Programme
from services.context import MEMO, Context
from services.programme.model import LevelTerms, Terms

_TOUCHED = "book written"
"""Set on a session that wrote a book, because uncommitted terms must not be cached."""

BOOKS = TypeAdapter(Terms)
"""Converts a book to and from JSON."""

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
"""Terms that are stored as columns too, for queries that join them."""


async def terms(session: AsyncSession) -> Terms:
    """The terms in force."""
    query = select(Programme.version).where(Programme.id == ONLY)
    return await of_version(session, (await session.scalars(query)).one())


async def locked(session: AsyncSession) -> Terms:
    """The terms in force, locked for a change until the transaction ends."""
    await session.get_one(Programme, ONLY, with_for_update=True, populate_existing=True)
    return await terms(session)


async def of_version(session: AsyncSession, version: int) -> Terms:
    """The terms of a version."""
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
    """The terms in force, read in a transaction of its own."""
    async with ctx.db.read() as session:
        return await terms(session)


async def publish(
    session: AsyncSession, after: Terms, *, at: datetime, staff_id: int | None = None
) -> Terms:
    """Put new terms in force as the next version; gives them as they are stored.

    Levels with id NEW are added, missing ones are retired.
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
