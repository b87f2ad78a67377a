"""Good deeds: four taps, thanks, and nothing given twice or by mistake."""

import pytest

from services.charity import charity
from services.money import Money
from tests.handlers.member.guest import Guest


async def open_fund(guest: Guest, goal: int | None = None) -> int:
    shop = guest.shop
    return await charity.add_fund(
        shop.ctx, await shop.identity(shop.olga), "Кошкин дом", "Приюту нужен корм", goal
    )


async def test_without_funds_it_says_so(somebody: Guest) -> None:
    await somebody.join()
    await somebody.person.send("/donate")
    assert somebody.sees("funds-empty")


async def test_four_taps_give_points(guest: Guest) -> None:
    fund = await open_fund(guest, 1000)
    await guest.join()
    await guest.press("menu-charity")
    await guest.tap("fund-line", title="Кошкин дом")
    await guest.tap("button-give-some", points=50)
    await guest.tap("button-give-yes", points=50)
    facts = {"mine": 50, "total": 50, "goal": 1000, "balance": 50}
    assert guest.sees("fund-thanks", title="Кошкин дом", points=50, **facts)
    assert await guest.points() == 50
    assert (await charity.fund(guest.shop.ctx, fund)).owed == 50


async def test_the_question_says_what_it_is_worth_and_what_is_left(somebody: Guest) -> None:
    await open_fund(somebody)
    await somebody.join()
    await somebody.press("menu-charity")
    assert somebody.sees("fund-given", title="Кошкин дом", given=0, donors=0)
    await somebody.tap("fund-line", title="Кошкин дом")
    chips = [somebody.words("button-give-some", points=points) for points in (10, 50)]
    assert somebody.labels[:3] == [*chips, somebody.words("button-give-all", points=100)]
    await somebody.tap("button-give-all", points=100)
    worth = Money(100_00, "RUB")
    assert somebody.sees("fund-ask", title="Кошкин дом", points=100, worth=worth, left=0)


async def test_two_taps_on_yes_give_once(guest: Guest) -> None:
    await open_fund(guest)
    await guest.join()
    await guest.press("menu-charity")
    await guest.tap("fund-line", title="Кошкин дом")
    await guest.tap("button-give-some", points=10)
    data, message_id = guest.data("Отдать")
    await guest.person.tap_data(data, message_id)
    await guest.person.tap_data(data, message_id)
    assert guest.alert == guest.words("fund-given-before")
    assert await guest.points() == 90


async def test_a_number_of_one_s_own(guest: Guest) -> None:
    await open_fund(guest)
    await guest.join()
    await guest.press("menu-charity")
    await guest.tap("fund-line", title="Кошкин дом")
    await guest.tap("button-give-other")
    await guest.person.send("33")
    await guest.tap("button-give-yes", points=33)
    assert await guest.points() == 67


@pytest.mark.parametrize("typed", ["abc", "0", "-5", "101", "1.5", "1e2", "９", "🙂", "9" * 4000])
async def test_what_is_no_number_is_asked_again(anna: Guest, typed: str) -> None:
    await open_fund(anna)
    await anna.join()
    await anna.press("menu-charity")
    await anna.tap("fund-line", title="Кошкин дом")
    await anna.tap("button-give-other")
    await anna.person.send(typed)
    assert anna.sees("error-bad-number", least=1, most=100)
    await anna.person.send("5")
    assert anna.sees("fund-ask", title="Кошкин дом", points=5, worth=Money(500, "RUB"), left=95)


@pytest.mark.parametrize("points", [-5, 0, 101, 10**12])
async def test_a_forged_number_gives_nothing(anna: Guest, points: int) -> None:
    fund = await open_fund(anna)
    await anna.join()
    await anna.person.tap_data(f"my_given:{fund}:{points}:forged", anna.person.last["message_id"])
    assert anna.alert in (
        anna.words("error-bad-number", least=1, most=100),
        anna.words("error-not-enough-points", have=100, need=points),
    )
    assert await anna.points() == 100


async def test_a_fund_that_was_closed_meanwhile_is_gone(anna: Guest) -> None:
    fund = await open_fund(anna)
    await anna.join()
    await anna.press("menu-charity")
    shop = anna.shop
    await charity.hide_fund(shop.ctx, await shop.identity(shop.olga), fund, hidden=True)
    await anna.tap("fund-line", title="Кошкин дом")
    assert anna.alert == anna.words("error-gone")


@pytest.mark.parametrize("button", ["menu-card", "menu-offers", "menu-settings", "menu-help"])
async def test_a_menu_button_ends_the_flow(anna: Guest, button: str) -> None:
    await open_fund(anna)
    await anna.join()
    await anna.press("menu-charity")
    await anna.tap("fund-line", title="Кошкин дом")
    await anna.tap("button-give-other")
    await anna.press(button)
    assert not anna.sees("error-bad-number", least=1, most=100)
    await anna.person.send("33")
    assert anna.sees("not-understood")
    assert await anna.points() == 100


async def test_cancel_says_what_was_cancelled(somebody: Guest) -> None:
    await open_fund(somebody)
    await somebody.join()
    await somebody.press("menu-charity")
    await somebody.tap("fund-line", title="Кошкин дом")
    await somebody.tap("button-give-other")
    await somebody.person.send("/cancel")
    assert somebody.sees("cancelled-points")
    await somebody.person.send("/cancel")
    assert somebody.sees("cancelled-nothing")
