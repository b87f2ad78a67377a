"""Points for a profile that is filled: what counts, what is missing, and giving them once."""

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
"""The fields that count, and whether each is filled. A phone is no answer about oneself, and not
everybody has children."""

ABOUT = "profile"


@dataclass(frozen=True, slots=True)
class Progress:
    """What the rest of the profile brings. `left` is 0 when it was filled before points were."""

    points: int
    left: int  # fields


async def progress(ctx: Context, member_id: int) -> Progress | None:
    """None: there is nothing to get, or it was given."""
    async with ctx.db.read() as session:
        points = (await programme.terms(session)).profile_bonus
        key = await answer_points.key(session, ABOUT, member_id)
        if not points or await ledger.find(session, key) is not None:
            return None
        return Progress(points, _left(await session.get_one(Member, member_id)))


async def claim(ctx: Context, member_id: int) -> int:
    """Give the points if all is filled and they were not given; how many were given now."""
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
