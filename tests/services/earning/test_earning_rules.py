"""The book of earning rules: checked, numbered for ever, published, and seen before it holds."""

from asyncio import gather
from dataclasses import replace
from datetime import date, datetime, time

import pytest

from services import goods, programme
from services.back_office import journal
from services.earning import earning_rules
from services.earning.earning_rules import MOST_RULES, NEW, Changes
from services.earning.errors import ExcludesEverything, TooManyRules
from services.enums import Role
from services.errors import DomainError, Gone
from services.goods import ItemKind
from services.parsing.errors import (
    AmountTooLarge,
    BadDates,
    BadHours,
    BadMultiplier,
    BadNumber,
    BadText,
)
from services.pricing.example_receipt import Example
from services.pricing.model import Conditions, Effect, Rule
from services.pricing.redundant_rules import Why
from services.programme import Terms, settings, versions
from services.programme.errors import BadPercent
from services.programme.versions import Difference, Part
from services.staff.errors import NotStaff
from tests.cast import Shop

plus = Rule(NEW, "Плюс 50", Effect.FIXED, 50)
double = Rule(NEW, "Вдвое", Effect.MULTIPLIER, 200, Conditions(weekdays=frozenset({1})))


async def terms_of(shop: Shop) -> Terms:
    return await programme.current(shop.ctx)


async def test_a_rule_is_added_changed_moved_and_removed(shop: Shop) -> None:
    ctx, olga = shop.ctx, await shop.identity(shop.olga)
    first = await earning_rules.add(ctx, olga, plus)
    second = await earning_rules.add(ctx, olga, double)
    assert await earning_rules.add(ctx, olga, replace(plus, title="Ещё раз")) == first
    await earning_rules.change(ctx, olga, replace(plus, id=first, value=70))
    await earning_rules.pause(ctx, olga, first, paused=True)
    await earning_rules.reorder(ctx, olga, second, 0)
    assert [(rule.id, rule.value, rule.paused) for rule in (await terms_of(shop)).rules] == [
        (second, 200, False),
        (first, 70, True),
    ]
    await earning_rules.pause(ctx, olga, first, paused=False)
    await earning_rules.remove(ctx, olga, second)
    acts = [line.act for line in await journal.latest(ctx, olga, limit=7)]
    assert acts[::-1] == [
        "rule.added",
        "rule.added",
        "rule.changed",
        "rule.paused",
        "rule.moved",
        "rule.resumed",
        "rule.deleted",
    ]


async def test_done_twice_is_done_once(shop: Shop) -> None:
    ctx, olga = shop.ctx, await shop.identity(shop.olga)
    rule_id = await earning_rules.add(ctx, olga, plus)
    before = (await terms_of(shop)).version
    await earning_rules.change(ctx, olga, replace(plus, id=rule_id))
    await earning_rules.reorder(ctx, olga, rule_id, 0)
    await earning_rules.pause(ctx, olga, rule_id, paused=False)
    await earning_rules.set_policy(ctx, olga)
    assert (await terms_of(shop)).version == before
    await earning_rules.remove(ctx, olga, rule_id)
    with pytest.raises(Gone):
        await earning_rules.remove(ctx, olga, rule_id)


async def test_no_id_is_used_twice(shop: Shop) -> None:
    ctx, olga = shop.ctx, await shop.identity(shop.olga)
    used = []
    for _ in range(3):
        used.append(await earning_rules.add(ctx, olga, plus))
        await earning_rules.remove(ctx, olga, used[-1])
    assert len(set(used)) == 3


async def test_two_owners_at_once_lose_nothing(shop: Shop) -> None:
    ctx, olga = shop.ctx, await shop.identity(shop.olga)
    vera = await shop.hire(shop.vera, Role.OWNER)
    ids = await gather(
        earning_rules.add(ctx, olga, plus),
        earning_rules.add(ctx, vera, double),
        earning_rules.set_policy(ctx, vera, pending_hours=1),
        settings.change(ctx, olga, settings.Changes({"welcome_bonus": 7})),
    )
    after = await terms_of(shop)
    assert {rule.id for rule in after.rules} == set(ids[:2])
    assert (after.policy.pending_hours, after.welcome_bonus) == (1, 7)


async def test_only_an_owner_edits_the_book(shop: Shop) -> None:
    boris = await shop.hire(shop.boris)
    rule_id = await earning_rules.add(shop.ctx, await shop.identity(shop.olga), plus)
    before = await terms_of(shop)
    acts = (
        earning_rules.add(shop.ctx, boris, double),
        earning_rules.change(shop.ctx, boris, replace(plus, id=rule_id, value=1)),
        earning_rules.pause(shop.ctx, boris, rule_id, paused=True),
        earning_rules.remove(shop.ctx, boris, rule_id),
        earning_rules.reorder(shop.ctx, boris, rule_id, 0),
        earning_rules.set_policy(shop.ctx, boris, pending_hours=1),
        goods.add(shop.ctx, boris, ItemKind.CATEGORY, "Кофе"),
        versions.latest(shop.ctx, boris, limit=1),
    )
    for act in acts:
        with pytest.raises(NotStaff):
            await act
    assert await terms_of(shop) == before


