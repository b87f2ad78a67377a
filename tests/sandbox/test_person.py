"""People do what their screens offer, and the bot hears of it."""

import contextlib
import io
from collections.abc import Callable
from typing import Any

import pytest
import qrcode
from aiogram import Bot
from aiogram.exceptions import TelegramUnauthorizedError
from aiogram.types import BufferedInputFile, InlineKeyboardButton, InlineKeyboardMarkup

from sandbox import NotOnScreen, Person, Rates, SandboxSession, World

from .conftest import Heard, picture


async def test_start_is_the_only_button_at_first(world: World, bot: Bot, heard: Heard) -> None:
    newcomer = world.person("Newcomer")
    with pytest.raises(NotOnScreen, match="START"):
        await newcomer.send("hello")
    with pytest.raises(Exception, match="chat not found"):
        await bot.send_message(newcomer.id, "hello")
    await newcomer.start()
    assert heard[-1]["message"]["text"] == "/start"
    assert heard[-1]["message"]["entities"] == [{"type": "bot_command", "offset": 0, "length": 6}]
    await bot.send_message(newcomer.id, "hello")
    assert newcomer.text == "hello"


async def test_start_carries_a_payload_of_telegrams_letters(anna: Person, heard: Heard) -> None:
    await anna.start("a-Z_9" + "x" * 59)
    assert heard[-1]["message"]["text"] == "/start a-Z_9" + "x" * 59
    with pytest.raises(ValueError, match="START_PARAM_TOO_LONG"):
        await anna.start("x" * 65)
    with pytest.raises(ValueError, match="START_PARAM_INVALID"):
        await anna.start("a b")


async def test_message_ids_are_one_row_for_the_whole_bot(
    bot: Bot, anna: Person, boris: Person
) -> None:
    await anna.send("one")
    sent = await bot.send_message(boris.id, "two")
    await boris.send("three")
    ids = [anna.messages[0]["message_id"], sent.message_id, boris.messages[-1]["message_id"]]
    assert ids == [1, 2, 3]


async def test_anothers_card_carries_the_others_id(
    anna: Person, boris: Person, heard: Heard
) -> None:
    await anna.share_contact(of=boris)
    message = heard[-1]["message"]
    assert (message["from"]["id"], message["contact"]["user_id"]) == (anna.id, boris.id)


async def test_blocking_is_told_and_start_lifts_it(bot: Bot, anna: Person, heard: Heard) -> None:
    await anna.block()
    change = heard[-1]["my_chat_member"]
    assert change["old_chat_member"]["status"] == "member"
    assert change["new_chat_member"]["status"] == "kicked"
    with pytest.raises(NotOnScreen):
        await anna.send("x")
    await anna.start()
    assert heard[-2]["my_chat_member"]["new_chat_member"]["status"] == "member"
    assert heard[-1]["message"]["text"] == "/start"
    assert await bot.send_message(anna.id, "welcome back")


async def test_a_deleted_account_does_nothing_more(anna: Person) -> None:
    anna.delete_account()
    with pytest.raises(NotOnScreen, match="deactivated"):
        await anna.start()


async def test_everything_a_person_may_send(anna: Person, heard: Heard) -> None:
    acts: list[tuple[str, Callable[[], Any]]] = [
        ("photo", lambda: anna.send_photo(picture())),
        ("document", lambda: anna.send_document(b"1", "a.txt")),
        ("sticker", anna.send_sticker),
        ("voice", anna.send_voice),
        ("location", anna.send_location),
        ("contact", anna.share_contact),
    ]
    for kind, act in acts:
        await act()
        assert kind in heard[-1]["message"]


async def test_a_long_text_goes_in_parts(anna: Person, heard: Heard) -> None:
    await anna.send("x" * 5000)
    assert [len(update["message"]["text"]) for update in heard] == [4096, 904]


async def test_an_edit_is_told_with_the_new_text(anna: Person, heard: Heard) -> None:
    await anna.send("one")
    await anna.edit(anna.messages[-1]["message_id"], "two")
    assert heard[-1]["edited_message"]["text"] == "two"
    assert anna.messages[-1]["text"] == "two"


