"""Strategies for tariffs and receipts, with few values so that conditions often hold."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st

from models.offers import OfferKind
from services.pricing.model import (
    Conditions,
    Effect,
    Line,
    Policy,
    Promise,
    Rule,
    Sale,
    Tariff,
    Together,
)

unhurried = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
"""Without deadlines, so that a busy machine fails no test."""

LEVELS = (1, 2)
NEW_YEAR = datetime(2026, 1, 1, tzinfo=UTC)
SELDOM = st.sampled_from([False, False, False, True])
VALUES = {
    Effect.RATE: st.just(0) | st.integers(100, 5_000),
    Effect.MULTIPLIER: st.sampled_from([0, 33, 50, 100, 150, 200, 500]),
    Effect.FIXED: st.integers(1, 200),
    Effect.EXCLUDE: st.just(0),
}
WORTH = {
    OfferKind.POINTS: st.integers(0, 500),
    OfferKind.MULTIPLIER: st.integers(2, 9),
    OfferKind.PERCENT: st.integers(1, 2_000),
    OfferKind.AMOUNT: st.integers(1, 9_000),
    OfferKind.GIFT: st.just(0),
    OfferKind.DELIVERY: st.just(0),
    OfferKind.BUNDLE: st.integers(0, 4),
}


def some(*ids: int) -> st.SearchStrategy[frozenset[int]]:
    """Mostly empty, so that most conditions of several are not set."""
    return st.just(frozenset[int]()) | st.frozensets(st.sampled_from(ids), max_size=2)


lines = st.builds(
    Line,
    amount=st.integers(0, 9) | st.integers(5_000, 100_000),
    quantity=st.integers(1, 5),
    category_id=st.sampled_from([None, 1, 2, 3]),
    product_id=st.sampled_from([None, 11, 12]),
)

conditions = st.builds(
    Conditions,
    categories=some(1, 2, 3),
    products=some(11, 12),
    outlets=some(1, 2),
    levels=some(*LEVELS),
    weekdays=some(*range(7)),
    since=st.none() | st.times(),
    until=st.none() | st.times(),
    first_day=st.none() | st.dates(),
    last_day=st.none() | st.dates(),
    least=st.just(0) | st.integers(0, 50_000),
    nth=some(1, 2, 3),
)

CHOOSING = (
    Conditions(),
    Conditions(categories=frozenset({1})),
    Conditions(categories=frozenset({2, 3})),
    Conditions(products=frozenset({11})),
    Conditions(categories=frozenset({3}), products=frozenset({12})),
)
ASKING = (
    *CHOOSING,
    *(replace(chosen, least=30_000) for chosen in CHOOSING),
    Conditions(levels=frozenset({2})),
    Conditions(nth=frozenset({1, 2}), outlets=frozenset({1})),
    Conditions(categories=frozenset({1}), since=time(18), until=time(9)),
    Conditions(weekdays=frozenset({0, 1, 2}), last_day=date(2026, 9, 1)),
)


@st.composite
def rules(
    draw: st.DrawFn, asked: Sequence[Conditions] = ASKING, effects: Sequence[Effect] = tuple(Effect)
) -> Rule:
    effect = draw(st.sampled_from(effects))
    number = draw(st.integers(1, 99))
    conditions = draw(st.sampled_from(asked))
    return Rule(number, f"Rule {number}", effect, draw(VALUES[effect]), conditions)


any_rule = rules()


@st.composite
def promises(draw: st.DrawFn) -> Promise:
    kind = draw(st.sampled_from(OfferKind))
    number = draw(st.integers(1, 99))
    asked = draw(st.sampled_from(ASKING))
    alone = draw(SELDOM)
    return Promise(number, None, f"Offer {number}", kind, draw(WORTH[kind]), asked, alone)


some_promises = st.lists(promises(), max_size=6, unique_by=lambda made: made.offer_id)

limits = SELDOM.flatmap(lambda limited: st.integers(0, 400) if limited else st.none())

policies = st.builds(
    Policy,
    multipliers=st.sampled_from(Together),
    offers=st.sampled_from(Together),
    least_receipt=st.sampled_from([0, 0, 0, 30_000]),
    most_per_receipt=limits,
    most_per_day=limits,
    most_per_month=limits,
    carry_remainders=SELDOM.map(lambda lost: not lost),
)


def tariffs(
    rule: st.SearchStrategy[Rule] = any_rule,
    policy: st.SearchStrategy[Policy] = policies,
) -> st.SearchStrategy[Tariff]:
    return st.builds(
        Tariff,
        point_value=st.sampled_from([1, 100, 700]),
        max_share_bp=st.integers(1, 10_000),
        rates=st.fixed_dictionaries({level: st.integers(300, 2_000) for level in LEVELS}),
        rules=st.lists(rule, max_size=6, unique_by=lambda made: made.id).map(tuple),
        policy=policy,
    )


plain_tariffs = tariffs(
    rules(CHOOSING, (Effect.RATE, Effect.MULTIPLIER, Effect.EXCLUDE)),
    st.builds(Policy, multipliers=st.sampled_from(Together)),
)
"""Rules that look at each line alone: no fixed points, no limits, no conditions on the receipt."""

sales = st.builds(
    Sale,
    lines=st.lists(lines, min_size=1, max_size=5).map(tuple),
    at=st.integers(0, 365 * 24).map(lambda hours: NEW_YEAR + timedelta(hours=hours)),
    level_id=st.sampled_from(LEVELS),
    nth=st.integers(1, 4),
    outlet_id=st.sampled_from([None, 1, 2]),
    remainder=st.integers(0, 999_999),
    earned_today=st.integers(0, 100),
    earned_this_month=st.integers(0, 300),
)


def dearer(sale: Sale, index: int, more: int) -> Sale:
    """The same receipt with one line dearer by `more`."""
    changed = list(sale.lines)
    line = changed[index % len(changed)]
    changed[index % len(changed)] = replace(line, amount=line.amount + more)
    return replace(sale, lines=tuple(changed))
