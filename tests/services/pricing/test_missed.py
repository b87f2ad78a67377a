"""Why a receipt does not use an offer, and what is missing."""

from dataclasses import replace
from datetime import UTC, date, datetime, time
from typing import Any

import pytest
from hypothesis import given

from models.offers import OfferKind
from services.pricing.conditions import holds
from services.pricing.engine import price
from services.pricing.model import Effect, Line, Missed, Promise, Sale, Tariff, Together, Unmet
from tests.services.pricing.samples import (
    CAKES,
    COFFEE,
    DELIVERY,
    GOLD,
    book,
    cake,
    coffee,
    delivery,
    offer,
    receipt,
    rule,
)
from tests.services.pricing.strategies import sales, some_promises, tariffs, unhurried

PERCENT, AMOUNT, BUNDLE = OfferKind.PERCENT, OfferKind.AMOUNT, OfferKind.BUNDLE
POINTS, MULTIPLIER, GIFT = OfferKind.POINTS, OfferKind.MULTIPLIER, OfferKind.GIFT

LUNCH = receipt(coffee(200), cake(300))  # on Tuesday at 17:00, the first purchase, in outlet 1


def why(*promises: Promise, sale: Sale = LUNCH, **policy: Any) -> list[tuple[int, Unmet, int]]:
    """Offer, reason, missing kopecks."""
    missed = price(book(**policy), sale, promises).missed
    return [(one.promise.offer_id, one.why, one.lack) for one in missed]


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ({"least": 650_00}, Unmet.LEAST),
        ({"since": time(9), "until": time(12)}, Unmet.HOUR),
        ({"since": time(22), "until": time(2)}, Unmet.HOUR),
        ({"weekdays": frozenset({0, 2})}, Unmet.DAY),
        ({"first_day": date(2026, 11, 25)}, Unmet.EARLY),
        ({"last_day": date(2026, 11, 23)}, Unmet.OVER),
        ({"nth": frozenset({2})}, Unmet.NTH),
        ({"outlets": frozenset({2})}, Unmet.OUTLET),
        ({"levels": frozenset({GOLD})}, Unmet.LEVEL),
    ],
)
def test_each_condition_has_its_reason(asked: dict[str, Any], expected: Unmet) -> None:
    lack = 150_00 if expected is Unmet.LEAST else 0
    assert why(offer(1, PERCENT, 10_00, **asked)) == [(1, expected, lack)]


def test_a_first_purchase_does_not_come_again() -> None:
    regular = replace(LUNCH, nth=3)
    assert why(offer(1, PERCENT, 10_00, nth=frozenset({1, 2})), sale=regular) == [
        (1, Unmet.PASSED, 0)
    ]


def test_goods_come_before_what_they_must_cost() -> None:
    only_cake = receipt(cake(300))
    assert why(offer(1, PERCENT, 10_00, COFFEE, least=400_00), sale=only_cake) == [
        (1, Unmet.GOODS, 0)
    ]
    assert why(offer(1, PERCENT, 10_00, COFFEE, least=400_00)) == [(1, Unmet.LEAST, 200_00)]


def test_nobody_is_told_to_spend_more_when_that_would_not_help() -> None:
    other_day: dict[str, Any] = {"weekdays": frozenset({0}), "least": 650_00}
    assert why(offer(1, PERCENT, 10_00, **other_day)) == [(1, Unmet.DAY, 0)]
    over: dict[str, Any] = {
        "last_day": date(2026, 11, 1),
        "nth": frozenset({2}),
        "outlets": frozenset({2}),
    }
    assert why(offer(1, PERCENT, 10_00, **over)) == [(1, Unmet.OVER, 0)]


def test_a_night_belongs_to_the_day_on_which_it_began() -> None:
    night: dict[str, Any] = {"since": time(22), "until": time(2), "last_day": date(2026, 11, 23)}
    at_one = replace(LUNCH, at=datetime(2026, 11, 24, 1, tzinfo=UTC))
    assert why(offer(1, PERCENT, 10_00, **night), sale=at_one) == []
    at_three = replace(LUNCH, at=datetime(2026, 11, 24, 3, tzinfo=UTC))
    assert why(offer(1, PERCENT, 10_00, **night), sale=at_three) == [(1, Unmet.OVER, 0)]


