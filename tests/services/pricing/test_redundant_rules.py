"""A redundant rule changes no receipt."""

from dataclasses import replace
from datetime import date, time

import pytest
from hypothesis import given

from services.pricing.engine import price
from services.pricing.model import Conditions, Effect, Policy, Rule, Sale, Tariff, Together
from services.pricing.redundant_rules import Why, conflicts, covers
from tests.services.pricing.strategies import conditions, sales, tariffs

EARLY = date(2000, 1, 1)
coffee = Conditions(categories=frozenset({1}))
latte = Conditions(products=frozenset({11}))
tuesday = Conditions(weekdays=frozenset({1}))
night = Conditions(since=time(22), until=time(2))


@given(tariffs(), sales)
def test_a_pointless_rule_changes_no_receipt(tariff: Tariff, sale: Sale) -> None:
    for found in conflicts(tariff, EARLY):
        others = tuple(rule for rule in tariff.rules if rule is not found.rule)
        with_it, without = (price(one, sale) for one in (tariff, replace(tariff, rules=others)))
        assert with_it.points == without.points


@given(conditions, conditions)
def test_what_covers_another_covers_itself(one: Conditions, other: Conditions) -> None:
    assert covers(one, one)
    assert covers(Conditions(), one)
    if covers(one, other) and covers(other, one):
        assert one.categories == other.categories


@pytest.mark.parametrize(
    ("wide", "narrow", "so"),
    [
        (coffee, replace(coffee, weekdays=frozenset({1})), True),
        (coffee, Conditions(), False),
        (coffee, latte, False),
        (tuesday, replace(tuesday, since=time(16), until=time(18)), True),
        (tuesday, replace(night, weekdays=frozenset({1})), False),
        (night, replace(night, weekdays=frozenset({1})), True),
        (Conditions(least=100), Conditions(least=200), True),
        (Conditions(least=200), Conditions(least=100), False),
        (Conditions(last_day=EARLY), Conditions(), False),
    ],
)
def test_one_covers_another(wide: Conditions, narrow: Conditions, *, so: bool) -> None:
    assert covers(wide, narrow) is so


@pytest.mark.parametrize(
    ("rules", "why"),
    [
        ([(Effect.EXCLUDE, 0, coffee), (Effect.RATE, 1000, coffee)], {2: Why.EXCLUDED}),
        ([(Effect.FIXED, 50, coffee), (Effect.EXCLUDE, 0, coffee)], {1: Why.EXCLUDED}),
        ([(Effect.RATE, 500, Conditions()), (Effect.RATE, 1000, coffee)], {2: Why.COVERED}),
        ([(Effect.RATE, 1000, coffee), (Effect.RATE, 500, Conditions())], {}),
        ([(Effect.MULTIPLIER, 300, tuesday), (Effect.MULTIPLIER, 200, tuesday)], {2: Why.BEATEN}),
        ([(Effect.MULTIPLIER, 200, tuesday), (Effect.MULTIPLIER, 200, tuesday)], {2: Why.BEATEN}),
        ([(Effect.FIXED, 5, Conditions(last_day=EARLY))], {1: Why.OVER}),
    ],
)
def test_why_a_rule_is_pointless(
    rules: list[tuple[Effect, int, Conditions]], why: dict[int, Why]
) -> None:
    book = tuple(Rule(number, "", *rule) for number, rule in enumerate(rules, start=1))
    tariff = Tariff(100, 3_000, {1: 300}, book)
    assert {one.rule.id: one.why for one in conflicts(tariff, date(2026, 1, 1))} == why


def test_all_multipliers_together_beat_none() -> None:
    book = tuple(Rule(number, "", Effect.MULTIPLIER, 200) for number in (1, 2))
    tariff = Tariff(100, 3_000, {1: 300}, book, Policy(multipliers=Together.ALL))
    assert conflicts(tariff, EARLY) == ()
