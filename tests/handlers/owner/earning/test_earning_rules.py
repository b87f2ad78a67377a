"""Earning rules in the chat: made in a few taps, seen at work, and put in order."""

from collections.abc import AsyncIterator

import pytest

from models.goods import Outlet, Product
from services import goods, programme
from services.back_office import journal
from services.earning import earning_rules
from services.goods import ItemKind
from services.parsing.periods import parse_hours
from services.pricing.model import Conditions, Effect, Rule
from services.programme import settings
from services.programme.settings import Changes
from tests.cast import Shop
from tests.handlers.owner.conftest import _open
from tests.handlers.owner.office import Office, plain


@pytest.fixture(params=["ru", "en"])
async def counter(sqlite_shop: Shop, request: pytest.FixtureRequest) -> AsyncIterator[Office]:
    """On SQLite in both languages."""
    async with _open(sqlite_shop, request.param) as office:
        await settings.launch(sqlite_shop.ctx, office.by, Changes())
        yield office


async def rules_of(office: Office) -> tuple[Rule, ...]:
    return (await programme.current(office.shop.ctx)).rules


async def start(office: Office, preset: str) -> None:
    await office.go("owner-go-earning", "earning-new")
    await office.tap(f"earning-preset-{preset}")


async def add(office: Office, effect: Effect, value: int, asked: Conditions | None = None) -> int:
    rule = Rule(earning_rules.NEW, f"{effect} {value}", effect, value, asked or Conditions())
    return await earning_rules.add(office.shop.ctx, office.by, rule)


async def test_happy_hours_take_a_few_taps(counter: Office) -> None:
    await start(counter, "happy")
    await counter.answer("16:30-18")
    await counter.tap("earning-next")
    assert counter.sees("×2")
    assert counter.sees("30")
    assert counter.sees("60")
    await counter.tap("owner-save")
    (rule,) = await rules_of(counter)
    since, until = parse_hours("16:30-18")
    asked = Conditions(weekdays=frozenset({1}), since=since, until=until)
    assert (rule.effect, rule.value, rule.conditions) == (Effect.MULTIPLIER, 200, asked)
    assert counter.sees("16:30–18:00")
    line, *_ = await journal.latest(counter.shop.ctx, counter.by)
    assert line.act == "rule.added"


async def test_a_category_is_made_in_place(counter: Office) -> None:
    await start(counter, "category")
    await counter.answer("Кофе")
    await counter.tap("conditions-lines-create", name="Кофе")
    await counter.tap("earning-next")
    await counter.answer("7,5")
    assert counter.sees("75")
    await counter.tap("owner-save")
    (rule,) = await rules_of(counter)
    (category,) = (await goods.assortment(counter.shop.ctx)).categories
    assert category.name == "Кофе"
    assert rule.value == 750
    assert rule.conditions.categories == {category.id}


async def test_a_rule_from_scratch_is_asked_about_part_by_part(counter: Office) -> None:
    await start(counter, "own")
    await counter.tap("earning-effect-fixed")
    await counter.answer("70")
    await counter.tap("earning-next")
    await counter.tap("conditions-times-weekend")
    await counter.answer("01.05-10.05")
    await counter.tap("earning-next")
    await counter.answer("1500")
    assert counter.sees("+70")
    assert counter.sees("115")  # 45 for 1 500 and 70
    await counter.answer("3000")
    assert counter.sees("160")
    await counter.tap("earning-card-title")
    await counter.answer("Майские <b>")
    await counter.tap("owner-save")
    (rule,) = await rules_of(counter)
    assert (rule.title, rule.value, rule.conditions.least) == ("Майские <b>", 70, 150_000)
    assert rule.conditions.weekdays == {5, 6}


@pytest.mark.parametrize(
    ("preset", "typed", "key", "facts"),
    [
        ("first", "0", "error-bad-number", {"least": 1, "most": 100_000}),
        ("first", "много", "error-bad-number", {"least": 1, "most": 100_000}),
        ("day", "25-26", "error-bad-hours", {}),
        ("day", "16", "error-bad-hours", {}),
        ("day", "16-16", "error-bad-hours", {}),
        ("day", "31.02", "error-bad-dates", {}),
        ("day", "10.05.2026-01.05.2026", "error-bad-dates", {}),
        ("day", "01.01.9999", "error-bad-dates", {}),
        ("receipt", "-5", "error-bad-amount", {"text": "-5"}),
        ("category", "<b>&" * 50, "error-bad-text", {"most": 100}),
    ],
)
async def test_nonsense_gets_a_sentence_and_the_step_stays(
    desk: Office, preset: str, typed: str, key: str, facts: dict[str, int | str]
) -> None:
    await start(desk, preset)
    await desk.answer(typed)
    assert desk.told(key, **facts)
    assert await rules_of(desk) == ()


async def test_multipliers_have_a_range(desk: Office) -> None:
    await start(desk, "happy")
    await desk.tap("earning-next")
    await desk.me.tap("🎚 ×2")
    for typed in ("1", "11", "x", "1,05"):
        await desk.answer(typed)
        assert desk.told("error-bad-multiplier")
    await desk.answer("x1,5")
    assert desk.sees("×1,5")


