"""Edits, deletes, pins and copies, through both doors."""

from datetime import timedelta
from typing import Any

import pytest
from aiogram import Bot
from aiogram.exceptions import TelegramBadRequest
from aiogram.types import (
    BufferedInputFile,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InputMediaPhoto,
    KeyboardButton,
    Message,
    ReactionTypeEmoji,
    ReactionTypeUnion,
    ReplyKeyboardMarkup,
    ReplyKeyboardRemove,
)

from sandbox import ApiError, Person, World

from .conftest import picture

KEYS = InlineKeyboardMarkup(inline_keyboard=[[InlineKeyboardButton(text="A", callback_data="a")]])
REPLY = ReplyKeyboardMarkup(keyboard=[[KeyboardButton(text="A")]])


def photo() -> BufferedInputFile:
    return BufferedInputFile(picture(), "p.png")


async def test_an_edit_replaces_the_text_and_leaves_a_date(
    world: World, bot: Bot, anna: Person
) -> None:
    sent = await bot.send_message(anna.id, "one")
    world.clock.advance(timedelta(minutes=1))
    edited = await bot.edit_message_text("two", chat_id=anna.id, message_id=sent.message_id)
    assert isinstance(edited, Message)
    assert edited.edit_date == sent.date.timestamp() + 60
    assert edited.date == sent.date
    assert anna.texts(5) == ["two"]


async def test_an_edit_without_a_keyboard_takes_the_old_one_away(bot: Bot, anna: Person) -> None:
    sent = await bot.send_message(anna.id, "one", reply_markup=KEYS)
    await bot.edit_message_text("two", chat_id=anna.id, message_id=sent.message_id)
    assert anna.buttons == []


async def refused(call: object, words: str) -> None:
    with pytest.raises(TelegramBadRequest) as refusal:
        await call  # type: ignore[misc]
    assert refusal.value.message == f"Bad Request: {words}"


async def test_an_edit_that_changes_nothing_is_refused(bot: Bot, anna: Person) -> None:
    sent = await bot.send_message(anna.id, "<b>one</b>", parse_mode="HTML", reply_markup=KEYS)
    same = (
        "message is not modified: specified new message content and reply markup are exactly the "
        "same as a current content and reply markup of the message"
    )
    at: dict[str, Any] = {"chat_id": anna.id, "message_id": sent.message_id}
    again = bot.edit_message_text("<b>one</b>", parse_mode="HTML", reply_markup=KEYS, **at)
    await refused(again, same)
    await refused(bot.edit_message_reply_markup(reply_markup=KEYS, **at), same)
    await bot.edit_message_text("one", reply_markup=KEYS, **at)
    await bot.edit_message_reply_markup(**at)
    await refused(bot.edit_message_reply_markup(**at), same)


@pytest.mark.parametrize("markup", [REPLY, ReplyKeyboardRemove()])
async def test_a_message_that_brought_a_reply_keyboard_is_never_edited(
    bot: Bot, anna: Person, markup: ReplyKeyboardMarkup | ReplyKeyboardRemove
) -> None:
    sent = await bot.send_message(anna.id, "one", reply_markup=markup)
    edit = bot.edit_message_text("two", chat_id=anna.id, message_id=sent.message_id)
    await refused(edit, "message can't be edited")


async def test_an_edit_takes_inline_keyboards_only(world: World, anna: Person) -> None:
    sent = await world.call("sendMessage", {"chat_id": anna.id, "text": "one"})
    with pytest.raises(ApiError) as refusal:
        await world.call(
            "editMessageText",
            {
                "chat_id": anna.id,
                "message_id": sent["message_id"],
                "text": "two",
                "reply_markup": {"keyboard": [["A"]]},
            },
        )
    assert refusal.value.description == "Bad Request: inline keyboard expected"


async def test_only_ones_own_and_unforwarded_messages_are_edited(bot: Bot, anna: Person) -> None:
    await anna.send("mine")
    hers = anna.messages[-1]["message_id"]
    edit = bot.edit_message_text("x", chat_id=anna.id, message_id=hers)
    await refused(edit, "message can't be edited")
    forwarded = await bot.forward_message(anna.id, anna.id, hers)
    edit = bot.edit_message_text("x", chat_id=anna.id, message_id=forwarded.message_id)
    await refused(edit, "message can't be edited")


