"""Changes of levels by the owner: the effect is counted first, then every member is reviewed."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from itertools import pairwise
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from models.people import Member, Role
from models.till import Purchase
from services import programme
from services.audit import record
from services.context import Context
from services.errors import Gone
from services.levels import levels
from services.levels.errors import LevelTaken, LowestLevel, TooManyLevels
from services.money import Money, minor_per_unit
from services.parsing.numbers import LARGEST
from services.parsing.ranges import Range
from services.parsing.texts import one_line
from services.programme import Terms
from services.programme.errors import BadPercent
from services.programme.model import NEW, LevelBy, Leveling, LevelTerms
from services.programme.settings import RATE_MOST
from services.staff import access

NAME_LENGTH = 32
PERKS_LENGTH = 200
MOST_LEVELS = 20
MOST_VISITS = 10_000

REVIEW_DELAY = timedelta(minutes=1)
"""A receipt that is being recorded at this moment may still see the old levels, so the review of
all members begins a little later.
"""

RANGES = {"window_days": Range(30, 730), "grace_days": Range(0, 180)}

Value = str | int | None


@dataclass(frozen=True, slots=True)
class Edit:
    """One change: of a level (id NEW adds one), or, without an id, of how levels are reached.

    Values are named as in LevelTerms or Leveling; thresholds are minor units or visits.
    """

    level_id: int | None = None
    values: Mapping[str, Value] = field(default_factory=dict)
    remove: bool = False


@dataclass(frozen=True, slots=True)
class Count:
    """Members on a level now, and after the change, when all are reviewed and the days of grace
    are over.
    """

    level: str
    now: int
    after: int


@dataclass(frozen=True, slots=True)
class Effect:
    """The terms after the change. `average`: the average receipt by which thresholds were
    converted between money and visits; None: they were not.
    """

    terms: Terms
    counts: tuple[Count, ...]
    average: Money | None


async def preview(ctx: Context, actor_id: int, edit: Edit) -> Effect:
    """The effect of a change. Raises the same errors as `change`."""
    now = ctx.clock.now()
    async with access.read(ctx, actor_id, Role.OWNER) as (session, _):
        before = await programme.terms(session)
        after, average = await _edited(session, before, edit, now)
        return Effect(after, await _counts(session, before, after, now), average)


async def change(ctx: Context, actor_id: int, edit: Edit) -> Terms:
    """Put the change in force, with the identity of an owner.

    Raises NotStaff, Gone, BadText, BadNumber, BadAmount, BadPercent, LevelTaken, LowestLevel,
    TooManyLevels.
    """
    now = ctx.clock.now()
    async with access.write(ctx, actor_id, Role.OWNER) as (session, owner):
        before = await programme.terms(session)
        after, _ = await _edited(session, before, edit, now)
        if after == before:
            return before
        if _positions(after) != _positions(before):
            after = replace(after, leveling=replace(after.leveling, since=now + REVIEW_DELAY))
        level = next((one for one in before.levels if one.id == edit.level_id), None)
        old: Any = before.leveling if edit.level_id is None else level
        facts = {
            "title": level.name if level is not None else str(edit.values.get("name", "")),
            "changes": {
                name: [getattr(old, name, None), value] for name, value in edit.values.items()
            },
        }
        record(session, now, _act(edit), staff_id=owner.id, facts=facts)
        return await programme.publish(session, after, at=now, staff_id=owner.id)


def _act(edit: Edit) -> str:
    if edit.level_id is None:
        return "programme.levels-changed"
    if edit.remove:
        return "programme.level-removed"
    return "programme.level-added" if edit.level_id == NEW else "programme.level-changed"


def _positions(terms: Terms) -> tuple[object, ...]:
    """The terms that decide which level a member has."""
    steps = tuple((level.id, level.threshold) for level in terms.levels)
    return steps, terms.leveling.by, terms.leveling.window_days


async def _edited(
    session: AsyncSession, terms: Terms, edit: Edit, now: datetime
) -> tuple[Terms, Money | None]:
    """The terms with the checked change, and the average receipt if it was needed."""
    if edit.level_id is None:
        return await _with_leveling(session, terms, edit, now)
    others = tuple(one for one in terms.levels if one.id != edit.level_id)
    changed: tuple[LevelTerms, ...] = ()
    if edit.level_id == NEW:
        if not {"name", "threshold", "rate_bp"}.issubset(edit.values):
            raise Gone
        changed = (_checked(terms, LevelTerms(NEW, "", 0, 0), edit.values),)
    elif len(others) == len(terms.levels):
        raise Gone
    elif not edit.remove:
        changed = (_checked(terms, terms.level(edit.level_id), edit.values),)
    every = tuple(sorted((*others, *changed), key=lambda one: one.threshold))
    if every[0].threshold or (edit.level_id == terms.levels[0].id and every[0].id != edit.level_id):
        raise LowestLevel
    if len(every) > MOST_LEVELS:
        raise TooManyLevels(MOST_LEVELS)
    for figures in ({one.name.casefold() for one in every}, {one.threshold for one in every}):
        if len(figures) < len(every):
            raise LevelTaken
    return replace(terms, levels=every), None


def _checked(terms: Terms, level: LevelTerms, values: Mapping[str, Value]) -> LevelTerms:
    for name, value in values.items():
        match name, value:
            case "name", str(text):
                level = replace(level, name=one_line(text, most=NAME_LENGTH))
            case "perks", None:
                level = replace(level, perks=None)
            case "perks", str(text):
                level = replace(level, perks=one_line(text, most=PERKS_LENGTH))
            case "rate_bp", int(rate):
                if not 0 < rate <= RATE_MOST * 100:
                    raise BadPercent(RATE_MOST)
                level = replace(level, rate_bp=rate)
            case "threshold", int(threshold):
                most = most_threshold(terms)
                level = replace(level, threshold=Range(0, most).check(threshold) or 0)
            case _:
                raise Gone
    return level


def most_threshold(terms: Terms) -> int:
    """The highest threshold that makes sense, in minor units or visits."""
    if terms.leveling.by is LevelBy.VISITS:
        return MOST_VISITS
    return LARGEST * minor_per_unit(terms.currency)


async def _with_leveling(
    session: AsyncSession, terms: Terms, edit: Edit, now: datetime
) -> tuple[Terms, Money | None]:
    if not {*RANGES, "by"}.issuperset(edit.values):
        raise Gone
    by = str(edit.values.get("by", terms.leveling.by))
    if by not in {*LevelBy}:
        raise Gone
    leveling = replace(
        terms.leveling,
        by=LevelBy(by),
        window_days=_days(terms.leveling, edit, "window_days"),
        grace_days=_days(terms.leveling, edit, "grace_days"),
    )
    after = replace(terms, leveling=leveling)
    if leveling.by is terms.leveling.by:
        return after, None
    average = await _average(session, terms, now)
    return replace(after, levels=_converted(after, average)), terms.money(average)


def _days(leveling: Leveling, edit: Edit, name: str) -> int:
    return RANGES[name].check(edit.values.get(name, getattr(leveling, name))) or 0


async def _average(session: AsyncSession, terms: Terms, now: datetime) -> int:
    """The average purchase within the window; the example receipt if there was none."""
    query = select(levels.measure(LevelBy.SPEND), func.count()).where(*levels.window(terms, now))
    total, count = (await session.execute(query)).one()
    return int(total) // count if total and count else terms.example().minor


def _converted(terms: Terms, average: int) -> tuple[LevelTerms, ...]:
    """Levels with thresholds in the new unit: one visit is one average receipt. Thresholds stay
    different.
    """
    found: list[LevelTerms] = []
    for level in terms.levels:
        if terms.leveling.by is LevelBy.VISITS:
            threshold = level.threshold // average
        else:
            threshold = level.threshold * average
        if found:
            threshold = max(threshold, found[-1].threshold + 1)
        found.append(replace(level, threshold=threshold))
    return tuple(found)


async def _counts(
    session: AsyncSession, before: Terms, after: Terms, now: datetime
) -> tuple[Count, ...]:
    """Members by level, with the levels before and after the change in one list."""
    present = Member.deleted_at.is_(None)
    by_level = select(Member.level_id, func.count()).where(present).group_by(Member.level_id)
    have = {row[0]: row[1] for row in await session.execute(by_level)}
    reached = (
        select(Purchase.member_id, levels.measure(after.leveling.by).label("reached"))
        .where(*levels.window(after, now))
        .group_by(Purchase.member_id)
        .subquery()
    )
    # How many members reached at least the first level, the second, and so on.
    at_least = select(
        func.count(),
        *(func.count().filter(reached.c.reached >= one.threshold) for one in after.levels[1:]),
    )
    at_least = at_least.select_from(Member).outerjoin(reached, reached.c.member_id == Member.id)
    row = (await session.execute(at_least.where(present))).one()
    will = [more - fewer for more, fewer in pairwise([*row, 0])]
    stay = {one.id for one in after.levels}
    return (
        *(
            Count(one.name, have.get(one.id, 0), count)
            for one, count in zip(after.levels, will, strict=True)
        ),
        *(Count(one.name, have.get(one.id, 0), 0) for one in before.levels if one.id not in stay),
    )
