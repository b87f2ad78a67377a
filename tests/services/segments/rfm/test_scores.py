"""Scores from 1 to 5 and groups, compared with a plain count of members above and below."""

from datetime import datetime, timedelta
from itertools import product
from random import Random

import pytest

from services.segments import audience_queries
from services.segments import compiler as sql
from services.segments.attribute_catalogue import Catalogue
from services.segments.questions.tree import Condition, Node, Not
from services.segments.rfm import findings, overview
from services.segments.rfm.scores import PLACES, SCORES, Group
from tests.cast import Shop
from tests.services.segments.buyers import Life, Receipt, buyers

DAY = timedelta(days=1)


async def found(shop: Shop, node: Node) -> set[int]:
    async with shop.ctx.db.read() as session:
        scope = await audience_queries.scope(session, shop.clock.now())
        Catalogue().check(node)
        return set(await session.scalars(sql.members(Catalogue(), scope, node)))


def life(chance: Random, now: datetime) -> Life:
    """A few receipts, often one, on few days, so that there are many ties."""
    times = min(9, int(chance.paretovariate(1)))
    last = now - DAY * chance.choice((0, 1, 1, 2, 5, 9, 30, 31, 80))
    paid = chance.choice((100_00, 150_00, 990_00))
    return tuple(Receipt(last - 3 * DAY * number, paid) for number in range(times))


def ranked(value: int, values: list[int], *, up: bool) -> int:
    """1 plus the whole fifths below; with `up`, 5 minus the whole fifths above."""
    if up:
        return 5 - 5 * sum(other > value for other in values) // len(values)
    return 1 + 5 * sum(other < value for other in values) // len(values)


def test_every_pair_of_scores_is_in_one_group() -> None:
    cells = [cell for place in PLACES.values() for cell in place.cells()]
    assert sorted(cells) == sorted(product(SCORES, SCORES))
    assert set(PLACES) == set(Group)


@pytest.mark.parametrize("number", [25, 26, 48])
async def test_scores_are_fifths(shop: Shop, number: int) -> None:
    now = shop.clock.now()
    chance = Random(number)
    lives = {f"{place}": life(chance, now) for place in range(number)}
    ids = await buyers(shop.ctx, lives)
    await buyers(shop.ctx, {f"left {place}": life(chance, now) for place in range(9)}, left=True)
    idle = await buyers(shop.ctx, {f"idle {place}": () for place in range(30)})
    await findings.work_out(shop.ctx)
    figures = {
        "recency": {name: -((now - lives[name][0].at) // DAY) for name in lives},
        "frequency": {name: len(one) for name, one in lives.items()},
        "monetary": {name: sum(one.paid for one in receipts) for name, receipts in lives.items()},
    }
    scores = {
        measure: {
            name: ranked(value, list(of.values()), up=measure == "recency")
            for name, value in of.items()
        }
        for measure, of in figures.items()
    }
    for measure, least, most in product(figures, (None, *SCORES), (None, *SCORES)):
        if least is None and most is None:
            continue
        expected = {
            ids[name]
            for name, score in scores[measure].items()
            if (least or 1) <= score <= (most or 5)
        }
        asked = Condition(measure, least=least, most=most)
        assert await found(shop, asked) == expected, asked
    seen = await overview.show(shop.ctx, await shop.identity(shop.olga))
    grouped = set()
    for group, place in PLACES.items():
        expected = {
            ids[name]
            for name in lives
            if (scores["recency"][name], scores["frequency"][name]) in set(place.cells())
        }
        assert await found(shop, overview.question(group)) == expected
        assert seen.groups[group].members == len(expected)
        grouped |= expected
    assert grouped == set(ids.values())
    every_group = Condition("rfm", values=tuple(Group))
    assert await found(shop, Not(every_group)) >= set(idle.values())
    assert (seen.buyers, sum(seen.cells.values())) == (number, number)


async def test_scores_out_of_range_are_nobody_s(sqlite_shop: Shop) -> None:
    now = sqlite_shop.clock.now()
    await buyers(sqlite_shop.ctx, {"one": (Receipt(now),)})
    await findings.work_out(sqlite_shop.ctx)
    for least, most in ((6, None), (None, 0), (4, 3)):
        assert await found(sqlite_shop, Condition("frequency", least=least, most=most)) == set()
    assert len(await found(sqlite_shop, Condition("frequency", least=-3, most=99))) == 1


async def test_a_few_buyers_are_told_apart_by_fixed_figures(shop: Shop) -> None:
    now = shop.clock.now()

    def times(number: int, days: int) -> Life:
        return tuple(Receipt(now - (days + 7 * visit) * DAY) for visit in range(number))

    lives = {
        Group.CHAMPIONS: times(9, 1),
        Group.NEW: times(1, 1),
        Group.POTENTIAL: times(3, 20),
        Group.FADING: times(1, 45),
        Group.CANT_LOSE: times(12, 70),
        Group.LOST: times(1, 100),
    }
    ids = await buyers(shop.ctx, {group.value: life for group, life in lives.items()})
    await findings.work_out(shop.ctx)
    for group in Group:
        expected = {ids[group]} if group in ids else set()
        assert await found(shop, overview.question(group)) == expected, group


async def test_where_all_bought_once_nobody_is_frequent(shop: Shop) -> None:
    now = shop.clock.now()
    ids = await buyers(shop.ctx, {f"{day}": (Receipt(now - day * DAY),) for day in range(30)})
    await findings.work_out(shop.ctx)
    assert await found(shop, Condition("frequency", least=2)) == set()
    newest = await found(shop, overview.question(Group.NEW))
    assert newest == {ids[f"{day}"] for day in range(6)}


async def test_before_anything_was_found_there_are_no_groups(shop: Shop) -> None:
    await buyers(shop.ctx, {"one": (Receipt(shop.clock.now()),)})
    assert await found(shop, Condition("rfm", values=tuple(Group))) == set()
    assert await found(shop, Condition("recency", least=1)) == set()
    assert await found(shop, Condition("return_chance", least=0)) == set()


async def test_findings_are_of_the_shop_s_day(shop: Shop) -> None:
    await findings.work_out_due(shop.ctx)
    assert await findings.work_out_due(shop.ctx) == 0
    now = shop.clock.now()  # noon in Moscow
    await buyers(shop.ctx, {"one": (Receipt(now - DAY),)})
    await shop.later(hours=11, minutes=59)
    olga = await shop.identity(shop.olga)
    assert (await overview.show(shop.ctx, olga)).buyers == 0
    await shop.later(minutes=1)
    seen = await overview.show(shop.ctx, olga)
    assert (seen.buyers, seen.at) == (1, shop.clock.now())
