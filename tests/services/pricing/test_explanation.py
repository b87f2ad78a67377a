"""The stored reasons are enough to recompute a receipt's points."""

import json
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from models.offers import OfferKind
from services.pricing.engine import price
from services.pricing.explanation import reasons
from services.pricing.model import Effect, Promise, Sale, Tariff
from tests.services.pricing.samples import (
    CAKES,
    CERTIFICATES,
    book,
    cake,
    certificate,
    coffee,
    offer,
    receipt,
    rule,
)
from tests.services.pricing.strategies import sales, some_promises, tariffs, unhurried


def by_hand(why: dict[str, Any]) -> tuple[int, int]:
    """Points and remainder, computed from the reasons only."""
    before: int = why["remainder"]["before"]
    unit: int = why["remainder"]["unit"]
    if "least" in why:
        return 0, before
    raw: int = sum(line["paid"] * line["rate_bp"] * line["multiplier"] for line in why["lines"])
    once = [rule["value"] for rule in why.get("rules", ()) if rule["effect"] == "fixed"]
    once += [offer["value"] for offer in why.get("offers", ()) if offer["kind"] == "points"]
    raw += sum(once) * unit
    if "limit" in why:
        raw = min(raw, why["limit"]["left"] * unit)
    return divmod(before + raw, unit)


@unhurried
@given(tariffs(), sales, some_promises, st.integers(0, 100))
def test_the_sum_can_be_done_again(
    tariff: Tariff, sale: Sale, offers: list[Promise], share: int
) -> None:
    spend = price(tariff, sale, offers).most_points * share // 100
    priced = price(tariff, sale, offers, spend)
    why = json.loads(json.dumps(reasons(tariff, sale, priced)))
    points, remainder = by_hand(why)
    assert points == priced.points == why["base"] + why["bonus"]
    assert why["remainder"]["after"] == priced.remainder
    assert remainder == priced.remainder or not tariff.policy.carry_remainders
    assert why["amount"] - why["discount"] - why["spent"] * tariff.point_value == why["paid"]
    assert sum(offer["discount"] for offer in why.get("offers", ())) == why["discount"]


def test_a_receipt_explained() -> None:
    tariff = book(
        rule(1, Effect.EXCLUDE, 0, CERTIFICATES),
        rule(2, Effect.RATE, 1000, CAKES),
        rule(3, Effect.FIXED, 20),
        rule(4, Effect.FIXED, 99, nth=frozenset({2})),
        most_per_day=130,
    )
    sale = receipt(
        coffee(200), coffee(100), cake(400), certificate(300), remainder=7, earned_today=5
    )
    priced = price(tariff, sale, [offer(8, OfferKind.MULTIPLIER, 3)], spend=100)
    # 900 of 1000 in money: coffee 270 x 5 % x 3 = 40.5; cake 360 x 10 % x 3 = 108; 20 once
    assert reasons(tariff, sale, priced) == {
        "amount": 1000_00,
        "discount": 0,
        "spent": 100,
        "paid": 900_00,
        "base": 49,
        "bonus": 76,
        "lines": [
            {"paid": 270_00, "rate_bp": 500, "multiplier": 300},
            {"paid": 360_00, "rate_bp": 1000, "multiplier": 300},
            {"paid": 270_00, "rate_bp": 0, "multiplier": 100},
        ],
        "remainder": {"before": 7, "after": 7, "unit": 100_000_000},
        "rules": [
            {"id": 1, "title": "Rule 1", "effect": "exclude", "value": 0},
            {"id": 2, "title": "Rule 2", "effect": "rate", "value": 1000},
            {"id": 3, "title": "Rule 3", "effect": "fixed", "value": 20},
        ],
        "offers": [
            {
                "id": 8,
                "title": "Offer 8",
                "kind": "multiplier",
                "value": 3,
                "discount": 0,
                "points": 56,
            }
        ],
        "limit": {"of": "day", "left": 125, "cut": 43},
    }


def test_too_small_a_receipt_says_so() -> None:
    sale = receipt(coffee(99))
    tariff = book(least_receipt=100_00)
    assert reasons(tariff, sale, price(tariff, sale))["least"] == 100_00
