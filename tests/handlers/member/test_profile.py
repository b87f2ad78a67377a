"""The profile: every field by choice, each for a reason, each can be changed or removed."""

import pytest

from models.people import Member
from services.dates import Birthday
from services.enums import Gender
from services.profiles import profiles
from services.profiles.profiles import Profile
from tests.cast import Shop
from tests.handlers.member.guest import Guest

FIELDS = ("name", "phone", "birthday", "gender", "city", "interests")


async def profile(guest: Guest) -> Profile:
    return await profiles.show(guest.shop.ctx, await guest.member_id())


async def open_field(guest: Guest, field: str) -> None:
    await guest.press("menu-profile")
    await guest.tap(f"field-{field}")


@pytest.mark.parametrize("field", FIELDS)
async def test_each_field_says_why_it_helps(somebody: Guest, field: str) -> None:
    await somebody.join()
    await open_field(somebody, field)
    facts = {"points": 300} if field == "birthday" else {}
    assert somebody.sees(f"why-field-{field}", **facts)


async def test_the_name_is_changed(somebody: Guest) -> None:
    await somebody.join()
    await open_field(somebody, "name")
    await somebody.person.send("  Анна   <Мария> ")
    assert somebody.sees("profile-saved")
    assert (await profile(somebody)).name == "Анна <Мария>"
    await somebody.press("menu-card")
    assert "Анна <Мария>" in somebody.person.text


async def test_too_long_a_name_is_asked_again(somebody: Guest) -> None:
    await somebody.join()
    await open_field(somebody, "name")
    await somebody.person.send("<b>&" * 50)
    assert somebody.sees("error-bad-text", most=64)
    await somebody.person.send("Аня")
    assert (await profile(somebody)).name == "Аня"


@pytest.mark.parametrize(
    ("typed", "kept"),
    [("24.05", Birthday(24, 5, None)), ("24 мая 1990", Birthday(24, 5, 1990))],
)
async def test_a_birthday_is_kept_and_shown(anna: Guest, typed: str, kept: Birthday) -> None:
    await anna.join()
    await open_field(anna, "birthday")
    await anna.person.send(typed)
    assert (await profile(anna)).birthday == kept
    assert "День рождения: 24 мая" in anna.person.text


@pytest.mark.parametrize(
    "typed", ["5/24", "31.02", "30.02.2000", "1.1.1800", "1.1.2027", "🎂", "24"]
)
async def test_what_is_no_birthday_is_asked_again(somebody: Guest, typed: str) -> None:
    await somebody.join()
    await open_field(somebody, "birthday")
    await somebody.person.send(typed)
    assert somebody.sees("error-bad-birthday")
    await somebody.person.send("29.02")
    assert (await profile(somebody)).birthday == Birthday(29, 2, None)


async def test_a_birthday_is_locked_after_its_gift(somebody: Guest) -> None:
    member_id = await somebody.join()
    await profiles.set_birthday(somebody.shop.ctx, member_id, Birthday(1, 5, None))
    await open_field(somebody, "birthday")
    remove = somebody.data(somebody.words("button-remove"))
    async with somebody.shop.ctx.db.write() as session:
        (await session.get_one(Member, member_id)).birthday_locked = True
    await open_field(somebody, "birthday")
    assert somebody.sees("birthday-locked")
    assert somebody.labels == [somebody.words("button-back")]
    await somebody.person.send("24.05")
    assert somebody.sees("not-understood")
    await somebody.person.tap_data(*remove)
    assert somebody.alert == somebody.words("error-birthday-locked")


async def test_only_one_s_own_phone_is_taken(somebody: Guest) -> None:
    await somebody.join()
    await open_field(somebody, "phone")
    await somebody.person.share_contact(of=somebody.shop.olga)
    assert somebody.sees("error-contact-not-own")
    await somebody.person.send("+7 912 000-00-00")
    assert somebody.sees("step-button-please")
    await somebody.press("button-share-phone")
    assert somebody.sees("phone-saved")
    assert (await profile(somebody)).phone == somebody.person.phone
    assert somebody.say.label("menu-card") in somebody.person.keyboard[0]


async def test_the_phone_is_removed(somebody: Guest) -> None:
    await somebody.join()
    await open_field(somebody, "phone")
    await somebody.press("button-share-phone")
    await open_field(somebody, "phone")
    assert somebody.person.phone in somebody.person.text
    await somebody.tap("button-remove")
    assert (await profile(somebody)).phone is None


