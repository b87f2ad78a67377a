"""Paying with points: two taps at the till, one in the guest's own chat."""

import pytest

from services.checkout import redemptions
from tests.cast import Shop
from tests.handlers.cashier.counter import Counter, plain, roubles
from tests.handlers.cashier.test_missed import offer, promise


async def ask(till: Counter, amount: str = "1000", points: int = 100) -> None:
    await till.scan(till.shop.anna)
    await till.cashier.send(amount)
    await till.tap("quote-spend", points=points)
    await till.tap("spend-ask", name="Анна")


async def approve(shop: Shop) -> None:
    await shop.anna.tap(shop.words.say("ru").label("button-approve"))


async def test_two_taps_and_the_guest_s_yes(till: Counter) -> None:
    await ask(till)
    assert till.shows("spend-waiting", name="Анна", points=100, to_pay=roubles(900), minutes=3)
    assert await till.points(till.shop.anna) == 0
    await approve(till.shop)
    assert await till.points(till.shop.anna) == 27
    answer = till.say(
        "notice-cashier-approved",
        name="Анна",
        amount=roubles(1000),
        points=100,
        to_pay=roubles(900),
        earned=27,
        held=False,
    )
    assert till.cashier.text == plain(answer)
    await till.tap("button-undo")
    assert till.shows("undone-returned", points=100)
    assert await till.points(till.shop.anna) == 100


async def test_the_share_of_a_receipt_is_the_limit(quick_till: Counter) -> None:
    till = quick_till
    await till.scan(till.shop.anna)
    await till.cashier.send("100")
    assert till.shows("quote-most", points=30)
    await till.tap("quote-spend", points=30)
    assert till.shows(
        "spend-confirm",
        name="Анна",
        amount=roubles(100),
        discount=0,
        points=30,
        to_pay=roubles(70),
        earns=2,
    )


async def test_another_number_of_points(till: Counter) -> None:
    await till.scan(till.shop.anna)
    await till.cashier.send("1000")
    await till.tap("quote-spend-other")
    assert till.shows("spend-how-many", name="Анна", most=100)
    await till.cashier.send("50")
    await till.tap("spend-ask", name="Анна")
    await approve(till.shop)
    assert await till.points(till.shop.anna) == 100 - 50 + 28


@pytest.mark.parametrize("typed", ["0", "-5", "101", "много", "1e2", "５０", "50.5", "💯"])
async def test_a_wrong_number_of_points_asks_again(quick_till: Counter, typed: str) -> None:
    till = quick_till
    await till.scan(till.shop.anna)
    await till.cashier.send("1000")
    await till.tap("quote-spend-other")
    await till.cashier.send(typed)
    assert till.cashier.text == till.say("error-bad-number", least=1, most=100)
    await till.cashier.send("60")
    await till.cashier.send("40")
    await till.tap("spend-ask", name="Анна")
    assert await till.points(till.shop.anna) == 60


async def test_back_to_the_choices(quick_till: Counter) -> None:
    till = quick_till
    await till.scan(till.shop.anna)
    await till.cashier.send("1000")
    await till.tap("quote-spend-other")
    await till.tap("button-back")
    await till.cashier.send("500")
    assert till.shows("quote-title", amount=roubles(500), name="Анна")
    await till.tap("quote-spend", points=100)
    await till.tap("button-back")
    await till.tap("quote-spend-none", points=15)
    assert await till.points(till.shop.anna) == 115


async def test_the_next_guest_does_not_wait(till: Counter) -> None:
    await till.shop.join(till.shop.vera)
    await ask(till)
    await till.scan(till.shop.vera)
    await till.cashier.send("1000")
    await approve(till.shop)
    await till.tap("quote-spend-none", points=30)
    assert await till.points(till.shop.vera) == 130
    assert await till.points(till.shop.anna) == 27


