"""`rules`: what it costs to price a receipt of 20 lines with 50 rules and 30 offers.

The rules and offers are of every kind and most of them hold, which is the dear case. Both ways of
putting offers together are measured; the figure is the dearer one.
"""

import time
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime

from bench.figures import Figure
from models.offers import OfferKind
from services.pricing.engine import price
from services.pricing.model import (
    Conditions,
    Effect,
    Line,
    Policy,
    Promise,
    Rule,
    Sale,
    Tariff,
    Together,
)

LIMIT_MS = 2
ROUNDS = 15
RECEIPTS = 40  # in a round
CATEGORIES = 10

TUESDAY = datetime(2026, 11, 24, 17, 0, tzinfo=UTC)


def measure() -> list[Figure]:
    dearest = max(_milliseconds(tariff) for tariff in (_tariff(together) for together in Together))
    return [Figure("rules", dearest, "ms CPU", "limit", dearest / LIMIT_MS)]


def _milliseconds(tariff: Tariff) -> float:
    """CPU for one receipt in the quickest round: whatever else runs here only adds."""
    sale, promises = _sale(), _promises()

    def receipts() -> None:
        for _ in range(RECEIPTS):
            price(tariff, sale, promises, spend=100)

    return min(_cpu(receipts) for _ in range(ROUNDS)) * 1000 / RECEIPTS


def _cpu(work: Callable[[], None]) -> float:
    begun = time.process_time()
    work()
    return time.process_time() - begun


def _conditions(number: int) -> Conditions:
    """Of four, one asks of the time, two choose lines, and one asks of both."""
    lines = Conditions(
        categories=frozenset({number % CATEGORIES, (number + 3) % CATEGORIES}),
        products=frozenset({number}),
        least=100_00,
    )
    when = Conditions(weekdays=frozenset({1}), levels=frozenset({1, 2}), outlets=frozenset({1}))
    both = replace(when, categories=lines.categories, products=lines.products)
    return (when, lines, lines, both)[number % 4]


def _tariff(together: Together) -> Tariff:
    values = {Effect.RATE: 700, Effect.MULTIPLIER: 150, Effect.FIXED: 5, Effect.EXCLUDE: 0}
    kinds = [Effect.RATE, Effect.MULTIPLIER, Effect.MULTIPLIER, Effect.FIXED, Effect.RATE]
    rules = [
        Rule(number, f"Rule {number}", kind, values[kind], _conditions(number))
        for number in range(1, 50)
        for kind in (kinds[number % len(kinds)],)
    ]
    tobacco = Conditions(categories=frozenset({CATEGORIES}))
    return Tariff(
        point_value=100,
        max_share_bp=3000,
        rates={1: 500},
        rules=(*rules, Rule(50, "Tobacco", Effect.EXCLUDE, 0, tobacco)),
        policy=Policy(offers=together, most_per_day=10_000),
    )


def _promises() -> list[Promise]:
    values = {
        OfferKind.POINTS: 50,
        OfferKind.MULTIPLIER: 2,
        OfferKind.PERCENT: 2_00,
        OfferKind.AMOUNT: 10_00,
        OfferKind.BUNDLE: 8,
    }
    kinds = list(values)
    delivery = Conditions(categories=frozenset({CATEGORIES}))
    return [
        *(
            Promise(number, number, f"Offer {number}", kind, values[kind], _conditions(number))
            for number in range(1, 30)
            for kind in (kinds[number % len(kinds)],)
        ),
        Promise(30, None, "Free delivery", OfferKind.DELIVERY, 0, delivery),
    ]


def _sale() -> Sale:
    lines = tuple(
        Line(90_00 + 7_31 * number, 1 + number % 4, number % (CATEGORIES + 1), number)
        for number in range(20)
    )
    return Sale(lines, TUESDAY, level_id=1, nth=3, outlet_id=1, remainder=12_345)
