"""The price of a receipt and its points.

full price -> discounts of offers -> due -> points pay a part -> paid -> points for what was paid.
"""

from collections.abc import Iterable

from models.offers import OfferKind
from services.pricing.earning import by_line, had_a_say
from services.pricing.eligibility import left_out, sort_out
from services.pricing.model import Applied, Priced, PricedLine, Promise, Sale, Tariff
from services.pricing.offer_choice import bill_for, choose, gifts_beside
from services.pricing.rule_effects import Ruled


def price(tariff: Tariff, sale: Sale, promises: Iterable[Promise] = (), spend: int = 0) -> Priced:
    """Price a receipt with the best of the promises and `spend` points spent.

    `promises` are those that this member may use; of equals the first is taken. Points may pay for
    any line, also for one that earns none. Raises ShareExceeded with the most points that may be
    spent; KeyError for a level that the tariff does not know.
    """
    rules = Ruled.of(tariff, sale)
    usable, missed = sort_out(promises, sale)
    gifts = [chance for chance in usable if chance.promise.kind is OfferKind.GIFT]
    others = [chance for chance in usable if chance.promise.kind is not OfferKind.GIFT]
    chosen, useless = choose(rules, others)
    bill = bill_for(rules, chosen, spend)
    earned = bill.earned
    lines = tuple(
        PricedLine(line, line.amount - left, paid, points, rate_bp, multiplier)
        for line, left, paid, points, rate_bp, multiplier in zip(
            sale.lines,
            bill.left,
            bill.paid,
            by_line(rules, bill.paid, earned),
            rules.rates,
            earned.multipliers,
            strict=True,
        )
    )
    applied = [
        Applied(chance.promise, discount, points)
        for chance, discount, points in zip(bill.offers, bill.discounts, earned.offers, strict=True)
    ]
    beside = gifts_beside(gifts, bill.offers)
    applied += [Applied(gift.promise, 0, 0) for gift in beside]
    # Chosen offers that are not used now have no money left to work on, because points paid it.
    unused = left_out(usable, (*bill.offers, *beside), (*useless, *chosen), tariff.policy.offers)
    due = sum(bill.left)
    return Priced(
        lines=lines,
        amount=sale.amount,
        discount=sale.amount - due,
        due=due,
        most_points=bill.most_points,
        spent=spend,
        paid=due - spend * tariff.point_value,
        base=earned.base,
        bonus=earned.bonus,
        remainder=earned.remainder,
        cut=earned.cut,
        rules=had_a_say(rules, bill.paid, earned),
        offers=tuple(applied),
        missed=(*missed, *unused),
    )
