"""A small shop for pricing: a rouble has 100 kopecks, a point is worth one rouble."""

from datetime import UTC, datetime
from typing import Any

from models.offers import OfferKind
from services.pricing.model import Conditions, Effect, Line, Policy, Promise, Rule, Sale, Tariff

COFFEE, CAKES, DELIVERY, CERTIFICATES = 1, 2, 3, 4
BRONZE, GOLD = 1, 2

TUESDAY = datetime(2026, 11, 24, 17, 0, tzinfo=UTC)


def book(*rules: Rule, **policy: Any) -> Tariff:
    """A tariff: bronze earns 5 %, gold 10 %; points pay up to half of a receipt."""
    return Tariff(
        point_value=100,
        max_share_bp=5000,
        rates={BRONZE: 500, GOLD: 1000},
        rules=rules,
        policy=Policy(**policy),
    )


def rule(number: int, effect: Effect, value: int, *categories: int, **asked: Any) -> Rule:
    conditions = Conditions(categories=frozenset(categories), **asked)
    return Rule(number, f"Rule {number}", effect, value, conditions)


def offer(
    number: int,
    kind: OfferKind,
    value: int,
    *categories: int,
    alone: bool = False,
    **asked: Any,
) -> Promise:
    conditions = Conditions(categories=frozenset(categories), **asked)
    return Promise(number, None, f"Offer {number}", kind, value, conditions, alone)


def coffee(roubles: int, quantity: int = 1) -> Line:
    return Line(roubles * 100, quantity, COFFEE, 11, "Coffee")


def cake(roubles: int, quantity: int = 1) -> Line:
    return Line(roubles * 100, quantity, CAKES, 21, "Cake")


def delivery(roubles: int) -> Line:
    return Line(roubles * 100, 1, DELIVERY, None, "Delivery")


def certificate(roubles: int) -> Line:
    return Line(roubles * 100, 1, CERTIFICATES, None, "Gift certificate")


def receipt(*lines: Line, level_id: int = BRONZE, **facts: Any) -> Sale:
    return Sale(lines, **{"at": TUESDAY, "nth": 1, "outlet_id": 1, **facts}, level_id=level_id)
