"""Earning rules that shops usually begin with."""

from collections.abc import Callable, Mapping
from datetime import time
from enum import StrEnum

from services.earning.earning_rules import NEW
from services.pricing.model import Conditions, Effect, Rule
from services.programme import Terms


class Preset(StrEnum):
    HAPPY = "happy"  # double points in some hours
    CATEGORY = "category"  # a rate of its own for some goods
    EXCLUDE = "exclude"  # no points for some goods
    RECEIPT = "receipt"  # points for a big receipt
    DAY = "day"  # double points on a day of the week
    FIRST = "first"  # points for the first purchase
    OWN = "own"  # a rule without values yet


VALUES: Mapping[Effect, int] = {
    Effect.RATE: 1_000,
    Effect.MULTIPLIER: 200,
    Effect.FIXED: 50,
    Effect.EXCLUDE: 0,
}
"""The first value of each effect."""

_MADE: Mapping[Preset, tuple[Effect, Callable[[Terms], Conditions]]] = {
    Preset.HAPPY: (
        Effect.MULTIPLIER,
        lambda _: Conditions(weekdays=frozenset({1}), since=time(16), until=time(18)),
    ),
    Preset.CATEGORY: (Effect.RATE, lambda _: Conditions()),
    Preset.EXCLUDE: (Effect.EXCLUDE, lambda _: Conditions()),
    Preset.RECEIPT: (Effect.FIXED, lambda terms: Conditions(least=terms.example().minor)),
    Preset.DAY: (Effect.MULTIPLIER, lambda _: Conditions(weekdays=frozenset({0}))),
    Preset.FIRST: (Effect.FIXED, lambda _: Conditions(nth=frozenset({1}))),
    Preset.OWN: (Effect.RATE, lambda _: Conditions()),
}


def rule(kind: Preset, terms: Terms) -> Rule:
    """The preset as a rule to be changed and added."""
    effect, asked = _MADE[kind]
    return Rule(NEW, "", effect, VALUES[effect], asked(terms))
