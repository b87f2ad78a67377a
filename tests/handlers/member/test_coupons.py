"""A coupon of one's own: a picture that any camera reads, and nothing of it for anybody else."""

import pytest

from messengers.links import LinkKind
from sandbox.person import Person
from services import goods
from services.checkout import purchases
from services.goods import ItemKind
from services.money import Money
from services.pricing.model import Conditions
from tests.handlers.member.guest import Guest
from tests.services.offers.given_coupons import TITLE, coupon_of, hand_out

WORTH = Money(100_00, "RUB")
"""Of what everybody gets for joining."""


async def link_of(guest: Guest) -> str:
    coupon = await coupon_of(guest.shop, await guest.member_id())
    return guest.shop.links.to(LinkKind.COUPON, coupon.token)


async def buy(guest: Guest) -> None:
    boris = await guest.shop.hire(guest.shop.boris)
    await purchases.record(guest.shop.ctx, boris, await guest.member_id(), 1000_00, key="r1")
    await guest.shop.settle()


def is_shown(guest: Guest, code: str) -> bool:
    return (
        "photo" in guest.person.last
        and guest.person.text.startswith(f"🏷 {TITLE}\n")
        and guest.sees("coupon-gives", kind="percent", value=20)
        and guest.sees("coupon-how", code=code)
    )


async def test_it_is_one_tap_from_one_s_offers(somebody: Guest) -> None:
    member_id = await somebody.join(ads=True)
    await hand_out(somebody.shop, uses=3, conditions=Conditions(least=500_00))
    coupon = await coupon_of(somebody.shop, member_id)
    await somebody.press("menu-offers")
    assert somebody.labels == [somebody.words("button-coupon", title=TITLE)]
    await somebody.tap("button-coupon", title=TITLE)
    assert is_shown(somebody, coupon.code)
    assert "500" in somebody.person.text
    assert somebody.say.day(coupon.until) in somebody.person.text
    await somebody.tap("button-my-offers")
    assert somebody.sees("offers")


async def test_it_is_one_tap_from_the_message_that_brings_it(somebody: Guest) -> None:
    member_id = await somebody.join(ads=True)
    await hand_out(somebody.shop)
    coupon = await coupon_of(somebody.shop, member_id)
    await somebody.tap("button-show-coupon")
    assert is_shown(somebody, coupon.code)


async def test_it_is_uploaded_once(anna: Guest) -> None:
    await anna.join(ads=True)
    await hand_out(anna.shop)
    for _ in range(2):
        await anna.tap("button-show-coupon")
    first, second = [message for message in anna.person.messages if "photo" in message][-2:]
    assert first["photo"][-1]["file_id"] == second["photo"][-1]["file_id"]


async def test_its_owner_s_camera_opens_it(somebody: Guest) -> None:
    member_id = await somebody.join(ads=True)
    await hand_out(somebody.shop)
    coupon = await coupon_of(somebody.shop, member_id)
    await somebody.person.open(await link_of(somebody))
    assert is_shown(somebody, coupon.code)


async def test_a_guest_who_scans_it_is_invited_and_no_more(anna: Guest, friend: Guest) -> None:
    await anna.join(ads=True)
    await hand_out(anna.shop)
    await anna.tap("button-show-coupon")
    await friend.person.scan(anna.person)
    assert friend.labels[0] == friend.words("button-join")
    assert nothing_of_it(friend.person)


async def test_a_member_who_scans_it_is_at_home_and_no_more(anna: Guest, friend: Guest) -> None:
    await anna.join(ads=True)
    await hand_out(anna.shop)
    await friend.join()
    await friend.person.open(await link_of(anna))
    assert friend.sees("home", points=100, worth=WORTH)
    assert nothing_of_it(friend.person)


def nothing_of_it(person: Person) -> bool:
    return not any(
        TITLE in said or "Анна" in said
        for message in person.messages
        for said in (message.get("text", ""), message.get("caption", ""))
    )


async def test_somebody_else_s_button_is_refused(anna: Guest, friend: Guest) -> None:
    member_id = await anna.join(ads=True)
    await hand_out(anna.shop)
    coupon = await coupon_of(anna.shop, member_id)
    await friend.join()
    last = friend.person.last["message_id"]
    await friend.person.tap_data(f"coupon:{coupon.id}", last)
    assert friend.alert == friend.say.label("error-not-yours")
    await friend.person.tap_data(f"coupon:{coupon.id + 1}", last)
    assert friend.alert == friend.say.label("error-gone")
    await friend.person.tap_data("coupon:x", last)
    assert friend.alert == friend.say.label("stale-button")
    assert nothing_of_it(friend.person)


@pytest.mark.parametrize("payload", ["o-unknown", "o-", "o-" + "x" * 62, "o-1"])
async def test_a_link_that_was_never_made_leads_home(anna: Guest, payload: str) -> None:
    await anna.join(ads=True)
    await hand_out(anna.shop)
    await anna.person.start(payload)
    assert "photo" not in anna.person.last
    assert anna.sees("home", points=100, worth=WORTH)


async def test_a_used_one_says_so(somebody: Guest) -> None:
    member_id = await somebody.join(ads=True)
    await hand_out(somebody.shop)
    coupon = await coupon_of(somebody.shop, member_id)
    link = await link_of(somebody)
    old, message_id = somebody.data(somebody.words("button-show-coupon"))
    await buy(somebody)
    await somebody.person.open(link)
    assert somebody.sees("coupon-over", title=TITLE, state="used", until=coupon.until)
    assert somebody.person.buttons == [[somebody.words("button-my-offers")]]
    await somebody.person.tap_data(old, message_id)
    assert "photo" not in somebody.person.last


async def test_one_whose_time_is_over_says_so(somebody: Guest) -> None:
    member_id = await somebody.join(ads=True)
    await hand_out(somebody.shop)
    coupon = await coupon_of(somebody.shop, member_id)
    link = await link_of(somebody)
    await somebody.shop.later(days=8)
    await somebody.person.open(link)
    assert somebody.sees("coupon-over", title=TITLE, state="expired", until=coupon.until)


async def test_everything_says_the_same_last_day(guest: Guest) -> None:
    await guest.join(ads=True)
    last = guest.shop.clock.now().date().replace(day=5)
    await hand_out(guest.shop, conditions=Conditions(last_day=last))
    assert "до 5 марта 2026" in guest.person.text
    await guest.person.send("/offers")
    assert "До 5 марта 2026" in guest.person.text
    await guest.tap("button-coupon", title=TITLE)
    assert "До 5 марта 2026" in guest.person.text


async def test_before_its_first_day_it_says_when(somebody: Guest) -> None:
    await somebody.join(ads=True)
    tomorrow = somebody.shop.clock.now().date().replace(day=3)
    await hand_out(somebody.shop, conditions=Conditions(first_day=tomorrow))
    await somebody.tap("button-show-coupon")
    assert somebody.sees("coupon-early", since=tomorrow)


async def test_all_of_it_fits_under_a_picture(anna: Guest) -> None:
    await anna.join(ads=True)
    ctx, olga = anna.shop.ctx, await anna.shop.identity(anna.shop.olga)
    names = [f"{number} " + "очень длинное название " * 4 for number in range(20)]
    many = [await goods.add(ctx, olga, ItemKind.CATEGORY, name.strip()) for name in names]
    await hand_out(anna.shop, conditions=Conditions(categories=frozenset(many)))
    await anna.tap("button-show-coupon")
    assert "…" in anna.person.text
