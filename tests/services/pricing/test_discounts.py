"""The discount and points of each kind of offer on one receipt. Sums are in the comments."""

from models.offers import OfferKind
from services.pricing.engine import price
from services.pricing.model import Applied, Effect, Line, Priced, Promise, Sale
from tests.services.pricing.samples import (
    CAKES,
    CERTIFICATES,
    COFFEE,
    DELIVERY,
    book,
    cake,
    certificate,
    coffee,
    delivery,
    offer,
    receipt,
    rule,
)

PERCENT, AMOUNT, BUNDLE = OfferKind.PERCENT, OfferKind.AMOUNT, OfferKind.BUNDLE
POINTS, MULTIPLIER, GIFT = OfferKind.POINTS, OfferKind.MULTIPLIER, OfferKind.GIFT


def priced_with(promise: Promise, sale: Sale) -> Priced:
    return price(book(), sale, [promise])


def off(promise: Promise, *lines: Line) -> list[int]:
    """The discount of each line in kopecks."""
    return [line.discount for line in priced_with(promise, receipt(*lines)).lines]


def test_a_percent_of_the_chosen_lines() -> None:
    assert off(offer(1, PERCENT, 10_00, COFFEE), coffee(200), cake(300)) == [20_00, 0]
    assert off(offer(1, PERCENT, 10_00), coffee(200), cake(300)) == [20_00, 30_00]


def test_a_percent_is_rounded_once_for_all_lines() -> None:
    lines = (Line(5), Line(5), Line(5))  # a tenth of 15 kopecks is 1.5, so 1
    assert off(offer(1, PERCENT, 10_00), *lines) == [1, 0, 0]


def test_points_are_earned_on_what_is_left() -> None:
    priced = priced_with(offer(1, PERCENT, 10_00), receipt(coffee(200)))  # 180 x 5 % = 9
    assert (priced.amount, priced.discount, priced.due, priced.paid) == (20000, 2000, 18000, 18000)
    assert (priced.points, priced.most_points) == (9, 90)


def test_an_amount_is_spread_and_never_below_zero() -> None:
    assert off(offer(1, AMOUNT, 100_00), coffee(100), cake(300)) == [25_00, 75_00]
    assert off(offer(1, AMOUNT, 100_00, COFFEE), coffee(60), cake(300)) == [60_00, 0]


def test_a_delivery_is_free_where_it_is_named() -> None:
    promise = offer(1, OfferKind.DELIVERY, 0, DELIVERY, least=99_00)
    assert off(promise, cake(500), delivery(99)) == [0, 99_00]
    assert off(offer(1, OfferKind.DELIVERY, 0), cake(500), delivery(99)) == [0, 0]


def test_of_three_coffees_the_cheapest_is_free() -> None:
    promise = offer(1, BUNDLE, 3, COFFEE)
    assert off(promise, coffee(200), coffee(150), coffee(180), cake(10)) == [0, 150_00, 0, 0]
    assert off(promise, coffee(200), coffee(150)) == [0, 0]


def test_pieces_of_one_line_count_singly() -> None:
    promise = offer(1, BUNDLE, 3, COFFEE)
    assert off(promise, coffee(1000, 5), coffee(150, 1)) == [200_00, 150_00]  # 6 pieces, 2 free
    assert off(promise, coffee(100, 3)) == [33_33]  # a third of 100 roubles, rounded down


def test_every_piece_free_costs_nothing() -> None:
    assert off(offer(1, BUNDLE, 1, COFFEE), coffee(100, 3)) == [100_00]


def test_pieces_that_cost_nothing_do_not_count() -> None:
    promise = offer(1, BUNDLE, 2, COFFEE)
    assert off(promise, coffee(0, 10), coffee(150), coffee(120)) == [0, 0, 120_00]


def test_points_come_with_the_purchase() -> None:
    promise = offer(1, POINTS, 50, COFFEE)
    priced = priced_with(promise, receipt(coffee(100), cake(100)))  # 5 + 5 + 50
    assert (priced.base, priced.bonus) == (10, 50)
    assert [line.points for line in priced.lines] == [55, 5]
    assert priced.offers == (Applied(promise, discount=0, points=50),)


def test_a_multiplier_is_of_whole_times_and_of_its_lines() -> None:
    priced = priced_with(offer(1, MULTIPLIER, 3, COFFEE), receipt(coffee(100), cake(100)))
    assert [line.points for line in priced.lines] == [15, 5]
    assert [line.multiplier for line in priced.lines] == [300, 100]
    assert (priced.base, priced.bonus) == (10, 10)


def test_no_offer_makes_an_exclusion_earn() -> None:
    tariff = book(rule(1, Effect.EXCLUDE, 0, CERTIFICATES))
    sale = receipt(certificate(1000))
    for promise in (offer(1, POINTS, 50), offer(1, MULTIPLIER, 3)):
        priced = price(tariff, sale, [promise])
        assert (priced.points, priced.offers) == (0, ())
    assert price(tariff, sale, [offer(1, PERCENT, 10_00)]).discount == 100_00


def test_a_gift_is_worth_no_money() -> None:
    promise = offer(1, GIFT, 0, CAKES)
    assert priced_with(promise, receipt(cake(100))).offers == (Applied(promise, 0, 0),)
    assert priced_with(promise, receipt(coffee(100))).offers == ()


def test_an_offer_that_gives_nothing_is_not_used() -> None:
    useless = (
        offer(1, POINTS, 0),
        offer(2, MULTIPLIER, 1),
        offer(3, PERCENT, 0),
        offer(4, AMOUNT, 0),
        offer(5, BUNDLE, 0),
        offer(6, BUNDLE, 9),
        offer(7, AMOUNT, 100, DELIVERY),
    )
    for promise in useless:
        assert priced_with(promise, receipt(coffee(100))).offers == ()


def test_half_a_point_more_is_no_gift() -> None:
    promise = offer(1, MULTIPLIER, 2)
    priced = priced_with(promise, receipt(coffee(5)))  # 0.25 becomes 0.5: the coupon stays
    assert priced.offers == ()
    assert priced.remainder == book().unit // 4
