"""Rewards: what points are exchanged for, and vouchers that are shown or given back."""

from io import BytesIO

import pytest
import zxingcpp
from PIL import Image

from services.rewards import rewards, vouchers
from services.rewards.rewards import NewReward
from tests.handlers.member.guest import Guest


async def offer(guest: Guest, title: str = "Капучино", points: int = 60, **terms: int) -> int:
    """Olga puts a reward into the catalogue."""
    shop = guest.shop
    olga = await shop.identity(shop.olga)
    return await rewards.add(shop.ctx, olga, NewReward(title, points, **terms))  # type: ignore[arg-type]


async def take(guest: Guest, title: str = "Капучино") -> None:
    """From the menu to the voucher."""
    await guest.press("menu-rewards")
    await guest.person.tap(title)
    await guest.tap("button-take", points=60)
    await guest.tap("button-take-yes")


async def test_an_empty_catalogue_says_so(somebody: Guest) -> None:
    await somebody.join()
    await somebody.person.send("/rewards")
    assert somebody.sees("rewards-empty")


async def test_points_become_a_voucher(guest: Guest) -> None:
    await offer(guest)
    member_id = await guest.join()
    await take(guest)
    [ticket] = await vouchers.mine(guest.shop.ctx, member_id)
    done, shown = guest.person.texts(2)
    assert done == guest.words("reward-taken", title="Капучино", points=60, balance=40)
    assert ticket.code in shown
    [found] = zxingcpp.read_barcodes(Image.open(BytesIO(guest.person.photo())))
    assert found.text == f"https://t.me/kopilka_demo_bot?start=v-{ticket.token}"
    assert await guest.points() == 40


async def test_the_question_says_what_will_be_left(somebody: Guest) -> None:
    await offer(somebody)
    await somebody.join()
    await somebody.press("menu-rewards")
    await somebody.person.tap("Капучино")
    await somebody.tap("button-take", points=60)
    assert somebody.sees("reward-ask", title="Капучино", points=60, left=40, days=30)


async def test_two_taps_on_yes_take_one(guest: Guest) -> None:
    await offer(guest, points=40)
    member_id = await guest.join()
    await guest.press("menu-rewards")
    await guest.person.tap("Капучино")
    await guest.tap("button-take", points=40)
    data, message_id = guest.data("Да, обменять")
    await guest.person.tap_data(data, message_id)
    count = len(guest.person.messages)
    await guest.person.tap_data(data, message_id)
    assert guest.alert == guest.words("voucher-made-before")
    assert len(guest.person.messages) == count
    assert len(await vouchers.mine(guest.shop.ctx, member_id)) == 1
    assert await guest.points() == 60


async def test_the_same_reward_can_be_taken_again_on_purpose(guest: Guest) -> None:
    await offer(guest, points=40)
    member_id = await guest.join()
    await guest.press("menu-rewards")
    for _ in range(2):
        await guest.person.tap("Капучино")
        await guest.tap("button-take", points=40)
        await guest.tap("button-take-yes")
        await guest.press("menu-rewards")
    assert len(await vouchers.mine(guest.shop.ctx, member_id)) == 2
    assert await guest.points() == 20


async def test_what_is_missing_is_said_and_nothing_can_be_taken(somebody: Guest) -> None:
    await offer(somebody, points=250)
    await somebody.join()
    await somebody.press("menu-rewards")
    await somebody.person.tap("Капучино")
    assert somebody.sees("reward-missing", points=150, have=100)
    assert somebody.labels == [somebody.words("button-back")]


async def test_a_forged_yes_for_a_dear_reward_takes_nothing(anna: Guest) -> None:
    dear = await offer(anna, points=250)
    await anna.join()
    await anna.person.send("/balance")
    await anna.person.tap_data(f"my_taken:{dear}:nonsense", anna.person.last["message_id"])
    assert anna.alert == anna.words("error-not-enough-points", have=100, need=250)
    assert await anna.points() == 100


async def test_one_to_a_guest(anna: Guest) -> None:
    await offer(anna, member_limit=1)
    await anna.join()
    await take(anna)
    await anna.press("menu-rewards")
    await anna.person.tap("Капучино")
    assert anna.sees("reward-taken-up")


async def test_the_last_one_goes_to_whoever_is_first(anna: Guest, friend: Guest) -> None:
    await offer(anna, stock=1)
    await anna.join()
    await friend.join()
    await friend.press("menu-rewards")
    await friend.person.tap("Капучино")
    await take(anna)
    await friend.tap("button-take", points=60)
    assert friend.alert == friend.words("error-out-of-stock")