async def test_a_phone_belongs_to_one_card(anna: Guest, friend: Guest) -> None:
    await anna.join()
    await open_field(anna, "phone")
    await anna.press("button-share-phone")
    await friend.join()
    friend.person.phone = anna.person.phone
    await open_field(friend, "phone")
    await friend.press("button-share-phone")
    assert friend.sees("error-phone-taken")
    assert (await profile(friend)).phone is None


@pytest.mark.parametrize("way_out", ["button-cancel", "/cancel", "/balance", "/start"])
async def test_the_menu_comes_back_however_one_leaves(somebody: Guest, way_out: str) -> None:
    await somebody.join()
    await open_field(somebody, "phone")
    assert somebody.person.keyboard[0] == [somebody.words("button-share-phone")]
    if way_out.startswith("/"):
        await somebody.person.send(way_out)
    else:
        await somebody.press(way_out)
    assert somebody.say.label("menu-card") in somebody.person.keyboard[0]


async def test_gender_is_chosen_and_removed(somebody: Guest) -> None:
    await somebody.join()
    await open_field(somebody, "gender")
    await somebody.tap("gender-female")
    assert (await profile(somebody)).gender is Gender.FEMALE
    await somebody.tap("field-gender")
    await somebody.tap("button-remove")
    assert (await profile(somebody)).gender is None


async def test_a_card_keeps_its_name(anna: Guest) -> None:
    await anna.join()
    await open_field(anna, "name")
    await anna.person.tap_data("my_blank:name", anna.person.last["message_id"])
    assert anna.alert == anna.words("error-gone")
    assert not anna.sees("profile-saved")
    assert (await profile(anna)).name == "Анна"


async def test_interests_are_ticked_and_unticked(somebody: Guest) -> None:
    await somebody.join()
    await open_field(somebody, "interests")
    for key in ("travel", "coffee", "books"):
        interest = somebody.words(f"interest-{key}")
        await somebody.tap("interest-chip", interest=interest, on=False)
    books = somebody.words("interest-books")
    await somebody.tap("interest-chip", interest=books, on=True)
    assert (await profile(somebody)).interests == ("coffee", "travel")


async def test_an_interest_that_is_not_on_the_list_is_not_kept(anna: Guest) -> None:
    await anna.join()
    await open_field(anna, "interests")
    await anna.person.tap_data("my_interest:forged", anna.person.last["message_id"])
    assert (await profile(anna)).interests == ()


async def test_cities_of_several_members_are_a_tap_away(sqlite_shop: Shop, anna: Guest) -> None:
    for number, city in enumerate(["Казань"] * 3 + ["Улица моя, дом 5"] * 2 + ["Пермь"] * 4):
        member_id = await sqlite_shop.join(sqlite_shop.world.person(f"Гость {number}"))
        await profiles.set_city(sqlite_shop.ctx, member_id, city)
    await anna.join()
    await open_field(anna, "city")
    assert anna.labels[:-1] == ["Пермь", "Казань"]
    await anna.person.tap("Казань")
    assert (await profile(anna)).city == "Казань"


async def test_a_city_has_letters(somebody: Guest) -> None:
    await somebody.join()
    await open_field(somebody, "city")
    for no_city in ("🙂", "12-34"):
        await somebody.person.send(no_city)
        assert somebody.sees("error-bad-city")
    await somebody.person.send("Тверь")
    assert (await profile(somebody)).city == "Тверь"


async def test_a_sticker_is_no_answer(somebody: Guest) -> None:
    await somebody.join()
    await open_field(somebody, "city")
    await somebody.person.send_sticker()
    assert somebody.sees("step-text-please")
    await somebody.person.send("Тверь")
    assert (await profile(somebody)).city == "Тверь"


async def test_another_screen_ends_the_question(anna: Guest) -> None:
    await anna.join()
    await open_field(anna, "city")
    await anna.tap("button-back")
    await anna.person.send("Тверь")
    assert anna.sees("not-understood")
    assert (await profile(anna)).city is None


@pytest.mark.parametrize("field", ["name", "birthday", "city", "phone"])
async def test_cancel_says_what_was_cancelled(somebody: Guest, field: str) -> None:
    await somebody.join()
    await open_field(somebody, field)
    await somebody.person.send("/cancel")
    assert somebody.sees(f"cancelled-{field}")
