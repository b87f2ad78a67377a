"""Finding members by a name or a phone."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, or_, select

from models.people import Member, Role
from services import programme
from services.context import Context
from services.errors import Gone
from services.parsing.errors import BadPhone
from services.parsing.phones import parse_phone, region_of
from services.staff import access


@dataclass(frozen=True, slots=True)
class Called:
    """A member found by name or phone."""

    member_id: int
    name: str
    joined_at: datetime


@dataclass(frozen=True, slots=True)
class Found:
    """`more`: there are more members of this name."""

    first: tuple[Called, ...]
    more: bool


async def find(ctx: Context, actor_id: int, text: str, *, limit: int) -> Found:
    """Members whose name contains the text or who have this phone, latest visitors first. Raises
    NotStaff.
    """
    async with access.read(ctx, actor_id, Role.OWNER) as (session, _):
        region = region_of((await programme.terms(session)).timezone)
        query = (
            _CALLED.where(is_called(text, region), Member.deleted_at.is_(None))
            .order_by(Member.last_purchase_at.desc().nulls_last(), Member.id)
            .limit(limit + 1)
        )
        found = [Called(*row) for row in await session.execute(query)]
    return Found(tuple(found[:limit]), more=len(found) > limit)


async def one(ctx: Context, actor_id: int, member_id: int) -> Called:
    """One member. Raises NotStaff, and Gone for somebody who is no member now."""
    async with access.read(ctx, actor_id, Role.OWNER) as (session, _):
        query = _CALLED.where(Member.id == member_id, Member.deleted_at.is_(None))
        row = (await session.execute(query)).one_or_none()
    if row is None:
        raise Gone
    return Called(*row)


_CALLED = select(Member.id, Member.name, Member.joined_at)


def is_called(text: str, region: str) -> ColumnElement[bool]:
    """The text as a phone (of `region` if it names no country) or as a part of a name in any case;
    SQLite ignores the case of Latin letters only.
    """
    try:
        return Member.phone == parse_phone(text, region)
    except BadPhone:
        spellings = {text, text.lower(), text.upper(), text.title()}
        return or_(*(Member.name.contains(spelling, autoescape=True) for spelling in spellings))