@pytest.mark.parametrize(
    ("rule", "error"),
    [
        (replace(plus, title=" "), BadText),
        (replace(plus, value=0), BadNumber),
        (replace(plus, effect=Effect.RATE, value=5_001), BadPercent),
        (replace(plus, effect=Effect.RATE, value=0), BadPercent),
        (replace(plus, effect=Effect.MULTIPLIER, value=100), BadMultiplier),
        (replace(plus, effect=Effect.EXCLUDE), ExcludesEverything),
        (
            replace(
                plus, effect=Effect.EXCLUDE, conditions=Conditions(weekdays=earning_rules.WEEK)
            ),
            ExcludesEverything,
        ),
        (replace(plus, conditions=Conditions(since=time(1))), BadHours),
        (replace(plus, conditions=Conditions(since=time(1), until=time(1))), BadHours),
        (replace(plus, conditions=Conditions(last_day=date(9999, 1, 1))), BadDates),
        (replace(plus, conditions=Conditions(least=-1)), AmountTooLarge),
        (replace(plus, conditions=Conditions(nth=frozenset({0}))), BadNumber),
        (replace(plus, conditions=Conditions(weekdays=frozenset({7}))), Gone),
        (replace(plus, conditions=Conditions(categories=frozenset({7}))), Gone),
        (replace(plus, conditions=Conditions(levels=frozenset({77}))), Gone),
        (replace(plus, id=77), Gone),
    ],
)
async def test_what_makes_no_sense_is_refused(
    sqlite_shop: Shop, rule: Rule, error: type[DomainError]
) -> None:
    act = earning_rules.change if rule.id else earning_rules.add
    with pytest.raises(error):
        await act(sqlite_shop.ctx, await sqlite_shop.identity(sqlite_shop.olga), rule)
    with pytest.raises(error):
        await earning_rules.preview(sqlite_shop.ctx, Changes(rule=rule))


@pytest.mark.parametrize(
    ("policy", "error"),
    [
        ({"most_per_day": 0}, BadNumber),
        ({"pending_hours": -1}, BadNumber),
        ({"promo_life_days": 1}, BadNumber),
        ({"least_receipt": 10**12}, AmountTooLarge),
    ],
)
async def test_a_policy_stays_within_reason(
    sqlite_shop: Shop, policy: dict[str, int], error: type[DomainError]
) -> None:
    olga = await sqlite_shop.identity(sqlite_shop.olga)
    with pytest.raises(error):
        await earning_rules.set_policy(sqlite_shop.ctx, olga, **policy)


async def test_a_book_has_an_end(sqlite_shop: Shop) -> None:
    ctx, olga = sqlite_shop.ctx, await sqlite_shop.identity(sqlite_shop.olga)
    for value in range(1, MOST_RULES + 1):
        await earning_rules.add(ctx, olga, replace(plus, value=value))
    with pytest.raises(TooManyRules):
        await earning_rules.add(ctx, olga, double)


async def test_an_example_is_one_that_the_rule_is_made_for(shop: Shop) -> None:
    before = await terms_of(shop)
    seen = await earning_rules.preview(shop.ctx, Changes(rule=double))
    assert seen.example.at == datetime(2026, 3, 3, 12)  # noqa: DTZ001 - the shop's wall
    assert (seen.before.points, seen.after.points) == (30, 60)
    gold = before.levels[1].id
    monday = Example(2_000_00, datetime(2026, 3, 2, 12), level_id=gold)  # noqa: DTZ001
    seen = await earning_rules.preview(shop.ctx, Changes(rule=double), monday)
    assert (seen.before.points, seen.after.points) == (100, 100)
    assert await terms_of(shop) == before


async def test_a_new_rule_may_make_another_one_pointless(shop: Shop) -> None:
    ctx, olga = shop.ctx, await shop.identity(shop.olga)
    rule_id = await earning_rules.add(ctx, olga, double)
    triple = Rule(NEW, "Втрое", Effect.MULTIPLIER, 300)
    (found,) = (await earning_rules.preview(ctx, Changes(rule=triple))).conflicts
    assert (found.rule.id, found.why, found.other and found.other.title) == (
        rule_id,
        Why.BEATEN,
        "Втрое",
    )


async def test_versions_say_what_changed_and_by_whom(shop: Shop) -> None:
    ctx, olga = shop.ctx, await shop.identity(shop.olga)
    rule_id = await earning_rules.add(ctx, olga, plus)
    await earning_rules.set_policy(ctx, olga, pending_hours=24)
    await earning_rules.pause(ctx, olga, rule_id, paused=True)
    found = await versions.latest(ctx, olga, limit=9)
    assert [one.differences for one in found] == [
        (Difference(Part.RULE_PAUSED, "Плюс 50"),),
        (Difference(Part.POLICY, "pending_hours", 0, 24),),
        (Difference(Part.RULE_ADDED, "Плюс 50"),),
        (Difference(Part.FIRST),),
    ]
    assert found[-1].staff_name is None
    assert (await versions.one(ctx, olga, found[2].number)).terms.rules[0].id == rule_id
