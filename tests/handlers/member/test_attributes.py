"""The profile beyond its first fields: family, children, the best time, and what this shop asks."""

import pytest

from services.dates import Birthday
from services.enums import AttributeKind, ContactTime, Family, Gender
from services.profiles import leaving, profile_bonus, profiles
from services.programme import settings
from services.programme.settings import Changes
from services.surveys import custom_attributes
from tests.handlers.member.guest import Guest


async def open_field(guest: Guest, field: str) -> None:
    await guest.press("menu-profile")
    await guest.tap(f"field-{field}")


async def by(guest: Guest) -> int:
    return await guest.shop.identity(guest.shop.olga)


@pytest.mark.parametrize(
    ("field", "choice"), [("family", "family-married"), ("time", "contact-time-evening")]
)
async def test_a_field_is_chosen_and_removed(somebody: Guest, field: str, choice: str) -> None:
    member_id = await somebody.join()
    await open_field(somebody, field)
    assert somebody.sees(f"why-field-{field}")
    await somebody.tap(choice)
    assert somebody.sees(
        "profile-field", field=somebody.words(f"field-{field}"), value=somebody.words(choice)
    )
    profile = await profiles.show(somebody.shop.ctx, member_id)
    chosen = {"family": Family.MARRIED, "time": ContactTime.EVENING}
    assert chosen[field] in (profile.family, profile.contact_time)
    await somebody.tap(f"field-{field}")
    await somebody.tap("button-remove")
    profile = await profiles.show(somebody.shop.ctx, member_id)
    assert (profile.family, profile.contact_time) == (None, None)


async def test_children_are_told_one_by_one_and_removed(somebody: Guest) -> None:
    await somebody.join()
    await open_field(somebody, "children")
    for typed in ("24.05", "24.05.2007", "30.02.2019", "02.04.2026", "🎈"):
        await somebody.person.send(typed)
        assert somebody.sees("error-bad-child-birthday", oldest=18)
    for typed in ("24.05.2019", "01.01.2008", "03.03.2026"):
        await somebody.person.send(typed)
        assert somebody.sees("profile-saved")
    removes = [label for label in somebody.labels if "🗑" in label]
    assert [label[-4:] for label in removes] == ["2008", "2019", "2026"]  # the eldest first
    await somebody.person.tap(removes[0])
    await somebody.tap("button-back")
    assert "2008" not in somebody.text
    assert "2019" in somebody.text
    for _ in range(8):
        await somebody.tap("field-children")
        await somebody.person.send("24.05.2019")
        await somebody.tap("button-back")
    await somebody.tap("field-children")
    await somebody.person.send("24.05.2019")
    assert somebody.sees("error-too-many-children", most=10)


async def test_the_shops_own_questions_are_answered_changed_and_removed(somebody: Guest) -> None:
    await somebody.join()
    ctx, olga = somebody.shop.ctx, await by(somebody)
    pets = await custom_attributes.create(
        ctx, olga, "Pets <b>", AttributeKind.SEVERAL, ("Cat", "Dog")
    )
    await custom_attributes.create(ctx, olga, "Drink", AttributeKind.CHOICE, ("Tea", "Coffee"))
    await custom_attributes.create(ctx, olga, "Size", AttributeKind.NUMBER)
    await somebody.press("menu-profile")
    for label in ("Pets <b>", "Cat", "Dog", "Cat"):
        await somebody.person.tap(label)
    await somebody.tap("button-back")
    await somebody.person.tap("Drink")
    await somebody.person.tap("Coffee")
    await somebody.tap("button-back")
    await somebody.person.tap("Size")
    await somebody.person.send("many")
    await somebody.person.send("42")
    await somebody.tap("button-back")
    for line in ("Pets <b>: Dog", "Drink: Coffee", "Size: 42"):
        assert line in somebody.text
    await custom_attributes.retire(ctx, olga, pets, retired=True)
    await somebody.person.tap("Pets <b>")  # the shop asks no more; it is theirs to remove still
    assert somebody.sees("known-retired")
    await somebody.tap("button-remove")
    await somebody.tap("button-back")
    assert "Pets" not in somebody.text
    await somebody.person.tap("Drink")
    await somebody.tap("button-remove")
    await somebody.tap("button-back")
    assert "Drink: —" in somebody.text


async def fill(guest: Guest, member_id: int) -> None:
    """All that counts but the best time."""
    ctx = guest.shop.ctx
    await profiles.set_birthday(ctx, member_id, Birthday(24, 5, None))
    await profiles.set_gender(ctx, member_id, Gender.FEMALE)
    await profiles.set_city(ctx, member_id, "Казань")
    await profiles.set_interests(ctx, member_id, ("coffee",))
    await profiles.set_family(ctx, member_id, Family.COUPLE)


async def test_a_filled_profile_brings_points_once(guest: Guest) -> None:
    member_id = await guest.join()
    ctx = guest.shop.ctx
    await settings.change(ctx, await by(guest), Changes({"profile_bonus": 50}))
    await guest.press("menu-profile")
    assert guest.sees("profile-more", left=6, points=50)
    await fill(guest, member_id)
    await open_field(guest, "time")
    last = guest.data(guest.words("contact-time-day"))
    await guest.tap("contact-time-day")
    assert guest.sees("profile-thanks", points=50)
    assert await guest.points() == 150
    await guest.person.tap_data(*last)  # the same tap once more
    await guest.tap("field-family")
    await guest.tap("button-remove")
    await guest.tap("field-family")
    await guest.tap("family-single")
    assert not guest.sees("profile-thanks", points=50)
    assert await guest.points() == 150


async def test_a_second_card_brings_no_second_thanks(guest: Guest) -> None:
    ctx = guest.shop.ctx
    await settings.change(ctx, await by(guest), Changes({"profile_bonus": 50}))
    for given in (50, 0):
        member_id = await guest.join()
        await fill(guest, member_id)
        await profiles.set_contact_time(ctx, member_id, ContactTime.DAY)
        promised = await profile_bonus.progress(ctx, member_id)
        assert promised == (profile_bonus.Progress(50, 0) if given else None)
        assert await profile_bonus.claim(ctx, member_id) == given
        await leaving.leave(ctx, member_id)


async def test_who_was_there_before_the_points_takes_them(guest: Guest) -> None:
    member_id = await guest.join()
    await fill(guest, member_id)
    await profiles.set_contact_time(guest.shop.ctx, member_id, ContactTime.DAY)
    await guest.press("menu-profile")
    assert guest.words("button-profile-bonus", points=50) not in guest.labels  # nothing is promised
    await settings.change(guest.shop.ctx, await by(guest), Changes({"profile_bonus": 50}))
    await guest.press("menu-profile")
    data = guest.data(guest.words("button-profile-bonus", points=50))
    await guest.tap("button-profile-bonus", points=50)
    await guest.person.tap_data(*data)
    assert await guest.points() == 150
