"""Giving points: scan, amount, one tap; and taking it back."""

from services.enums import OfferKind, Schedule
from services.money import Money
from services.offers import offer_editing
from services.offers.offer_editing import NewOffer
from services.offers.schedules import Plan
from services.profiles import leaving
from services.segments.questions.tree import EVERYONE
from tests.handlers.cashier.counter import Counter, roubles


async def test_one_tap_and_the_digits(till: Counter) -> None:
    await till.scan(till.shop.anna)
    await till.cashier.send("1 200,50")
    assert till.shows("quote-title", amount=Money(1_200_50, "RUB"), name="Анна")
    await till.tap("quote-spend-none", points=36)
    assert till.shows(
        "receipt-done", name="Анна", amount=Money(1_200_50, "RUB"), earned=36, balance=136
    )
    assert await till.points(till.shop.anna) == 136


async def test_both_get_a_receipt(till: Counter) -> None:
    await till.scan(till.shop.anna)
    await till.cashier.send("1000")
    await till.tap("quote-spend-none", points=30)
    assert "+30" in till.cashier.text
    assert "+30" in till.shop.anna.text


async def test_the_till_is_ready_at_once(till: Counter) -> None:
    await till.shop.join(till.shop.vera)
    await till.scan(till.shop.anna)
    await till.cashier.send("1000")
    await till.tap("quote-spend-none", points=30)
    await till.cashier.send(await till.code(till.shop.vera))
    assert "Vera" in till.cashier.text


async def test_undo_in_one_tap(till: Counter) -> None:
    await till.scan(till.shop.anna)
    await till.cashier.send("1000")
    await till.tap("quote-spend-none", points=30)
    await till.tap("receipt-undo")
    assert till.shows("undone-done", name="Анна", amount=roubles(1000))
    assert till.shows("undone-taken", points=30)
    assert await till.points(till.shop.anna) == 100


async def test_undo_from_the_till(till: Counter) -> None:
    await till.scan(till.shop.anna)
    await till.cashier.send("1000")
    await till.tap("quote-spend-none", points=30)
    await till.cashier.send(till.say.label("menu-cashier"))
    assert till.shows("till-today", purchases=1, turnover=roubles(1000))
    assert till.shows("till-points", earned=30, spent=0)
    await till.tap("till-undo", name="Анна", amount=roubles(1000))
    await till.tap("till-back")
    assert till.shows("till-nothing-yet")
    assert till.shows("till-line-undone", name="Анна", amount=roubles(1000))
    assert till.cashier.buttons == [[till.say.label("till-refunds")]]


async def test_ten_minutes_later_a_manager_is_asked_to_undo(quick_till: Counter) -> None:
    till = quick_till
    await till.shop.olga.start()
    await till.scan(till.shop.anna)
    await till.cashier.send("1000")
    await till.tap("quote-spend-none", points=30)
    await till.shop.later(minutes=11)
    await till.tap("receipt-undo")
    assert till.alerted("undo-asked")
    assert await till.points(till.shop.anna) == 130
    await till.cashier.send("/cashier")
    assert till.shows(
        "till-line",
        name="Анна",
        amount=roubles(1000),
        earned=30,
        spent=0,
        back=False,
        refunded=roubles(0),
    )
    assert till.cashier.buttons == [[till.say.label("till-refunds")]]
    owner = till.shop.olga
    assert "Анна" in owner.text
    await owner.tap(owner.buttons[0][0])
    assert await till.points(till.shop.anna) == 100
    assert till.shows("notice-cashier-undone", name="Анна", amount=roubles(1000))


async def test_a_receipt_of_somebody_who_left(till: Counter) -> None:
    await till.scan(till.shop.anna)
    await till.cashier.send("1000")
    await till.tap("quote-spend-none", points=30)
    await leaving.leave(till.shop.ctx, await till.shop.member_id(till.shop.anna))
    await till.cashier.send("/cashier")
    assert till.shows(
        "till-line",
        name=till.say.label("till-nobody"),
        amount=roubles(1000),
        earned=30,
        spent=0,
        back=False,
        refunded=roubles(0),
    )
    assert till.cashier.buttons == [[till.say.label("till-refunds")]]


async def test_a_manager_is_asked_once(quick_till: Counter) -> None:
    till = quick_till
    await till.shop.olga.start()
    await till.scan(till.shop.anna)
    await till.cashier.send("1000")
    await till.tap("quote-spend-none", points=30)
    message, undo = till.cashier.last["message_id"], data_of(till, "receipt-undo")
    await till.shop.later(minutes=11)
    for _ in range(2):
        await till.cashier.tap_data(undo, message)
    asked = [text for text in till.shop.olga.texts(5) if "Анна" in text]
    assert len(asked) == 1


