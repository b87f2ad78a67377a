"""The promises that a receipt may use, and why it does not use the others."""

from collections.abc import Iterable, Iterator, Sequence

from models.offers import OfferKind
from services.pricing.conditions import Lines, chosen, cost, unmet
from services.pricing.discounts import Chance
from services.pricing.model import Missed, Promise, Sale, Together, Unmet

VALUELESS = {OfferKind.GIFT, OfferKind.DELIVERY}
"""Kinds that do not use `value`; all others give nothing unless it is above zero."""


def sort_out(
    promises: Iterable[Promise], sale: Sale
) -> tuple[tuple[Chance, ...], tuple[Missed, ...]]:
    """Split the promises into those that this receipt may use and those that it cannot, with why.

    A receipt uses an offer once, so of several copies of one offer only the first is taken.
    """
    usable: dict[int, Chance] = {}
    missed: dict[int, Missed] = {}
    for promise in promises:
        if promise.offer_id in usable:
            continue
        match _check(promise, sale):
            case Chance() as chance:
                usable[promise.offer_id] = chance
            case Missed() as miss:
                missed.setdefault(promise.offer_id, miss)
    others = (miss for offer_id, miss in missed.items() if offer_id not in usable)
    return tuple(usable.values()), tuple(others)


def fits(promise: Promise, sale: Sale) -> bool:
    """Whether this receipt could use the promise."""
    return isinstance(_check(promise, sale), Chance)


def _check(promise: Promise, sale: Sale) -> Chance | Missed:
    asked = promise.conditions
    if _gives_nothing(promise):
        return Missed(promise, Unmet.NOTHING)
    if (why := unmet(asked, sale)) is not None:
        return Missed(promise, why)
    lines = chosen(asked, sale)
    if not lines:
        return Missed(promise, Unmet.GOODS)
    if asked.least and (lack := asked.least - _minimum_base(promise, lines, sale)) > 0:
        return Missed(promise, Unmet.LEAST, lack)
    return Chance(promise, lines)


def _gives_nothing(promise: Promise) -> bool:
    """Whether the promise gives nothing for any receipt. Free delivery must name its goods, because
    otherwise all goods would be free.
    """
    if promise.kind is OfferKind.DELIVERY:
        return not (promise.conditions.categories or promise.conditions.products)
    return promise.value < 1 and promise.kind not in VALUELESS


def _minimum_base(promise: Promise, lines: Lines, sale: Sale) -> int:
    """The money that must reach the minimum. For delivery it is the cost of all other lines."""
    own = cost(lines, sale)
    return sale.amount - own if promise.kind is OfferKind.DELIVERY else own


def left_out(
    usable: Sequence[Chance],
    used: Sequence[Chance],
    useless: Iterable[Chance],
    together: Together,
) -> Iterator[Missed]:
    """The usable offers that were not used, with the reason. `useless` would give nothing."""
    lonely = any(chance.promise.alone for chance in used)
    in_use = {chance.promise.offer_id for chance in used}
    give_nothing = {chance.promise.offer_id for chance in useless}
    for chance in usable:
        promise = chance.promise
        if promise.offer_id in in_use:
            continue
        if promise.offer_id in give_nothing:
            yield Missed(promise, Unmet.NOTHING)
        elif used and (lonely or promise.alone) and _combinable(promise, together):
            yield Missed(promise, Unmet.ALONE)
        else:
            yield Missed(promise, Unmet.BEATEN)


def _combinable(promise: Promise, together: Together) -> bool:
    """Whether it could be combined with the used offers, but for `alone`."""
    return promise.kind is OfferKind.GIFT or together is Together.ALL
