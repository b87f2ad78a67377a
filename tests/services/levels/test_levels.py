"""Levels: up at once, down after grace, a window that slides, and an owner who changes them."""

from datetime import date

import pytest

from models.people import Member
from services import programme
from services.back_office import journal
from services.checkout import customers, purchases, redemptions
from services.errors import Gone
from services.levels import level_changes, levels
from services.levels.errors import LevelTaken, LowestLevel, TooManyLevels
from services.levels.level_changes import MOST_LEVELS, Edit, Value
from services.money import Money
from services.parsing.errors import BadNumber, BadText
from services.programme import versions
from services.programme.errors import BadPercent
from services.programme.model import NEW, LevelBy
from services.programme.versions import Difference, Part
from services.refunds import refunds
from services.staff.errors import NotStaff
from tests.cast import Shop


async def people_at_the_till(shop: Shop) -> tuple[int, int]:
    return await shop.hire(shop.boris), await shop.join(shop.anna)


async def buy(shop: Shop, boris: int, member: int, roubles: int) -> int:
    key = shop.ctx.secrets.token()
    receipt = await purchases.record(shop.ctx, boris, member, roubles * 100, key=key)
    return receipt.purchase_id


async def level(shop: Shop, member: int) -> str:
    return (await levels.progress(shop.ctx, member)).level


async def changed(shop: Shop, edit: Edit) -> None:
    await level_changes.change(shop.ctx, await shop.identity(shop.olga), edit)
    await shop.later(minutes=1)


async def test_the_way_up(shop: Shop) -> None:
    boris, anna = await people_at_the_till(shop)
    await buy(shop, boris, anna, 28_800)
    seen = await levels.progress(shop.ctx, anna)
    assert (seen.level, seen.next_level, seen.missing) == (
        "Серебро", "Золото", Money(1_200_00, "RUB")
    )  # fmt: skip
    await buy(shop, boris, anna, 1_200)
    seen = await levels.progress(shop.ctx, anna)
    assert (seen.level, seen.next_level, seen.kept_until) == ("Золото", "Платина", None)
    assert [step.own for step in seen.ladder] == [False, True, False]
    await shop.settle()
    assert "Новый уровень — «Золото»" in shop.anna.text


async def test_the_window_slides_and_grace_comes_before_the_fall(shop: Shop) -> None:
    boris, anna = await people_at_the_till(shop)
    await buy(shop, boris, anna, 30_000)
    await shop.later(days=364)
    assert (await levels.progress(shop.ctx, anna)).kept_until is None
    await shop.later(days=1)
    seen = await levels.progress(shop.ctx, anna)
    assert (seen.level, seen.kept_until) == ("Золото", date(2027, 4, 1))
    assert seen.to_keep == Money(30_000_00, "RUB")
    assert "сохраняется до 1 апреля 2027" in shop.anna.text
    await shop.later(days=29)
    assert await level(shop, anna) == "Золото"
    await shop.later(days=2)
    assert await level(shop, anna) == "Серебро"
    assert "Теперь ваш уровень — «Серебро»" in shop.anna.text


async def test_buying_in_grace_keeps_the_level(shop: Shop) -> None:
    boris, anna = await people_at_the_till(shop)
    await buy(shop, boris, anna, 30_000)
    await shop.later(days=365)
    await buy(shop, boris, anna, 30_000)
    seen = await levels.progress(shop.ctx, anna)
    assert (seen.level, seen.kept_until) == ("Золото", None)
    await shop.later(days=40)
    assert await level(shop, anna) == "Золото"


async def test_a_refund_takes_a_level_that_only_it_had_brought(shop: Shop) -> None:
    boris, anna = await people_at_the_till(shop)
    bought = await buy(shop, boris, anna, 30_000)
    await refunds.refund(shop.ctx, boris, bought, amount=100, key="k")
    seen = await levels.progress(shop.ctx, anna)
    assert (seen.level, seen.kept_until) == ("Серебро", None)


