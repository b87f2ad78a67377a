"""What a policy does to receipts that it is about."""

from dataclasses import dataclass, replace
from datetime import datetime

from models.offers import OfferKind
from services.money import Money
from services.pricing.engine import price
from services.pricing.model import Effect, Line, Promise, Rule, Sale
from services.programme import Terms
from services.programme.model import BASIS

RECEIPTS = 10
"""Small receipts one after another, for what becomes of remainders."""

MULTIPLIERS = (200, 300)  # percent
DISCOUNT = 1_000  # basis points
GIFT = 100  # points

_LIMITS = ("most_per_receipt", "most_per_day", "most_per_month")


@dataclass(frozen=True, slots=True)
class Outcome:
    paid: Money  # of one receipt
    points: int  # of all of them


def amount(field: str, before: Terms, after: Terms) -> Money:
    """A receipt on which a change of this field can be seen, if on any."""
    rate = before.levels[0].rate_bp or 1
    if field == "carry_remainders":
        return before.money(3 * before.point_value * BASIS // (2 * rate))  # a point and a half
    usual = before.example()
    if field in _LIMITS:
        limits = [getattr(terms.policy, field) for terms in (before, after)]
        most = max((limit for limit in limits if limit is not None), default=0)
        unlimited = 2 * most * before.point_value * BASIS // rate
        round_sum = usual.minor // 10
        return before.money(max(usual.minor, -(-unlimited // round_sum) * round_sum))
    return usual


def outcome(terms: Terms, field: str, receipt: Money, at: datetime) -> Outcome:
    """What such a receipt comes to for a member of the lowest level, by no rules but the usual
    rate; for remainders, so many receipts. `at` is when.
    """
    tariff = replace(terms.tariff, rules=())
    promises: tuple[Promise, ...] = ()
    if field == "multipliers":
        rules = [
            Rule(number, "", Effect.MULTIPLIER, times)
            for number, times in enumerate(MULTIPLIERS, start=1)
        ]
        tariff = replace(tariff, rules=tuple(rules))
    elif field == "offers":
        promises = (
            Promise(1, None, "", OfferKind.PERCENT, DISCOUNT),
            Promise(2, None, "", OfferKind.POINTS, GIFT),
        )
    sale = Sale(
        lines=(Line(receipt.minor),),
        at=at.astimezone(terms.timezone).replace(tzinfo=None),
        level_id=terms.levels[0].id,
        nth=2,
    )
    points = 0
    for _ in range(RECEIPTS if field == "carry_remainders" else 1):
        priced = price(tariff, sale, promises)
        points += priced.points
        sale = replace(sale, remainder=priced.remainder)
    return Outcome(terms.money(priced.paid), points)
