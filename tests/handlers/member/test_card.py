"""The card: a picture that opens the right link, and words that are true."""

from io import BytesIO

import zxingcpp
from PIL import Image

from messengers.links import LinkKind
from messengers.pictures import Picture, Tint
from services.members import cards
from services.money import Money
from services.profiles import profiles
from services.storage import file_ids
from tests.handlers.member.guest import Guest


async def test_one_tap_shows_a_card_that_a_camera_reads(somebody: Guest) -> None:
    member_id = await somebody.join()
    await somebody.press("menu-card")
    picture = Image.open(BytesIO(somebody.person.photo()))
    token = (await profiles.show(somebody.shop.ctx, member_id)).card_token
    assert min(picture.size) >= 640
    assert [found.text for found in zxingcpp.read_barcodes(picture)] == [
        f"https://t.me/kopilka_demo_bot?start=c-{token}"
    ]


async def test_the_caption_says_what_the_member_has(somebody: Guest) -> None:
    member_id = await somebody.join()
    await somebody.person.send("/card")
    card = await cards.show(somebody.shop.ctx, member_id)
    assert somebody.sees("card", shop="Зерно", name=somebody.person.first_name, level="Серебро")
    assert somebody.sees("card-balance", points=100, worth=Money(100_00, "RUB"))
    assert somebody.sees("card-code", code=f"{card.code[:3]} {card.code[3:]}", until="12:05")
    assert "2027" in somebody.person.text


async def test_each_member_sees_their_own_card(anna: Guest, friend: Guest) -> None:
    await anna.join()
    await friend.join()
    for _ in range(2):
        await anna.press("menu-card")
        await friend.press("menu-card")
    assert anna.person.photo() == anna.person.photo(-2)
    assert friend.person.photo() == friend.person.photo(-2)
    assert anna.person.photo() != friend.person.photo()


async def test_the_picture_is_uploaded_once(anna: Guest) -> None:
    await anna.join()
    await anna.press("menu-card")
    sent = [params["photo"] for method, params in anna.shop.world.calls if method == "sendPhoto"]
    assert len(sent) == 2
    assert sent[0].startswith("attach://")
    assert sent[1] == anna.person.last["photo"][-1]["file_id"]


async def test_a_file_id_that_telegram_refuses_is_uploaded_anew(anna: Guest) -> None:
    await anna.join()
    ctx, bot_id = anna.shop.ctx, anna.shop.bot.id
    token = (await profiles.show(ctx, await anna.member_id())).card_token
    key = Picture(anna.shop.links.to(LinkKind.CARD, token), Tint.CARD).key
    await file_ids.keep(ctx, bot_id, key, "nonsense")
    await anna.press("menu-card")
    assert "photo" in anna.person.last
    assert await file_ids.find(ctx, bot_id, key) == anna.person.last["photo"][-1]["file_id"]


async def test_a_code_that_still_lives_is_not_replaced(somebody: Guest) -> None:
    await somebody.join()
    before = somebody.person.text
    await somebody.tap("button-new-code")
    assert somebody.person.text == before
    assert somebody.alert == somebody.words("card-code-alive", until="12:05")


async def test_a_new_code_takes_the_old_one_s_place_in_the_caption(somebody: Guest) -> None:
    await somebody.join()
    before, count = somebody.person.text, len(somebody.person.messages)
    await somebody.shop.later(minutes=4)
    await somebody.tap("button-new-code")
    assert somebody.person.text != before
    assert "12:09" in somebody.person.text
    assert len(somebody.person.messages) == count


async def test_a_new_code_under_a_lost_picture_brings_the_card_again(anna: Guest) -> None:
    await anna.join()
    await anna.person.tap_data("my_code", 424242)
    assert "photo" in anna.person.last
