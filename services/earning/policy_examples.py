"""Examples of a policy: its effect on receipts for which it matters."""

from dataclasses import dataclass, replace
from datetime import datetime

from models.offers import OfferKind
from services.money import Money
from services.pricing.engine import price
from services.pricing.model import Effect, Line, Promise, Rule, Sale
from services.programme import Terms
from services.programme.model import BASIS

RECEIPTS = 10
"""The number of small receipts in a row that shows the effect of remainders."""

MULTIPLIERS = (200, 300)  # percent
DISCOUNT = 1_000  # basis points
GIFT = 100  # points

_LIMITS = ("most_per_receipt", "most_per_day", "most_per_month")


@dataclass(frozen=True, slots=True)
class Outcome:
    paid: Money  # of one receipt
    points: int  # of all of them


def amount(field: str, before: Terms, after: Terms) -> Money:
    """The amount of a receipt that shows a change of this field, if any does."""
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
    """The points of such a receipt for a member of the lowest level, without earning rules; for
    remainders, of several receipts. `at` is the time of purchase.
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
