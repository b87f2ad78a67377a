"""Buttons on a screen: inline ones are tapped, those of a keyboard say something."""

import pytest
from aiogram import Bot
from aiogram.types import (
    CopyTextButton,
    ForceReply,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    KeyboardButton,
    ReplyKeyboardMarkup,
    ReplyKeyboardRemove,
)

from sandbox import NoSuchButton, Person, World

from .conftest import Heard


def keys(*buttons: InlineKeyboardButton) -> InlineKeyboardMarkup:
    return InlineKeyboardMarkup(inline_keyboard=[[button] for button in buttons])


def key(text: str, data: str = "x") -> InlineKeyboardButton:
    return InlineKeyboardButton(text=text, callback_data=data)


async def test_a_tap_presses_the_newest_button_that_fits(
    bot: Bot, anna: Person, heard: Heard
) -> None:
    await bot.send_message(anna.id, "old", reply_markup=keys(key("Go", "old")))
    await bot.send_message(
        anna.id, "new", reply_markup=keys(key("✅ Go on", "longer"), key("Go", "exact"))
    )
    await anna.tap("Go")
    assert heard[-1]["callback_query"]["data"] == "exact"
    await anna.tap("on")
    assert heard[-1]["callback_query"]["data"] == "longer"
    await anna.tap("Go", message_id=anna.messages[0]["message_id"])
    assert heard[-1]["callback_query"]["data"] == "old"
    assert heard[-1]["callback_query"]["message"]["text"] == "old"


async def test_a_button_that_is_not_there_cannot_be_tapped(bot: Bot, anna: Person) -> None:
    await bot.send_message(anna.id, "x", reply_markup=keys(key("Yes"), key("No")))
    with pytest.raises(NoSuchButton) as miss:
        await anna.tap("Maybe")
    assert str(miss.value) == "Anna sees no button 'Maybe', only: Yes; No"
    assert miss.value.present == [["Yes"], ["No"]]


async def test_the_answer_reaches_the_finger(
    world: World, bot: Bot, anna: Person, heard: Heard
) -> None:
    await bot.send_message(anna.id, "x", reply_markup=keys(key("Go")))
    tap = await anna.tap("Go")
    assert world.unanswered_taps == [tap]
    assert tap
    await bot.answer_callback_query(tap.id, "Done", show_alert=True)
    assert anna.alerts == ["Done"]
    assert world.unanswered_taps == []
    assert heard[-1]["callback_query"]["id"] == tap.id


async def test_a_second_answer_shows_nothing(bot: Bot, anna: Person) -> None:
    await bot.send_message(anna.id, "x", reply_markup=keys(key("Go")))
    tap = await anna.tap("Go")
    assert tap
    assert await bot.answer_callback_query(tap.id, "one")
    assert await bot.answer_callback_query(tap.id, "two")
    assert anna.alerts == ["one"]


@pytest.mark.parametrize(
    ("words", "answer"),
    [("MESSAGE_TOO_LONG", {"text": "x" * 201}), ("URL_INVALID", {"url": "https://example.com"})],
)
async def test_an_answer_has_its_limits(
    bot: Bot, anna: Person, words: str, answer: dict[str, str]
) -> None:
    await bot.send_message(anna.id, "x", reply_markup=keys(key("Go")))
    tap = await anna.tap("Go")
    assert tap
    with pytest.raises(Exception, match=words):
        await bot.answer_callback_query(tap.id, **answer)  # type: ignore[arg-type]
    await bot.answer_callback_query(tap.id, "x" * 200, url="t.me/kopilka_demo_bot?start=x")


async def test_a_forged_press_looks_like_any_other(anna: Person, heard: Heard) -> None:
    await anna.tap_data("forged", 77)
    query = heard[-1]["callback_query"]
    assert query["data"] == "forged"
    assert query["message"]["date"] == 0


async def test_link_and_copy_buttons_stay_on_the_phone(
    bot: Bot, anna: Person, heard: Heard
) -> None:
    await bot.send_message(
        anna.id,
        "x",
        reply_markup=keys(
            InlineKeyboardButton(text="Site", url="https://example.com/a"),
            InlineKeyboardButton(text="Copy", copy_text=CopyTextButton(text="123")),
            InlineKeyboardButton(text="Bot", url="https://t.me/Kopilka_Demo_Bot?start=abc"),
        ),
    )
    await anna.tap("Site")
    await anna.tap("Copy")
    assert (anna.opened, anna.clipboard, heard) == (["https://example.com/a"], "123", [])
    await anna.tap("Bot")
    assert heard[-1]["message"]["text"] == "/start abc"


REPLY = ReplyKeyboardMarkup(
    keyboard=[
        [KeyboardButton(text="Menu")],
        [KeyboardButton(text="Phone", request_contact=True)],
        [KeyboardButton(text="Place", request_location=True)],
    ],
    resize_keyboard=True,
)


async def test_reply_buttons_say_share_and_show(bot: Bot, anna: Person, heard: Heard) -> None:
    await bot.send_message(anna.id, "x", reply_markup=REPLY)
    assert anna.keyboard == [["Menu"], ["Phone"], ["Place"]]
    await anna.press("Menu")
    assert heard[-1]["message"]["text"] == "Menu"
    await anna.send("Phone")
    assert heard[-1]["message"]["contact"] == {
        "phone_number": "+79001234567",
        "first_name": "Anna",
        "user_id": anna.id,
    }
    await anna.press("Place")
    assert "location" in heard[-1]["message"]
    with pytest.raises(NoSuchButton):
        await anna.press("Phon")


async def test_the_keyboard_stays_until_replaced_or_removed(bot: Bot, anna: Person) -> None:
    await bot.send_message(anna.id, "x", reply_markup=REPLY)
    await bot.send_message(anna.id, "y")
    await bot.send_message(anna.id, "z", reply_markup=keys(key("Go")))
    assert anna.keyboard != []
    await bot.send_message(anna.id, "bye", reply_markup=ReplyKeyboardRemove())
    assert anna.keyboard == []


async def test_a_one_time_keyboard_folds_after_use(bot: Bot, anna: Person) -> None:
    once = ReplyKeyboardMarkup(keyboard=[[KeyboardButton(text="A")]], one_time_keyboard=True)
    await bot.send_message(anna.id, "x", reply_markup=once)
    await anna.press("A")
    assert anna.keyboard == []
    anna.unfold_keyboard()
    assert anna.keyboard == [["A"]]


async def test_a_forced_reply_answers_its_question(bot: Bot, anna: Person, heard: Heard) -> None:
    asked = await bot.send_message(anna.id, "Amount?", reply_markup=ForceReply())
    await anna.send("100")
    assert heard[-1]["message"]["reply_to_message"]["message_id"] == asked.message_id
    await anna.send("200")
    assert "reply_to_message" not in heard[-1]["message"]
