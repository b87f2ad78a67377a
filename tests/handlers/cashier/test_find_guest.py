"""Finding a guest, by every way there is."""

import pytest

from messengers.links import LinkKind
from services.profiles import profiles
from services.programme import settings
from services.programme.settings import Changes
from services.staff import team
from tests.handlers.cashier.counter import Counter, picture, roubles


async def with_phone(till: Counter, phone: str = "+79123456789") -> None:
    await profiles.set_phone(
        till.shop.ctx,
        await till.shop.member_id(till.shop.anna),
        phone,
        contact_owner=1,
        sender=1,
    )


def found(till: Counter) -> bool:
    return till.shows("guest-ask-amount") and "Анна" in till.cashier.text


async def test_the_camera_s_link(till: Counter) -> None:
    await till.shop.anna.send("/card")
    await till.cashier.scan(till.shop.anna)
    assert found(till)
    assert till.cashier.buttons == [
        [till.say.label("guest-purchases")],
        [till.say.label("till-not-this-guest")],
    ]


async def test_a_photo_of_the_code(till: Counter) -> None:
    await till.cashier.send_photo(await till.qr(till.shop.anna))
    assert found(till)


async def test_an_image_file(till: Counter) -> None:
    await till.cashier.send_document(await till.qr(till.shop.anna), "qr.png", mime="image/png")
    assert found(till)


@pytest.mark.parametrize("form", ["{}", "{0:.3} {1}", "{0:.3}-{1}", " {} "])
async def test_six_digits(quick_till: Counter, form: str) -> None:
    code = await quick_till.code(quick_till.shop.anna)
    await quick_till.cashier.send(form.format(code, code[3:]))
    assert found(quick_till)


async def test_an_expired_code(quick_till: Counter) -> None:
    code = await quick_till.code(quick_till.shop.anna)
    await quick_till.shop.later(minutes=6)
    await quick_till.cashier.send(code)
    assert quick_till.cashier.text == quick_till.say("error-code-unknown")


@pytest.mark.parametrize(
    "typed", ["+7 912 345-67-89", "89123456789", "8 (912) 345 67 89", "9123456789"]
)
async def test_a_phone_in_any_form_shows_only_its_end(quick_till: Counter, typed: str) -> None:
    await with_phone(quick_till)
    await quick_till.cashier.send(typed)
    assert found(quick_till)
    assert quick_till.shows("guest-phone", tail="••89")
    assert "345" not in quick_till.cashier.text


@pytest.mark.parametrize(
    ("typed", "answer"),
    [
        ("+7 912 345-67-00", "error-member-not-found"),
        ("12345678901234567890", "error-bad-phone"),
        ("1200", "till-whose"),
        ("12345", "till-whose"),
        ("000000", "error-code-unknown"),
        ("ACDE-FGHJ", "error-voucher-unknown"),
        ("acdefghj", "error-voucher-unknown"),
        ("ABCO-2O50", "error-voucher-unknown"),
    ],
)
async def test_nobody_is_found(quick_till: Counter, typed: str, answer: str) -> None:
    await quick_till.cashier.send(typed)
    assert quick_till.cashier.text == quick_till.say(answer)


@pytest.mark.parametrize("payload", ["c-unknown", "c-" + "x" * 62])
async def test_a_card_that_nobody_has(quick_till: Counter, payload: str) -> None:
    await quick_till.cashier.start(payload)
    assert quick_till.cashier.text == quick_till.say("error-member-not-found")


async def test_a_link_without_a_card(quick_till: Counter) -> None:
    await quick_till.cashier.start("c-")
    assert quick_till.cashier.text == quick_till.say("error-link-unknown")


@pytest.mark.parametrize("text", ["hello", "https://t.me/other_bot?start=c-token"])
async def test_a_code_of_something_else(quick_till: Counter, text: str) -> None:
    await quick_till.cashier.send_photo(picture(text))
    assert quick_till.cashier.text == quick_till.say("scan-foreign")


async def test_a_poster_is_not_a_card(quick_till: Counter) -> None:
    link = quick_till.shop.links.to(LinkKind.POSTER, "main")
    await quick_till.cashier.send_photo(picture(link))
    assert quick_till.cashier.text == quick_till.say("scan-foreign")


async def test_one_s_own_card_is_for_a_colleague(quick_till: Counter) -> None:
    await quick_till.shop.join(quick_till.cashier)
    await quick_till.scan(quick_till.cashier)
    assert quick_till.cashier.text == quick_till.say("error-own-card")
    await quick_till.cashier.send("1200")
    assert quick_till.cashier.text == quick_till.say("till-whose")


async def test_a_fresh_scan_switches_the_guest(quick_till: Counter) -> None:
    await quick_till.shop.join(quick_till.shop.vera)
    await quick_till.scan(quick_till.shop.anna)
    await quick_till.scan(quick_till.shop.vera)
    assert "Vera" in quick_till.cashier.text
    await quick_till.cashier.send("1000")
    assert quick_till.shows("quote-title", amount=roubles(1000), name="Vera")


async def test_a_scan_that_fails_closes_the_guest_before(quick_till: Counter) -> None:
    await quick_till.scan(quick_till.shop.anna)
    await quick_till.cashier.send_photo(picture("hello"))
    await quick_till.cashier.send("1200")
    assert quick_till.cashier.text == quick_till.say("till-whose")


async def test_a_phone_without_a_country_is_one_of_the_shop_s_country(quick_till: Counter) -> None:
    shop = quick_till.shop
    olga = await shop.identity(shop.olga)
    await settings.change(shop.ctx, olga, Changes({"timezone": "Europe/London"}))
    await with_phone(quick_till, "+447700900123")
    await quick_till.cashier.send("07700 900123")
    assert found(quick_till)


async def test_a_phone_with_its_country_switches_the_guest(quick_till: Counter) -> None:
    await with_phone(quick_till)
    await quick_till.shop.join(quick_till.shop.vera)
    await quick_till.scan(quick_till.shop.vera)
    await quick_till.cashier.send("+7 912 345-67-89")
    assert found(quick_till)


async def test_names_are_shown_as_they_were_typed(quick_till: Counter) -> None:
    name = "<b>&" + "я" * 60
    await profiles.rename(
        quick_till.shop.ctx, await quick_till.shop.member_id(quick_till.shop.anna), name
    )
    await quick_till.scan(quick_till.shop.anna)
    assert name in quick_till.cashier.text


async def test_a_member_s_digits_are_not_the_till_s(quick_till: Counter) -> None:
    code = await quick_till.code(quick_till.shop.anna)
    await quick_till.shop.join(quick_till.shop.vera)
    await quick_till.shop.vera.send(code)
    assert "Анна" not in quick_till.shop.vera.text


async def test_a_former_cashier_finds_nobody(quick_till: Counter) -> None:
    shop = quick_till.shop
    olga = await shop.identity(shop.olga)
    boris = next(
        one for one in await team.colleagues(shop.ctx, olga, shop.clock.now()) if not one.is_you
    )
    await quick_till.scan(shop.anna)
    await team.revoke(shop.ctx, olga, boris.id)
    await quick_till.cashier.send("1200")
    assert quick_till.say("error-not-staff") in quick_till.cashier.texts(2)
