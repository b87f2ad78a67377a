"""Properties of any receipt under any tariff."""

import copy
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.offers import OfferKind
from services.pricing.apportion import spread
from services.pricing.conditions import fit
from services.pricing.engine import price
from services.pricing.errors import ShareExceeded
from services.pricing.model import Effect, Line, Priced, Promise, Sale, Tariff, Together
from tests.services.pricing.strategies import (
    dearer,
    lines,
    plain_tariffs,
    sales,
    some_promises,
    tariffs,
    unhurried,
)

shares = st.integers(0, 100)
"""Percent of the points that may be spent."""


def priced(tariff: Tariff, sale: Sale, offers: list[Promise], share: int) -> Priced:
    most = price(tariff, sale, offers).most_points
    return price(tariff, sale, offers, spend=most * share // 100)


def worth(tariff: Tariff, made: Priced) -> int:
    return made.discount + made.points * tariff.point_value


@unhurried
@given(tariffs(), sales, some_promises, shares)
def test_sums_add_up(tariff: Tariff, sale: Sale, offers: list[Promise], share: int) -> None:
    made = priced(tariff, sale, offers, share)
    assert made.amount == sum(line.amount for line in sale.lines) == made.discount + made.due
    assert made.due == made.spent * tariff.point_value + made.paid
    assert made.points == made.base + made.bonus
    assert [part.line for part in made.lines] == list(sale.lines)
    assert sum(part.discount for part in made.lines) == made.discount
    assert sum(part.paid for part in made.lines) == made.paid
    assert sum(part.points for part in made.lines) == made.points
    assert sum(part.discount for part in made.offers) == made.discount
    assert sum(part.points for part in made.offers) <= made.bonus


@unhurried
@given(tariffs(), sales, some_promises, shares)
def test_nothing_is_negative_and_a_line_gives_no_more_than_it_has(
    tariff: Tariff, sale: Sale, offers: list[Promise], share: int
) -> None:
    made = priced(tariff, sale, offers, share)
    assert min(made.due, made.discount, made.paid, made.most_points, made.cut) >= 0
    assert min(made.base, made.bonus) >= 0
    assert 0 <= made.remainder < tariff.unit
    for part in made.lines:
        assert min(part.discount, part.paid, part.points) >= 0
        assert part.paid + part.discount <= part.line.amount
    assert all(part.discount >= 0 and part.points >= 0 for part in made.offers)


@unhurried
@given(tariffs(), sales, some_promises, shares)
def test_pricing_is_deterministic(
    tariff: Tariff, sale: Sale, offers: list[Promise], share: int
) -> None:
    again = copy.deepcopy((tariff, sale, offers))
    assert priced(tariff, sale, offers, share) == priced(*again, share)


@unhurried
@given(tariffs(), sales, some_promises)
def test_the_most_that_may_be_spent_is_the_most(
    tariff: Tariff, sale: Sale, offers: list[Promise]
) -> None:
    most = price(tariff, sale, offers).most_points
    assert price(tariff, sale, offers, spend=most).most_points == most
    with pytest.raises(ShareExceeded):
        price(tariff, sale, offers, spend=most + 1)


@unhurried
@given(plain_tariffs, sales, st.integers(0, 5), st.integers(0, 100_000))
def test_more_money_never_earns_less(tariff: Tariff, sale: Sale, index: int, more: int) -> None:
    less = price(tariff, sale)
    after = price(tariff, dearer(sale, index, more))
    assert (after.points, after.remainder) >= (less.points, less.remainder)


@unhurried
@given(plain_tariffs, sales, st.lists(lines, min_size=1, max_size=4))
def test_many_receipts_earn_what_one_would(tariff: Tariff, sale: Sale, more: list[Line]) -> None:
    every = (*sale.lines, *more)
    points, remainder = 0, sale.remainder
    for line in every:
        made = price(tariff, replace(sale, lines=(line,), remainder=remainder))
        points += made.points
        remainder = made.remainder
    whole = price(tariff, replace(sale, lines=every))
    assert (points, remainder) == (whole.points, whole.remainder)


@unhurried
@given(tariffs(), sales, some_promises)
def test_what_is_used_is_worth_no_less_than_any_single_promise(
    tariff: Tariff, sale: Sale, offers: list[Promise]
) -> None:
    chosen = worth(tariff, price(tariff, sale, offers))
    singles = [price(tariff, sale, [offer]) for offer in offers]
    assert chosen >= max(worth(tariff, made) for made in [*singles, price(tariff, sale)])


@unhurried
@given(tariffs(), sales, some_promises, shares)
def test_what_is_used_is_useful_and_allowed(
    tariff: Tariff, sale: Sale, offers: list[Promise], share: int
) -> None:
    used = priced(tariff, sale, offers, share).offers
    gifts = [part for part in used if part.promise.kind is OfferKind.GIFT]
    others = [part for part in used if part.promise.kind is not OfferKind.GIFT]
    assert all(part.promise in offers for part in used)
    assert all(part.discount or part.points for part in others)
    assert not any(part.discount or part.points for part in gifts)
    assert len({part.promise.offer_id for part in used}) == len(used)
    if any(part.promise.alone for part in used):
        assert len(used) == 1
    if tariff.policy.offers is Together.BEST:
        assert len(others) <= 1


@unhurried
@given(tariffs(), sales, some_promises, shares)
def test_an_excluded_line_earns_nothing(
    tariff: Tariff, sale: Sale, offers: list[Promise], share: int
) -> None:
    made = priced(tariff, sale, offers, share)
    for rule in tariff.rules:
        if rule.effect is Effect.EXCLUDE:
            for index in fit(rule.conditions, sale):
                assert (made.lines[index].points, made.lines[index].rate_bp) == (0, 0)


@unhurried
@given(tariffs(), sales)
def test_a_limit_holds_and_says_what_it_cut(tariff: Tariff, sale: Sale) -> None:
    made = price(tariff, sale)
    policy = tariff.policy
    for most, had in (
        (policy.most_per_receipt, 0),
        (policy.most_per_day, sale.earned_today),
        (policy.most_per_month, sale.earned_this_month),
    ):
        assert most is None or made.points <= max(0, most - had)
    free = replace(policy, most_per_receipt=None, most_per_day=None, most_per_month=None)
    unlimited = price(replace(tariff, policy=free), sale)
    assert made.points + made.cut == unlimited.points
    assert made.base <= unlimited.base
    if made.base < unlimited.base:
        assert made.bonus == 0


@unhurried
@given(st.integers(0, 10**9), st.lists(st.integers(0, 10**6), max_size=20))
def test_parts_add_up_and_none_is_a_unit_off(total: int, weights: list[int]) -> None:
    parts = spread(total, weights)
    whole = sum(weights)
    assert sum(parts) == (total if whole else 0)
    for part, weight in zip(parts, weights, strict=True):
        assert abs(part * whole - total * weight) < max(whole, 1)
        assert part <= weight or total > whole