async def test_visits_can_count(shop: Shop) -> None:
    boris, anna = await people_at_the_till(shop)
    vera = await shop.join(shop.vera)
    for _ in range(3):
        await buy(shop, boris, anna, 10_000)
    await buy(shop, boris, vera, 10_000)
    olga = await shop.identity(shop.olga)
    effect = await level_changes.preview(shop.ctx, olga, Edit(None, {"by": "visits"}))
    assert effect.average == Money(10_000_00, "RUB")
    assert [one.threshold for one in effect.terms.levels] == [0, 3, 10]
    assert [(one.now, one.after) for one in effect.counts] == [(1, 1), (1, 1), (0, 0)]
    await changed(shop, Edit(None, {"by": "visits"}))
    seen = await levels.progress(shop.ctx, anna)
    assert (seen.by, seen.level, seen.reached, seen.missing) == (LevelBy.VISITS, "Золото", 3, 7)
    await buy(shop, boris, vera, 1)
    await buy(shop, boris, vera, 1)
    assert await level(shop, vera) == "Золото"


async def test_a_change_is_counted_before_it_holds_and_lifts_those_below(shop: Shop) -> None:
    boris, anna = await people_at_the_till(shop)
    vera = await shop.join(shop.vera)
    await buy(shop, boris, anna, 5_000)
    gold = (await programme.current(shop.ctx)).levels[1]
    edit = Edit(gold.id, {"threshold": 5_000_00, "perks": "Сироп бесплатно"})
    olga = await shop.identity(shop.olga)
    effect = await level_changes.preview(shop.ctx, olga, edit)
    assert [(one.level, one.now, one.after) for one in effect.counts] == [
        ("Серебро", 2, 1), ("Золото", 0, 1), ("Платина", 0, 0)
    ]  # fmt: skip
    assert await level(shop, anna) == "Серебро"
    await changed(shop, edit)
    assert (await level(shop, anna), await level(shop, vera)) == ("Золото", "Серебро")
    assert "Сироп бесплатно" in shop.anna.text
    assert (await customers.by_member(shop.ctx, boris, anna)).level_perks == "Сироп бесплатно"
    (line, *_) = await journal.latest(shop.ctx, olga)
    assert (line.act, line.facts["changes"]["threshold"]) == (
        "programme.level-changed", [30_000_00, 5_000_00]
    )  # fmt: skip


async def test_a_higher_threshold_lets_grace_begin(shop: Shop) -> None:
    boris, anna = await people_at_the_till(shop)
    await buy(shop, boris, anna, 30_000)
    gold = (await programme.current(shop.ctx)).levels[1]
    await changed(shop, Edit(gold.id, {"threshold": 40_000_00}))
    seen = await levels.progress(shop.ctx, anna)
    assert (seen.level, seen.to_keep) == ("Золото", Money(10_000_00, "RUB"))
    assert seen.kept_until is not None
    await changed(shop, Edit(None, {"grace_days": 0}))
    await shop.later(days=1)
    assert await level(shop, anna) == "Серебро"


async def test_a_removed_level_leaves_people_where_they_have_reached(shop: Shop) -> None:
    boris, anna = await people_at_the_till(shop)
    vera = await shop.join(shop.vera)
    await buy(shop, boris, anna, 30_000)
    await buy(shop, boris, vera, 100_000)
    _, gold, platinum = (await programme.current(shop.ctx)).levels
    await changed(shop, Edit(platinum.id, remove=True))
    assert (await level(shop, anna), await level(shop, vera)) == ("Золото", "Золото")
    await changed(shop, Edit(gold.id, remove=True))
    assert (await level(shop, anna), await level(shop, vera)) == ("Серебро", "Серебро")
    assert "Уровни программы изменились" in shop.anna.text
    assert len((await programme.current(shop.ctx)).levels) == 1
    await changed(shop, Edit(NEW, {"name": "Друг", "threshold": 1_00, "rate_bp": 900}))
    assert (await level(shop, anna), await level(shop, vera)) == ("Друг", "Друг")


