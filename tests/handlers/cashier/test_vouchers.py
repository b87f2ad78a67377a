"""Vouchers at the till: what it is, whose, hand it over once."""

import pytest

from messengers.links import LinkKind
from services.rewards import rewards, vouchers
from services.rewards.vouchers import Ticket
from tests.handlers.cashier.counter import Counter, picture


async def coffee(till: Counter) -> Ticket:
    """A voucher of Anna's, for 80 of her 100 points."""
    shop = till.shop
    olga = await shop.identity(shop.olga)
    reward = await rewards.add(shop.ctx, olga, rewards.NewReward("Капучино <b>", 80))
    anna = await shop.member_id(shop.anna)
    return await vouchers.request(shop.ctx, anna, reward, key="coffee")


def shown(till: Counter, ticket: Ticket) -> bool:
    return all(part in till.cashier.text for part in ("Капучино <b>", "Анна", ticket.code))


async def test_a_voucher_s_code_is_scanned_and_handed_over(till: Counter) -> None:
    ticket = await coffee(till)
    await till.cashier.start(f"v-{ticket.token}")
    assert shown(till, ticket)
    await till.tap("voucher-accept")
    assert "Капучино <b>" in till.cashier.text
    assert "Капучино <b>" in till.shop.anna.text
    assert await till.points(till.shop.anna) == 20
    await till.tap("till-serve", name="Анна")
    assert till.shows("guest-ask-amount")
    await till.cashier.send("/cashier")
    assert till.shows("till-vouchers", count=1)


async def test_a_photo_of_it(quick_till: Counter) -> None:
    ticket = await coffee(quick_till)
    link = quick_till.shop.links.to(LinkKind.VOUCHER, ticket.token)
    await quick_till.cashier.send_photo(picture(link))
    assert shown(quick_till, ticket)


@pytest.mark.parametrize("form", [str, str.lower, lambda code: code.replace("-", "")])
async def test_its_eight_characters(quick_till: Counter, form: object) -> None:
    assert callable(form)
    ticket = await coffee(quick_till)
    await quick_till.scan(quick_till.shop.anna)
    await quick_till.cashier.send(form(ticket.code))
    assert shown(quick_till, ticket)


async def test_the_guest_s_screen_tells_of_it(quick_till: Counter) -> None:
    await coffee(quick_till)
    await quick_till.scan(quick_till.shop.anna)
    assert quick_till.shows("guest-vouchers", count=1)


async def test_it_is_handed_over_once(quick_till: Counter) -> None:
    ticket = await coffee(quick_till)
    await quick_till.cashier.start(f"v-{ticket.token}")
    message = quick_till.cashier.last["message_id"]
    data = quick_till.cashier.last["reply_markup"]["inline_keyboard"][0][0]["callback_data"]
    await quick_till.cashier.tap_data(data, message)
    await quick_till.cashier.tap_data(data, message)
    assert quick_till.alerted("error-voucher-used")
    await quick_till.cashier.start(f"v-{ticket.token}")
    assert quick_till.cashier.text == quick_till.say("error-voucher-used")
    assert await quick_till.points(quick_till.shop.anna) == 20


async def test_an_expired_one(quick_till: Counter) -> None:
    ticket = await coffee(quick_till)
    await quick_till.cashier.start(f"v-{ticket.token}")
    await quick_till.shop.later(days=31)
    await quick_till.tap("voucher-accept")
    assert quick_till.alerted("error-voucher-expired", on=ticket.expires_at)
    assert await quick_till.points(quick_till.shop.anna) == 100


async def test_one_s_own_is_for_a_colleague(quick_till: Counter) -> None:
    shop = quick_till.shop
    olga = await shop.identity(shop.olga)
    reward = await rewards.add(shop.ctx, olga, rewards.NewReward("Капучино", 80))
    ticket = await vouchers.request(shop.ctx, await shop.join(shop.boris), reward, key="own coffee")
    await quick_till.cashier.start(f"v-{ticket.token}")
    assert quick_till.cashier.text == quick_till.say("error-own-card")


async def test_a_guest_can_not_accept_it(quick_till: Counter) -> None:
    ticket = await coffee(quick_till)
    await quick_till.shop.anna.start(f"v-{ticket.token}")
    message = quick_till.shop.anna.last["message_id"]
    await quick_till.shop.anna.tap_data(f"accept:{ticket.id}", message)
    assert quick_till.shop.anna.alerts[-1] == quick_till.say.label("error-not-staff")
    assert (await vouchers.mine(quick_till.shop.ctx, ticket.member_id)) != []


async def test_another_guest_s_voucher_closes_the_open_one(quick_till: Counter) -> None:
    ticket = await coffee(quick_till)
    await quick_till.shop.join(quick_till.shop.vera)
    await quick_till.scan(quick_till.shop.vera)
    await quick_till.cashier.start(f"v-{ticket.token}")
    await quick_till.tap("voucher-accept")
    await quick_till.cashier.send("1200")
    assert quick_till.cashier.text == quick_till.say("till-whose")
