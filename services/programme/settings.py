"""Settings of the programme: values are checked, previewed, and published as a new version."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError, available_timezones

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from models.people import Role
from models.programme import ONLY, Programme
from models.till import Purchase
from services import programme
from services.audit import record
from services.context import Context
from services.errors import Gone
from services.parsing.ranges import Range
from services.parsing.texts import one_line
from services.programme import Terms
from services.programme.errors import BadPercent, CurrencyFixed, UnknownCurrency, UnknownTimezone
from services.programme.model import BASIS, POINT_VALUES
from services.staff import access

SHOP_NAME_LENGTH = 64
CONTACT_LENGTH = 200
RATE_MOST = 50  # percent
SHARE_MOST = 100

Value = str | int | None

_PERCENT = re.compile(r"([0-9]{1,3})(?:[.,]([0-9]{1,2}))?%?")


RANGES = {
    "welcome_bonus": Range(0, 100_000),
    "birthday_bonus": Range(0, 100_000),
    "profile_bonus": Range(0, 100_000),
    # Members are warned two weeks before expiry, so points live longer than that.
    "points_life_days": Range(30, 3_650, without=True),
    "redemption_seconds": Range(60, 15 * 60),
    "undo_seconds": Range(60, 24 * 60 * 60),
}
"""Bounds of the programme's numbers, in the units of models.programme."""


@dataclass(frozen=True, slots=True)
class Changes:
    """New terms by their column names, and rates (basis points) by level id."""

    values: Mapping[str, Value] = field(default_factory=dict)
    rates: Mapping[int, int] = field(default_factory=dict)


class Preset(StrEnum):
    """Terms that usually fit a kind of shop."""

    CAFE = "cafe"
    SHOP = "shop"
    SALON = "salon"


PRESETS: Mapping[Preset, tuple[tuple[int, ...], Mapping[str, Value]]] = {
    Preset.CAFE: (
        (500, 700, 1000),
        {
            "welcome_bonus": 100,
            "birthday_bonus": 200,
            "max_share_bp": 3000,
            "points_life_days": 180,
        },
    ),
    Preset.SHOP: (
        (300, 500, 700),
        {
            "welcome_bonus": 100,
            "birthday_bonus": 300,
            "max_share_bp": 3000,
            "points_life_days": 365,
        },
    ),
    Preset.SALON: (
        (500, 700, 1000),
        {
            "welcome_bonus": 300,
            "birthday_bonus": 500,
            "max_share_bp": 2000,
            "points_life_days": 365,
        },
    ),
}
"""Rates from the lowest level up, and other terms."""


def parse_percent(text: str, *, most: int) -> int:
    """A percentage as people type it (`5`, `2,5 %`) in basis points. Raises BadPercent."""
    match = _PERCENT.fullmatch("".join(text.split()))
    if match is None:
        raise BadPercent(most)
    points = int(match[1]) * 100 + int((match[2] or "").ljust(2, "0"))
    if not 0 < points <= most * 100:
        raise BadPercent(most)
    return points


async def preset(ctx: Context, kind: Preset) -> Changes:
    """A preset as changes to the levels that this shop has."""
    rates, values = PRESETS[kind]
    levels = (await programme.current(ctx)).levels
    return Changes(values, {level.id: rate for level, rate in zip(levels, rates, strict=False)})


async def preview(ctx: Context, changes: Changes) -> Terms:
    """The terms after the changes. Raises what `change` raises, except NotStaff."""
    async with ctx.db.read() as session:
        return await _changed(session, await programme.terms(session), changes)


async def change(ctx: Context, actor_id: int, changes: Changes) -> Terms:
    """Set terms, as an owner.

    Raises NotStaff, BadNumber, BadPercent, BadText, UnknownTimezone, UnknownCurrency,
    CurrencyFixed, Gone.
    """
    async with access.write(ctx, actor_id, Role.OWNER) as (session, owner):
        return await _write(session, ctx, owner.id, changes)