async def test_in_a_group_the_bot_hears_commands_only(
    world: World, bot: Bot, anna: Person, boris: Person, heard: Heard
) -> None:
    group = world.group("Cafe", [anna])
    await anna.send_in_group(group, "hello all")
    await anna.send_in_group(group, "/balance@other_bot")
    assert heard == []
    await anna.send_in_group(group, "/balance@Kopilka_Demo_Bot")
    assert heard[-1]["message"]["chat"]["type"] == "group"
    with pytest.raises(NotOnScreen):
        await boris.send_in_group(group, "/hello")
    await bot.send_message(group.id, "hi")
    assert group.messages[-1]["text"] == "hi"
    assert await bot.get_chat_member_count(group.id) == 2
    assert (await bot.get_chat_member(group.id, anna.id)).status == "member"


async def test_a_camera_reads_the_qr_from_anothers_screen(
    world: World, bot: Bot, anna: Person, heard: Heard
) -> None:
    out = io.BytesIO()
    qrcode.make("https://t.me/kopilka_demo_bot?start=card7").save(out, "PNG")
    await bot.send_photo(anna.id, BufferedInputFile(out.getvalue(), "card.png"))
    await bot.send_photo(anna.id, BufferedInputFile(picture(), "no-qr.png"))
    cashier = world.person("Boris")
    link = await cashier.scan(anna)
    assert link == "https://t.me/kopilka_demo_bot?start=card7"
    assert heard[-1]["message"]["text"] == "/start card7"
    assert heard[-1]["message"]["from"]["id"] == cashier.id
    with pytest.raises(NotOnScreen, match="no QR"):
        await anna.scan(cashier)


async def test_a_swallowed_gap_is_loud_all_the_same(world: World, anna: Person) -> None:
    async def careless(_: dict[str, Any]) -> None:
        with contextlib.suppress(Exception):
            await world.call("sendPoll", {"chat_id": anna.id})

    world.on_update = careless
    with pytest.raises(NotImplementedError, match="sendPoll"):
        await anna.send("x")


async def test_a_short_history_forgets_the_oldest() -> None:
    world = World(rates=Rates.off(), history=3)
    anna = world.person("Anna", started=True)
    for text in ("one", "two", "three", "four"):
        sent = await world.call("sendMessage", {"chat_id": anna.id, "text": text})
        await world.call("pinChatMessage", {"chat_id": anna.id, "message_id": sent["message_id"]})
    assert anna.texts(9) == ["two", "three", "four"]
    assert (await world.call("getChat", {"chat_id": anna.id}))["pinned_message"]["text"] == "four"


async def test_a_bot_with_another_token_is_a_stranger(world: World) -> None:
    stranger = Bot("42:OTHER", session=SandboxSession(world))
    with pytest.raises(TelegramUnauthorizedError):
        await stranger.get_me()


async def test_people_have_ids_of_their_own(world: World) -> None:
    first = world.person("A", user_id=300_000_000)
    assert world.person("B").id == first.id + 1
    with pytest.raises(ValueError, match="already"):
        world.person("C", user_id=first.id)


async def test_events_tell_the_page_what_changed(world: World, bot: Bot, anna: Person) -> None:
    with world.subscribe() as events:
        button = InlineKeyboardButton(text="Go", callback_data="x")
        keys = InlineKeyboardMarkup(inline_keyboard=[[button]])
        sent = await bot.send_message(anna.id, "one", reply_markup=keys)
        await bot.edit_message_text("two", chat_id=anna.id, message_id=sent.message_id)
        await bot.send_chat_action(anna.id, "typing")
        await bot.delete_message(anna.id, sent.message_id)
        seen = [events.get_nowait() for _ in range(events.qsize())]
    assert [event["type"] for event in seen] == ["message", "edit", "typing", "delete"]
    assert {event["chat_id"] for event in seen} == {anna.id}
    await bot.send_message(anna.id, "unseen")
    assert events.empty()
