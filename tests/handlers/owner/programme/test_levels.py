"""Levels and refunds in the owner's hands: seen before saved, and not for others."""

import re

import pytest

from services import programme
from services.back_office import journal
from services.checkout import purchases
from services.facts import Fact
from services.levels import level_changes
from services.levels.level_changes import Edit
from services.programme.model import LevelBy
from tests.handlers.owner.office import LONG, Office, plain


def sees(office: Office, key: str, **facts: Fact) -> bool:
    """Whether the newest message says this, formatting aside."""
    return office.sees(plain(re.sub(r"</?b>", "", office.say(key, **facts))))


async def test_a_new_level_is_asked_for_step_by_step(office: Office) -> None:
    shop = office.shop
    anna = await shop.join(shop.anna)
    await purchases.record(shop.ctx, office.by, anna, 200_000_00, key="k")
    await office.go("owner-go-levels", "owner-level-add")
    await office.answer("Алмаз", "200000", "10", "Столик <без> очереди")
    assert office.sees("Столик <без> очереди")
    assert sees(office, "owner-level-count", level="Алмаз", now=0, after=1)
    assert sees(office, "owner-level-count", level="Платина", now=1, after=0)
    assert len((await programme.current(shop.ctx)).levels) == 3
    await office.tap("owner-save")
    level = (await programme.current(shop.ctx)).levels[-1]
    assert (level.name, level.threshold, level.rate_bp) == ("Алмаз", 200_000_00, 1000)
    assert level.perks == "Столик <без> очереди"
    await shop.later(minutes=1)
    assert "Алмаз" in shop.anna.text
    await office.go("owner-go-journal")
    assert office.sees("Алмаз")


@pytest.mark.parametrize(
    ("field", "typed", "column", "value"),
    [
        ("name", "Янтарь", "name", "Янтарь"),
        ("threshold", "45 000", "threshold", 45_000_00),
        ("rate", "6,5", "rate_bp", 650),
        ("perks", "Сироп", "perks", "Сироп"),
    ],
)
async def test_a_level_changes_field_by_field(
    desk: Office, field: str, typed: str, column: str, value: str | int
) -> None:
    await desk.go("owner-go-levels")
    await desk.me.tap("Золото")
    await desk.tap("owner-level-button", field=field)
    await desk.answer(typed)
    assert sees(desk, "owner-level-nobody-moves")
    await desk.tap("owner-save")
    gold = (await programme.current(desk.shop.ctx)).levels[1]
    assert getattr(gold, column) == value
    await desk.go("owner-go-journal")
    assert desk.sees("Уровень «Золото»")


async def test_perks_go_and_a_level_goes(desk: Office) -> None:
    gold = (await programme.current(desk.shop.ctx)).levels[1]
    await level_changes.change(desk.shop.ctx, desk.by, Edit(gold.id, {"perks": "Сироп"}))
    await desk.go("owner-go-levels")
    await desk.me.tap("Золото")
    await desk.tap("owner-level-button", field="perks")
    await desk.tap("owner-level-no-perks")
    await desk.tap("owner-save")
    assert (await programme.current(desk.shop.ctx)).levels[1].perks is None
    await desk.me.tap("Золото")
    await desk.tap("owner-level-remove")
    await desk.tap("owner-save")
    names = [level.name for level in (await programme.current(desk.shop.ctx)).levels]
    assert names == ["Серебро", "Платина"]
    await desk.me.tap("Серебро")
    assert desk.say.label("owner-level-remove") not in desk.labels
    assert desk.say.label("owner-level-button", field="threshold") not in desk.labels


async def test_what_counts_and_for_how_long(office: Office) -> None:
    ctx = office.shop.ctx
    await office.go("owner-go-levels")
    await office.tap("owner-levels-window", days=365)
    await office.answer("180")
    await office.tap("owner-save")
    await office.tap("owner-levels-grace", days=30)
    await office.me.tap("0")
    await office.tap("owner-save")
    how = (await programme.current(ctx)).leveling
    assert (how.window_days, how.grace_days) == (180, 0)
    await office.tap("owner-levels-count-by", by="spend")
    assert (await programme.current(ctx)).leveling.by is LevelBy.SPEND
    await office.tap("owner-save")
    after = await programme.current(ctx)
    assert after.leveling.by is LevelBy.VISITS
    assert [level.threshold for level in after.levels] == [0, 30, 100]
    await office.me.tap("Золото")
    await office.tap("owner-level-button", field="threshold")
    await office.answer("12")
    await office.tap("owner-save")
    assert (await programme.current(ctx)).levels[1].threshold == 12


