"""Joining: one screen, one tap, a card."""

import pytest

from models.people import Member, Source
from services.members import members
from services.money import Money
from services.profiles import profiles
from services.programme import settings
from services.programme.settings import Changes
from services.staff import identities
from tests.cast import Shop
from tests.handlers.member.guest import Guest


async def member(shop: Shop, member_id: int) -> Member:
    async with shop.ctx.db.read() as session:
        return await session.get_one(Member, member_id)


async def test_two_taps_and_there_is_a_card(somebody: Guest) -> None:
    await somebody.person.start()
    assert somebody.sees("consent", shop="Зерно", points=100, worth=Money(100_00, "RUB"))
    await somebody.tap("button-join")
    joined, menu, card = somebody.person.messages[-3:]
    assert joined["text"] == somebody.words("joined", points=100, worth=Money(100_00, "RUB"))
    assert menu["text"] == somebody.words("joined-menu")
    assert "photo" in card
    assert somebody.say.label("menu-card") in somebody.person.keyboard[0]
    assert await somebody.points() == 100


async def test_data_consent_is_not_consent_to_offers(somebody: Guest) -> None:
    member_id = await somebody.join()
    assert not (await profiles.show(somebody.shop.ctx, member_id)).ads_consent


async def test_offers_are_wanted_only_when_ticked(somebody: Guest) -> None:
    member_id = await somebody.join(ads=True)
    assert (await profiles.show(somebody.shop.ctx, member_id)).ads_consent


async def test_the_tick_can_be_taken_off_again(anna: Guest) -> None:
    await anna.person.start()
    await anna.tap("button-offers-too", on=False)
    await anna.tap("button-offers-too", on=True)
    await anna.tap("button-join")
    assert not (await profiles.show(anna.shop.ctx, await anna.member_id())).ads_consent


async def test_the_language_is_switched_before_joining_and_the_tick_stays(anna: Guest) -> None:
    await anna.person.start()
    await anna.tap("button-offers-too", on=False)
    await anna.person.tap("English")
    assert "☑ I want offers and gifts" in anna.labels
    await anna.person.tap("Get a card")
    assert anna.person.texts(2)[0].startswith("The menu is always at hand")
    found = await profiles.show(anna.shop.ctx, await anna.member_id())
    assert (found.language, found.ads_consent) == ("en", True)


@pytest.mark.parametrize(
    ("payload", "source", "detail"),
    [
        ("p-main", Source.POSTER, "main"),
        ("zzz", Source.DIRECT, None),
        ("A" * 64, Source.DIRECT, None),
        ("r-" + "9" * 62, Source.REFERRAL, None),
        ("r-12345", Source.REFERRAL, None),
        ("r-nobody", Source.REFERRAL, None),
        ("v-token", Source.DIRECT, None),
    ],
)
async def test_a_link_tells_where_somebody_came_from(
    anna: Guest, payload: str, source: Source, detail: str | None
) -> None:
    await anna.person.start(payload)
    await anna.tap("button-offers-too", on=False)
    await anna.tap("button-join")
    found = await member(anna.shop, await anna.member_id())
    assert (found.source, found.source_detail, found.referrer_id) == (source, detail, None)


async def test_a_friend_is_remembered_as_the_one_who_invited(anna: Guest, friend: Guest) -> None:
    anna_id = await anna.join()
    await friend.person.start(f"r-{anna_id}")
    await friend.tap("button-join")
    assert (await member(anna.shop, await friend.member_id())).referrer_id == anna_id


async def test_somebody_else_s_card_only_invites_to_join(anna: Guest, friend: Guest) -> None:
    await anna.join()
    token = (await profiles.show(anna.shop.ctx, await anna.member_id())).card_token
    await friend.person.start(f"c-{token}")
    assert friend.sees("consent", shop="Зерно", points=100, worth=Money(100_00, "RUB"))
    assert "Анна" not in friend.person.text


async def test_somebody_else_s_card_shows_a_member_their_own_menu(
    anna: Guest, friend: Guest
) -> None:
    await anna.join()
    await friend.join()
    await friend.person.scan(anna.person)
    assert friend.sees("home", points=100, worth=Money(100_00, "RUB"))


