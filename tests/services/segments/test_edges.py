"""Questions with extreme values: the databases can hold all of them."""

from collections.abc import Iterator, Mapping
from datetime import date
from itertools import product

import pytest
from sqlalchemy import update

from models.people import Member
from services.errors import Gone
from services.segments import audience_queries, member_matching, saved_segments
from services.segments.attribute_catalogue import BUILT_IN, LARGEST, LONGEST_DAYS, Catalogue
from services.segments.questions.attribute import Attribute, Kind, Named
from services.segments.questions.tree import (
    NO_GOODS,
    Before,
    Condition,
    Dates,
    During,
    Goods,
    InMonth,
    Last,
    Next,
    Period,
    Some,
    When,
)
from services.segments.rfm import findings
from tests.cast import Shop

TIMES: Mapping[type[When], tuple[When, ...]] = {
    Last: (Last(LONGEST_DAYS),),
    Before: (Before(LONGEST_DAYS),),
    Next: (Next(LONGEST_DAYS),),
    During: (During(Period.THIS_YEAR),),
    InMonth: (InMonth(12),),
    Dates: (Dates(date.min, date.max), Dates(date.max, None), Dates(None, date.min)),
}
BOUNDS = [(-LARGEST, LARGEST), (LARGEST, -LARGEST)]
OF_ALL_KINDS = Goods(categories=(LARGEST,), products=(LARGEST,), outlets=(LARGEST,))


def at_the_edges(attribute: Attribute) -> Iterator[Condition]:
    whens: list[When | None] = [one for kind in attribute.whens for one in TIMES[kind]]
    if attribute.timeless:
        whens.append(None)
    ranges = attribute.kind in {Kind.NUMBER, Kind.MONEY}
    bounds = BOUNDS if ranges else [(None, None)]
    goods = [NO_GOODS, Goods(categories=(LARGEST,)), OF_ALL_KINDS][: 3 if attribute.goods else 1]
    for when, (least, most), of in product(whens, bounds, goods):
        yield Condition(attribute.key, values_of(attribute), least, most, when, of)


def values_of(attribute: Attribute) -> tuple[int | str, ...]:
    if attribute.kind is not Kind.CHOICE:
        return ()
    if attribute.named is Named.WORD:
        return attribute.words
    return ("x" * 5_000,) if attribute.named is Named.CITY else (0, LARGEST)


async def test_the_largest_figures_and_the_farthest_days(shop: Shop) -> None:
    olga = await shop.identity(shop.olga)
    await shop.join(shop.anna)
    await findings.work_out(shop.ctx)
    for attribute in BUILT_IN.values():
        if attribute.named is not Named.SEGMENT:
            node = Some(tuple(at_the_edges(attribute)))
            assert (await audience_queries.count(shop.ctx, olga, node)).matched <= 1, attribute.key


@pytest.mark.parametrize(
    "condition",
    [
        Condition("member", values=(LARGEST + 1,)),
        Condition("member", values=(-1,)),
        Condition("level", values=("gold",)),
        Condition("offer_used", values=("latest",)),
        Condition("segment", values=("one",)),
        Condition("purchases", least=1, goods=Goods(products=(LARGEST + 1,))),
    ],
)
async def test_what_is_no_id_is_refused(sqlite_shop: Shop, condition: Condition) -> None:
    olga = await sqlite_shop.identity(sqlite_shop.olga)
    with pytest.raises(Gone):
        await audience_queries.count(sqlite_shop.ctx, olga, condition)


async def test_an_average_of_very_many_receipts(shop: Shop) -> None:
    olga = await shop.identity(shop.olga)
    await shop.join(shop.anna)
    now = shop.ctx.clock.now()
    bought = {"purchases_count": 100_000, "spent_total": 10**10}
    async with shop.ctx.db.write() as session:
        change = update(Member).values(**bought, first_purchase_at=now, last_purchase_at=now)
        await session.execute(change)
    for least, most, found in [(100_000, 100_000, 1), (None, LARGEST, 1), (LARGEST, None, 0)]:
        condition = Condition("average_receipt", least=least, most=most)
        assert (await audience_queries.count(shop.ctx, olga, condition)).matched == found


async def test_many_questions_that_name_one_long_list(shop: Shop) -> None:
    """PostgreSQL takes at most 32,767 values in a statement."""
    olga = await shop.identity(shop.olga)
    anna = await shop.join(shop.anna)
    ids = tuple(range(1, 5_001))
    assert anna in ids
    listed = await saved_segments.save(shop.ctx, olga, "Listed", Condition("member", values=ids))
    async with shop.ctx.db.read() as session:
        scope = await audience_queries.scope(session, shop.ctx.clock.now())
        questions = dict.fromkeys(range(7), saved_segments.of(listed.id))
        ready = member_matching.prepare(Catalogue(), scope, questions)
        assert await ready.of(session, anna) == set(range(7))
