"""Earning rules and the policy as the owner edits them: checked, tried on an example, published.

A rule's id is the number of the version that brought it, so that no id is ever used twice.
"""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from datetime import date
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from models.people import Role, Staff
from services import goods, programme
from services.audit import record
from services.context import Context
from services.earning.errors import ExcludesEverything, TooManyRules
from services.errors import Gone
from services.money import minor_per_unit
from services.parsing.errors import AmountTooLarge, BadDates, BadHours, BadMultiplier
from services.parsing.numbers import LARGEST
from services.parsing.periods import LAST_DAY, TENTHS
from services.parsing.ranges import Range
from services.parsing.texts import one_line
from services.pricing.example_receipt import Example, fitting, priced
from services.pricing.model import Conditions, Effect, Policy, Priced, Rule
from services.pricing.redundant_rules import Conflict, conflicts
from services.programme import Terms
from services.programme.errors import BadPercent
from services.programme.settings import RATE_MOST
from services.staff import access

NEW = 0
"""The id of a rule that is not in the book yet."""

MOST_RULES = 50
TITLE_LENGTH = 100
FIXED = Range(1, 100_000)
NTH = Range(1, 1_000)
WEEK = frozenset(range(7))

LIMITS: Mapping[str, Range] = {
    "most_per_receipt": Range(1, 1_000_000, without=True),
    "most_per_day": Range(1, 1_000_000, without=True),
    "most_per_month": Range(1, 10_000_000, without=True),
    "pending_hours": Range(0, 30 * 24),
    # Members are warned before points expire, so these live a week at least.
    "promo_life_days": Range(7, 3_650, without=True),
}
"""Bounds of the policy's whole numbers."""


@dataclass(frozen=True, slots=True)
class Changes:
    """A rule to add (its id is NEW) or to replace, a rule to remove, a new policy."""

    rule: Rule | None = None
    without: int | None = None
    policy: Policy | None = None


@dataclass(frozen=True, slots=True)
class Preview:
    """The price of an example receipt before and after, and the rules made redundant."""

    example: Example
    before: Priced
    after: Priced
    terms: Terms  # after the change
    conflicts: tuple[Conflict, ...]


async def preview(ctx: Context, changes: Changes, example: Example | None = None) -> Preview:
    """The effect of changes on a receipt; if none is given, on one that fits the rule.

    Raises what the change raises, except NotStaff.
    """
    async with ctx.db.read() as session:
        before = await programme.terms(session)
        after = await _changed(session, before, changes)
    here = ctx.clock.now().astimezone(before.timezone)
    if example is None:
        about = changes.rule or next((r for r in before.rules if r.id == changes.without), None)
        least = after.policy.least_receipt if about is None else 0
        usual = max(before.example().minor, least)
        example = fitting(about.conditions if about else Conditions(), here, usual)
    known = {found.rule.id for found in pointless(before, here.date())}
    if changes.rule is not None:
        known.discard(changes.rule.id)
    return Preview(
        example,
        priced(before.tariff, example, before.levels[0].id),
        priced(after.tariff, example, after.levels[0].id),
        after,
        tuple(found for found in pointless(after, here.date()) if found.rule.id not in known),
    )


def pointless(terms: Terms, today: date) -> tuple[Conflict, ...]:
    """Redundant rules of the book. `today` is the shop's."""
    return conflicts(terms.tariff, today)


async def add(ctx: Context, actor_id: int, rule: Rule) -> int:
    """Put a rule at the end of the book; gives its id. Adding the same rule again changes nothing.

    Raises NotStaff, TooManyRules, BadText, BadPercent, BadMultiplier, BadNumber, BadHours,
    BadDates, AmountTooLarge, ExcludesEverything, Gone.
    """
    async with access.write(ctx, actor_id, Role.OWNER) as (session, owner):
        before = await programme.locked(session)
        same = next((one for one in before.rules if _asks(one) == _asks(rule)), None)
        if same is not None:
            return same.id
        after = await _changed(session, before, Changes(rule=replace(rule, id=NEW)))
        return await _publish(session, ctx, owner, after, "rule.added", after.rules[-1])


async def change(ctx: Context, actor_id: int, rule: Rule) -> None:
    """Replace the rule of this id, in its place. Raises what `add` raises."""
    async with access.write(ctx, actor_id, Role.OWNER) as (session, owner):
        before = await programme.locked(session)
        _find(before, rule.id)
        after = await _changed(session, before, Changes(rule=rule))
        if after != before:
            await _publish(session, ctx, owner, after, "rule.changed", _find(after, rule.id))


async def pause(ctx: Context, actor_id: int, rule_id: int, *, paused: bool) -> None:
    """Pause a rule, or resume it. Raises NotStaff, Gone."""
    async with access.write(ctx, actor_id, Role.OWNER) as (session, owner):
        before = await programme.locked(session)
        rule = _find(before, rule_id)
        if rule.paused != paused:
            after = _with(before, replace(rule, paused=paused))
            await _publish(
                session, ctx, owner, after, "rule.paused" if paused else "rule.resumed", rule
            )


async def remove(ctx: Context, actor_id: int, rule_id: int) -> None:
    """Remove a rule; receipts of its time keep it. Raises NotStaff, Gone."""
    async with access.write(ctx, actor_id, Role.OWNER) as (session, owner):
        before = await programme.locked(session)
        rule = _find(before, rule_id)
        after = replace(before, rules=tuple(one for one in before.rules if one is not rule))
        await _publish(session, ctx, owner, after, "rule.deleted", rule)


