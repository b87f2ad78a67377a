"""The RFM groups for an owner: members and sales of each, and group changes."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from models.people import Role
from models.segmentation import Finding
from services import programme
from services.context import Context
from services.money import Money
from services.programme import Terms
from services.segments.questions.tree import Condition
from services.segments.rfm import findings, grid, group_changes, return_forecast
from services.segments.rfm.grid import Cell, Tally
from services.segments.rfm.group_changes import MARKED, GroupChange
from services.segments.rfm.scores import GROUP_OF, RFM, Group
from services.staff import access


@dataclass(frozen=True, slots=True)
class Standing:
    """One group as of the day's findings. Money is over the members' lifetime."""

    group: Group
    members: int
    share_percent: int  # of all buyers
    sales_percent: int  # of what all buyers spent
    average_receipt: Money | None  # None: the group is empty
    expected: Money | None  # per member within 90 days; None: too little is known


@dataclass(frozen=True, slots=True)
class Overview:
    at: datetime  # when it was computed
    buyers: int
    cells: Mapping[Cell, int]  # members by scores for recency and frequency
    groups: Mapping[Group, Standing]  # all groups, in their order
    since: datetime  # when the marks for `moves` were set
    moves: tuple[GroupChange, ...]  # most members first


def question(group: Group) -> Condition:
    """The question for the members of a group."""
    return Condition(RFM, values=(group.value,))


async def show(ctx: Context, actor_id: int) -> Overview:
    """The overview from the newest findings; computed now if there are none. Raises NotStaff."""
    async with access.read(ctx, actor_id, Role.OWNER) as (session, _):
        found = await _found(session)
    if RFM not in found:
        await findings.work_out(ctx)
        async with access.read(ctx, actor_id, Role.OWNER) as (session, _):
            found = await _found(session)
    terms = await programme.current(ctx)
    rfm = found[RFM]
    cells = grid.from_json(rfm.body["grid"])
    known = (
        return_forecast.chances(return_forecast.from_json(found[return_forecast.RETURN].body))
        is not None
    )
    tallies = {group: Tally() for group in Group}
    for cell, tally in cells.items():
        tallies[GROUP_OF[cell]] += tally
    whole = sum(cells.values(), Tally())
    return Overview(
        at=rfm.at,
        buyers=whole.members,
        cells={cell: tally.members for cell, tally in cells.items()},
        groups={
            group: Standing(
                group=group,
                members=tally.members,
                share_percent=_percent(tally.members, whole.members),
                sales_percent=_percent(tally.spent, whole.spent),
                average_receipt=_each(tally.spent, tally.purchases, terms),
                expected=_each(tally.expected, tally.members, terms) if known else None,
            )
            for group, tally in tallies.items()
        },
        since=found[MARKED].at,
        moves=tuple(group_changes.from_json(rfm.body["moves"])),
    )


async def _found(session: AsyncSession) -> dict[str, Finding]:
    return {finding.name: finding for finding in await session.scalars(select(Finding))}


def _percent(part: int, whole: int) -> int:
    """Rounded percent."""
    return (part * 200 + whole) // (2 * whole) if whole else 0


def _each(total: int, count: int, terms: Terms) -> Money | None:
    """The mean, rounded down; None if `count` is 0."""
    return terms.money(total // count) if count else None