async def test_undoing_twice_undoes_once(quick_till: Counter) -> None:
    till = quick_till
    await till.scan(till.shop.anna)
    await till.cashier.send("1000")
    await till.tap("quote-spend-none", points=30)
    message, undo = till.cashier.last["message_id"], data_of(till, "receipt-undo")
    await till.cashier.tap_data(undo, message)
    await till.cashier.tap_data(undo, message)
    assert till.alerted("error-already-undone")
    assert await till.points(till.shop.anna) == 100


async def test_points_that_were_spent_can_not_be_taken_back(quick_till: Counter) -> None:
    till = quick_till
    shop = till.shop
    await till.scan(shop.anna)
    await till.cashier.send("1000")
    await till.tap("quote-spend-none", points=30)
    await till.give_away(shop.anna, 130)
    await till.tap("receipt-undo")
    assert till.shows("undone-not-taken", points=30)
    assert not till.shows("undone-taken", points=30)


async def test_a_guest_without_points_needs_no_choice(quick_till: Counter) -> None:
    till = quick_till
    await till.give_away(till.shop.anna, 100)
    await till.scan(till.shop.anna)
    await till.cashier.send("1000")
    labels = [label for row in till.cashier.buttons for label in row]
    assert labels == [
        till.say.label("quote-award", points=30),
        till.say.label("till-not-this-guest"),
    ]
    await till.tap("quote-award", points=30)
    assert await till.points(till.shop.anna) == 30


async def test_an_offer_of_the_guest_is_told_and_used_up(quick_till: Counter) -> None:
    till, shop = quick_till, quick_till.shop
    plan = Plan(Schedule.ONCE, once_at=shop.clock.now())
    everyone = EVERYONE
    offer = NewOffer("Вдвое", "На всё", OfferKind.MULTIPLIER, 2, 7, everyone, plan)
    await offer_editing.make(shop.ctx, await shop.identity(shop.olga), offer)
    await shop.later(minutes=1)
    await till.scan(shop.anna)
    assert till.shows("guest-offer", title="Вдвое")
    await till.cashier.send("1000")
    assert till.shows("quote-offer", title="Вдвое", cheaper=False, off=Money(0, "RUB"), points=30)
    await till.tap("quote-spend-none", points=60)
    await till.scan(shop.anna)
    assert not till.shows("guest-offer", title="Вдвое")


async def test_a_receipt_too_small_for_a_point_counts_all_the_same(quick_till: Counter) -> None:
    till = quick_till
    await till.scan(till.shop.anna)
    await till.cashier.send("1")
    await till.tap("quote-award", points=0)
    assert till.shows("receipt-done", name="Анна", amount=roubles(1), earned=0, balance=100)
    await till.cashier.send("/cashier")
    assert till.shows("till-today", purchases=1, turnover=roubles(1))


async def test_an_amount_typed_again_replaces_the_first(quick_till: Counter) -> None:
    till = quick_till
    await till.scan(till.shop.anna)
    await till.cashier.send("12000")
    wrong = till.cashier.last["message_id"]
    await till.cashier.send("1200")
    buttons = {m["message_id"]: m.get("reply_markup") for m in till.cashier.messages}
    assert buttons[wrong] is None
    await till.tap("quote-spend-none", points=36)
    assert await till.points(till.shop.anna) == 136


async def test_six_digits_for_an_open_guest_are_an_amount(quick_till: Counter) -> None:
    till = quick_till
    await till.scan(till.shop.anna)
    await till.cashier.send("123456")
    assert till.shows("quote-title", amount=roubles(123_456), name="Анна")
    await till.tap("till-not-this-guest")
    assert till.shows("till-nothing-yet")
    await till.cashier.send(await till.code(till.shop.anna))
    assert till.shows("guest-ask-amount")


async def test_not_this_guest(quick_till: Counter) -> None:
    till = quick_till
    await till.scan(till.shop.anna)
    await till.tap("till-not-this-guest")
    await till.cashier.send("1200")
    assert till.cashier.text == till.say("till-whose")


async def test_cancel_closes_the_guest(till: Counter) -> None:
    await till.scan(till.shop.anna)
    await till.cashier.send("/cancel")
    assert till.cashier.text == till.say("till-cancelled")
    await till.cashier.send("1200")
    assert till.cashier.text == till.say("till-whose")


def data_of(till: Counter, key: str) -> str:
    """What the newest button with this label carries."""
    rows = till.cashier.last["reply_markup"]["inline_keyboard"]
    buttons = (button for row in rows for button in row)
    found: str = next(b["callback_data"] for b in buttons if b["text"] == till.say.label(key))
    return found