async def test_text_and_caption_are_not_the_same_thing(bot: Bot, anna: Person) -> None:
    text = await bot.send_message(anna.id, "one")
    card = await bot.send_photo(anna.id, photo(), caption="one")
    await refused(
        bot.edit_message_text("x", chat_id=anna.id, message_id=card.message_id),
        "there is no text in the message to edit",
    )
    await refused(
        bot.edit_message_caption(chat_id=anna.id, message_id=text.message_id, caption="x"),
        "there is no caption in the message to edit",
    )
    await bot.edit_message_caption(chat_id=anna.id, message_id=card.message_id, caption="two")
    assert anna.text == "two"
    await bot.edit_message_caption(chat_id=anna.id, message_id=card.message_id)
    assert anna.text == ""


async def test_media_are_exchanged_and_a_text_may_become_a_picture(bot: Bot, anna: Person) -> None:
    sent = await bot.send_message(anna.id, "one", reply_markup=KEYS)
    edited = await bot.edit_message_media(
        InputMediaPhoto(media=photo(), caption="<i>two</i>", parse_mode="HTML"),
        chat_id=anna.id,
        message_id=sent.message_id,
    )
    assert isinstance(edited, Message)
    assert edited.photo
    assert edited.text is None
    assert (anna.text, anna.buttons) == ("two", [])


async def test_voice_is_not_exchanged(bot: Bot, anna: Person) -> None:
    voice = await bot.send_voice(anna.id, BufferedInputFile(b"OggS", "v.ogg"))
    edit = bot.edit_message_media(
        InputMediaPhoto(media=photo()), chat_id=anna.id, message_id=voice.message_id
    )
    await refused(edit, "message media can't be edited")


async def test_what_has_no_content_to_change_keeps_it(bot: Bot, anna: Person) -> None:
    words = "message can't be edited"
    place = await bot.send_location(anna.id, 55.7, 37.6)
    at: dict[str, Any] = {"chat_id": anna.id, "message_id": place.message_id}
    await refused(bot.edit_message_text("x", **at), words)
    await refused(bot.edit_message_caption(caption="x", **at), words)
    await refused(bot.stop_message_live_location(**at), words)
    await bot.edit_message_reply_markup(reply_markup=KEYS, **at)
    assert anna.buttons == [["A"]]


async def test_there_is_no_live_location_to_stop(bot: Bot, anna: Person) -> None:
    sent = await bot.send_message(anna.id, "x", reply_markup=KEYS)
    at: dict[str, Any] = {"chat_id": anna.id, "message_id": sent.message_id}
    words = "there is no live location in the message to edit"
    await refused(bot.stop_message_live_location(**at), words)
    assert anna.buttons == [["A"]]


async def test_deleting_takes_it_off_the_screen_within_two_days(
    world: World, bot: Bot, anna: Person
) -> None:
    first = await bot.send_message(anna.id, "one")
    second = await bot.send_message(anna.id, "two")
    await anna.send("three")
    assert await bot.delete_message(anna.id, second.message_id)
    assert await bot.delete_message(anna.id, anna.messages[-1]["message_id"])
    assert anna.texts(5) == ["one"]
    world.clock.advance(timedelta(hours=48, seconds=1))
    words = "message can't be deleted for everyone"
    await refused(bot.delete_message(anna.id, first.message_id), words)
    await refused(bot.delete_messages(anna.id, [first.message_id]), words)


async def test_deleting_many_skips_those_that_are_gone(bot: Bot, anna: Person) -> None:
    sent = await bot.send_message(anna.id, "one")
    assert await bot.delete_messages(anna.id, [sent.message_id, sent.message_id + 50])
    assert anna.messages == []


async def test_others_messages_in_a_group_are_not_the_bots_to_delete(
    world: World, bot: Bot, anna: Person
) -> None:
    group = world.group("Cafe", [anna])
    await anna.send_in_group(group, "/hello")
    number = group.messages[-1]["message_id"]
    await refused(bot.delete_message(group.id, number), "message can't be deleted for everyone")


