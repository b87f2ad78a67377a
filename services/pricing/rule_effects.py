"""The effect of a tariff's rules on a receipt, before offers."""

from collections.abc import Sequence
from dataclasses import dataclass
from operator import mul
from typing import Self

from services.pricing.conditions import Lines, fit
from services.pricing.model import Effect, Limit, Policy, Rule, Sale, Tariff, Together

PLAIN = 100
"""The multiplier (percent) that changes nothing."""


@dataclass(frozen=True, slots=True)
class Grant:
    """Points that are added once, and the lines that earn them. `rule_id`: None for an offer."""

    points: int
    lines: Lines
    rule_id: int | None = None


@dataclass(frozen=True, slots=True)
class Ruled:
    """A receipt under the rules: for each line its rate (basis points), its multiplier (percent)
    and the ids of the rules for both; and the points that are added once.
    """

    tariff: Tariff
    sale: Sale
    rates: Sequence[int]  # 0: excluded
    multipliers: Sequence[int]
    rated_by: Sequence[int | None]
    multiplied_by: Sequence[Sequence[int]]
    base_factors: Sequence[int]  # raw parts per minor unit, by the rate alone
    factors: Sequence[int]  # the same with the multiplier
    excluded: frozenset[int]
    excluding: Sequence[int]
    fixed: Sequence[Grant]
    carried: int  # raw parts from earlier receipts
    ceiling: int | None  # most raw parts for this receipt; None: no limit

    @classmethod
    def of(cls, tariff: Tariff, sale: Sale) -> Self:
        """Apply each rule once. Raises KeyError for a level that the tariff does not know."""
        fitting: dict[Effect, list[tuple[Rule, Lines]]] = {effect: [] for effect in Effect}
        for rule in tariff.rules:
            if not rule.paused and (lines := fit(rule.conditions, sale)):
                fitting[rule.effect].append((rule, lines))
        excluded = frozenset(index for _, lines in fitting[Effect.EXCLUDE] for index in lines)
        rates, rated_by = _rates(tariff.rates[sale.level_id], fitting[Effect.RATE], sale)
        multipliers, multiplied_by = _multipliers(
            tariff.policy.multipliers, fitting[Effect.MULTIPLIER], sale
        )
        for index in excluded:
            rates[index], rated_by[index] = 0, None
            multipliers[index], multiplied_by[index] = PLAIN, []
        limit = room(tariff.policy, sale)
        return cls(
            tariff=tariff,
            sale=sale,
            rates=rates,
            multipliers=multipliers,
            rated_by=rated_by,
            multiplied_by=multiplied_by,
            base_factors=[
                rate * min(percent, PLAIN) for rate, percent in zip(rates, multipliers, strict=True)
            ],
            factors=list(map(mul, rates, multipliers)),
            excluded=excluded,
            excluding=[rule.id for rule, _ in fitting[Effect.EXCLUDE]],
            fixed=[Grant(rule.value, lines, rule.id) for rule, lines in fitting[Effect.FIXED]],
            carried=carried(tariff, sale),
            ceiling=None if limit is None else limit[1] * tariff.unit,
        )


def room(policy: Policy, sale: Sale) -> tuple[Limit, int] | None:
    """The limit that leaves fewest points to this receipt, and those points; of equals the one of
    the shortest time. None: no limit.
    """
    limits = (
        (Limit.RECEIPT, policy.most_per_receipt, 0),
        (Limit.DAY, policy.most_per_day, sale.earned_today),
        (Limit.MONTH, policy.most_per_month, sale.earned_this_month),
    )
    rooms = [(name, max(0, most - had)) for name, most, had in limits if most is not None]
    return min(rooms, key=lambda limit: limit[1], default=None)


def carried(tariff: Tariff, sale: Sale) -> int:
    """Raw parts from earlier receipts: always less than one point, even if a point was worth more
    when they were left over.
    """
    return min(sale.remainder, tariff.unit - 1) if tariff.policy.carry_remainders else 0


def _rates(
    usual: int, rules: Sequence[tuple[Rule, Lines]], sale: Sale
) -> tuple[list[int], list[int | None]]:
    rates = [usual] * len(sale.lines)
    rated_by: list[int | None] = [None] * len(sale.lines)
    for rule, lines in rules:
        for index in lines:
            if rated_by[index] is None:
                rates[index], rated_by[index] = rule.value, rule.id
    return rates, rated_by


def _multipliers(
    how: Together, rules: Sequence[tuple[Rule, Lines]], sale: Sale
) -> tuple[list[int], list[list[int]]]:
    multipliers = [PLAIN] * len(sale.lines)
    multiplied_by: list[list[int]] = [[] for _ in sale.lines]
    for rule, lines in rules:
        for index in lines:
            if how is Together.ALL:
                multipliers[index] = multipliers[index] * rule.value // PLAIN
                multiplied_by[index].append(rule.id)
            elif not multiplied_by[index] or rule.value > multipliers[index]:
                multipliers[index], multiplied_by[index] = rule.value, [rule.id]
    return multipliers, multiplied_by
