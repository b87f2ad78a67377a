"""Redundant rules: rules that never have an effect, and the other rule that is the reason."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from services.pricing.model import Conditions, Effect, Rule, Tariff, Together


class Why(StrEnum):
    EXCLUDED = "excluded"  # the other one takes all its lines out of earning
    COVERED = "covered"  # the other one stands earlier and rates all its lines
    BEATEN = "beaten"  # the other one multiplies all its lines by as much or more
    OVER = "over"  # its last day has passed


@dataclass(frozen=True, slots=True)
class Conflict:
    """`rule` never has an effect because of `other`; None: its last day has passed."""

    rule: Rule
    why: Why
    other: Rule | None = None


def conflicts(tariff: Tariff, today: date) -> tuple[Conflict, ...]:
    """The redundant rules of a tariff; `today` is the shop's date.

    Each rule is compared with one other rule at a time. A rule that only several others together
    make redundant is not found; every conflict found is real.
    """
    active = [rule for rule in tariff.rules if not rule.paused]
    return tuple(_conflicts(active, tariff.policy.multipliers, today))


def _conflicts(rules: list[Rule], how: Together, today: date) -> Iterator[Conflict]:
    for place, rule in enumerate(rules):
        last = rule.conditions.last_day
        if last is not None and last < today:
            yield Conflict(rule, Why.OVER)
            continue
        for other_place, other in enumerate(rules):
            if other is rule or not covers(other.conditions, rule.conditions):
                continue
            why = _why(rule, other, how, earlier=other_place < place)
            if why is not None:
                yield Conflict(rule, why, other)
                break


def _why(rule: Rule, other: Rule, how: Together, *, earlier: bool) -> Why | None:
    # Of two that cover each other only the later one is redundant.
    if other.effect is Effect.EXCLUDE and (rule.effect is not Effect.EXCLUDE or earlier):
        return Why.EXCLUDED
    if rule.effect is other.effect is Effect.RATE and earlier:
        return Why.COVERED
    if rule.effect is other.effect is Effect.MULTIPLIER and how is Together.BEST:
        beaten = other.value > rule.value or (other.value == rule.value and earlier)
        return Why.BEATEN if beaten else None
    return None


def covers(wide: Conditions, narrow: Conditions) -> bool:
    """Whether `wide` surely holds wherever `narrow` does, for all the same lines.

    False may be wrong: the categories of products are not known here.
    """
    return (
        _covers_lines(wide, narrow)
        and _covers_days(wide, narrow)
        and wide.least <= narrow.least
        and all(
            not asked or (more and more <= asked)
            for asked, more in (
                (wide.outlets, narrow.outlets),
                (wide.levels, narrow.levels),
                (wide.nth, narrow.nth),
            )
        )
    )


def _covers_lines(wide: Conditions, narrow: Conditions) -> bool:
    if not wide.categories and not wide.products:
        return True
    if not narrow.categories and not narrow.products:
        return False
    return narrow.categories <= wide.categories and narrow.products <= wide.products


def _covers_days(wide: Conditions, narrow: Conditions) -> bool:
    """Hours after midnight belong to the day before, so days are compared only for equal hours."""
    hours, fewer = (wide.since, wide.until), (narrow.since, narrow.until)
    asks_days = bool(wide.weekdays or wide.first_day or wide.last_day)
    if hours != fewer and (hours != (None, None) or (asks_days and _wraps(narrow))):
        return False
    return (
        (not wide.weekdays or (bool(narrow.weekdays) and narrow.weekdays <= wide.weekdays))
        and (
            wide.first_day is None
            or (narrow.first_day is not None and wide.first_day <= narrow.first_day)
        )
        and (
            wide.last_day is None
            or (narrow.last_day is not None and narrow.last_day <= wide.last_day)
        )
    )


def _wraps(asked: Conditions) -> bool:
    return asked.until is not None and asked.since is not None and asked.until <= asked.since
