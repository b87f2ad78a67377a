"""A coupon at the till: its guest opens, and on top what it gives and whether it still does."""

from typing import Any

import pytest

from messengers.links import LinkKind
from services import goods
from services.facts import Fact
from services.goods import ItemKind
from services.pricing.model import Conditions
from tests.handlers.cashier.counter import Counter, picture, plain, roubles
from tests.services.offers.given_coupons import TITLE, coupon_of, hand_out


async def hand_to_anna(till: Counter, **asked: Any) -> str:
    """Gives the coupon's link."""
    await hand_out(till.shop, conditions=Conditions(**asked))
    coupon = await coupon_of(till.shop, await till.shop.member_id(till.shop.anna))
    return till.shop.links.to(LinkKind.COUPON, coupon.token)


async def code_of_anna(till: Counter) -> str:
    return (await coupon_of(till.shop, await till.shop.member_id(till.shop.anna))).code


def on_top(till: Counter, **state: Fact) -> bool:
    """The coupon first, then the guest, who is open."""
    facts: dict[str, Fact] = {"since": 0, "until": 0, "lined": False} | state
    coupon, _, guest = till.cashier.text.partition("\n\n")
    said = plain(till.say("guest-coupon-state", **facts))
    return (
        coupon.startswith(f"🏷 {TITLE}\n")
        and coupon.endswith(said)
        and guest.startswith("👤 Анна")
        and TITLE not in guest
        and till.shows("guest-ask-amount")
    )


async def test_the_camera_opens_its_guest_and_the_receipt_uses_it(till: Counter) -> None:
    link = await hand_to_anna(till, least=500_00)
    await till.shop.anna.tap(till.shop.words.say("ru").label("button-show-coupon"))
    assert await till.cashier.scan(till.shop.anna) == link
    assert on_top(till, state="ready")
    assert till.say("coupon-gives", kind="percent", value=20) in till.cashier.text
    assert till.say.money(roubles(500)) in till.cashier.text
    await till.cashier.send("1000")
    assert till.shows("quote-due", due=roubles(800))


async def test_a_photo_of_it(quick_till: Counter) -> None:
    await quick_till.cashier.send_photo(picture(await hand_to_anna(quick_till)))
    assert on_top(quick_till, state="ready")


async def test_one_for_some_goods_asks_for_the_lines(quick_till: Counter) -> None:
    shop = quick_till.shop
    coffee = await goods.add(shop.ctx, await shop.identity(shop.olga), ItemKind.CATEGORY, "Кофе")
    await quick_till.cashier.open(await hand_to_anna(quick_till, categories=frozenset({coffee})))
    assert on_top(quick_till, state="ready", lined=True)
    await quick_till.cashier.send("500 кофе, 500 чай")
    assert quick_till.shows("quote-due", due=roubles(900))


@pytest.mark.parametrize("serving", [False, True])
@pytest.mark.parametrize("form", ["{}", "{0:.4}{1}", "{0:.4} {1}"])
async def test_its_eight_characters(quick_till: Counter, form: str, serving: bool) -> None:
    await hand_to_anna(quick_till)
    code = await code_of_anna(quick_till)
    if serving:
        await quick_till.shop.join(quick_till.shop.vera)
        await quick_till.scan(quick_till.shop.vera)
    await quick_till.cashier.send(form.format(code, code[5:]))
    assert on_top(quick_till, state="ready")


async def test_a_used_one_says_so_and_the_guest_is_served(quick_till: Counter) -> None:
    link = await hand_to_anna(quick_till)
    await quick_till.cashier.open(link)
    await quick_till.cashier.send("1000")
    await quick_till.tap("quote-spend-none", points=24)
    await quick_till.cashier.open(link)
    assert on_top(quick_till, state="used")
    await quick_till.cashier.send("1000")
    assert not quick_till.shows("quote-due", due=roubles(800))
    assert quick_till.shows("quote-title", amount=roubles(1000), name="Анна")


async def test_one_whose_time_is_over(quick_till: Counter) -> None:
    link = await hand_to_anna(quick_till)
    coupon = await coupon_of(quick_till.shop, await quick_till.shop.member_id(quick_till.shop.anna))
    await quick_till.shop.later(days=8)
    await quick_till.cashier.open(link)
    assert on_top(quick_till, state="expired", until=coupon.until)


async def test_a_fresh_copy_of_an_old_one_still_counts(quick_till: Counter) -> None:
    old = await hand_to_anna(quick_till)
    await quick_till.shop.later(days=8)
    await hand_to_anna(quick_till)
    await quick_till.cashier.open(old)
    top, _, guest = quick_till.cashier.text.partition("\n\n")
    assert TITLE in top
    assert TITLE in guest


async def test_one_for_a_later_purchase(quick_till: Counter) -> None:
    await quick_till.cashier.open(await hand_to_anna(quick_till, nth=frozenset({3})))
    assert on_top(quick_till, state="unfit")


async def test_one_s_own_is_for_a_colleague(quick_till: Counter) -> None:
    shop = quick_till.shop
    boris = await shop.join(shop.boris)
    await hand_out(shop)
    coupon = await coupon_of(shop, boris)
    for shown in (shop.links.to(LinkKind.COUPON, coupon.token), coupon.code):
        await (quick_till.cashier.send if shown == coupon.code else quick_till.cashier.open)(shown)
        assert quick_till.cashier.text == quick_till.say("error-own-card")


@pytest.mark.parametrize("payload", ["o-unknown", "o-" + "x" * 62, "o-0", "o--", "o-ACDE-FGHJ"])
async def test_a_link_that_was_never_made(quick_till: Counter, payload: str) -> None:
    await hand_to_anna(quick_till)
    await quick_till.cashier.start(payload)
    assert quick_till.cashier.text == quick_till.say("error-voucher-unknown")


async def test_a_link_without_a_coupon(quick_till: Counter) -> None:
    await quick_till.cashier.start("o-")
    assert quick_till.cashier.text == quick_till.say("error-link-unknown")


async def test_a_voucher_s_link_is_no_coupon_s_and_the_other_way_round(
    quick_till: Counter,
) -> None:
    token = (await hand_to_anna(quick_till)).partition("=o-")[2]
    await quick_till.cashier.start(f"v-{token}")
    assert quick_till.cashier.text == quick_till.say("error-voucher-unknown")
    await quick_till.cashier.start(f"o-{await quick_till.card(quick_till.shop.anna)}")
    assert quick_till.cashier.text == quick_till.say("error-voucher-unknown")


async def test_guessing_stops_codes_but_not_the_camera(quick_till: Counter) -> None:
    link = await hand_to_anna(quick_till)
    for _ in range(5):
        await quick_till.cashier.send("ACDE-FGHJ")
        assert quick_till.cashier.text == quick_till.say("error-voucher-unknown")
    await quick_till.cashier.send(await code_of_anna(quick_till))
    assert quick_till.cashier.text == quick_till.say("error-too-many-codes", minutes=10)
    await quick_till.cashier.open(link)
    assert on_top(quick_till, state="ready")
