"""Chooses the offers that a receipt uses, and computes the bill with them."""

from collections.abc import Sequence
from typing import NamedTuple

from models.offers import OfferKind
from services.pricing.apportion import spread
from services.pricing.discounts import BASIS, ORDER, Chance, forgiven
from services.pricing.earning import Earned, earn
from services.pricing.errors import ShareExceeded
from services.pricing.model import Together
from services.pricing.rule_effects import Ruled

TURNS = (*ORDER, OfferKind.POINTS)
"""Kinds of offers in the order in which they are applied; multipliers come last."""


class Bill(NamedTuple):
    """A receipt with certain offers and points spent; lists are by line."""

    offers: tuple[Chance, ...]
    discounts: tuple[int, ...]  # by offer
    left: list[int]  # after discounts
    most_points: int
    paid: list[int]  # in money
    earned: Earned

    def worth(self, point_value: int) -> int:
        """The member's benefit in minor units; valid only to compare bills of one receipt."""
        return self.earned.points * point_value - sum(self.left)


def bill_for(rules: Ruled, offers: tuple[Chance, ...], spend: int) -> Bill:
    """The bill, without the offers that give nothing. Raises ShareExceeded."""
    ordered = tuple(sorted(offers, key=_order_key))
    while True:
        bill = _bill(rules, ordered, spend)
        useful = tuple(
            chance
            for chance, discount, points in zip(
                ordered, bill.discounts, bill.earned.offers, strict=True
            )
            if discount or points
        )
        if useful == ordered:
            return bill
        ordered = useful


class Choice(NamedTuple):
    """The offers to use, and those that would give nothing even alone."""

    offers: tuple[Chance, ...]
    useless: tuple[Chance, ...]


def choose(rules: Ruled, offers: Sequence[Chance]) -> Choice:
    """The offers that are together worth most to the member under the owner's policy.

    They are chosen as if no points were spent, so that the choice shown to the cashier still holds
    when the member decides to spend some. No offers win against offers worth nothing; of equals
    the one listed first wins.
    """
    tariff = rules.tariff
    candidates: list[tuple[Chance, ...]] = [()]
    if tariff.policy.offers is Together.ALL:
        candidates.append(tuple(chance for chance in offers if not chance.promise.alone))
    singles = [bill_for(rules, (chance,), spend=0) for chance in offers]
    bills = [*(bill_for(rules, candidate, spend=0) for candidate in candidates), *singles]
    best = max(bills, key=lambda bill: bill.worth(tariff.point_value))
    useless = (chance for chance, bill in zip(offers, singles, strict=True) if not bill.offers)
    return Choice(best.offers, tuple(useless))


def gifts_beside(gifts: Sequence[Chance], chosen: Sequence[Chance]) -> tuple[Chance, ...]:
    """The gifts that join the chosen offers. Gifts do not compete; only `alone` excludes them."""
    if any(chance.promise.alone for chance in chosen):
        return ()
    sociable = tuple(gift for gift in gifts if not gift.promise.alone)
    return sociable if chosen or sociable else tuple(gifts[:1])


def _bill(rules: Ruled, offers: tuple[Chance, ...], spend: int) -> Bill:
    tariff, lines = rules.tariff, rules.sale.lines
    left = [line.amount for line in lines]
    discounts = []
    for chance in offers:
        off = forgiven(chance, lines, left)
        for index, part in zip(chance.lines, off, strict=True):
            left[index] -= part
        discounts.append(sum(off))
    due = sum(left)
    most = due * tariff.max_share_bp // (BASIS * tariff.point_value)
    if spend > most:
        raise ShareExceeded(most)
    paid = spread(due - spend * tariff.point_value, left) if spend else left
    earned = earn(rules, paid, offers)
    return Bill(offers, tuple(discounts), left, most, paid, earned)


def _order_key(chance: Chance) -> tuple[int, int]:
    """Sort key: discounts, points, multipliers. The largest multiplier comes first, so that it gets
    the credit if only the best one counts.
    """
    kind, value = chance.promise.kind, chance.promise.value
    if kind is OfferKind.MULTIPLIER:
        return len(TURNS), -value
    return TURNS.index(kind), 0
