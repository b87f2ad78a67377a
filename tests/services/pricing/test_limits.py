"""Points limits: which points they cut, and that nothing is gained by them."""

import pytest

from models.offers import OfferKind
from services.pricing.engine import price
from services.pricing.model import Effect, Limit, Policy
from services.pricing.rule_effects import room
from tests.services.pricing.samples import book, coffee, offer, receipt, rule

DOUBLE = rule(1, Effect.MULTIPLIER, 200)
HUNDRED = receipt(coffee(1000), remainder=7)
"""50 points by the rate, 100 with DOUBLE."""


@pytest.mark.parametrize(
    ("most", "base", "bonus", "cut"),
    [
        (101, 50, 50, 0),
        (100, 50, 50, 0),
        (99, 50, 49, 1),
        (50, 50, 0, 50),
        (49, 49, 0, 51),
        (0, 0, 0, 100),
    ],
)
def test_a_limit_cuts_the_bonus_first(most: int, base: int, bonus: int, cut: int) -> None:
    priced = price(book(DOUBLE, most_per_receipt=most), HUNDRED)
    assert (priced.base, priced.bonus, priced.cut) == (base, bonus, cut)
    assert priced.remainder == 7
    assert sum(line.points for line in priced.lines) == base + bonus


def test_a_day_and_a_month_count_what_was_earned_before() -> None:
    sale = receipt(coffee(1000), earned_today=70, earned_this_month=280)
    assert price(book(DOUBLE, most_per_day=100), sale).points == 30
    assert price(book(DOUBLE, most_per_month=300), sale).points == 20
    assert price(book(DOUBLE, most_per_day=60), sale).points == 0


@pytest.mark.parametrize(
    ("receipt_most", "day", "month", "expected"),
    [
        (None, None, None, None),
        (50, 100, 300, (Limit.MONTH, 20)),
        (20, 90, 300, (Limit.RECEIPT, 20)),
        (50, 71, 300, (Limit.DAY, 1)),
        (None, 50, None, (Limit.DAY, 0)),
    ],
)
def test_the_tightest_limit_holds(
    receipt_most: int | None,
    day: int | None,
    month: int | None,
    expected: tuple[Limit, int] | None,
) -> None:
    policy = Policy(most_per_receipt=receipt_most, most_per_day=day, most_per_month=month)
    sale = receipt(coffee(1), earned_today=70, earned_this_month=280)
    assert room(policy, sale) == expected


def test_the_last_offer_is_cut_first() -> None:
    promises = [offer(1, OfferKind.POINTS, 10)]
    assert price(book(most_per_receipt=54), HUNDRED, promises).offers[0].points == 4
    assert price(book(most_per_receipt=50), HUNDRED, promises).offers == ()


def test_a_limit_leaves_no_fraction_either() -> None:
    tariff = book(most_per_receipt=1)
    half = tariff.unit // 2
    # 1.75 of which 1 counts: no three quarters to carry, and the half from before stays
    assert price(tariff, receipt(coffee(35))).remainder == 0
    assert price(tariff, receipt(coffee(35), remainder=half)).remainder == half


def test_a_day_that_is_full_cannot_be_saved_up() -> None:
    tariff, remainder = book(most_per_day=1), 0
    points = 0
    for _ in range(10):
        priced = price(tariff, receipt(coffee(19), remainder=remainder, earned_today=points))
        points += priced.points
        remainder = priced.remainder
    assert points == 1  # 9.5 without the limit
    # the receipt that filled the day left 0.9 behind; the full ones after it added nothing
    assert remainder == tariff.unit // 10 * 9
