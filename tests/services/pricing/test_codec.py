"""Stored values load unchanged."""

import json
from dataclasses import replace
from datetime import date, time
from typing import Any

import pytest
from hypothesis import given

from services.pricing.codec import dump, load
from services.pricing.model import Conditions, Effect, Policy, Rule, Tariff
from tests.services.pricing.samples import COFFEE, DELIVERY, book, rule
from tests.services.pricing.strategies import any_rule, conditions, policies, tariffs, unhurried


def stored(value: Conditions | Policy | Rule | Tariff) -> Any:
    return json.loads(json.dumps(dump(value)))


@unhurried
@given(tariffs())
def test_a_tariff_comes_back(tariff: Tariff) -> None:
    assert load(Tariff, stored(tariff)) == tariff


@unhurried
@given(any_rule, policies, conditions)
def test_so_do_its_parts(one: Rule, policy: Policy, asked: Conditions) -> None:
    assert load(Policy, stored(policy)) == policy
    assert load(Conditions, stored(asked)) == asked
    asking = replace(one, conditions=asked)
    assert load(Rule, stored(asking)) == asking


def test_conditions_hold_only_what_they_ask() -> None:
    assert dump(Conditions()) == {}
    assert load(Conditions, {}) == Conditions()
    asked = Conditions(
        categories=frozenset({DELIVERY, COFFEE}),
        since=time(22),
        until=time(2, 30),
        last_day=date(2026, 12, 31),
    )
    assert dump(asked) == {
        "categories": [1, 3],
        "since": "22:00:00",
        "until": "02:30:00",
        "last_day": "2026-12-31",
    }


def test_equal_tariffs_are_equal_text() -> None:
    wide, reverse = frozenset([1, 1025, 33]), frozenset([33, 1025, 1])
    one, other = (book(rule(1, Effect.EXCLUDE, 0, levels=ids)) for ids in (wide, reverse))
    turned = Tariff(100, 5000, dict(reversed(other.rates.items())), other.rules, other.policy)
    assert json.dumps(dump(one)) == json.dumps(dump(turned))


def test_defaults_are_written_where_they_may_change() -> None:
    assert dump(Policy()) == {
        "multipliers": "best",
        "offers": "best",
        "least_receipt": 0,
        "most_per_receipt": None,
        "most_per_day": None,
        "most_per_month": None,
        "carry_remainders": True,
        "pending_hours": 0,
        "promo_life_days": None,
    }


@pytest.mark.parametrize(
    "nonsense",
    [{"categories": "coffee"}, {"least": 1.5}, {"since": "25:00"}, {"moon": "full"}],
)
def test_what_is_not_understood_is_refused(nonsense: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match=next(iter(nonsense))):
        load(Conditions, nonsense)
    with pytest.raises(ValueError, match=next(iter(nonsense))):
        load(Rule, {**dump(rule(1, Effect.RATE, 1)), "conditions": nonsense})
