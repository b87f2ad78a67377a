"""Several hands at once: every race ends in one consistent state."""

import asyncio
from typing import Any

import pytest

from tests.cast import Shop
from tests.handlers.cashier.counter import Counter

pytestmark = pytest.mark.both_databases


def tap_of(
    shop: Shop, till: Counter, key: str, update_id: int, **facts: int | str
) -> dict[str, Any]:
    """The update of a tap on the newest message, as the messenger would send it."""
    message = till.cashier.last
    rows = message["reply_markup"]["inline_keyboard"]
    label = till.say.label(key, **facts)
    data = next(b["callback_data"] for row in rows for b in row if b["text"] == label)
    tap = shop.world.new_tap(till.cashier.id, message["message_id"], data)
    return {
        "update_id": update_id,
        "callback_query": {
            "id": tap.id,
            "from": till.cashier.user,
            "message": message,
            "chat_instance": "1",
            "data": data,
        },
    }


async def at_once(shop: Shop, updates: list[dict[str, Any]]) -> None:
    await asyncio.gather(*(shop.dispatcher.feed_raw_update(shop.bot, each) for each in updates))
    await shop.settle()


async def colleague(till: Counter) -> Counter:
    """Vera at a second till."""
    await till.shop.vera.start()
    await till.shop.hire(till.shop.vera)
    return Counter(till.shop, till.shop.vera, till.shop.words.say("en", "Europe/Moscow"))


async def test_twenty_taps_are_one_purchase(till: Counter) -> None:
    await till.scan(till.shop.anna)
    await till.cashier.send("1000")
    taps = [tap_of(till.shop, till, "quote-spend-none", 900 + n, points=30) for n in range(20)]
    await at_once(till.shop, taps)
    assert await till.points(till.shop.anna) == 130
    assert all(tap.answer is not None for tap in till.shop.world.taps.values())


async def test_twenty_requests_are_one(till: Counter) -> None:
    await till.scan(till.shop.anna)
    await till.cashier.send("1000")
    await till.tap("quote-spend", points=100)
    await at_once(
        till.shop, [tap_of(till.shop, till, "spend-ask", 900 + n, name="Анна") for n in range(20)]
    )
    assert await till.points(till.shop.anna) == 0
    await till.shop.anna.tap(till.shop.words.say("ru").label("button-approve"))
    assert await till.points(till.shop.anna) == 27


async def test_two_cashiers_serve_one_guest(till: Counter) -> None:
    other = await colleague(till)
    for counter in (till, other):
        await counter.scan(till.shop.anna)
        await counter.cashier.send("1000")
    taps = [
        tap_of(till.shop, counter, "quote-spend-none", 900 + n, points=30)
        for n, counter in enumerate([till, other] * 10)
    ]
    await at_once(till.shop, taps)
    assert await till.points(till.shop.anna) == 160


async def test_two_cashiers_ask_one_guest(till: Counter) -> None:
    other = await colleague(till)
    for counter in (till, other):
        await counter.scan(till.shop.anna)
        await counter.cashier.send("1000")
        await counter.tap("quote-spend", points=100)
    await at_once(
        till.shop,
        [
            tap_of(till.shop, counter, "spend-ask", 900 + n, name="Анна")
            for n, counter in enumerate([till, other])
        ],
    )
    asked = [c for c in (till, other) if c.alerted("error-redemption-pending")]
    assert len(asked) == 1
    await till.shop.anna.tap(till.shop.words.say("ru").label("button-approve"))
    assert await till.points(till.shop.anna) == 27


async def test_points_are_not_given_for_a_receipt_that_is_being_paid_with_points(
    till: Counter,
) -> None:
    """Two thumbs on one screen: the request was sent, the award of the same receipt is not."""
    await till.scan(till.shop.anna)
    await till.cashier.send("1000")
    award = tap_of(till.shop, till, "quote-spend-none", 900, points=30)
    await till.tap("quote-spend", points=100)
    await till.tap("spend-ask", name="Анна")
    await at_once(till.shop, [award])
    assert till.alerted("error-already-resolved")
    await till.shop.anna.tap(till.shop.words.say("ru").label("button-approve"))
    assert await till.points(till.shop.anna) == 27


async def test_a_receipt_that_was_given_points_is_not_paid_with_points(till: Counter) -> None:
    await till.scan(till.shop.anna)
    await till.cashier.send("1000")
    await till.tap("quote-spend", points=100)
    ask = tap_of(till.shop, till, "spend-ask", 900, name="Анна")
    await till.tap("button-back")
    await till.tap("quote-spend-none", points=30)
    await at_once(till.shop, [ask])
    assert till.alerted("error-already-resolved")
    assert await till.points(till.shop.anna) == 130


async def test_yes_and_withdrawal_at_once(till: Counter) -> None:
    shop = till.shop
    await till.scan(shop.anna)
    await till.cashier.send("1000")
    await till.tap("quote-spend", points=100)
    await till.tap("spend-ask", name="Анна")
    withdraw = tap_of(shop, till, "spend-withdraw", 900)
    guest = Counter(shop, shop.anna, shop.words.say("ru", "Europe/Moscow"))
    approve = tap_of(shop, guest, "button-approve", 901)
    await at_once(shop, [withdraw, approve])
    alerted = [c.alerted("error-already-resolved") for c in (till, guest)]
    assert alerted.count(True) <= 1
    assert await till.points(shop.anna) in {27, 100}


async def test_a_withdrawal_after_the_yes(till: Counter) -> None:
    await till.scan(till.shop.anna)
    await till.cashier.send("1000")
    await till.tap("quote-spend", points=100)
    await till.tap("spend-ask", name="Анна")
    waiting = till.cashier.last["message_id"]
    await till.shop.anna.tap(till.shop.words.say("ru").label("button-approve"))
    await till.cashier.tap(till.say.label("spend-withdraw"), message_id=waiting)
    assert till.alerted("error-already-resolved")
    buttons = {m["message_id"]: m.get("reply_markup") for m in till.cashier.messages}
    assert buttons[waiting] is None
    assert await till.points(till.shop.anna) == 27


async def test_an_award_tapped_again_after_it_was_undone(till: Counter) -> None:
    await till.scan(till.shop.anna)
    await till.cashier.send("1000")
    award = tap_of(till.shop, till, "quote-spend-none", 900, points=30)
    await till.tap("quote-spend-none", points=30)
    await till.tap("receipt-undo")
    await at_once(till.shop, [award])
    assert till.alerted("error-already-undone")
    assert await till.points(till.shop.anna) == 100
