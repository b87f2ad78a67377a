"""Versions of the programme: when, by whom, and with which changes."""

from collections.abc import Iterator
from dataclasses import dataclass, fields, replace
from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import select

from models.people import Role, Staff
from models.programme import Book
from services import programme
from services.context import Context
from services.errors import Gone
from services.pricing.model import Rule
from services.programme import Terms
from services.programme.model import LevelTerms
from services.staff import access


class Part(StrEnum):
    """The part of the terms that changed."""

    FIRST = "first"  # the first version
    LAUNCHED = "launched"
    TERM = "term"  # a number or a name of the programme: `name` is its field
    LEVEL_ADDED = "level_added"
    LEVEL_REMOVED = "level_removed"
    LEVEL_CHANGED = "level_changed"
    RATE = "rate"  # of a level
    RULE_ADDED = "rule_added"
    RULE_REMOVED = "rule_removed"
    RULE_CHANGED = "rule_changed"
    RULE_PAUSED = "rule_paused"
    RULE_RESUMED = "rule_resumed"
    ORDER = "order"  # of the rules
    POLICY = "policy"  # `name` is its field
    LEVELING = "leveling"
    RETURNS = "returns"
    OFFERS = "offers"  # that hold for everybody


@dataclass(frozen=True, slots=True)
class Difference:
    """One change; `before` and `after` are values if the part has such."""

    part: Part
    name: str = ""
    before: Any = None
    after: Any = None


@dataclass(frozen=True, slots=True)
class Version:
    number: int
    at: datetime
    staff_name: str | None  # None: the program itself, at its first start
    terms: Terms
    differences: tuple[Difference, ...]


async def latest(
    ctx: Context, actor_id: int, *, limit: int, before: int | None = None
) -> list[Version]:
    """The newest versions, for an owner; `before` pages on. Raises NotStaff."""
    query = (
        select(Book.version, Book.at, Staff.name)
        .outerjoin(Staff, Staff.id == Book.staff_id)
        .order_by(Book.version.desc())
        .limit(limit)
    )
    if before is not None:
        query = query.where(Book.version < before)
    async with access.read(ctx, actor_id, Role.OWNER) as (session, _):
        found = []
        for number, at, name in (await session.execute(query)).all():
            after = await programme.of_version(session, number)
            earlier = select(Book.version).where(Book.version < number)
            previous = await session.scalar(earlier.order_by(Book.version.desc()).limit(1))
            what: tuple[Difference, ...] = (Difference(Part.FIRST),)
            if previous is not None:
                what = differences(await programme.of_version(session, previous), after)
            found.append(Version(number, at, name, after, what))
        return found


async def one(ctx: Context, actor_id: int, number: int) -> Version:
    """One version. Raises NotStaff, Gone."""
    found = await latest(ctx, actor_id, limit=1, before=number + 1)
    if not found or found[0].number != number:
        raise Gone
    return found[0]


TERMS = (
    "shop_name",
    "currency",
    "timezone",
    "welcome_bonus",
    "birthday_bonus",
    "profile_bonus",
    "max_share_bp",
    "points_life_days",
)
"""Terms that an owner sets one by one; the value of a point follows the currency."""


def differences(before: Terms, after: Terms) -> tuple[Difference, ...]:
    """The changes from one version to the other; none for equal terms."""
    return tuple(_differences(before, after))


def _differences(before: Terms, after: Terms) -> Iterator[Difference]:
    if before.launched_at is None and after.launched_at is not None:
        yield Difference(Part.LAUNCHED)
    for name in TERMS:
        old, new = getattr(before, name), getattr(after, name)
        if old != new:
            yield Difference(Part.TERM, name, old, new)
    yield from _levels(before, after)
    yield from _rules(before, after)
    for name in (field.name for field in fields(after.policy)):
        old, new = getattr(before.policy, name), getattr(after.policy, name)
        if old != new:
            yield Difference(Part.POLICY, name, old, new)
    # `since` is no term of its own: any change of levels sets it.
    if replace(before.leveling, since=None) != replace(after.leveling, since=None):
        yield Difference(Part.LEVELING)
    if before.returns != after.returns:
        yield Difference(Part.RETURNS)
    if before.standing != after.standing:
        yield Difference(Part.OFFERS)


def _levels(before: Terms, after: Terms) -> Iterator[Difference]:
    old: dict[int, LevelTerms] = {level.id: level for level in before.levels}
    for level in after.levels:
        was = old.pop(level.id, None)
        if was is None:
            yield Difference(Part.LEVEL_ADDED, level.name)
        elif was.rate_bp != level.rate_bp:
            yield Difference(Part.RATE, level.name, was.rate_bp, level.rate_bp)
        elif was != level and before.currency == after.currency:
            yield Difference(Part.LEVEL_CHANGED, level.name)
    yield from (Difference(Part.LEVEL_REMOVED, gone.name) for gone in old.values())


def _rules(before: Terms, after: Terms) -> Iterator[Difference]:
    old: dict[int, Rule] = {rule.id: rule for rule in before.rules}
    for rule in after.rules:
        was = old.pop(rule.id, None)
        if was is None:
            yield Difference(Part.RULE_ADDED, rule.title)
        elif was.paused != rule.paused:
            part = Part.RULE_PAUSED if rule.paused else Part.RULE_RESUMED
            yield Difference(part, rule.title)
        elif was != rule:
            yield Difference(Part.RULE_CHANGED, rule.title)
    yield from (Difference(Part.RULE_REMOVED, gone.title) for gone in old.values())
    kept = {rule.id for rule in after.rules} & {rule.id for rule in before.rules}
    orders = [[rule.id for rule in one.rules if rule.id in kept] for one in (before, after)]
    if orders[0] != orders[1]:
        yield Difference(Part.ORDER)
