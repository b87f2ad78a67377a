"""The RFM groups for an owner: how many are in each, what they bring, who moved where."""

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
    """One group as of the day's findings. Money is of its members' whole time with the shop."""

    group: Group
    members: int
    share_percent: int  # of all buyers
    sales_percent: int  # of what all buyers spent
    average_receipt: Money | None  # None: nobody is in it
    expected: Money | None  # of one member within 90 days; None: too little is known


@dataclass(frozen=True, slots=True)
class Overview:
    at: datetime  # when it was worked out
    buyers: int
    cells: Mapping[Cell, int]  # members by scores for recency and frequency
    groups: Mapping[Group, Standing]  # all of them, in their order
    since: datetime  # when the marks were set that `moves` go by
    moves: tuple[GroupChange, ...]  # most members first


def question(group: Group) -> Condition:
    """Who is in a group, as a question about members."""
    return Condition(RFM, values=(group.value,))


async def show(ctx: Context, actor_id: int) -> Overview:
    """As of today's findings; worked out at once if there are none yet. Raises NotStaff."""
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
    """Rounded."""
    return (part * 200 + whole) // (2 * whole) if whole else 0


def _each(total: int, count: int, terms: Terms) -> Money | None:
    """The mean, rounded down."""
    return terms.money(total // count) if count else None
