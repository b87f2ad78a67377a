"""Conditions: lines, hours and receipts to which they apply."""

from datetime import UTC, date, datetime, time

import pytest

from services.pricing.conditions import fit, holds
from services.pricing.model import Conditions
from tests.services.pricing.samples import (
    BRONZE,
    CAKES,
    COFFEE,
    DELIVERY,
    GOLD,
    cake,
    coffee,
    receipt,
)

SALE = receipt(coffee(200), cake(300))
"""Tuesday, 17:00."""


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        (Conditions(), (0, 1)),
        (Conditions(categories=frozenset({COFFEE})), (0,)),
        (Conditions(categories=frozenset({COFFEE, CAKES})), (0, 1)),
        (Conditions(categories=frozenset({DELIVERY})), ()),
        (Conditions(products=frozenset({21})), (1,)),
        (Conditions(categories=frozenset({COFFEE}), products=frozenset({21})), (0, 1)),
        (Conditions(least=500_00), (0, 1)),
        (Conditions(least=500_01), ()),
        (Conditions(categories=frozenset({CAKES}), least=300_00), (1,)),
        (Conditions(categories=frozenset({CAKES}), least=300_01), ()),
    ],
)
def test_lines_are_chosen(asked: Conditions, expected: tuple[int, ...]) -> None:
    assert fit(asked, SALE) == expected
    assert holds(asked, SALE) is bool(expected)


@pytest.mark.parametrize(
    ("asked", "holding"),
    [
        (Conditions(levels=frozenset({BRONZE})), True),
        (Conditions(levels=frozenset({GOLD})), False),
        (Conditions(outlets=frozenset({1, 2})), True),
        (Conditions(outlets=frozenset({2})), False),
        (Conditions(nth=frozenset({1})), True),
        (Conditions(nth=frozenset({2, 3})), False),
        (Conditions(weekdays=frozenset({1})), True),
        (Conditions(weekdays=frozenset({0, 2, 3, 4, 5, 6})), False),
        (Conditions(first_day=date(2026, 11, 24), last_day=date(2026, 11, 24)), True),
        (Conditions(first_day=date(2026, 11, 25)), False),
        (Conditions(last_day=date(2026, 11, 23)), False),
        (Conditions(since=time(17), until=time(18)), True),
        (Conditions(since=time(16), until=time(17)), False),
        (Conditions(since=time(17, 1)), False),
        (Conditions(since=time(17)), True),
        (Conditions(until=time(17)), False),
        (Conditions(until=time(17, 1)), True),
        (Conditions(weekdays=frozenset({1}), nth=frozenset({2})), False),
    ],
)
def test_the_receipt_is_asked(asked: Conditions, holding: bool) -> None:
    assert holds(asked, SALE) is holding


def test_a_receipt_of_no_known_outlet_is_of_none_that_is_asked_for() -> None:
    assert not holds(Conditions(outlets=frozenset({1})), receipt(coffee(1), outlet_id=None))


@pytest.mark.parametrize(
    ("day", "hour", "minute", "holding"),
    [
        (24, 21, 59, False),
        (24, 22, 0, True),
        (25, 0, 0, True),
        (25, 1, 59, True),
        (25, 2, 0, False),
        (25, 22, 0, False),  # Wednesday's own night
        (24, 1, 0, False),  # still the night of Monday
    ],
)
def test_the_night_of_tuesday_ends_on_wednesday(
    day: int, hour: int, minute: int, holding: bool
) -> None:
    night = Conditions(weekdays=frozenset({1}), since=time(22), until=time(2))
    by_date = Conditions(
        first_day=date(2026, 11, 24), last_day=date(2026, 11, 24), since=time(22), until=time(2)
    )
    sale = receipt(coffee(1), at=datetime(2026, 11, day, hour, minute, tzinfo=UTC))
    assert holds(night, sale) is holding
    assert holds(by_date, sale) is holding


@pytest.mark.parametrize("hour", [0, 5, 6, 23])
def test_from_six_to_six_is_round_the_clock(hour: int) -> None:
    sale = receipt(coffee(1), at=datetime(2026, 11, 24, hour, tzinfo=UTC))
    assert holds(Conditions(since=time(6), until=time(6)), sale)
