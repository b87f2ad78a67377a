"""The discount of an offer on the lines of a receipt."""

from collections.abc import Sequence
from dataclasses import dataclass

from models.offers import OfferKind
from services.pricing.apportion import spread
from services.pricing.conditions import Lines
from services.pricing.model import Line, Promise

BASIS = 10_000

ORDER = (OfferKind.BUNDLE, OfferKind.DELIVERY, OfferKind.PERCENT, OfferKind.AMOUNT)
"""Kinds of discounts in order; each is applied to the money left by those before it."""


@dataclass(frozen=True, slots=True)
class Chance:
    """An offer whose conditions hold, and the lines that it applies to."""

    promise: Promise
    lines: Lines


def forgiven(chance: Chance, lines: Sequence[Line], left: Sequence[int]) -> list[int]:
    """The discount on each of the offer's lines; `left`: money left of each line of the receipt."""
    own = [left[index] for index in chance.lines]
    value = chance.promise.value
    match chance.promise.kind:
        case OfferKind.BUNDLE:
            return _bundle([lines[index].quantity for index in chance.lines], own, value)
        case OfferKind.DELIVERY:
            return own
        case OfferKind.PERCENT:
            return spread(sum(own) * min(value, BASIS) // BASIS, own)
        case OfferKind.AMOUNT:
            return spread(min(value, sum(own)), own)
    return [0] * len(own)


def _bundle(quantities: Sequence[int], left: Sequence[int], each: int) -> list[int]:
    """One of every `each` pieces is free, the cheapest first; pieces already free do not count."""
    pieces = [count if cost else 0 for count, cost in zip(quantities, left, strict=True)]
    free = sum(pieces) // each
    off = [0] * len(left)
    for index in sorted(range(len(left)), key=lambda index: left[index] // quantities[index]):
        taken = min(free, pieces[index])
        free -= taken
        off[index] = left[index] * taken // quantities[index]
    return off
