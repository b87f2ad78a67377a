"""Language, offers, time zone; taking one's data away; leaving and coming back."""

import json

from services.profiles import profiles
from services.profiles.profiles import Profile
from services.programme import settings
from services.programme.settings import Changes
from services.rewards import vouchers
from tests.handlers.member.guest import Guest
from tests.handlers.member.test_rewards import offer, take


async def profile(guest: Guest) -> Profile:
    return await profiles.show(guest.shop.ctx, await guest.member_id())


async def test_the_language_changes_everything_at_once(anna: Guest) -> None:
    await anna.join()
    await anna.person.send("/language")
    await anna.person.tap("English")
    screen, done = anna.person.texts(2)
    assert screen.startswith("⚙️ Settings")
    assert done == "Done, from now on in English."
    assert "💳 Card" in anna.person.keyboard[0]
    await anna.person.press("⭐ Balance")
    assert anna.person.text.startswith("⭐ You have 100 points")
    assert (await profile(anna)).language == "en"


async def test_a_button_in_the_old_language_still_works(anna: Guest) -> None:
    await anna.join()
    await anna.person.send("/language")
    await anna.person.tap("English")
    await anna.person.send("⭐ Баланс")
    assert anna.person.text.startswith("⭐ You have 100 points")


async def test_offers_are_switched_on_and_off(somebody: Guest) -> None:
    await somebody.join()
    await somebody.press("menu-settings")
    await somebody.tap("button-offers-too", on=False)
    assert (await profile(somebody)).ads_consent
    await somebody.tap("button-offers-too", on=True)
    assert not (await profile(somebody)).ads_consent


async def test_the_time_zone_moves_every_time_that_is_shown(anna: Guest) -> None:
    await anna.join()
    await anna.press("menu-settings")
    await anna.tap("button-zone")
    await anna.person.tap("Владивосток")
    assert "Владивосток, сейчас 19:00" in anna.person.text
    await anna.press("menu-card")
    assert "до 19:05" in anna.person.text
    await anna.press("menu-settings")
    await anna.tap("button-zone")
    await anna.tap("button-shop-zone", zone="Москва")
    assert (await profile(anna)).timezone is None
    assert "Москва, сейчас 12:00" in anna.person.text


async def test_a_shop_abroad_offers_zones_of_its_own_world(anna: Guest) -> None:
    await anna.join()
    olga = await anna.shop.identity(anna.shop.olga)
    await settings.change(anna.shop.ctx, olga, Changes({"timezone": "Europe/London"}))
    await anna.press("menu-settings")
    await anna.tap("button-zone")
    labels = {label for row in anna.person.buttons for label in row}
    assert "Берлин" in labels
    assert "Лондон" not in labels  # it is the shop's own, in the first row
    assert "Камчатка" not in labels
    await anna.person.tap("Берлин")
    assert (await profile(anna)).timezone == "Europe/Berlin"


async def test_a_time_zone_that_was_not_offered_is_refused(anna: Guest) -> None:
    await anna.join()
    for zone in ("../../etc/passwd", "Europe/Paris"):
        await anna.person.tap_data(f"my_zone:{zone}", anna.person.last["message_id"])
        assert anna.alert == anna.words("error-gone")
    assert (await profile(anna)).timezone is None


async def test_one_s_own_data_come_as_a_file(somebody: Guest) -> None:
    await offer(somebody)
    await somebody.join()
    await take(somebody)
    await somebody.press("menu-settings")
    await somebody.tap("button-export")
    assert somebody.sees("exported")
    account = somebody.person.messages[-2]["document"]
    assert account["file_name"].endswith(".csv")
    assert b",-60,40," in somebody.person.download(account["file_id"]).replace(b";", b",")
    file = somebody.person.last["document"]
    data = json.loads(somebody.person.download(file["file_id"]))
    assert file["file_name"].endswith(".json")
    assert data["profile"]["name"] == somebody.person.first_name
    assert [line["points"] for line in data["points"]] == [-60, 100]
    assert [line["balance"] for line in data["points"]] == [40, 100]
    assert data["points"][0]["lots"][0]["lot"] == data["points"][1]["lots"][0]["lot"]
    assert [voucher["title"] for voucher in data["vouchers"]] == ["Капучино"]


async def test_leaving_says_what_is_lost_and_then_forgets(guest: Guest) -> None:
    await offer(guest)
    member_id = await guest.join()
    await take(guest)
    await guest.person.send("/privacy")
    await guest.tap("button-leave")
    assert guest.sees("leave-ask", points=40, vouchers=1)
    await guest.tap("button-stay")
    assert await guest.points() == 40
    await guest.tap("button-leave")
    data, message_id = guest.data("Удалить навсегда")
    await guest.tap("button-leave-yes")
    goodbye, door = guest.person.texts(2)
    assert goodbye == guest.words("left")
    assert door == guest.words("left-door-open")
    assert guest.person.keyboard == [[guest.words("menu-join")]]
    await guest.person.tap_data(data, message_id)
    assert guest.alert == guest.words("left-before")
    ctx = guest.shop.ctx
    gone = await profiles.show(ctx, member_id)
    assert (gone.name, gone.phone, gone.city) == ("", None, None)
    assert await vouchers.mine(ctx, member_id) == []


async def test_whoever_left_can_join_anew_under_their_name(somebody: Guest) -> None:
    await somebody.join()
    await somebody.press("menu-settings")
    await somebody.tap("button-leave")
    await somebody.tap("button-leave-yes")
    await somebody.press("menu-join")
    await somebody.tap("button-join")
    assert somebody.person.first_name in somebody.person.text
    assert (await profile(somebody)).name == somebody.person.first_name


async def test_an_old_farewell_does_not_end_a_new_card(anna: Guest) -> None:
    await anna.join()
    await anna.press("menu-settings")
    await anna.tap("button-leave")
    farewell = anna.data("Удалить навсегда")
    await anna.tap("button-leave-yes")
    await anna.press("menu-join")
    await anna.tap("button-join")
    await anna.person.tap_data(*farewell)
    assert anna.alert == anna.words("stale-button")
    assert await anna.points() == 0


async def test_staff_who_leave_keep_their_till(anna: Guest) -> None:
    await anna.shop.hire(anna.person)
    await anna.join()
    await anna.press("menu-settings")
    await anna.tap("button-leave")
    await anna.tap("button-leave-yes")
    assert anna.person.keyboard == [[anna.words("menu-cashier")], [anna.words("menu-join")]]