async def test_two_taps_on_join_are_one(guest: Guest) -> None:
    await guest.person.start()
    data, message_id = guest.data("Получить карту")
    await guest.person.tap_data(data, message_id)
    before = len(guest.person.messages)
    await guest.person.tap_data(data, message_id)
    assert guest.alert == guest.words("joined-before")
    assert len(guest.person.messages) == before
    assert await guest.points() == 100


async def test_start_by_a_member_opens_the_menu(somebody: Guest) -> None:
    await somebody.join()
    await somebody.person.start("p-main")
    assert somebody.sees("home", points=100, worth=Money(100_00, "RUB"))
    assert somebody.say.label("menu-card") in somebody.person.keyboard[0]


async def test_without_a_bonus_none_is_promised(anna: Guest) -> None:
    olga = await anna.shop.identity(anna.shop.olga)
    await settings.change(anna.shop.ctx, olga, Changes({"welcome_bonus": 0}))
    await anna.person.start()
    assert anna.sees("consent", shop="Зерно", points=0, worth=Money(0, "RUB"))
    assert "За вступление" not in anna.person.text
    await anna.tap("button-join")
    assert await anna.points() == 0


async def test_whatever_a_stranger_does_is_answered_with_the_invitation(somebody: Guest) -> None:
    person = somebody.person
    await person.start()
    invitation = person.text
    await person.send("?")
    assert person.text == invitation
    await person.send_sticker()
    assert person.text == invitation
    await person.send("/balance")
    assert person.text == invitation
    await person.tap_data("balance", person.last["message_id"])
    assert person.text == invitation
    await person.send("/help")
    assert somebody.sees("help")
    await person.send("/privacy")
    assert somebody.sees("privacy", shop="Зерно")


async def test_a_long_name_with_marks_is_kept_and_shown_as_it_is(sqlite_shop: Shop) -> None:
    stranger = sqlite_shop.world.person("<b>&" * 16, last_name="<i>" * 21)
    guest = Guest(sqlite_shop, stranger, sqlite_shop.words.say("ru", "Europe/Moscow"))
    await guest.join()
    assert f"{'<b>&' * 16} {'<i>' * 21}" in stranger.text


async def test_blocking_and_coming_back_is_noticed(anna: Guest) -> None:
    await anna.join()
    await anna.person.block()
    visitor = await identities.visit(anna.shop.ctx, anna.person.id, "", "ru")
    assert not visitor.reachable
    await anna.person.unblock()
    visitor = await identities.visit(anna.shop.ctx, anna.person.id, "", "ru")
    assert visitor.reachable


async def test_start_says_that_somebody_is_back_when_nothing_else_did(anna: Guest) -> None:
    await anna.join()
    await identities.reachable(anna.shop.ctx, anna.person.id, yes=False)
    await anna.person.start()
    assert (await identities.visit(anna.shop.ctx, anna.person.id, "", "ru")).reachable


async def test_the_gift_for_joining_is_given_once_a_person(guest: Guest) -> None:
    member_id = await guest.join()
    await guest.press("menu-settings")
    await guest.tap("button-leave")
    await guest.tap("button-leave-yes")
    await guest.press("menu-join")
    assert "100" not in guest.person.text
    await guest.tap("button-join")
    assert await guest.points() == 0
    assert await guest.member_id() != member_id
    identity = await guest.shop.identity(guest.person)
    assert (await members.welcome(guest.shop.ctx, identity)).bonus == 0


async def test_staff_without_a_card_are_greeted_with_their_work(sqlite_shop: Shop) -> None:
    await sqlite_shop.hire(sqlite_shop.boris)
    for words in ("/start", "привет"):
        await sqlite_shop.boris.send(words)
        assert "кассе" in sqlite_shop.boris.text
    await sqlite_shop.boris.press("✨ Получить карту")
    assert ["✨ Получить карту"] in sqlite_shop.boris.buttons


async def test_staff_who_scan_an_invitation_are_told_to_ask_for_the_card(
    sqlite_shop: Shop, anna: Guest
) -> None:
    await anna.join()
    boris = sqlite_shop.boris
    await sqlite_shop.hire(boris)
    for _ in ("without a card", "with one"):
        await anna.press("menu-invite")
        await boris.scan(anna.person)
        assert boris.text == anna.words("start-no-card")
        await sqlite_shop.join(boris)
    await anna.press("menu-card")
    await boris.scan(anna.person)
    assert "Анна" in boris.text
