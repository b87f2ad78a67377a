"""Children's birthdays, if a member chose to tell them: dates only, no names."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlalchemy import delete, func, select
from sqlalchemy.ext.asyncio import AsyncSession

from models.segmentation import Child
from services.context import Context
from services.dates import Birthday
from services.points import answer_points
from services.profiles.errors import BadChildBirthday, TooManyChildren

OLDEST = 18  # years
MOST = 10


@dataclass(frozen=True, slots=True)
class Born:
    id: int
    on: date


async def of(ctx: Context, member_id: int) -> list[Born]:
    """The birthdays of a member's children, the eldest first."""
    async with ctx.db.read() as session:
        return await known(session, member_id)


async def known(session: AsyncSession, member_id: int) -> list[Born]:
    """The birthdays, read in the caller's transaction."""
    query = select(Child).where(Child.member_id == member_id).order_by(Child.born, Child.id)
    return [Born(row.id, row.born) for row in await session.scalars(query)]


async def add(ctx: Context, member_id: int, birthday: Birthday) -> None:
    """Add a birthday; twins have the same one. Raises BadChildBirthday, TooManyChildren."""
    born = _date(birthday, ctx.clock.now())
    async with ctx.db.write() as session:
        await answer_points.hold(session, member_id)
        count = select(func.count()).where(Child.member_id == member_id)
        if (await session.scalar(count) or 0) >= MOST:
            raise TooManyChildren(MOST)
        session.add(Child(member_id=member_id, born=born))


def _date(birthday: Birthday, now: datetime) -> date:
    """The full date; tomorrow is allowed, because somewhere it is tomorrow already."""
    try:
        born = date(birthday.year or 0, birthday.month, birthday.day)
    except ValueError as error:  # no such day, or no year
        raise BadChildBirthday(OLDEST) from error
    if born.year < now.year - OLDEST or born > now.date() + timedelta(days=1):
        raise BadChildBirthday(OLDEST)
    return born


async def remove(ctx: Context, member_id: int, child_id: int) -> None:
    """Remove one birthday; nothing happens if it is gone already."""
    async with ctx.db.write() as session:
        mine = (Child.id == child_id, Child.member_id == member_id)
        await session.execute(delete(Child).where(*mine))
