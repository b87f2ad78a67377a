"""What goes wrong at a till: wrong input, old screens, forged taps, people who come and go."""

import pytest

from handlers.cashier.buttons import Act, Sale, Serve, Undo, Withdraw
from services.members import cards
from services.profiles import leaving
from services.staff import team
from services.storage import conversations
from tests.handlers.cashier.counter import Counter, roubles

AMOUNTS = ["abc", "💰", "-100", "0", "1e5", "１２００", "12,345,67", "1.2.3", "0,001", "--", "∞"]


@pytest.mark.parametrize("typed", AMOUNTS)
async def test_a_wrong_amount_asks_again(quick_till: Counter, typed: str) -> None:
    till = quick_till
    await till.scan(till.shop.anna)
    await till.cashier.send(typed)
    assert till.cashier.text == till.say.label("error-bad-amount", text=typed)
    await till.cashier.send("1 000")
    assert till.shows("quote-title", amount=roubles(1000), name="Анна")


async def test_a_huge_amount(till: Counter) -> None:
    await till.scan(till.shop.anna)
    await till.cashier.send("99999999999")
    assert till.cashier.text == till.say("error-amount-too-large", most=roubles(10_000_000))


async def test_a_sticker_for_an_amount(till: Counter) -> None:
    await till.scan(till.shop.anna)
    for send in (till.cashier.send_sticker, till.cashier.send_voice, till.cashier.send_location):
        await send()
        assert till.cashier.text == till.say("till-digits-please")
    await till.cashier.send("1000")
    assert till.shows("quote-title", amount=roubles(1000), name="Анна")


async def test_an_edited_amount_changes_nothing(quick_till: Counter) -> None:
    till = quick_till
    await till.scan(till.shop.anna)
    await till.cashier.send("1000")
    typed = till.cashier.messages[-2]["message_id"]
    before = len(till.cashier.messages)
    await till.cashier.edit(typed, "9000")
    assert len(till.cashier.messages) == before


async def test_a_screen_of_long_ago_serves_no_longer(till: Counter) -> None:
    await till.scan(till.shop.anna)
    await till.shop.later(minutes=11)
    await till.cashier.send("1200")
    assert till.cashier.text == till.say("till-stale")
    await till.cashier.send("1200")
    assert till.cashier.text == till.say("till-whose")


async def test_old_buttons_give_nothing(till: Counter) -> None:
    await till.scan(till.shop.anna)
    await till.cashier.send("1000")
    await till.shop.later(minutes=11)
    await till.tap("quote-spend-none", points=30)
    assert till.alerted("till-stale")
    assert till.cashier.last.get("reply_markup") is None
    assert await till.points(till.shop.anna) == 100


async def test_points_typed_too_late(quick_till: Counter) -> None:
    till = quick_till
    await till.scan(till.shop.anna)
    await till.cashier.send("1000")
    await till.tap("quote-spend-other")
    await till.shop.later(minutes=11)
    await till.cashier.send("50")
    assert till.cashier.text == till.say("till-stale")


async def test_the_menu_works_in_the_middle(till: Counter) -> None:
    await till.shop.join(till.shop.boris)
    await till.cashier.start()
    await till.scan(till.shop.anna)
    await till.cashier.press(till.say.label("menu-balance"))
    assert not till.shows("quote-title", amount=roubles(1000), name="Анна")
    await till.cashier.send("/cashier")
    assert till.shows("till-nothing-yet")


async def test_start_in_the_middle(quick_till: Counter) -> None:
    till = quick_till
    await till.scan(till.shop.anna)
    await till.cashier.start()
    await till.cashier.send("1200")
    assert till.cashier.text == till.say("till-whose")


def a_sale(till: Counter, member: int, act: Act, *, amount: int = 1000_00, points: int = 0) -> str:
    at = int(till.shop.clock.now().timestamp())
    sale = Sale(act=act, member=member, amount=1000_00, points=0, at=at, typed=1)
    return sale.model_copy(update={"amount": amount, "points": points}).pack()


@pytest.mark.parametrize("act", list(Act))
async def test_a_guest_who_forges_taps_gets_nothing(quick_till: Counter, act: Act) -> None:
    till = quick_till
    anna = await till.shop.member_id(till.shop.anna)
    person = till.shop.vera
    await person.start()
    await person.tap_data(a_sale(till, anna, act, points=10), person.last["message_id"])
    assert person.alerts[-1] == till.shop.words.say("en").label("error-not-staff")
    assert await till.points(till.shop.anna) == 100


async def test_other_forged_taps_of_a_guest(quick_till: Counter) -> None:
    till = quick_till
    anna = await till.shop.member_id(till.shop.anna)
    person = till.shop.vera
    await person.start()
    message = person.last["message_id"]
    for forged in (Serve(member=anna), Undo(purchase=1), Withdraw(redemption=1)):
        await person.tap_data(forged.pack(), message)
        assert person.alerts.pop() == till.shop.words.say("en").label("error-not-staff")
    await person.tap_data("till", message)
    assert person.alerts.pop() == till.shop.words.say("en").label("error-not-staff")
    assert not any("Анна" in str(m) for m in person.messages)


