"""Points for a filled profile: the fields that count, the missing ones, and the award, once."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from models.people import Member
from services import ledger, programme
from services.context import Context
from services.points import answer_points

FILLED: Mapping[str, Callable[[Member], bool]] = {
    "birthday": lambda member: member.birth_day is not None,
    "gender": lambda member: member.gender is not None,
    "city": lambda member: member.city is not None,
    "interests": lambda member: bool(member.interests),
    "family": lambda member: member.family is not None,
    "contact_time": lambda member: member.contact_time is not None,
}
"""The fields that count, and whether each is filled. The phone does not count, because it is no
answer about oneself; nor do children, because not everybody has any.
"""

ABOUT = "profile"


@dataclass(frozen=True, slots=True)
class Progress:
    """The points for the rest of the profile. `left` is 0 if it was filled before points were
    offered.
    """

    points: int
    left: int  # fields


async def progress(ctx: Context, member_id: int) -> Progress | None:
    """The progress; None: no points are offered, or they were given."""
    async with ctx.db.read() as session:
        points = (await programme.terms(session)).profile_bonus
        key = await answer_points.key(session, ABOUT, member_id)
        if not points or await ledger.find(session, key) is not None:
            return None
        return Progress(points, _left(await session.get_one(Member, member_id)))


async def claim(ctx: Context, member_id: int) -> int:
    """Give the points if all fields are filled and they were not given before; gives how many."""
    async with ctx.db.write() as session:
        account, member = await answer_points.hold(session, member_id)
        points = (await programme.terms(session)).profile_bonus
        if _left(member):
            return 0
        key = await answer_points.key(session, ABOUT, member_id)
        given = await answer_points.give(
            session, account, points, key=key, at=ctx.clock.now(), why={"profile": True}
        )
        return 0 if given is None else given.points


def _left(member: Member) -> int:
    return sum(not filled(member) for filled in FILLED.values())
