"""Points by rules, as an accountant would check them. Sums are in the comments."""

from dataclasses import replace

import pytest

from services.pricing.engine import price
from services.pricing.errors import ShareExceeded
from services.pricing.model import Effect, Tariff, Together
from tests.services.pricing.samples import (
    CAKES,
    CERTIFICATES,
    COFFEE,
    DELIVERY,
    GOLD,
    book,
    cake,
    certificate,
    coffee,
    delivery,
    receipt,
    rule,
)

RATE, MULTIPLIER, FIXED, EXCLUDE = Effect.RATE, Effect.MULTIPLIER, Effect.FIXED, Effect.EXCLUDE
EVENING = rule(1, MULTIPLIER, 200)
COFFEE_DAY = rule(2, MULTIPLIER, 300, COFFEE)


def test_a_plain_receipt_earns_the_rate_of_the_level() -> None:
    bronze = price(book(), receipt(coffee(500)))  # 500 x 5 % = 25
    gold = price(book(), receipt(coffee(500), level_id=GOLD))  # 500 x 10 % = 50
    assert (bronze.points, bronze.base, bronze.bonus) == (25, 25, 0)
    assert gold.points == 50
    assert bronze.rules == ()


def test_the_part_paid_with_points_earns_nothing() -> None:
    priced = price(book(), receipt(coffee(500)), spend=100)  # (500 - 100) x 5 % = 20
    assert (priced.due, priced.spent, priced.paid, priced.points) == (500_00, 100, 400_00, 20)


def test_points_pay_half_at_most() -> None:
    sale = receipt(coffee(501))
    assert price(book(), sale, spend=250).paid == 251_00
    with pytest.raises(ShareExceeded) as refused:
        price(book(), sale, spend=251)
    assert refused.value.most == price(book(), sale).most_points == 250


def test_points_pay_for_the_lines_in_proportion() -> None:
    tariff = book(rule(1, EXCLUDE, 0, CERTIFICATES))
    sale = receipt(coffee(300), certificate(100))
    priced = price(tariff, sale, spend=100)  # coffee: 300 - 75, of which 5 % = 11.25
    assert [line.paid for line in priced.lines] == [225_00, 75_00]
    assert (priced.points, priced.remainder) == (11, 25 * 10_000 * 100)


def test_an_exclusion_earns_nothing_from_any_rule() -> None:
    tariff = book(
        rule(1, RATE, 2000),
        rule(2, MULTIPLIER, 300),
        rule(3, FIXED, 50, DELIVERY),
        rule(4, EXCLUDE, 0, DELIVERY),
    )
    priced = price(tariff, receipt(cake(100), delivery(900)))  # 100 x 20 % x 3 = 60
    assert [line.points for line in priced.lines] == [60, 0]
    assert [line.rate_bp for line in priced.lines] == [2000, 0]
    assert priced.rules == (1, 2, 4)


def test_the_first_rate_of_the_book_replaces_the_level() -> None:
    tariff = book(rule(7, RATE, 200, COFFEE), rule(3, RATE, 2000))
    priced = price(tariff, receipt(coffee(100), cake(100), level_id=GOLD))  # 2 + 20
    assert [line.points for line in priced.lines] == [2, 20]
    assert (priced.base, priced.bonus, priced.rules) == (22, 0, (7, 3))


def test_a_rate_that_won_no_line_had_no_say() -> None:
    tariff = book(rule(1, RATE, 200), rule(2, RATE, 2000, COFFEE))
    assert price(tariff, receipt(coffee(100))).rules == (1,)


def test_the_best_multiplier_counts_for_each_line() -> None:
    tariff = book(EVENING, COFFEE_DAY)
    priced = price(tariff, receipt(coffee(100), cake(100)))  # 5 x 3 and 5 x 2
    assert [line.points for line in priced.lines] == [15, 10]
    assert (priced.base, priced.bonus, priced.rules) == (10, 15, (1, 2))


def test_a_multiplier_beaten_everywhere_had_no_say() -> None:
    assert price(book(EVENING, COFFEE_DAY), receipt(coffee(100))).rules == (2,)


def test_all_multipliers_make_a_product() -> None:
    tariff = book(EVENING, COFFEE_DAY, multipliers=Together.ALL)
    priced = price(tariff, receipt(coffee(100), cake(100)))  # 5 x 2 x 3 and 5 x 2
    assert [line.points for line in priced.lines] == [30, 10]
    assert [line.multiplier for line in priced.lines] == [600, 200]


def test_a_half_is_a_multiplier_too() -> None:
    priced = price(book(rule(1, MULTIPLIER, 50)), receipt(coffee(400)))  # 400 x 5 % / 2
    assert (priced.base, priced.bonus) == (10, 0)


def test_fixed_points_are_added_once_a_receipt_by_every_rule() -> None:
    tariff = book(rule(1, FIXED, 30, COFFEE), rule(2, FIXED, 7))
    priced = price(tariff, receipt(coffee(100), coffee(100), cake(200)))  # 5 + 5 + 10 + 30 + 7
    assert (priced.base, priced.bonus, priced.points) == (20, 37, 57)
    assert sum(line.points for line in priced.lines) == 57
    assert price(tariff, receipt(cake(200))).bonus == 7


def test_what_costs_no_money_brings_no_fixed_points() -> None:
    tariff = Tariff(100, 10_000, {1: 500}, rules=(rule(1, FIXED, 30),))
    assert price(tariff, receipt(coffee(100)), spend=99).points == 30  # 1 x 5 % = 0.05
    assert price(tariff, receipt(coffee(100)), spend=100).points == 0
    assert price(tariff, receipt(coffee(0))).points == 0


def test_a_small_receipt_earns_nothing_and_keeps_the_remainder() -> None:
    tariff = book(rule(1, FIXED, 30), least_receipt=100_00)
    earned = price(tariff, receipt(coffee(100), remainder=5))
    assert (earned.points, earned.rules) == (35, (1,))
    nothing = price(tariff, receipt(coffee(110), remainder=5), spend=11)  # 99 in money
    assert (nothing.points, nothing.remainder, nothing.rules) == (0, 5, ())


def test_a_paused_rule_is_silent() -> None:
    paused = replace(EVENING, paused=True)
    assert price(book(paused), receipt(coffee(100))).points == 5


def test_three_coffees_at_70_kopecks_of_a_point_make_two_points() -> None:
    remainder, points = 0, []
    for _ in range(3):  # 14 x 5 % = 0.7
        priced = price(book(), receipt(coffee(14), remainder=remainder))
        remainder = priced.remainder
        points.append(priced.points)
    assert points == [0, 1, 1]
    assert remainder == book().unit // 10  # 2.1 - 2


def test_without_carrying_each_receipt_is_rounded_down() -> None:
    tariff = book(carry_remainders=False)
    priced = price(tariff, receipt(coffee(14), remainder=book().unit - 1))
    assert (priced.points, priced.remainder) == (0, 0)


def test_a_remainder_of_dearer_points_is_less_than_one_of_these() -> None:
    priced = price(book(), receipt(coffee(20), remainder=10 * book().unit))
    assert (priced.points, priced.remainder) == (1, book().unit - 1)


def test_an_unknown_level_is_refused() -> None:
    with pytest.raises(KeyError):
        price(book(), receipt(cake(100), level_id=99))


def test_points_of_a_line_follow_its_worth() -> None:
    tariff = book(rule(1, RATE, 1500, CAKES))
    priced = price(tariff, receipt(coffee(33), cake(33), cake(1)))  # 1.65 + 4.95 + 0.15 = 6.75
    assert [line.points for line in priced.lines] == [2, 4, 0]
