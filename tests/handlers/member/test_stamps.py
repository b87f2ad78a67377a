"""Stamp cards in the member's chat and on the cashier's screen."""

from sqlalchemy import update

from models.messaging import Upload
from services.checkout import purchases
from services.money import Money
from services.rewards import vouchers
from services.stamps import stamp_cards
from services.stamps.stamp_cards import NewCard
from tests.handlers.member.guest import Guest

COFFEE = NewCard("Кофе <b>&", "Кофе в подарок", needed=3, least=100_00)


async def make(guest: Guest, card: NewCard = COFFEE) -> int:
    shop = guest.shop
    return await stamp_cards.make(shop.ctx, await shop.identity(shop.olga), card)


async def buy(guest: Guest, times: int = 1) -> int:
    """The member's purchases at Boris's till; his identity."""
    shop = guest.shop
    boris = await shop.hire(shop.boris)
    member = await guest.member_id()
    for _ in range(times):
        key = shop.ctx.secrets.token()
        await purchases.record(shop.ctx, boris, member, 200_00, key=key)
    await shop.settle()
    return boris


async def test_one_tap_from_the_card_shows_how_far_it_is(somebody: Guest) -> None:
    await somebody.join()
    await make(somebody)
    await buy(somebody)
    await somebody.press("menu-card")
    await somebody.tap("button-stamps")
    assert "photo" in somebody.person.last
    assert somebody.sees("stamp-card", title="Кофе <b>&", stamps=1, needed=3)
    assert somebody.sees("stamp-card-left", left=2, reward="Кофе в подарок")
    assert somebody.sees("stamp-card-least", least=Money(100_00, "RUB"))
    assert "2026" in somebody.person.text
    one = somebody.person.photo()
    await buy(somebody)
    await somebody.tap("button-stamp-card")
    assert somebody.sees("stamp-card", title="Кофе <b>&", stamps=2, needed=3)
    assert somebody.person.photo() != one


async def test_a_full_card_leads_to_the_voucher(guest: Guest) -> None:
    await guest.join()
    await make(guest)
    boris = await buy(guest, times=3)
    assert "карта заполнена" in guest.text
    await guest.tap("button-show-gift")
    (gift,) = await vouchers.mine(guest.shop.ctx, await guest.member_id())
    assert guest.sees("voucher", title="Кофе в подарок", code=gift.code,
                      until=gift.expires_at.date())  # fmt: skip
    await guest.person.send("/stamps")
    await guest.tap("button-gift", title="Кофе в подарок")
    assert gift.code in guest.text
    await vouchers.accept(guest.shop.ctx, boris, gift.id)


async def test_looks_are_uploaded_once_and_never_mixed_up(anna: Guest, friend: Guest) -> None:
    await anna.join()
    await friend.join()
    await make(anna)
    await make(anna, NewCard("Торт", "Торт", needed=3))
    await buy(anna)
    for guest in (anna, friend, anna):
        await guest.person.send("/stamps")
        await guest.tap("stamps-line", title="Торт", stamps=int(guest is anna), needed=3)
        assert "Торт" in guest.text
    sent = [params["photo"] for method, params in anna.shop.world.calls if method == "sendPhoto"]
    drawn = [photo for photo in sent[-3:] if photo.startswith("attach://")]
    assert len(drawn) == 2
    assert anna.person.photo() != friend.person.photo()
    await anna.tap("button-all-stamps")
    await anna.tap("stamps-line", title="Кофе <b>&", stamps=1, needed=3)
    assert "Кофе <b>&" in anna.text


async def test_a_shop_without_stamp_cards_does_not_speak_of_them(anna: Guest) -> None:
    await anna.join()
    await anna.press("menu-card")
    assert anna.say.label("button-stamps") not in anna.labels
    await anna.press("menu-rewards")
    assert anna.say.label("button-stamps") not in anna.labels
    await anna.person.send("/stamps")
    assert anna.sees("stamps-none")
    await make(anna)
    await anna.press("menu-rewards")
    assert anna.say.label("button-stamps") in anna.labels


async def test_a_paused_card_keeps_its_stamps_and_a_deleted_one_is_gone(anna: Guest) -> None:
    await anna.join()
    card = await make(anna)
    await buy(anna)
    shop = anna.shop
    olga = await shop.identity(shop.olga)
    await stamp_cards.pause(shop.ctx, olga, card)
    await anna.person.send("/stamps")
    assert anna.sees("stamp-card-paused")
    await stamp_cards.delete(shop.ctx, olga, card)
    await anna.person.tap_data(f"stamps:{card}", anna.person.last["message_id"])
    assert anna.alert == anna.words("error-gone")


async def test_an_upload_that_telegram_forgot_is_drawn_again(anna: Guest) -> None:
    await anna.join()
    await make(anna)
    await anna.person.send("/stamps")
    before = anna.person.photo()
    async with anna.shop.ctx.db.write() as session:
        await session.execute(update(Upload).values(file_id="nonsense"))
    await anna.person.send("/stamps")
    assert anna.person.photo() == before
