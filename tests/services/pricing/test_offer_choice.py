"""The offers that are used: the best for the member within the owner's policy."""

from dataclasses import replace

import pytest

from models.offers import OfferKind
from services.pricing.engine import price
from services.pricing.errors import ShareExceeded
from services.pricing.model import Effect, Priced, Promise, Sale, Together
from tests.services.pricing.samples import (
    CAKES,
    COFFEE,
    DELIVERY,
    book,
    cake,
    coffee,
    delivery,
    offer,
    receipt,
    rule,
)

PERCENT, AMOUNT, BUNDLE = OfferKind.PERCENT, OfferKind.AMOUNT, OfferKind.BUNDLE
POINTS, MULTIPLIER, GIFT = OfferKind.POINTS, OfferKind.MULTIPLIER, OfferKind.GIFT

LUNCH = receipt(coffee(200), cake(300))


def used(priced: Priced) -> list[tuple[int, int, int]]:
    """Offer, discount in kopecks, points."""
    return [(part.promise.offer_id, part.discount, part.points) for part in priced.offers]


def best(*promises: Promise, sale: Sale = LUNCH) -> list[tuple[int, int, int]]:
    return used(price(book(), sale, promises))


def together(*promises: Promise, sale: Sale = LUNCH) -> list[tuple[int, int, int]]:
    return used(price(book(offers=Together.ALL), sale, promises))


def test_the_one_worth_most_is_used() -> None:
    # 10 % of 500 is 50, less 2.5 points; 47 points; three times 25 is 50 more
    assert best(offer(1, PERCENT, 10_00), offer(2, POINTS, 47), offer(3, MULTIPLIER, 3)) == [
        (3, 0, 50)
    ]


def test_points_are_weighed_by_what_they_pay_for() -> None:
    dear = replace(book(), point_value=1_000)
    promises = (offer(1, AMOUNT, 40_00), offer(2, POINTS, 5))
    assert used(price(book(), LUNCH, promises)) == [(1, 40_00, 0)]
    assert used(price(dear, LUNCH, promises)) == [(2, 0, 5)]  # 50 roubles' worth


@pytest.mark.parametrize("ids", [(1, 2), (2, 1)])
def test_of_equals_the_first_is_used(ids: tuple[int, int]) -> None:
    assert best(*(offer(number, POINTS, 10) for number in ids)) == [(ids[0], 0, 10)]


def test_a_discount_that_costs_more_points_than_it_saves_is_not_used() -> None:
    tariff = book(least_receipt=500_00)
    assert price(tariff, LUNCH, [offer(1, AMOUNT, 1_00)]).points == 25
    assert price(tariff, LUNCH, [offer(1, AMOUNT, 30_00)]).points == 0  # 30 roubles for 25 points


def test_all_are_taken_in_their_order_each_on_what_is_left() -> None:
    promises = (
        offer(1, AMOUNT, 9_00),
        offer(2, PERCENT, 10_00),
        offer(3, OfferKind.DELIVERY, 0, DELIVERY),
        offer(4, BUNDLE, 2, COFFEE),
    )
    sale = receipt(coffee(400, 2), cake(300), delivery(99))
    # 799 - 200 (the second coffee) - 99 (delivery) = 500; - 10 % = 450; - 9 = 441
    assert together(*promises, sale=sale) == [
        (4, 200_00, 0),
        (3, 99_00, 0),
        (2, 50_00, 0),
        (1, 9_00, 0),
    ]


def test_two_percents_one_after_another() -> None:
    promises = (offer(1, PERCENT, 10_00), offer(2, PERCENT, 20_00))
    assert together(*promises) == [(1, 50_00, 0), (2, 90_00, 0)]  # 500 - 50 = 450, - 90


def test_among_all_only_the_best_multiplier_counts() -> None:
    promises = (offer(1, MULTIPLIER, 2), offer(2, MULTIPLIER, 3), offer(3, MULTIPLIER, 3))
    assert together(*promises) == [(2, 0, 50)]