async def test_deleting_the_message_that_brought_the_keyboard_takes_it_away(
    bot: Bot, anna: Person
) -> None:
    sent = await bot.send_message(anna.id, "one", reply_markup=REPLY)
    assert anna.keyboard == [["A"]]
    await bot.delete_message(anna.id, sent.message_id)
    assert anna.keyboard == []


async def test_pins_are_seen_in_the_chat(bot: Bot, anna: Person) -> None:
    first = await bot.send_message(anna.id, "one")
    second = await bot.send_message(anna.id, "two")
    await bot.pin_chat_message(anna.id, first.message_id)
    await bot.pin_chat_message(anna.id, second.message_id)
    pinned = (await bot.get_chat(anna.id)).pinned_message
    assert pinned
    assert pinned.message_id == second.message_id
    await bot.unpin_chat_message(anna.id)
    await bot.unpin_all_chat_messages(anna.id)
    assert (await bot.get_chat(anna.id)).pinned_message is None


async def test_in_a_group_a_plain_member_pins_nothing(world: World, bot: Bot, anna: Person) -> None:
    group = world.group("Cafe", [anna])
    sent = await bot.send_message(group.id, "x")
    await refused(
        bot.pin_chat_message(group.id, sent.message_id),
        "not enough rights to manage pinned messages in the chat",
    )


async def test_a_forward_keeps_link_buttons_and_loses_the_others(bot: Bot, anna: Person) -> None:
    link = InlineKeyboardButton(text="Site", url="https://example.com")
    for markup, expected in (
        (InlineKeyboardMarkup(inline_keyboard=[[link]]), [["Site"]]),
        (KEYS, [["A"]]),
    ):
        sent = await bot.send_message(anna.id, "x", reply_markup=markup)
        await bot.forward_message(anna.id, anna.id, sent.message_id)
        assert anna.buttons == expected
        assert ("reply_markup" in anna.last) == (markup is not KEYS)


async def test_a_reaction_is_one_of_the_free_ones(world: World, bot: Bot, anna: Person) -> None:
    await anna.send("hi")
    number = anna.messages[-1]["message_id"]
    await bot.set_message_reaction(anna.id, number, [ReactionTypeEmoji(emoji="👍")])
    assert world.chats[anna.id].posts[number].reactions == ["👍"]
    two: list[ReactionTypeUnion] = [ReactionTypeEmoji(emoji="👍"), ReactionTypeEmoji(emoji="🔥")]
    await refused(bot.set_message_reaction(anna.id, number, two), "REACTIONS_TOO_MANY")


async def test_a_copy_is_new_and_a_forward_names_its_source(
    bot: Bot, anna: Person, boris: Person
) -> None:
    await anna.send_photo(picture(), caption="look")
    number = anna.messages[-1]["message_id"]
    copied = await bot.copy_message(boris.id, anna.id, number, caption="see", reply_markup=KEYS)
    assert boris.last["message_id"] == copied.message_id
    assert boris.text == "see"
    assert "forward_origin" not in boris.last
    assert boris.buttons == [["A"]]
    forwarded = await bot.forward_message(boris.id, anna.id, number)
    assert forwarded.forward_origin
    assert boris.text == "look"
    await bot.copy_messages(boris.id, anna.id, [number, number + 100], remove_caption=True)
    assert boris.text == ""


async def test_what_is_protected_is_not_passed_on(bot: Bot, anna: Person) -> None:
    sent = await bot.send_message(anna.id, "secret", protect_content=True)
    assert sent.has_protected_content
    await refused(
        bot.forward_message(anna.id, anna.id, sent.message_id),
        "the message can't be forwarded",
    )
    await refused(
        bot.copy_message(anna.id, anna.id, sent.message_id), "the message can't be copied"
    )


async def test_a_reply_shows_what_it_answers(bot: Bot, anna: Person) -> None:
    await anna.send("question")
    number = anna.messages[-1]["message_id"]
    sent = await bot.send_message(anna.id, "answer", reply_to_message_id=number)
    assert sent.reply_to_message
    assert sent.reply_to_message.text == "question"
    lenient = await bot.send_message(
        anna.id, "x", reply_to_message_id=number + 99, allow_sending_without_reply=True
    )
    assert lenient.reply_to_message is None