async def test_a_level_that_was_removed_while_the_member_was_asked_is_not_given(shop: Shop) -> None:
    boris, anna = await people_at_the_till(shop)
    await buy(shop, boris, anna, 29_000)
    gold = (await programme.current(shop.ctx)).levels[1].id
    asked = await redemptions.request(shop.ctx, boris, anna, 2_000_00, 100, key="asked")
    olga = await shop.identity(shop.olga)
    await level_changes.change(shop.ctx, olga, Edit(gold, remove=True))
    await redemptions.approve(shop.ctx, anna, asked.redemption_id)
    assert await level(shop, anna) == "Серебро"
    async with shop.ctx.db.read() as session:
        assert (await session.get_one(Member, anna)).level_id != gold


async def test_names_and_rates_move_nobody(shop: Shop) -> None:
    boris, anna = await people_at_the_till(shop)
    await buy(shop, boris, anna, 30_000)
    gold = (await programme.current(shop.ctx)).levels[1]
    await changed(shop, Edit(gold.id, {"name": "Янтарь", "rate_bp": 600}))
    after = await programme.current(shop.ctx)
    assert after.leveling.since is None
    assert await level(shop, anna) == "Янтарь"
    assert (await customers.by_member(shop.ctx, boris, anna)).level_rate_bp == 600


async def test_a_version_names_the_level_and_nothing_else(shop: Shop) -> None:
    olga = await shop.identity(shop.olga)
    await changed(shop, Edit(NEW, {"name": "Друг", "threshold": 1_00, "rate_bp": 900}))
    await changed(shop, Edit(None, {"grace_days": 0}))
    found = await versions.latest(shop.ctx, olga, limit=2)
    assert [one.differences for one in found] == [
        (Difference(Part.LEVELING),),
        (Difference(Part.LEVEL_ADDED, "Друг"),),
    ]


async def test_what_is_refused(shop: Shop) -> None:
    olga = await shop.identity(shop.olga)
    silver, gold, platinum = (await programme.current(shop.ctx)).levels
    new: dict[str, Value] = {"name": "Друг", "threshold": 1_00, "rate_bp": 900}
    for edit, error in (
        (Edit(silver.id, remove=True), LowestLevel),
        (Edit(silver.id, {"threshold": 1}), LowestLevel),
        (Edit(gold.id, {"threshold": 0}), LevelTaken),
        (Edit(gold.id, {"threshold": -1}), BadNumber),
        (Edit(gold.id, {"threshold": platinum.threshold}), LevelTaken),
        (Edit(gold.id, {"name": "платина"}), LevelTaken),
        (Edit(gold.id, {"name": ""}), BadText),
        (Edit(gold.id, {"rate_bp": 5_001}), BadPercent),
        (Edit(gold.id, {"perks": "x" * 201}), BadText),
        (Edit(gold.id, {"id": 1}), Gone),
        (Edit(424242, {"name": "Друг"}), Gone),
        (Edit(NEW, {"name": "Друг"}), Gone),
        (Edit(None, {"window_days": 29}), BadNumber),
        (Edit(None, {"grace_days": 181}), BadNumber),
        (Edit(None, {"by": "luck"}), Gone),
        (Edit(None, {"since": 1}), Gone),
    ):
        with pytest.raises(error):
            await level_changes.preview(shop.ctx, olga, edit)
        with pytest.raises(error):
            await level_changes.change(shop.ctx, olga, edit)
    with pytest.raises(NotStaff):
        await level_changes.change(shop.ctx, await shop.hire(shop.boris), Edit(NEW, new))


async def test_nobody_remembers_too_many_levels(sqlite_shop: Shop) -> None:
    olga = await sqlite_shop.identity(sqlite_shop.olga)
    have = len((await programme.current(sqlite_shop.ctx)).levels)
    for number in range(have, MOST_LEVELS + 1):
        new: dict[str, Value] = {"name": f"№ {number}", "threshold": number, "rate_bp": 900}
        if number < MOST_LEVELS:
            await level_changes.change(sqlite_shop.ctx, olga, Edit(NEW, new))
    with pytest.raises(TooManyLevels):
        await level_changes.change(sqlite_shop.ctx, olga, Edit(NEW, new))
