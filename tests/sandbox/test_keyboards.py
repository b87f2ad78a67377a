"""Keyboards: refused, cut in silence, or shown."""

from typing import Any

import pytest
from aiogram import Bot
from aiogram.exceptions import TelegramBadRequest
from aiogram.types import InlineKeyboardButton, InlineKeyboardMarkup

from sandbox import ApiError, NotModelled, Person, World
from sandbox.keyboards import parse_markup


def inline(*buttons: dict[str, Any]) -> dict[str, Any]:
    return {"inline_keyboard": [list(buttons)]}


def go(text: str = "Go", data: str = "go") -> dict[str, Any]:
    return {"text": text, "callback_data": data}


INLINE = "can't parse inline keyboard button: "
REFUSED: list[tuple[str, Any, bool]] = [
    ("object expected as reply markup", [], True),
    ('field "inline_keyboard" must be of type Array', {"inline_keyboard": "x"}, True),
    (
        'field "inline_keyboard" of the InlineKeyboardMarkup must be an Array of Arrays',
        {"inline_keyboard": [go()]},
        True,
    ),
    ('field "keyboard" must be an Array of Arrays', {"keyboard": [{"text": "x"}]}, True),
    (INLINE + "InlineKeyboardButton must be an Object", {"inline_keyboard": [["x"]]}, True),
    (INLINE + "Text buttons are unallowed in the inline keyboard", inline({"text": "x"}), True),
    (INLINE + "Text buttons are unallowed in the inline keyboard", inline(go(data="")), True),
    ("BUTTON_DATA_INVALID", inline(go(data="x" * 65)), True),
    ("BUTTON_DATA_INVALID", inline(go(data="я" * 33)), True),
    (
        "inline keyboard button URL 'nowhere' is invalid: Wrong HTTP URL",
        inline({"text": "x", "url": "nowhere"}),
        True,
    ),
    (
        "inline keyboard button Web App URL 'http://a.b/' is invalid: Only HTTPS links are allowed",
        inline({"text": "x", "web_app": {"url": "http://a.b/"}}),
        True,
    ),
    ("BUTTON_TYPE_INVALID", inline({"text": "x", "web_app": {"url": "https://a.b/"}}), False),
    ("invalid button style specified", inline(go() | {"style": "loud"}), True),
    (
        "phone number can be requested in private chats only",
        {"keyboard": [[{"text": "x", "request_contact": True}]]},
        False,
    ),
    ("reply markup is too long", {"inline_keyboard": [[go()]] * 101}, True),
    ("reply markup is too long", {"inline_keyboard": [[go(text="x" * 200)]] * 60}, True),
]


@pytest.mark.parametrize(("words", "markup", "private"), REFUSED)
def test_refused_in_telegrams_words(words: str, markup: Any, private: bool) -> None:
    with pytest.raises(ApiError) as refusal:
        parse_markup(markup, private=private)
    assert refusal.value.description == f"Bad Request: {words}"


@pytest.mark.parametrize(
    "markup",
    [
        inline({"text": "x", "pay": True}),
        inline({"text": "x", "switch_inline_query": "q"}),
        inline(go() | {"icon_custom_emoji_id": "1"}),
        {"keyboard": [[{"text": "x", "request_poll": {}}]]},
    ],
)
def test_what_is_not_modelled_says_so(markup: Any) -> None:
    with pytest.raises(NotModelled):
        parse_markup(markup, private=True)


def rows(markup: Any) -> list[list[str]]:
    parsed = parse_markup(markup, private=True)
    assert parsed
    keyboard = parsed.value.get("inline_keyboard") or parsed.value["keyboard"]
    return [[button["text"] for button in row] for row in keyboard]


def test_the_thirteenth_button_of_a_row_is_dropped_in_silence() -> None:
    buttons = [go(text=str(n)) for n in range(14)]
    assert rows(inline(*buttons)) == [[str(n) for n in range(12)]]
    assert rows({"keyboard": [[{"text": str(n)} for n in range(14)]]}) == [
        [str(n) for n in range(12)]
    ]


def test_a_button_without_text_is_dropped_in_silence() -> None:
    assert rows(inline(go(text=" "), go(text="x"))) == [["x"]]


def test_the_reply_keyboard_wins_over_the_inline_one() -> None:
    parsed = parse_markup({"keyboard": [["a"]]} | inline(go()), private=True)
    assert parsed
    assert parsed.kind == "keyboard"


def test_an_empty_keyboard_is_none() -> None:
    assert parse_markup({"inline_keyboard": []}, private=True) is None
    assert parse_markup({}, private=True) is None
    assert parse_markup({"keyboard": [[]]}, private=True) is None


def test_the_first_action_in_telegrams_order_counts() -> None:
    parsed = parse_markup(inline(go() | {"url": "https://a.b/"}), private=True)
    assert parsed
    assert parsed.value["inline_keyboard"][0][0] == {"text": "Go", "url": "https://a.b/"}


async def test_broken_json_is_refused(world: World, anna: Person) -> None:
    with pytest.raises(ApiError) as refusal:
        await world.call("sendMessage", {"chat_id": anna.id, "text": "x", "reply_markup": "{"})
    assert refusal.value.description == (
        "Bad Request: can't parse reply keyboard markup JSON object"
    )


async def test_an_inline_keyboard_stands_under_the_message(bot: Bot, anna: Person) -> None:
    markup = InlineKeyboardMarkup(
        inline_keyboard=[
            [InlineKeyboardButton(text="Go", callback_data="go", style="primary")],
            [InlineKeyboardButton(text="Site", url="https://example.com")],
        ]
    )
    sent = await bot.send_message(anna.id, "x", reply_markup=markup)
    assert anna.buttons == [["Go"], ["Site"]]
    assert sent.reply_markup
    assert sent.reply_markup.inline_keyboard[0][0].style == "primary"
    assert sent.reply_markup.inline_keyboard[1][0].url == "https://example.com/"
    wide = InlineKeyboardMarkup(
        inline_keyboard=[[InlineKeyboardButton(text="x", callback_data="я" * 33)]]
    )
    with pytest.raises(TelegramBadRequest, match="BUTTON_DATA_INVALID"):
        await bot.send_message(anna.id, "x", reply_markup=wide)