async def test_a_long_catalogue_is_turned(anna: Guest) -> None:
    for number in range(10):
        await offer(anna, f"Награда {number}", 10 + number)
    await anna.join()
    await anna.press("menu-rewards")
    assert sum("Награда" in label for label in anna.labels) == 8
    await anna.tap("button-page-on")
    assert sum("Награда" in label for label in anna.labels) == 2
    await anna.tap("button-page-back")
    assert sum("Награда" in label for label in anna.labels) == 8


async def test_titles_are_shown_as_they_are_and_fit_the_button(anna: Guest) -> None:
    title = "<b>Чай & печенье</b> " + "ещё " * 19
    await offer(anna, title)
    await anna.join()
    await anna.press("menu-rewards")
    assert len(anna.labels[0]) <= 34
    await anna.person.tap("<b>Чай")
    assert title.strip() in anna.person.text


async def test_a_picture_is_shown_and_a_lost_one_is_not_missed(anna: Guest) -> None:
    await anna.join()
    picture = anna.person.last["photo"][-1]["file_id"]
    olga = await anna.shop.identity(anna.shop.olga)
    await rewards.add(anna.shop.ctx, olga, NewReward("С фото", 10, picture=picture))
    await rewards.add(anna.shop.ctx, olga, NewReward("Без фото", 20, picture="lost"))
    await anna.press("menu-rewards")
    await anna.person.tap("С фото")
    assert anna.person.last["photo"][-1]["file_id"] == picture
    await anna.tap("button-back")
    await anna.person.tap("Без фото")
    assert "photo" not in anna.person.last
    assert anna.sees("reward", title="Без фото", points=20)


@pytest.fixture
async def holder(guest: Guest) -> Guest:
    """Anna with a voucher on her screen."""
    await offer(guest)
    await guest.join()
    await take(guest)
    return guest


async def test_a_voucher_is_given_back_after_a_question(holder: Guest) -> None:
    await holder.tap("button-return-voucher")
    assert holder.sees("voucher-return-ask", points=60)
    assert await holder.points() == 40
    data, message_id = holder.data("Да, отменить")
    await holder.tap("button-return-yes")
    assert holder.sees("voucher-returned", title="Капучино", points=60, balance=100)
    assert holder.labels == []
    await holder.person.tap_data(data, message_id)
    assert holder.alert == holder.words("error-voucher-used")
    assert await holder.points() == 100


async def test_a_voucher_is_found_again_among_one_s_own(holder: Guest) -> None:
    await holder.press("menu-rewards")
    await holder.tap("button-my-vouchers")
    await holder.person.tap("Капучино")
    assert "photo" in holder.person.last


async def test_a_used_voucher_says_so(holder: Guest) -> None:
    shop, member_id = holder.shop, await holder.member_id()
    [ticket] = await vouchers.mine(shop.ctx, member_id)
    await vouchers.accept(shop.ctx, await shop.hire(shop.boris), ticket.id)
    await holder.tap("button-return-voucher")
    assert "уже использован" in holder.person.texts(2)[0]
    await holder.press("menu-rewards")
    await holder.tap("button-my-vouchers")
    assert holder.sees("vouchers-empty")


async def test_an_expired_voucher_says_so(holder: Guest) -> None:
    data, message_id = holder.data("Отменить ваучер")
    await holder.press("menu-rewards")
    await holder.tap("button-my-vouchers")
    await holder.shop.later(days=31)
    await holder.person.tap("Капучино", message_id=holder.data("Капучино")[1])
    assert any("срок вышел" in text for text in holder.person.texts(3))
    await holder.person.tap_data(data, message_id)
    assert await holder.points() == 100


async def test_nobody_shows_or_returns_somebody_else_s_voucher(anna: Guest, friend: Guest) -> None:
    await offer(anna)
    await anna.join()
    await take(anna)
    [ticket] = await vouchers.mine(anna.shop.ctx, await anna.member_id())
    await friend.join()
    for data in (f"voucher:{ticket.id}", f"my_return:{ticket.id}:0", f"my_return:{ticket.id}:1"):
        await friend.person.tap_data(data, friend.person.last["message_id"])
        assert friend.alert == friend.words("error-not-yours")
    assert await anna.points() == 40