def test_multipliers_that_all_count_make_a_product_with_the_rules() -> None:
    tariff = book(rule(1, Effect.MULTIPLIER, 150), offers=Together.ALL, multipliers=Together.ALL)
    priced = price(tariff, receipt(coffee(400)), [offer(1, MULTIPLIER, 2), offer(2, MULTIPLIER, 3)])
    assert priced.points == 180  # 20 x 1.5 x 3 x 2
    assert (priced.base, priced.bonus) == (20, 160)
    assert used(priced) == [(2, 0, 60), (1, 0, 90)]  # 30 -> 90 -> 180


def test_a_rule_beats_a_smaller_offer() -> None:
    priced = price(book(rule(1, Effect.MULTIPLIER, 300)), LUNCH, [offer(1, MULTIPLIER, 2)])
    assert (used(priced), priced.rules) == ([], (1,))
    priced = price(book(rule(1, Effect.MULTIPLIER, 300)), LUNCH, [offer(1, MULTIPLIER, 5)])
    assert (used(priced), priced.rules) == ([(1, 0, 50)], ())


def test_one_that_stands_alone_is_used_when_it_is_worth_more() -> None:
    others = (offer(1, POINTS, 20), offer(2, POINTS, 20))
    assert together(*others, offer(3, POINTS, 41, alone=True)) == [(3, 0, 41)]
    assert together(*others, offer(3, POINTS, 40, alone=True)) == [(1, 0, 20), (2, 0, 20)]


def test_all_together_are_never_worse_than_one() -> None:
    tariff = book(offers=Together.ALL, least_receipt=500_00)
    promises = (offer(1, AMOUNT, 10_00), offer(2, POINTS, 100))
    assert used(price(tariff, LUNCH, promises)) == [(2, 0, 100)]  # with both, 490 earn nothing


def test_a_gift_comes_beside() -> None:
    assert best(offer(1, GIFT, 0), offer(2, POINTS, 10), offer(3, GIFT, 0)) == [
        (2, 0, 10),
        (1, 0, 0),
        (3, 0, 0),
    ]


def test_a_gift_stays_away_from_what_stands_alone() -> None:
    assert best(offer(1, GIFT, 0), offer(2, POINTS, 10, alone=True)) == [(2, 0, 10)]


def test_a_gift_that_stands_alone_comes_when_nothing_else_does() -> None:
    lonely = offer(1, GIFT, 0, alone=True)
    assert best(lonely, offer(2, POINTS, 10)) == [(2, 0, 10)]
    assert best(lonely, offer(2, GIFT, 0)) == [(2, 0, 0)]
    assert best(lonely, offer(2, POINTS, 10, CAKES), sale=receipt(coffee(100))) == [(1, 0, 0)]


def test_a_receipt_uses_an_offer_once() -> None:
    first, second = offer(1, POINTS, 10), replace(offer(1, POINTS, 10), member_offer_id=5)
    assert together(first, second) == [(1, 0, 10)]


def test_spending_points_does_not_change_the_choice() -> None:
    promises = (offer(1, MULTIPLIER, 3), offer(2, AMOUNT, 40_00))
    assert best(*promises) == [(1, 0, 50)]
    spending = price(book(), LUNCH, promises, spend=250)  # 250 x 5 % = 12.5, three times 37.5
    assert used(spending) == [(1, 0, 25)]
    assert (spending.base, spending.bonus) == (12, 25)


def test_a_discount_leaves_less_for_points_to_pay() -> None:
    halved = [offer(1, PERCENT, 50_00)]
    assert price(book(), LUNCH, halved).most_points == 125
    with pytest.raises(ShareExceeded):
        price(book(), LUNCH, halved, spend=126)


def test_an_offer_on_coffee_leaves_the_cake() -> None:
    priced = price(book(), LUNCH, [offer(1, PERCENT, 50_00, COFFEE)])
    assert [line.paid for line in priced.lines] == [100_00, 300_00]
