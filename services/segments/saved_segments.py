"""Saved segments: live questions and frozen lists."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import insert, literal, select
from sqlalchemy.ext.asyncio import AsyncSession

from models.people import Member, Role
from models.segmentation import Segment, SegmentMember
from services.audit import record
from services.context import Context
from services.errors import Gone, NameTaken
from services.parsing.texts import one_line
from services.segments import audience_queries
from services.segments.attributes.groups import SEGMENT
from services.segments.errors import TooManySegments
from services.segments.questions.tree import Condition, Node, from_json, to_json
from services.staff import access

NAME_LENGTH = 64
MOST = 200
"""Most saved segments of a shop: in a longer list nobody finds anything."""


@dataclass(frozen=True, slots=True)
class Saved:
    """A saved segment. `node` finds its members; for a frozen one that is the list, and `asked` is
    the question from which it was made.
    """

    id: int
    name: str
    asked: Node
    frozen_at: datetime | None

    @property
    def node(self) -> Node:
        return self.asked if self.frozen_at is None else of(self.id)


def of(segment_id: int) -> Condition:
    """The question for the members of a saved segment."""
    return Condition(SEGMENT, values=(segment_id,))


async def every(ctx: Context, actor_id: int) -> list[Saved]:
    """All saved segments, newest first. Raises NotStaff."""
    async with access.read(ctx, actor_id, Role.OWNER) as (session, _):
        query = select(Segment).where(Segment.deleted_at.is_(None)).order_by(Segment.id.desc())
        return [_value(row) for row in await session.scalars(query)]


async def show(ctx: Context, actor_id: int, segment_id: int) -> Saved:
    """Raises NotStaff, Gone."""
    async with access.read(ctx, actor_id, Role.OWNER) as (session, _):
        return _value(await _get(session, segment_id))


async def save(
    ctx: Context, actor_id: int, name: str, node: Node, *, frozen: bool = False
) -> Saved:
    """Save a question under a name; with `frozen`, save the list of members that it finds now.

    Raises NotStaff, BadText unless the name is 1-64 characters, NameTaken, TooManySegments, Gone.
    """
    clean = one_line(name, most=NAME_LENGTH)
    now = ctx.clock.now()
    async with access.write(ctx, actor_id, Role.OWNER) as (session, owner):
        await _name_is_free(session, clean)
        matching = await audience_queries.condition(session, node, now)
        segment = Segment(
            name=clean,
            tree=to_json(node),
            frozen_at=now if frozen else None,
            created_by=owner.id,
            created_at=now,
        )
        session.add(segment)
        await session.flush()
        if frozen:
            found = select(literal(segment.id), Member.id).where(
                Member.deleted_at.is_(None), matching
            )
            await session.execute(
                insert(SegmentMember).from_select(["segment_id", "member_id"], found)
            )
        act = "segment.frozen" if frozen else "segment.saved"
        record(session, now, act, staff_id=owner.id, facts={"title": clean})
        return _value(segment)


async def rename(ctx: Context, actor_id: int, segment_id: int, name: str) -> None:
    """Raises NotStaff, Gone, BadText, NameTaken."""
    clean = one_line(name, most=NAME_LENGTH)
    async with access.owned(ctx, actor_id, Segment, segment_id) as own:
        if own.row.name != clean:
            await _name_is_free(own.session, clean)
            own.row.name = clean


async def delete(ctx: Context, actor_id: int, segment_id: int) -> None:
    """Questions that name it stay, and show that it is gone. Raises NotStaff, Gone."""
    async with access.owned(ctx, actor_id, Segment, segment_id) as own:
        own.row.deleted_at = own.at
        own.record("segment.deleted", title=own.row.name)


async def _get(session: AsyncSession, segment_id: int) -> Segment:
    segment = await session.get(Segment, segment_id)
    if segment is None or segment.deleted_at is not None:
        raise Gone
    return segment


async def _name_is_free(session: AsyncSession, name: str) -> None:
    """Raises NameTaken: a sentence could not tell two segments of one name apart."""
    query = select(Segment.name).where(Segment.deleted_at.is_(None))
    names = [one.casefold() for one in await session.scalars(query)]
    if len(names) >= MOST:
        raise TooManySegments(MOST)
    if name.casefold() in names:
        raise NameTaken


def _value(row: Segment) -> Saved:
    return Saved(row.id, row.name, from_json(row.tree), row.frozen_at)
