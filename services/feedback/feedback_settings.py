"""Settings of feedback requests; all are off until the owner switches them on."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, replace
from datetime import timedelta
from typing import Any

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from models.people import Role
from models.programme import ONLY, Programme
from models.surveys import FeedbackKind
from services.audit import record
from services.context import Context
from services.parsing.ranges import Range
from services.staff import access

DAYS = Range(7, 365)
"""How many days there may be between two requests of a kind."""

SCORES: Mapping[FeedbackKind, range] = {
    FeedbackKind.NPS: range(11),
    FeedbackKind.SATISFACTION: range(1, 6),
}
LOW: Mapping[FeedbackKind, int] = {FeedbackKind.NPS: 6, FeedbackKind.SATISFACTION: 2}
"""The highest score that owners hear of: detractors, and visits that disappointed."""


@dataclass(frozen=True, slots=True)
class Asking:
    """One kind of request: a member gets it at most once in so many days."""

    on: bool = False
    days: int = 30


@dataclass(frozen=True, slots=True)
class Settings:
    nps: Asking = field(default_factory=lambda: Asking(days=90))
    satisfaction: Asking = field(default_factory=Asking)

    def of(self, kind: FeedbackKind) -> Asking:
        return self.nps if kind is FeedbackKind.NPS else self.satisfaction

    @property
    def gap(self) -> timedelta:
        """The least time between two requests of any kind to one member."""
        return timedelta(days=min(self.nps.days, self.satisfaction.days))


async def settings(session: AsyncSession) -> Settings:
    """The settings in force."""
    query = select(Programme.feedback).where(Programme.id == ONLY)
    return settings_of((await session.scalars(query)).one())


def settings_of(stored: Mapping[str, Any]) -> Settings:
    """The settings that `Programme.feedback` holds."""
    return Settings(**{name: Asking(**asking) for name, asking in stored.items()})


async def show(ctx: Context, actor_id: int) -> Settings:
    """The settings, for an owner. Raises NotStaff."""
    async with access.read(ctx, actor_id, Role.OWNER) as (session, _):
        return await settings(session)


async def change(
    ctx: Context,
    actor_id: int,
    kind: FeedbackKind,
    *,
    on: bool | None = None,
    days: int | None = None,
) -> Settings:
    """Set the values that are not None. Raises NotStaff, BadNumber."""
    async with access.write(ctx, actor_id, Role.OWNER) as (session, owner):
        row = await session.get_one(Programme, ONLY, with_for_update=True, populate_existing=True)
        before = settings_of(row.feedback)
        asking = before.of(kind)
        if on is not None:
            asking = replace(asking, on=on)
        if days is not None:
            asking = replace(asking, days=DAYS.check(days) or asking.days)
        after = replace(before, **{kind.value: asking})
        if after != before:
            row.feedback = asdict(after)
            facts = {"kind": kind, **asdict(asking)}
            record(session, ctx.clock.now(), "feedback.changed", staff_id=owner.id, facts=facts)
        return after
