"""Approving a payment in points with one tap, keeping the points, or saying "not me"."""

import pytest

from services.checkout import redemptions
from services.checkout.redemption_steps import Request
from services.money import Money
from services.points import balances
from tests.handlers.member.guest import Guest


async def ask(guest: Guest, points: int = 50) -> Request:
    """Boris asks; the question reaches the guest."""
    shop = guest.shop
    boris, member_id = await shop.hire(shop.boris), await guest.member_id()
    key = f"ask-{points}"
    asked = await redemptions.request(shop.ctx, boris, member_id, 500_00, points, key=key)
    await shop.settle()
    return asked


async def test_one_tap_turns_the_question_into_the_receipt(guest: Guest) -> None:
    await guest.join()
    await ask(guest)
    count = len(guest.person.messages)
    data, message_id = guest.data(guest.words("button-approve"))
    await guest.tap("button-approve")
    assert guest.sees(
        "redemption-approved",
        amount=Money(500_00, "RUB"),
        paid=Money(450_00, "RUB"),
        spent=50,
        earned=13,
        balance=63,
    )
    assert len(guest.person.messages) == count
    assert guest.labels == []
    await guest.person.tap_data(data, message_id)
    assert await guest.points() == 63


async def test_the_answer_is_in_the_guest_s_language(somebody: Guest) -> None:
    await somebody.join()
    await ask(somebody)
    await somebody.tap("button-approve")
    assert somebody.words("button-approve") not in somebody.labels
    assert somebody.text.startswith({"ru": "✅ Готово", "en": "✅ Done"}[somebody.say.language])


async def test_not_me_freezes_at_once_and_says_what_next(guest: Guest) -> None:
    member_id = await guest.join()
    await ask(guest)
    await guest.tap("button-not-me")
    assert guest.sees("redemption-declined")
    assert guest.labels == []
    assert await guest.points() == 100
    assert (await balances.balance(guest.shop.ctx, member_id)).frozen


async def test_a_change_of_mind_keeps_the_points_and_freezes_nothing(somebody: Guest) -> None:
    member_id = await somebody.join()
    await ask(somebody)
    data, message_id = somebody.data(somebody.words("button-refuse"))
    await somebody.tap("button-refuse")
    assert somebody.sees("redemption-refused")
    assert somebody.labels == []
    assert await somebody.points() == 100
    assert not (await balances.balance(somebody.shop.ctx, member_id)).frozen
    told = somebody.shop.boris.messages
    assert "Чек ещё не записан" in told[-1]["text"]
    await somebody.person.tap_data(data, message_id)
    assert somebody.shop.boris.messages == told
    await ask(somebody, 40)
    await somebody.tap("button-approve")
    assert await somebody.points() == 100 - 40 + 13


async def test_yes_after_no_changes_nothing(guest: Guest) -> None:
    await guest.join()
    await ask(guest)
    data, message_id = guest.data(guest.words("button-approve"))
    await guest.tap("button-not-me")
    await guest.person.tap_data(data, message_id)
    assert guest.alert == guest.words("error-already-resolved")
    assert await guest.points() == 100


@pytest.mark.parametrize("answer", ["button-approve", "button-not-me"])
async def test_too_late_an_answer_is_told_so(guest: Guest, answer: str) -> None:
    member_id = await guest.join()
    await ask(guest)
    question = guest.person.last["message_id"]
    await guest.shop.later(minutes=4)
    await guest.person.tap(guest.words(answer), message_id=question)
    assert guest.alert == guest.words("error-already-resolved")
    assert not (await balances.balance(guest.shop.ctx, member_id)).frozen
    shown = next(m for m in guest.person.messages if m["message_id"] == question)
    assert "reply_markup" not in shown


async def test_nobody_answers_for_somebody_else(anna: Guest, friend: Guest) -> None:
    await anna.join()
    await friend.join()
    asked = await ask(anna)
    for action in ("approve", "refuse", "notme"):
        await friend.person.tap_data(
            f"{action}:{asked.redemption_id}", friend.person.last["message_id"]
        )
        assert friend.alert == friend.words("error-not-yours")
    await anna.tap("button-approve")
    assert await anna.points() == 63


async def test_an_answer_does_not_disturb_what_is_being_typed(anna: Guest) -> None:
    await anna.join()
    await anna.press("menu-profile")
    await anna.tap("field-city")
    await ask(anna)
    await anna.tap("button-approve")
    await anna.person.send("Казань")
    assert anna.sees("profile-field", field=anna.words("field-city"), value="Казань")


async def test_a_request_that_never_was(anna: Guest) -> None:
    await anna.join()
    await anna.person.tap_data("approve:999", anna.person.last["message_id"])
    assert anna.alert == anna.words("error-gone")
    await anna.person.tap_data("approve:nonsense", anna.person.last["message_id"])
    assert anna.alert == anna.words("stale-button")
