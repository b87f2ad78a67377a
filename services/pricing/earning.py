"""The points of a receipt: rules, then offers, then a limit, and one rounding at the end."""

from collections.abc import Sequence
from itertools import accumulate, pairwise
from operator import mul
from typing import NamedTuple

from models.offers import OfferKind
from services.pricing.apportion import spread
from services.pricing.conditions import Lines
from services.pricing.discounts import Chance
from services.pricing.model import Policy, Together
from services.pricing.rule_effects import PLAIN, Grant, Ruled


class Earned(NamedTuple):
    """The points of a receipt, as in `Priced`, and their parts."""

    base: int
    bonus: int
    cut: int
    remainder: int
    offers: Sequence[int]  # points of each offer passed in
    multipliers: Sequence[int]  # for each line, with offers
    grants: Sequence[Grant]

    @property
    def points(self) -> int:
        return self.base + self.bonus


def counts(policy: Policy, paid: int) -> bool:
    """Whether a receipt with `paid` minor units in money earns at all."""
    return paid > 0 and paid >= policy.least_receipt


def earn(rules: Ruled, paid: Sequence[int], offers: Sequence[Chance]) -> Earned:
    """The points for the money paid for each line, with these offers.

    Raw parts are summed in layers: the rates, then the rules, then each offer. A limit caps the
    running sum, so the last layers lose first. The points of a layer are the difference of the
    running sums, each rounded down, so the points of all layers always add up.
    """
    if not counts(rules.tariff.policy, sum(paid)):
        return Earned(0, 0, 0, rules.carried, [0] * len(offers), rules.multipliers, [])
    unit = rules.tariff.unit
    earning = _earning(rules, paid)
    grants = [grant for grant in rules.fixed if _any(grant.lines, earning)]
    base = sum(map(mul, earning, rules.base_factors))
    ruled = sum(map(mul, earning, rules.factors)) + unit * sum(grant.points for grant in grants)
    layers = [base, ruled - base]
    multipliers = list(rules.multipliers)
    for chance in offers:
        layer = 0
        if chance.promise.kind is OfferKind.POINTS:
            if _any(chance.lines, earning):
                grants.append(Grant(chance.promise.value, chance.lines))
                layer = unit * chance.promise.value
        elif chance.promise.kind is OfferKind.MULTIPLIER:
            for index in chance.lines:
                if earning[index]:
                    before = multipliers[index]
                    multipliers[index] = _lifted(rules, before, chance.promise.value)
                    layer += earning[index] * rules.rates[index] * (multipliers[index] - before)
        layers.append(layer)
    heights = list(accumulate(layers, initial=rules.carried))[1:]
    most = heights[-1] if rules.ceiling is None else rules.carried + rules.ceiling
    points = [min(height, most) // unit for height in heights]
    keeps = rules.tariff.policy.carry_remainders
    return Earned(
        base=points[0],
        bonus=points[-1] - points[0],
        cut=heights[-1] // unit - points[-1],
        remainder=min(heights[-1], most) % unit if keeps else 0,
        offers=[after - before for before, after in pairwise(points[1:])],
        multipliers=multipliers,
        grants=grants,
    )


def by_line(rules: Ruled, paid: Sequence[int], earned: Earned) -> list[int]:
    """The points split by line, in proportion to the raw parts before limits and rounding."""
    earning = _earning(rules, paid)
    raw = [
        money * rate * percent
        for money, rate, percent in zip(earning, rules.rates, earned.multipliers, strict=True)
    ]
    for grant in earned.grants:
        weights = [earning[index] for index in grant.lines]
        parts = spread(grant.points * rules.tariff.unit, weights)
        for index, part in zip(grant.lines, parts, strict=True):
            raw[index] += part
    return spread(earned.points, raw)


def had_a_say(rules: Ruled, paid: Sequence[int], earned: Earned) -> tuple[int, ...]:
    """The ids of the rules that changed the points, in the order of the tariff."""
    policy = rules.tariff.policy
    if not counts(policy, sum(paid)):
        return ()
    said = {*rules.excluding, *(grant.rule_id for grant in earned.grants)}
    for index, money in enumerate(paid):
        if money:
            said.add(rules.rated_by[index])
            beaten = earned.multipliers[index] != rules.multipliers[index]
            if not beaten or policy.multipliers is Together.ALL:
                said.update(rules.multiplied_by[index])
    return tuple(rule.id for rule in rules.tariff.rules if rule.id in said)


def _earning(rules: Ruled, paid: Sequence[int]) -> Sequence[int]:
    """The money paid for each line; 0 for excluded lines."""
    if not rules.excluded:
        return paid
    return [0 if index in rules.excluded else money for index, money in enumerate(paid)]


def _any(lines: Lines, earning: Sequence[int]) -> bool:
    return any(map(earning.__getitem__, lines))


def _lifted(rules: Ruled, percent: int, times: int) -> int:
    if rules.tariff.policy.multipliers is Together.ALL:
        return percent * times
    return max(percent, times * PLAIN)
