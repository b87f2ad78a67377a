"""The reasons for a receipt's points, complete enough to recompute them by hand."""

from collections import Counter
from typing import Any

from services.pricing.model import Applied, Priced, Sale, Tariff
from services.pricing.rule_effects import carried, room


def reasons(tariff: Tariff, sale: Sale, priced: Priced) -> dict[str, Any]:
    """Facts for JSON, small enough to keep with every purchase.

    Raw parts are the sum of paid x rate_bp x multiplier of each group of lines (a `rate_bp` of 0
    earns nothing), and `remainder.unit` for each point that a rule or an offer adds once. `limit`
    caps them at a number of points. Together with `remainder.before` they are divided by
    `remainder.unit` into whole points and `remainder.after`. Below `least` nothing is earned.
    """
    why: dict[str, Any] = {
        "amount": priced.amount,
        "discount": priced.discount,
        "spent": priced.spent,
        "paid": priced.paid,
        "base": priced.base,
        "bonus": priced.bonus,
        "lines": _groups(priced),
        "remainder": {
            "before": carried(tariff, sale),
            "after": priced.remainder,
            "unit": tariff.unit,
        },
    }
    if priced.rules:
        why["rules"] = [
            {"id": rule.id, "title": rule.title, "effect": rule.effect.value, "value": rule.value}
            for rule in tariff.rules
            if rule.id in priced.rules
        ]
    if priced.offers:
        why["offers"] = [_offer(applied) for applied in priced.offers]
    if priced.paid < tariff.policy.least_receipt:
        why["least"] = tariff.policy.least_receipt
    limit = room(tariff.policy, sale)
    if limit is not None and priced.points >= limit[1]:
        why["limit"] = {"of": limit[0].value, "left": limit[1], "cut": priced.cut}
    return why


def _groups(priced: Priced) -> list[dict[str, int]]:
    """The lines paid with money; lines with equal rate and multiplier are merged."""
    paid: Counter[tuple[int, int]] = Counter()
    for line in priced.lines:
        paid[line.rate_bp, line.multiplier] += line.paid
    return [
        {"paid": money, "rate_bp": rate_bp, "multiplier": multiplier}
        for (rate_bp, multiplier), money in paid.items()
        if money
    ]


def _offer(applied: Applied) -> dict[str, Any]:
    promise = applied.promise
    return {
        "id": promise.offer_id,
        "title": promise.title,
        "kind": promise.kind.value,
        "value": promise.value,
        "discount": applied.discount,
        "points": applied.points,
    }