async def test_nobody_can_take_all_points_away(desk: Office) -> None:
    await start(desk, "exclude")
    await desk.tap("earning-next")
    assert desk.told("error-excludes-everything")
    await desk.answer("Доставка")
    await desk.tap("conditions-lines-create", name="Доставка")
    await desk.tap("earning-next")
    assert desk.sees("Доставка: без баллов")
    await desk.tap("owner-save")
    assert len(await rules_of(desk)) == 1


async def test_a_rule_rests_moves_and_goes(counter: Office) -> None:
    await add(counter, Effect.FIXED, 10)
    await add(counter, Effect.FIXED, 20)
    await counter.go("owner-go-earning")
    await counter.me.tap("2. +20")
    await counter.tap("earning-up")
    assert [rule.value for rule in await rules_of(counter)] == [20, 10]
    await counter.me.tap("1. +20")
    await counter.tap("earning-pause")
    assert [rule.paused for rule in await rules_of(counter)] == [True, False]
    await counter.tap("earning-resume")
    await counter.tap("earning-delete")
    assert [rule.value for rule in await rules_of(counter)] == [20, 10]
    await counter.tap("earning-delete")
    assert [rule.value for rule in await rules_of(counter)] == [10]


async def test_a_rule_is_changed_in_its_place(counter: Office) -> None:
    first = await add(counter, Effect.FIXED, 10)
    await add(counter, Effect.FIXED, 20)
    await counter.go("owner-go-earning")
    await counter.me.tap("1. +10")
    await counter.tap("earning-change")
    await counter.me.tap("🎚")
    await counter.answer("15")
    assert counter.sees("65")  # 30 by the rate, 15 and 20
    await counter.tap("owner-save")
    assert [(rule.id == first, rule.value) for rule in await rules_of(counter)] == [
        (True, 15),
        (False, 20),
    ]


async def test_a_pointless_rule_is_said_to_be_one(desk: Office) -> None:
    category = await goods.add(desk.shop.ctx, desk.by, ItemKind.CATEGORY, "Кофе")
    coffee = Conditions(categories=frozenset({category}))
    await add(desk, Effect.EXCLUDE, 0, coffee)
    await start(desk, "category")
    await desk.answer("кофе")
    await desk.tap("earning-next")
    await desk.answer("10")
    assert desk.sees("⚠️")
    await desk.tap("owner-save")
    assert desk.sees("⚠️")


async def test_a_rule_names_products_and_outlets(counter: Office) -> None:
    now = counter.shop.ctx.clock.now()
    async with counter.shop.ctx.db.write() as session:
        latte, market = Product(name="Латте", created_at=now), Outlet(name="Рынок", created_at=now)
        session.add_all([latte, market])
    await start(counter, "exclude")
    await counter.tap("conditions-lines-kind", kind="products")
    await counter.me.tap("Латте")
    await counter.tap("conditions-lines-kind", kind="outlets")
    await counter.me.tap("Рынок")
    await counter.tap("earning-next")
    assert counter.sees("Латте: ")
    await counter.tap("owner-save")
    (rule,) = await rules_of(counter)
    assert rule.conditions == Conditions(
        products=frozenset({latte.id}), outlets=frozenset({market.id})
    )
    await counter.me.tap("1. Латте")
    await counter.tap("earning-change")
    await counter.me.tap("🏷")
    await counter.tap("conditions-lines-all")
    await counter.answer("лате")
    await counter.tap("earning-next")
    await counter.tap("owner-save")
    (rule,) = await rules_of(counter)
    assert rule.conditions == Conditions(products=frozenset({latte.id}))


async def test_leaving_a_draft_leaves_no_rule(desk: Office) -> None:
    await start(desk, "first")
    await desk.tap("button-cancel")
    await desk.answer("100")
    assert await rules_of(desk) == ()
    await start(desk, "first")
    await desk.answer("/cancel")
    assert desk.told("owner-cancelled", flow="rule")


async def test_a_question_about_a_part_leads_back_to_the_whole(desk: Office) -> None:
    await start(desk, "happy")
    while desk.say.label("owner-save") not in desk.labels:
        await desk.tap("earning-next")
    await desk.me.tap("⏰")
    assert desk.say.label("button-cancel") not in desk.labels
    await desk.tap("earning-next")
    await desk.tap("owner-save")
    assert len(await rules_of(desk)) == 1


async def test_the_programme_mentions_its_rules(desk: Office) -> None:
    await add(desk, Effect.FIXED, 10)
    await desk.go("owner-go-rules")
    assert desk.sees(plain(desk.say.label("owner-programme-rules", rules="fixed 10", rest=0)))


async def test_a_cashier_cannot_delete_a_rule(desk: Office) -> None:
    rule = await add(desk, Effect.FIXED, 10)
    boris = desk.shop.boris
    await desk.shop.hire(boris)
    await boris.tap_data(f"oe:deleted:{rule}:0", boris.last["message_id"])
    assert boris.alerts[-1] == desk.say.label("error-not-owner")
    assert len(await rules_of(desk)) == 1


@pytest.mark.parametrize("kind", ["categories", "products", "outlets"])
async def test_a_forged_ware_is_refused(desk: Office, kind: str) -> None:
    await start(desk, "category")
    await desk.me.tap_data(f"oct:pick:{kind}:777", desk.me.last["message_id"])
    assert desk.me.alerts[-1] == desk.say.label("error-gone")
