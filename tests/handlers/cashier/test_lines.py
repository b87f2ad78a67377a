"""A receipt typed line by line: shown as it was understood, and recorded with its lines."""

from sqlalchemy import select

from models.till import PurchaseLine
from services import goods, programme
from services.earning import earning_rules
from services.earning.earning_rules import NEW
from services.facts import Fact
from services.goods import ItemKind
from services.pricing.model import Conditions, Effect, Rule
from tests.handlers.cashier.counter import Counter, plain, roubles

TYPED = "450 кофе, 2х300 торт"


async def list_coffee(till: Counter) -> None:
    """Coffee brings 10 % and nothing else does anything special."""
    ctx, olga = till.shop.ctx, await till.shop.identity(till.shop.olga)
    coffee = await goods.add(ctx, olga, ItemKind.CATEGORY, "Кофе")
    asked = Conditions(categories=frozenset({coffee}))
    await earning_rules.add(ctx, olga, Rule(NEW, "Кофе: 10 %", Effect.RATE, 1_000, asked))


async def kept(till: Counter) -> list[tuple[str, int, int, int]]:
    async with till.shop.ctx.db.read() as session:
        rows = await session.scalars(select(PurchaseLine).order_by(PurchaseLine.id))
        return [(row.title, row.quantity, row.amount, row.points_earned) for row in rows]


async def test_lines_are_shown_and_recorded(till: Counter) -> None:
    await list_coffee(till)
    await till.scan(till.shop.anna)
    assert till.shows("guest-ask-lines", one="Кофе", other="Кофе")
    await till.cashier.send(TYPED)
    shown = plain(till.cashier.text)
    for title, pieces, amount, known in (("Кофе", 1, 450, True), ("торт", 2, 600, False)):
        facts: dict[str, Fact] = {"named": True, "title": title, "pieces": pieces, "known": known}
        assert till.say("quote-line", amount=roubles(amount), **facts) in shown
    assert till.shows("quote-title", amount=roubles(1_050), name="Анна")
    await till.tap("quote-spend-none", points=63)
    assert await kept(till) == [("Кофе", 1, 450_00, 45), ("торт", 2, 600_00, 18)]
    assert await till.points(till.shop.anna) == 163


async def test_a_double_tap_gives_one_receipt(quick_till: Counter) -> None:
    await list_coffee(quick_till)
    await quick_till.scan(quick_till.shop.anna)
    await quick_till.cashier.send(TYPED)
    screen, data = award_button(quick_till)
    await quick_till.cashier.tap_data(data, screen)
    await quick_till.cashier.tap_data(data, screen)
    assert quick_till.cashier.alerts == []
    assert quick_till.say.label("receipt-undo") in quick_till.cashier.buttons[0]
    assert await quick_till.points(quick_till.shop.anna) == 163


async def test_typed_again_they_replace_what_was_understood(quick_till: Counter) -> None:
    await list_coffee(quick_till)
    await quick_till.scan(quick_till.shop.anna)
    await quick_till.cashier.send("450 кфе")
    await quick_till.cashier.send("450")
    await quick_till.tap("quote-spend-none", points=13)
    assert await kept(quick_till) == []


async def test_lines_that_are_gone_are_stale(quick_till: Counter) -> None:
    await list_coffee(quick_till)
    await quick_till.shop.join(quick_till.shop.vera)
    await quick_till.scan(quick_till.shop.anna)
    await quick_till.cashier.send(TYPED)
    screen, data = award_button(quick_till)
    await quick_till.scan(quick_till.shop.vera)
    await quick_till.cashier.tap_data(data, screen)
    assert quick_till.alerted("till-stale")
    assert await quick_till.points(quick_till.shop.anna) == 100


async def test_points_pay_for_lines_under_the_rules_of_the_asking(till: Counter) -> None:
    await list_coffee(till)
    await till.scan(till.shop.anna)
    await till.cashier.send(TYPED)
    await till.tap("quote-spend-other")
    await till.cashier.send("50")
    await till.tap("spend-ask", name="Анна")
    olga = await till.shop.identity(till.shop.olga)
    (rule,) = (await programme.current(till.shop.ctx)).rules
    await earning_rules.remove(till.shop.ctx, olga, rule.id)
    await till.shop.anna.tap("✅")
    # Of the 1 000 paid in money 428.57 at 10 % and 571.43 at 3 %, by the rule that went.
    assert await till.points(till.shop.anna) == 100 - 50 + 59
    assert [title for title, *_ in await kept(till)] == ["Кофе", "торт"]


async def test_a_slip_gets_a_sentence(quick_till: Counter) -> None:
    await list_coffee(quick_till)
    await quick_till.scan(quick_till.shop.anna)
    await quick_till.cashier.send("450 кофе, десерт")
    assert quick_till.shows("error-bad-line", text="десерт")
    await quick_till.cashier.send("+".join(["5"] * 51))
    assert quick_till.shows("error-too-many-lines", most=50)


async def test_no_goods_no_lines(quick_till: Counter) -> None:
    await quick_till.scan(quick_till.shop.anna)
    await quick_till.cashier.send("450 кофе")
    assert quick_till.shows("error-bad-amount", text="450 кофе")


def award_button(till: Counter) -> tuple[int, str]:
    """The newest screen and the data of its button that gives points."""
    last = till.cashier.last
    for row in last["reply_markup"]["inline_keyboard"]:
        for button in row:
            if button["callback_data"].startswith("sale:a:"):
                return last["message_id"], button["callback_data"]
    raise AssertionError("no such button")