@pytest.mark.parametrize("amount", [-1000_00, 0, 10**12])
async def test_a_cashier_who_forges_an_amount(quick_till: Counter, amount: int) -> None:
    till = quick_till
    anna = await till.shop.member_id(till.shop.anna)
    await till.scan(till.shop.anna)
    message = till.cashier.last["message_id"]
    for act in Act:
        data = a_sale(till, anna, act, amount=amount, points=10)
        tap = await till.cashier.tap_data(data, message)
        assert tap.answer is not None
    assert await till.points(till.shop.anna) == 100


@pytest.mark.parametrize("points", [-5, 0, 301])
async def test_a_cashier_who_forges_points(quick_till: Counter, points: int) -> None:
    till = quick_till
    anna = await till.shop.member_id(till.shop.anna)
    await till.scan(till.shop.anna)
    message = till.cashier.last["message_id"]
    tap = await till.cashier.tap_data(a_sale(till, anna, Act.ASK, points=points), message)
    assert tap.answer is not None
    assert await till.points(till.shop.anna) == 100


@pytest.mark.parametrize("data", ["sale", "sale:a", "sale:a:x:1:1:1:1", "undo:", "accept:x"])
async def test_broken_buttons_are_answered(quick_till: Counter, data: str) -> None:
    await quick_till.scan(quick_till.shop.anna)
    tap = await quick_till.cashier.tap_data(data, quick_till.cashier.last["message_id"])
    assert tap.answer is not None
    assert not quick_till.alerted("error-unexpected")


@pytest.mark.parametrize(
    ("data", "answer"),
    [
        ("undo:99", "error-gone"),
        ("unask:99", "error-gone"),
        ("accept:99", "error-gone"),
        ("serve:99", "error-member-not-found"),
    ],
)
async def test_buttons_of_nothing(quick_till: Counter, data: str, answer: str) -> None:
    await quick_till.scan(quick_till.shop.anna)
    await quick_till.cashier.tap_data(data, quick_till.cashier.last["message_id"])
    assert quick_till.alerted(answer)


async def test_a_colleague_s_receipt_stays(quick_till: Counter) -> None:
    till = quick_till
    await till.scan(till.shop.anna)
    await till.cashier.send("1000")
    await till.tap("quote-spend-none", points=30)
    undo = till.cashier.last["reply_markup"]["inline_keyboard"][0][0]["callback_data"]
    await till.shop.vera.start()
    await till.shop.hire(till.shop.vera)
    await till.shop.vera.tap_data(undo, till.shop.vera.last["message_id"])
    assert till.shop.vera.alerts[-1] == till.shop.words.say("en").label("error-not-yours")
    assert await till.points(till.shop.anna) == 130


async def dismiss(till: Counter) -> None:
    shop = till.shop
    olga = await shop.identity(shop.olga)
    everybody = await team.colleagues(shop.ctx, olga, shop.clock.now())
    boris = next(colleague for colleague in everybody if not colleague.is_you)
    await team.revoke(shop.ctx, olga, boris.id)


async def test_a_cashier_is_dismissed_before_the_amount(till: Counter) -> None:
    await till.scan(till.shop.anna)
    await dismiss(till)
    await till.cashier.send("1000")
    assert till.say("error-not-staff") in till.cashier.texts(2)
    await till.cashier.send("1000")
    assert till.cashier.text != till.say("error-not-staff")


async def test_a_cashier_is_dismissed_before_the_tap(till: Counter) -> None:
    await till.scan(till.shop.anna)
    await till.cashier.send("1000")
    await dismiss(till)
    await till.tap("quote-spend-none", points=30)
    assert till.alerted("error-not-staff")
    assert await till.points(till.shop.anna) == 100


async def test_a_cashier_is_dismissed_while_the_guest_is_asked(till: Counter) -> None:
    """The guest's yes was asked for while they worked here, so it holds."""
    await till.scan(till.shop.anna)
    await till.cashier.send("1000")
    await till.tap("quote-spend", points=100)
    await till.tap("spend-ask", name="Анна")
    await dismiss(till)
    await till.tap("spend-withdraw")
    assert till.alerted("error-not-staff")
    await till.shop.anna.tap(till.shop.words.say("ru").label("button-approve"))
    assert await till.points(till.shop.anna) == 27


async def test_a_guest_who_left_meanwhile(quick_till: Counter) -> None:
    till = quick_till
    await till.scan(till.shop.anna)
    await till.cashier.send("1000")
    await leaving.leave(till.shop.ctx, await till.shop.member_id(till.shop.anna))
    await till.tap("quote-spend-none", points=30)
    assert till.alerted("error-member-not-found")


async def test_the_owner_s_own_steps_are_left_alone(quick_till: Counter) -> None:
    """Digits typed for another room's question are not taken for a code."""
    till = quick_till
    person = till.shop.olga
    await person.start()
    code = (await cards.show(till.shop.ctx, await till.shop.member_id(till.shop.anna))).code
    key = f"{till.shop.bot.id}:{person.id}:{person.id}:0:default"
    await conversations.set_state(till.shop.ctx, key, "Elsewhere:number")
    await person.send(code)
    assert "Анна" not in person.text
