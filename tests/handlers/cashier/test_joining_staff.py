"""How one becomes a cashier, and what somebody who is none sees."""

import pytest

from services.enums import Role
from services.staff import team
from tests.cast import Shop


async def invite(shop: Shop, role: Role = Role.CASHIER) -> str:
    invitation = await team.invite(shop.ctx, await shop.identity(shop.olga), role)
    return f"s-{invitation.token}"


@pytest.mark.parametrize("language", ["ru", "en"])
async def test_an_invitation_opens_the_till(sqlite_shop: Shop, language: str) -> None:
    shop = sqlite_shop
    shop.boris.language = language
    say = shop.words.say(language)
    await shop.boris.start(await invite(shop))
    assert shop.boris.text == say("till-welcome", role=Role.CASHIER)
    await shop.boris.press(say.label("menu-cashier"))
    assert say("till-nothing-yet") in shop.boris.text


async def test_a_new_cashier_sees_their_commands(sqlite_shop: Shop) -> None:
    shop = sqlite_shop
    await shop.boris.start(await invite(shop))
    told = shop.world.called("setMyCommands")
    assert told
    assert all(f"{shop.boris.id}" in str(call["scope"]) for call in told)
    assert all("cashier" in str(call["commands"]) for call in told)


async def test_an_invitation_works_once(sqlite_shop: Shop) -> None:
    shop = sqlite_shop
    link = await invite(shop)
    await shop.boris.start(link)
    await shop.vera.start(link)
    say = shop.words.say("en")
    assert shop.vera.text == say("error-invitation-spent")
    assert shop.vera.keyboard == [[say.label("menu-join")]]


async def test_the_same_person_may_open_it_again(sqlite_shop: Shop) -> None:
    shop = sqlite_shop
    link = await invite(shop)
    await shop.boris.start(link)
    await shop.boris.start(link)
    assert shop.boris.text == shop.words.say("ru")("till-welcome", role=Role.CASHIER)


@pytest.mark.parametrize("junk", ["s-", "s-unknown", "s-" + "x" * 62])
async def test_an_invitation_nobody_made_is_refused(sqlite_shop: Shop, junk: str) -> None:
    await sqlite_shop.vera.start(junk)
    assert sqlite_shop.vera.text == sqlite_shop.words.say("en")("error-invitation-spent")


async def test_an_old_invitation_is_refused(sqlite_shop: Shop) -> None:
    shop = sqlite_shop
    link = await invite(shop)
    await shop.later(days=4)
    await shop.boris.start(link)
    assert shop.boris.text == shop.words.say("ru")("error-invitation-spent")


async def test_a_member_who_is_invited_keeps_the_card(sqlite_shop: Shop) -> None:
    shop = sqlite_shop
    await shop.join(shop.anna)
    await shop.anna.start(await invite(shop))
    say = shop.words.say("ru")
    assert shop.anna.keyboard[0] == [say.label("menu-cashier")]
    assert [say.label("menu-card"), say.label("menu-balance")] in shop.anna.keyboard


async def test_the_till_is_for_staff(sqlite_shop: Shop) -> None:
    shop = sqlite_shop
    await shop.join(shop.anna)
    await shop.anna.send("/cashier")
    assert shop.anna.text == shop.words.say("ru")("error-not-staff")


async def test_the_owner_has_the_till_too(sqlite_shop: Shop) -> None:
    shop = sqlite_shop
    await shop.olga.start()
    await shop.olga.send("/cashier")
    assert shop.words.say("ru")("till-nothing-yet") in shop.olga.text


async def test_a_guest_who_scans_a_card_learns_nothing_of_its_owner(sqlite_shop: Shop) -> None:
    shop = sqlite_shop
    await shop.hire(shop.boris)
    await shop.join(shop.anna)
    await shop.anna.send("/card")
    await shop.vera.scan(shop.anna)
    assert not any("Анна" in str(message) for message in shop.vera.messages)
