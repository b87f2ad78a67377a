"""Life-cycle stages, and members who spend less than before."""

from datetime import timedelta

import pytest

from services.segments.attributes.lifecycle import Stage
from services.segments.questions.tree import Condition
from services.segments.rfm import findings
from tests.cast import Shop
from tests.services.segments.buyers import Life, Receipt, buyers
from tests.services.segments.rfm.test_scores import found

DAY = timedelta(days=1)
INSTANT = timedelta(microseconds=1)


async def test_everybody_who_bought_is_in_one_stage(shop: Shop) -> None:
    now = shop.clock.now()

    def bought(*days: int, paid: int = 10_00) -> Life:
        return tuple(Receipt(now - day * DAY, paid) for day in days)

    lives = {
        "lost exactly": bought(180),
        "lost though often": bought(*range(180, 200), paid=900_00),
        "sleeping long": (Receipt(now - 180 * DAY + INSTANT),),
        "sleeping exactly": bought(60, 300),
        "new": (Receipt(now - 30 * DAY + INSTANT),),
        "new though often": bought(1, 2, 3, 4, 5, paid=900_00),
        "one_off": bought(30),
        "active": bought(59, 90),
        "active with four": bought(1, 20, 30, 40),
        "frequent": bought(1, 10, 20, 30, 40),
        "vip": bought(1, 10, 20, 30, 40, paid=9_000_00),
    }
    ids = await buyers(shop.ctx, lives)
    nobody = await buyers(shop.ctx, {"nothing": (), "all went back": (Receipt(now, 5, back=5),)})
    await findings.work_out(shop.ctx)
    seen: list[int] = []
    for stage in Stage:
        expected = {ids[name] for name in lives if name.split()[0] == stage.value}
        assert await found(shop, Condition("stage", values=(stage.value,))) == expected, stage
        seen += expected
    assert sorted(seen) == sorted(ids.values())
    every_stage = await found(shop, Condition("stage", values=tuple(Stage)))
    assert every_stage == set(ids.values())
    assert not every_stage & set(nobody.values())


@pytest.mark.parametrize(
    ("before", "since", "falls"),
    [
        ((100_00, 100_00), (), True),
        ((100_00, 100_00), (99_99,), True),
        ((100_00, 100_00), (100_00,), False),
        ((900_00,), (), False),
        ((), (), False),
    ],
)
async def test_who_spends_less_than_half_is_falling(
    shop: Shop, before: tuple[int, ...], since: tuple[int, ...], falls: bool
) -> None:
    now = shop.clock.now()
    long_ago = (Receipt(now - 180 * DAY, 9_000_00), Receipt(now - 200 * DAY, 9_000_00))
    receipts = [Receipt(now - 90 * DAY - number * DAY, paid) for number, paid in enumerate(before)]
    receipts += [Receipt(now - 90 * DAY + INSTANT, paid) for paid in since]
    went_back = (Receipt(now - DAY, 500_00, back=500_00), Receipt(now - 91 * DAY, 7_00, back=7_00))
    life = (*receipts, *long_ago, *went_back)
    ids = await buyers(shop.ctx, {"one": life})
    assert (await found(shop, Condition("falling")) == set(ids.values())) is falls


async def test_what_went_back_in_part_counts_less(shop: Shop) -> None:
    now = shop.clock.now()
    earlier = (Receipt(now - 100 * DAY, 100_00), Receipt(now - 110 * DAY, 100_00))
    ids = await buyers(
        shop.ctx,
        {
            "kept": (*earlier, Receipt(now - DAY, 150_00)),
            "half back": (*earlier, Receipt(now - DAY, 150_00, back=75_00)),
        },
    )
    assert await found(shop, Condition("falling")) == {ids["half back"]}
