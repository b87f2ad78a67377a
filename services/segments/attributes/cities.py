"""Cities of members."""

from dataclasses import dataclass

from sqlalchemy import func, select

from models.people import Member, Role
from services.context import Context
from services.segments.questions.unindexed import scanned
from services.staff import access


@dataclass(frozen=True, slots=True)
class City:
    name: str
    members: int


async def cities(ctx: Context, actor_id: int) -> list[City]:
    """The cities of members, most members first, each in its most frequent spelling.

    Raises NotStaff.
    """
    number = func.count()
    query = (
        select(Member.city, Member.city_key, number)
        .where(Member.deleted_at.is_(None), scanned(Member.city_key).is_not(None))
        .group_by(Member.city, Member.city_key)
        .order_by(number.desc(), Member.city)
    )
    async with access.read(ctx, actor_id, Role.OWNER) as (session, _):
        rows = (await session.execute(query)).all()
    names: dict[str, str] = {}
    members: dict[str, int] = {}
    for city, key, count in rows:
        if city is not None and key is not None:
            names.setdefault(key, city)
            members[key] = members.get(key, 0) + count
    found = [City(name, members[key]) for key, name in names.items()]
    return sorted(found, key=lambda city: (-city.members, city.name))