async def reorder(ctx: Context, actor_id: int, rule_id: int, place: int) -> None:
    """Move a rule to a place in the book, counted from 0. Raises NotStaff, Gone."""
    async with access.write(ctx, actor_id, Role.OWNER) as (session, owner):
        before = await programme.locked(session)
        rule = _find(before, rule_id)
        rest = [one for one in before.rules if one is not rule]
        rest.insert(max(0, place), rule)
        if tuple(rest) != before.rules:
            after = replace(before, rules=tuple(rest))
            await _publish(session, ctx, owner, after, "rule.moved", rule)


async def set_policy(ctx: Context, actor_id: int, **parts: Any) -> None:
    """Set fields of the policy: how rules and offers combine, and the points limits.

    Raises NotStaff, BadNumber, AmountTooLarge.
    """
    async with access.write(ctx, actor_id, Role.OWNER) as (session, owner):
        before = await programme.locked(session)
        policy = replace(before.policy, **parts)
        after = await _changed(session, before, Changes(policy=policy))
        old, new = asdict(before.policy), asdict(after.policy)
        changed = {name: [old[name], new[name]] for name in new if old[name] != new[name]}
        if changed:
            now = ctx.clock.now()
            facts = {"changes": changed}
            record(session, now, "policy.changed", staff_id=owner.id, facts=facts)
            await programme.publish(session, after, at=now, staff_id=owner.id)


async def _publish(
    session: AsyncSession, ctx: Context, owner: Staff, after: Terms, act: str, rule: Rule
) -> int:
    now = ctx.clock.now()
    facts = {"rule": rule.id, "title": rule.title}
    record(session, now, act, staff_id=owner.id, facts=facts)
    await programme.publish(session, after, at=now, staff_id=owner.id)
    return rule.id


async def _changed(session: AsyncSession, terms: Terms, changes: Changes) -> Terms:
    """The terms with checked changes."""
    if changes.without is not None:
        gone = _find(terms, changes.without)
        terms = replace(terms, rules=tuple(one for one in terms.rules if one is not gone))
    if changes.rule is not None:
        rule = await _checked(session, terms, changes.rule)
        if rule.id == NEW:
            if len(terms.rules) >= MOST_RULES:
                raise TooManyRules(MOST_RULES)
            rule = replace(rule, id=terms.version + 1)
            terms = replace(terms, rules=(*terms.rules, rule))
        else:
            _find(terms, rule.id)
            terms = _with(terms, rule)
    if changes.policy is not None:
        terms = replace(terms, policy=_checked_policy(terms, changes.policy))
    return terms


def _find(terms: Terms, rule_id: int) -> Rule:
    found = next((rule for rule in terms.rules if rule.id == rule_id), None)
    if found is None:
        raise Gone
    return found


def _with(terms: Terms, rule: Rule) -> Terms:
    return replace(terms, rules=tuple(rule if one.id == rule.id else one for one in terms.rules))


def _asks(rule: Rule) -> tuple[Any, ...]:
    """The effect of a rule, without its name."""
    return rule.effect, rule.value, rule.conditions, rule.paused


async def _checked(session: AsyncSession, terms: Terms, rule: Rule) -> Rule:
    value = rule.value
    match rule.effect:
        case Effect.RATE if not 0 < value <= RATE_MOST * 100:
            raise BadPercent(RATE_MOST)
        case Effect.MULTIPLIER if not TENTHS[0] * 10 <= value <= TENTHS[1] * 10:
            raise BadMultiplier
        case Effect.FIXED:
            FIXED.check(value)
        case Effect.EXCLUDE:
            value = 0
    asked = await checked_conditions(session, terms, rule.conditions)
    if rule.effect is Effect.EXCLUDE and asked == Conditions():
        raise ExcludesEverything
    title = one_line(rule.title, most=TITLE_LENGTH)
    return replace(rule, title=title, value=value, conditions=asked)


async def checked_conditions(session: AsyncSession, terms: Terms, asked: Conditions) -> Conditions:
    """The conditions of a rule or an offer, checked: they can hold, and the goods they name exist.

    Raises Gone, BadHours, BadDates, BadNumber, AmountTooLarge.
    """
    stock = await goods.assortment_of(session)
    known = (
        (asked.categories, {one.id for one in stock.categories}),
        (asked.products, {one.id for one in stock.products}),
        (asked.outlets, {one.id for one in stock.outlets}),
        (asked.levels, {one.id for one in terms.levels}),
        (asked.weekdays, WEEK),
    )
    if any(not ids <= there for ids, there in known):
        raise Gone
    if (asked.since is None) != (asked.until is None):
        raise BadHours
    if asked.since is not None and asked.since == asked.until:
        raise BadHours
    first, last = asked.first_day or date.min, asked.last_day or LAST_DAY
    if not first <= last <= LAST_DAY:
        raise BadDates
    for number in asked.nth:
        NTH.check(number)
    _check_least(terms, asked.least)
    return replace(asked, weekdays=frozenset() if asked.weekdays == WEEK else asked.weekdays)


def _checked_policy(terms: Terms, policy: Policy) -> Policy:
    for name, allowed in LIMITS.items():
        allowed.check(getattr(policy, name))
    _check_least(terms, policy.least_receipt)
    return policy


def _check_least(terms: Terms, least: int) -> None:
    most = LARGEST * minor_per_unit(terms.currency)
    if not 0 <= least <= most:
        raise AmountTooLarge(terms.money(most))
