"""Group changes since the beginning of the month."""

import asyncio
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import select

from models.segmentation import RfmMark
from services.checkout import purchases
from services.profiles import leaving
from services.segments.rfm import findings, group_changes, overview
from services.segments.rfm.group_changes import GroupChange
from services.segments.rfm.scores import Group
from tests.cast import MONDAY, Shop
from tests.services.segments.buyers import Receipt, buyers

DAY = timedelta(days=1)


async def marks(shop: Shop) -> dict[int, tuple[int, int, int]]:
    async with shop.ctx.db.read() as session:
        rows = await session.scalars(select(RfmMark))
        return {row.member_id: (row.recency, row.frequency, row.monetary) for row in rows}


async def test_marks_are_set_when_a_month_begins_and_only_then(
    shop: Shop, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(group_changes, "PART", 1)
    await buyers(shop.ctx, {"early": (Receipt(MONDAY - 20 * DAY),)})
    await findings.work_out(shop.ctx)
    first = await marks(shop)
    assert set(first.values()) == {(4, 1, 3)}
    await buyers(shop.ctx, {"late": (Receipt(MONDAY),)})
    await findings.work_out(shop.ctx)
    assert await marks(shop) == first
    olga = await shop.identity(shop.olga)
    assert (await overview.show(shop.ctx, olga)).since == MONDAY
    await shop.clock.move(datetime(2026, 3, 31, 20, 59, tzinfo=UTC) - shop.clock.now())
    await findings.work_out(shop.ctx)
    assert await marks(shop) == first
    await shop.clock.move(timedelta(minutes=1))  # 1 April in Moscow
    await findings.work_out(shop.ctx)
    assert len(await marks(shop)) == 2
    assert (await overview.show(shop.ctx, olga)).since == shop.clock.now()


async def test_moves_are_counted_most_first(shop: Shop) -> None:
    await shop.unwatched()
    fresh = {f"fresh {number}": (Receipt(MONDAY - DAY),) for number in range(3)}
    regular = tuple(Receipt(MONDAY - (10 + day) * DAY) for day in range(12))
    fresh_ids = await buyers(shop.ctx, fresh)
    await buyers(shop.ctx, {"regular": regular, "steady": (Receipt(MONDAY - 100 * DAY),)})
    gone = await buyers(shop.ctx, {"gone": regular})
    await findings.work_out(shop.ctx)
    await shop.clock.move(29 * DAY)  # still March
    boris = await shop.hire(shop.boris)
    await purchases.record(shop.ctx, boris, fresh_ids["fresh 0"], 100_00, key="again")
    await leaving.leave(shop.ctx, gone["gone"])
    await findings.work_out(shop.ctx)
    seen = await overview.show(shop.ctx, await shop.identity(shop.olga))
    assert seen.moves == (
        GroupChange(Group.NEW, Group.PROMISING, 2),
        GroupChange(Group.CHAMPIONS, Group.LOYAL, 1),
        GroupChange(Group.NEW, Group.POTENTIAL, 1),
    )


async def test_two_who_work_it_out_at_once_find_the_same(shop: Shop) -> None:
    lives = {f"{day}": (Receipt(MONDAY - day * DAY),) for day in range(30)}
    await buyers(shop.ctx, lives)
    await asyncio.gather(*(findings.work_out(shop.ctx) for _ in range(3)))
    first = await marks(shop)
    assert len(first) == len(lives)
    await shop.clock.move(30 * DAY)
    await asyncio.gather(*(findings.work_out(shop.ctx) for _ in range(3)))
    assert await marks(shop) == first  # their order is the same
    seen = await overview.show(shop.ctx, await shop.identity(shop.olga))
    assert (seen.buyers, seen.since, seen.moves) == (30, shop.clock.now(), ())