def test_free_delivery_lacks_goods_not_delivery() -> None:
    free = offer(1, OfferKind.DELIVERY, 0, DELIVERY, least=400_00)
    assert why(free, sale=receipt(coffee(350), delivery(99))) == [(1, Unmet.LEAST, 50_00)]
    assert why(free, sale=receipt(coffee(350))) == [(1, Unmet.GOODS, 0)]
    assert why(offer(1, OfferKind.DELIVERY, 0, least=400_00)) == [(1, Unmet.NOTHING, 0)]


def test_one_that_is_worth_less_is_beaten() -> None:
    promises = (offer(1, PERCENT, 10_00), offer(2, PERCENT, 5_00, alone=True))
    assert why(*promises) == [(2, Unmet.BEATEN, 0)]
    assert why(*promises, offers=Together.ALL) == [(2, Unmet.ALONE, 0)]


def test_what_stands_alone_keeps_the_others_away() -> None:
    promises = (offer(1, PERCENT, 10_00, alone=True), offer(2, PERCENT, 5_00), offer(3, GIFT, 0))
    assert why(*promises, offers=Together.ALL) == [(2, Unmet.ALONE, 0), (3, Unmet.ALONE, 0)]
    assert why(*promises) == [(2, Unmet.BEATEN, 0), (3, Unmet.ALONE, 0)]


def test_a_discount_that_would_cost_more_points_is_beaten_by_none() -> None:
    assert why(offer(1, AMOUNT, 1_00), least_receipt=500_00) == [(1, Unmet.BEATEN, 0)]


def test_what_gives_nothing_here_says_so() -> None:
    single = receipt(coffee(200))
    assert why(offer(1, BUNDLE, 3), sale=single) == [(1, Unmet.NOTHING, 0)]
    assert why(offer(1, POINTS, 0)) == [(1, Unmet.NOTHING, 0)]
    excluding = replace(book(), rules=(rule(1, Effect.EXCLUDE, 0, CAKES),))
    made = price(excluding, LUNCH, [offer(1, POINTS, 50, CAKES)])
    assert made.missed == (Missed(offer(1, POINTS, 50, CAKES), Unmet.NOTHING),)


def test_what_points_leave_nothing_to_do_for_gives_nothing() -> None:
    all_by_points = replace(book(), max_share_bp=10_000)
    made = price(all_by_points, LUNCH, [offer(1, MULTIPLIER, 3)], spend=500)
    assert made.missed == (Missed(offer(1, MULTIPLIER, 3), Unmet.NOTHING),)


def test_copies_of_one_offer_are_one() -> None:
    copies = [replace(offer(1, POINTS, 10, least=600_00), member_offer_id=id_) for id_ in (5, 6)]
    assert why(*copies) == [(1, Unmet.LEAST, 100_00)]
    used = [replace(offer(1, POINTS, 10), member_offer_id=id_) for id_ in (5, 6)]
    assert why(*used) == []


@unhurried
@given(tariffs(), sales, some_promises)
def test_every_offer_is_used_or_has_a_reason(
    tariff: Tariff, sale: Sale, offers: list[Promise]
) -> None:
    made = price(tariff, sale, offers)
    used = [part.promise.offer_id for part in made.offers]
    missed = [one.promise.offer_id for one in made.missed]
    assert sorted(used + missed) == sorted(promise.offer_id for promise in offers)
    for one in made.missed:
        assert (one.lack > 0) == (one.why is Unmet.LEAST)


@unhurried
@given(tariffs(), sales, some_promises)
def test_what_is_lacking_is_exactly_what_it_takes(
    tariff: Tariff, sale: Sale, offers: list[Promise]
) -> None:
    for one in price(tariff, sale, offers).missed:
        if one.why is Unmet.LEAST:
            enough, too_little = (
                _with_more(sale, one.promise, more) for more in (one.lack, one.lack - 1)
            )
            assert not _lacks(tariff, enough, one.promise)
            assert _lacks(tariff, too_little, one.promise)
            if one.promise.kind is not OfferKind.DELIVERY:
                assert holds(one.promise.conditions, enough)
                assert not holds(one.promise.conditions, too_little)


def _lacks(tariff: Tariff, sale: Sale, promise: Promise) -> bool:
    missed = price(tariff, sale, [promise]).missed
    return any(one.why is Unmet.LEAST for one in missed)


def _with_more(sale: Sale, promise: Promise, more: int) -> Sale:
    """The same receipt with one more line that counts for the offer."""
    line = Line(more)
    if promise.kind is not OfferKind.DELIVERY:
        asked = promise.conditions
        category = min(asked.categories, default=None)
        product = min(asked.products, default=None)
        line = Line(more, category_id=category, product_id=product)
    return replace(sale, lines=(*sale.lines, line))