async def launch(ctx: Context, actor_id: int, changes: Changes) -> Terms:
    """Open the programme after the owner confirmed it, once.

    Raises what `change` raises.
    """
    async with access.write(ctx, actor_id, Role.OWNER) as (session, owner):
        row = await session.get_one(Programme, ONLY, with_for_update=True)
        if row.launched_at is not None:
            return await programme.terms(session)
        now = ctx.clock.now()
        after = replace(await _write(session, ctx, owner.id, changes), launched_at=now)
        record(session, now, "programme.launched", staff_id=owner.id)
        return await programme.publish(session, after, at=now, staff_id=owner.id)


async def _write(session: AsyncSession, ctx: Context, staff_id: int, changes: Changes) -> Terms:
    before = await programme.locked(session)
    after = await _changed(session, before, changes)
    if after == before:
        return before
    now = ctx.clock.now()
    facts = {
        "terms": {
            name: [_plain(getattr(before, name)), _plain(getattr(after, name))]
            for name in changes.values
            if getattr(before, name) != getattr(after, name)
        },
        "rates": {
            new.name: [old.rate_bp, new.rate_bp]
            for old, new in zip(before.levels, after.levels, strict=True)
            if old.rate_bp != new.rate_bp
        },
    }
    if any(facts.values()):
        record(session, now, "programme.changed", staff_id=staff_id, facts=facts)
    return await programme.publish(session, after, at=now, staff_id=staff_id)


def _plain(value: Any) -> Value:
    return value.key if isinstance(value, ZoneInfo) else value


async def _changed(session: AsyncSession, terms: Terms, changes: Changes) -> Terms:
    """The terms with checked changes."""
    known = {level.id for level in terms.levels}
    if not known.issuperset(changes.rates):
        raise Gone
    if any(not 0 < rate <= RATE_MOST * 100 for rate in changes.rates.values()):
        raise BadPercent(RATE_MOST)
    rates = {level.id: changes.rates.get(level.id, level.rate_bp) for level in terms.levels}
    levels = tuple(replace(level, rate_bp=rates[level.id]) for level in terms.levels)
    values = {name: _checked(name, value) for name, value in changes.values.items()}
    after = replace(terms, levels=levels, **values)
    if after.currency != terms.currency:
        await _must_be_first(session)
        after = _converted(after, POINT_VALUES[after.currency])
    return after


def _checked(name: str, value: Value) -> Any:
    match name, value:
        case "shop_name", str(text):
            return one_line(text, most=SHOP_NAME_LENGTH)
        case "privacy_contact", str() | None:
            return value and one_line(value, most=CONTACT_LENGTH)
        case "currency", str(code):
            if code not in POINT_VALUES:
                raise UnknownCurrency
            return code
        case "timezone", str(key):
            return _zone(key)
        case "max_share_bp", int(share):
            if not 0 < share <= BASIS:
                raise BadPercent(SHARE_MOST)
            return share
        case _ if name in RANGES:
            return RANGES[name].check(value)
    raise Gone


def _zone(key: str) -> ZoneInfo:
    """A time zone by its name, or by the city in it: `London` for `Europe/London`."""
    name = "_".join(key.split())
    cities = (zone for zone in sorted(available_timezones()) if zone.count("/") == 1)
    city = next((zone for zone in cities if zone.endswith(f"/{name.title()}")), name)
    try:
        return ZoneInfo(city)
    except (ZoneInfoNotFoundError, ValueError, OSError) as error:
        raise UnknownTimezone from error


async def _must_be_first(session: AsyncSession) -> None:
    if (await session.scalars(select(Purchase.id).limit(1))).first() is not None:
        raise CurrencyFixed


def _converted(terms: Terms, point_value: int) -> Terms:
    """The terms in another currency: a point and the thresholds of levels keep their weight."""
    levels = tuple(
        replace(level, threshold=level.threshold // terms.point_value * point_value)
        for level in terms.levels
    )
    return replace(terms, point_value=point_value, levels=levels)