async def test_the_cashier_withdraws(till: Counter) -> None:
    await ask(till)
    await till.tap("spend-withdraw")
    assert till.shows("spend-withdrawn", name="Анна", points=100)
    assert await till.points(till.shop.anna) == 100
    await till.tap("till-serve", name="Анна")
    await till.cashier.send("1000")
    await till.tap("quote-spend-none", points=30)
    assert await till.points(till.shop.anna) == 130


async def test_not_me_freezes_spending(till: Counter) -> None:
    await ask(till)
    await till.shop.anna.tap(till.shop.words.say("ru").label("button-not-me"))
    assert await till.points(till.shop.anna) == 100
    await till.tap("button-serve-again")
    assert till.shows("guest-frozen")
    await till.cashier.send("1000")
    labels = [label for row in till.cashier.buttons for label in row]
    assert till.say.label("quote-award", points=30) in labels
    assert till.say.label("quote-spend-other") not in labels


@pytest.mark.parametrize(
    ("answer", "notice"),
    [("button-refuse", "notice-cashier-refused"), ("button-not-me", "notice-cashier-declined")],
)
async def test_a_no_leaves_a_receipt_with_its_discount_to_record(
    quick_till: Counter, answer: str, notice: str
) -> None:
    till, shop = quick_till, quick_till.shop
    await shop.olga.start()
    await promise(till, offer("Скидка", 1_000))
    await ask(till)
    await shop.anna.tap(shop.words.say("ru").label(answer))
    assert till.shows(notice, name="Анна", points=100, amount=roubles(900))
    words = shop.words.say("ru")(
        "notice-owner-frozen", name="Анна", points=100, amount=roubles(900), cashier="Борис"
    )
    assert (plain(words) in shop.olga.text) is (answer == "button-not-me")
    await till.tap("button-serve-again")
    await till.cashier.send("1000")
    assert till.shows("quote-due", due=roubles(900))


async def test_the_question_shows_the_discount(quick_till: Counter) -> None:
    till = quick_till
    await promise(till, offer("Скидка", 1_000))
    await till.scan(till.shop.anna)
    await till.cashier.send("1000")
    await till.tap("quote-spend", points=100)
    assert till.shows(
        "spend-confirm",
        name="Анна",
        amount=roubles(1000),
        discount=roubles(100),
        points=100,
        to_pay=roubles(800),
        earns=24,
    )


async def test_no_answer_in_time(till: Counter) -> None:
    await ask(till)
    await till.shop.later(minutes=4)
    assert await till.points(till.shop.anna) == 100
    await till.tap("button-serve-again")
    assert till.shows("guest-ask-amount")


async def test_a_guest_who_blocked_the_bot_can_only_collect(quick_till: Counter) -> None:
    till = quick_till
    await till.shop.anna.block()
    await till.scan(till.shop.anna)
    assert till.shows("guest-unreachable")
    await till.cashier.send("1000")
    await till.tap("quote-award", points=30)
    assert await till.points(till.shop.anna) == 130


async def test_points_that_went_meanwhile(quick_till: Counter) -> None:
    till = quick_till
    await till.scan(till.shop.anna)
    await till.cashier.send("1000")
    await till.tap("quote-spend", points=100)
    screen = till.cashier.last["message_id"]
    await ask(till, amount="500", points=60 + 40)
    await till.cashier.tap(till.say.label("spend-ask", name="Анна"), message_id=screen)
    assert till.alerted("error-redemption-pending")
    assert await till.points(till.shop.anna) == 0


async def test_a_frozen_guest_is_not_asked(quick_till: Counter) -> None:
    till, shop = quick_till, quick_till.shop
    await till.scan(till.shop.anna)
    await till.cashier.send("1000")
    await till.tap("quote-spend", points=100)
    anna, olga = await shop.member_id(shop.anna), await shop.identity(shop.olga)
    request = await redemptions.request(shop.ctx, olga, anna, 500_00, 50, key="not me")
    await redemptions.decline(shop.ctx, anna, request.redemption_id)
    await till.tap("spend-ask", name="Анна")
    assert till.alerted("error-spending-blocked")
    assert await till.points(till.shop.anna) == 100