@pytest.mark.parametrize(
    ("field", "typed", "key", "facts"),
    [
        ("name", LONG, "error-bad-text", {"most": 32}),
        ("name", "платина", "error-level-taken", {}),
        ("threshold", "много", "error-bad-amount", {"text": "много"}),
        ("threshold", "100000", "error-level-taken", {}),
        ("rate", "51", "error-bad-percent", {"most": 50}),
        ("perks", "x" * 201, "error-bad-text", {"most": 200}),
    ],
)
async def test_nonsense_gets_a_sentence(
    desk: Office, field: str, typed: str, key: str, facts: dict[str, int | str]
) -> None:
    before = await programme.current(desk.shop.ctx)
    await desk.go("owner-go-levels")
    await desk.me.tap("Золото")
    await desk.tap("owner-level-button", field=field)
    await desk.answer(typed)
    assert desk.told(key, **facts)
    assert await programme.current(desk.shop.ctx) == before


@pytest.mark.parametrize(
    "data",
    ["olv:open:77::", "olv:edit:77:name:", "olv:edit:1:id:", "olv:edit:-1:by:",
     "olv:edit:1:remove:", "olv:set:1:remove:True", "olv:set:77:remove:True", "olv:set:-1:by:luck",
     "olv:set:-1:window_days:7", "olv:set:1:perks:", "olv:set:0:name:x", "olv:save:-1::",
     "ort:1:366", "ort:0:-1"],
)  # fmt: skip
async def test_forged_taps_change_nothing(desk: Office, data: str) -> None:
    before = await programme.current(desk.shop.ctx)
    await desk.go("owner-go-levels")
    screen = desk.me.last["message_id"]
    await desk.me.tap_data(data, screen)
    await desk.me.tap_data("olv:save:-1::", screen)
    assert await programme.current(desk.shop.ctx) == before
    assert desk.say.label("error-unexpected") not in desk.me.alerts


async def test_saving_twice_is_saving_once(desk: Office) -> None:
    await desk.go("owner-go-levels", "owner-level-add")
    await desk.answer("Алмаз", "200000", "10")
    await desk.tap("owner-level-no-perks")
    screen = desk.me.last["message_id"]
    for _ in range(2):
        await desk.me.tap_data("olv:save:-1::", screen)
    assert len((await programme.current(desk.shop.ctx)).levels) == 4
    assert desk.me.alerts == [desk.say.label("owner-saved")]


async def test_refunds_are_a_choice_in_plain_words(office: Office) -> None:
    ctx = office.shop.ctx
    await office.go("owner-go-returns")
    await office.tap("owner-returns-choose", debts=True)
    await office.tap("owner-returns-day", days=30)
    own = (await programme.current(ctx)).returns
    assert (own.debts, own.days) == (True, 30)
    assert sees(office, "owner-returns", debts=True, days=30)
    await office.tap("owner-returns-day", days=0)
    await office.tap("owner-returns-choose", debts=False)
    acts = [line.act for line in await journal.latest(ctx, office.by, limit=4)]
    assert acts == ["programme.returns-changed"] * 4
    await office.go("owner-go-journal")
    assert office.sees(office.say.label("owner-programme-debts"))


@pytest.mark.parametrize(("typed", "warned"), [("2,5", True), ("3", False), ("6,5", False)])
async def test_a_higher_level_that_gives_less_is_named(
    desk: Office, typed: str, warned: bool
) -> None:
    await desk.go("owner-go-levels")
    await desk.me.tap("Золото")
    await desk.tap("owner-level-button", field="rate")
    await desk.answer(typed)
    warning = desk.say.label("owner-level-poorer", level="Золото", below="Серебро")
    assert desk.sees(warning) is warned
    await desk.go("owner-go-rules")
    await desk.me.tap("Золото")
    await desk.answer(typed)
    assert desk.sees(warning) is warned
