"""Every method is either modelled or says loudly that it is not."""

from collections.abc import Callable
from typing import Any

import aiogram.methods
import pytest
from aiogram import Bot
from aiogram.exceptions import TelegramNotFound, TelegramServerError
from aiogram.methods import TelegramMethod
from aiogram.types import (
    BotCommand,
    BufferedInputFile,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InputMediaDocument,
    InputMediaPhoto,
)

from sandbox import NotModelled, Person, SandboxSession, World
from sandbox.methods import modelled

from .conftest import picture

BOT_API = {
    method.__api_method__: method
    for name in aiogram.methods.__all__
    if isinstance(method := getattr(aiogram.methods, name), type)
    and issubclass(method, TelegramMethod)
    and method is not TelegramMethod
}
KEYS = InlineKeyboardMarkup(inline_keyboard=[[InlineKeyboardButton(text="A", callback_data="a")]])


def upload() -> BufferedInputFile:
    return BufferedInputFile(picture(), "p.png")


def arguments(text: int, photo: int, tap: str, file_id: str) -> dict[str, Callable[[], Any]]:
    """Return what each required parameter can be, by its name."""
    return {
        "text": lambda: "new text",
        "message_id": lambda: text,
        "message_ids": lambda: [text, photo],
        "from_chat_id": lambda: 501,
        "chat_id": lambda: 501,
        "user_id": lambda: 501,
        "callback_query_id": lambda: tap,
        "file_id": lambda: file_id,
        "action": lambda: "typing",
        "latitude": lambda: 55.7,
        "longitude": lambda: 37.6,
        "phone_number": lambda: "+79001234567",
        "first_name": lambda: "Anna",
        "commands": lambda: [BotCommand(command="start", description="Start")],
        "url": lambda: "",
    }


# What these need besides, because aiogram holds it optional or it differs by method.
SPECIAL: dict[str, Callable[[], dict[str, Any]]] = {
    "editMessageText": lambda: {"chat_id": 501, "message_id": 2, "text": "new"},
    "editMessageReplyMarkup": lambda: {
        "chat_id": 501,
        "message_id": 2,
        "reply_markup": KEYS,
    },
    "editMessageCaption": lambda: {"chat_id": 501, "message_id": 3, "caption": "new"},
    "editMessageMedia": lambda: {
        "chat_id": 501,
        "message_id": 3,
        "media": InputMediaPhoto(media=upload()),
    },
    "sendMediaGroup": lambda: {"media": [InputMediaDocument(media=upload())] * 2},
    "unpinChatMessage": lambda: {"chat_id": 501, "message_id": 2},
    "leaveChat": lambda: {"chat_id": -4_000_000_001},
}
FILES = {"photo", "document", "video", "animation", "voice", "audio", "sticker"}


# Locations stand still, so there is never one to stop: see test_editing.py.
ALWAYS_REFUSED = {"stopMessageLiveLocation"}


@pytest.mark.parametrize("name", sorted(modelled() - ALWAYS_REFUSED))
async def test_a_modelled_method_takes_what_aiogram_sends(
    world: World, bot: Bot, name: str
) -> None:
    anna = world.person("Anna", user_id=501)
    await anna.start()
    text = await bot.send_message(501, "text")
    photo = await bot.send_photo(501, upload())
    assert photo.photo
    world.group("Cafe", [anna])
    tap = await anna.tap_data("x", text.message_id)
    world.updates.clear()
    values = arguments(text.message_id, photo.message_id, tap.id, photo.photo[-1].file_id)
    given = SPECIAL.get(name, dict)()
    for field, info in BOT_API[name].model_fields.items():
        if info.is_required() and field not in given:
            given[field] = upload() if field in FILES else values[field]()
    await bot(BOT_API[name](**given))


async def test_an_unmodelled_method_says_so_loudly(world: World, http_bot: Bot) -> None:
    local = Bot(world.token, session=SandboxSession(world))
    unmodelled = sorted(BOT_API.keys() - modelled())
    assert "sendPoll" in unmodelled
    for name in unmodelled:
        method = BOT_API[name].model_construct()
        with pytest.raises(NotModelled, match=f"method {name}"):
            await local(method)
        with pytest.raises(TelegramServerError, match="Not Implemented") as refusal:
            await http_bot(method)
        assert refusal.value.message == (
            f"Not Implemented: not modelled by the sandbox: method {name}"
        )


async def test_an_unmodelled_parameter_says_so_loudly(world: World, anna: Person) -> None:
    with pytest.raises(NotModelled, match="parameter message_thread_id of sendMessage"):
        await world.call("sendMessage", {"chat_id": anna.id, "text": "x", "message_thread_id": 1})
    with pytest.raises(NotModelled, match="paid broadcasts"):
        await world.call(
            "sendMessage", {"chat_id": anna.id, "text": "x", "allow_paid_broadcast": True}
        )
    reply = {"message_id": 1, "quote": "x"}
    with pytest.raises(NotModelled, match="quotes"):
        await world.call(
            "sendMessage", {"chat_id": anna.id, "text": "x", "reply_parameters": reply}
        )
    with pytest.raises(NotModelled, match="markdownv2"):
        await world.call(
            "sendMessage", {"chat_id": anna.id, "text": "x", "parse_mode": "MarkdownV2"}
        )


async def test_a_parameter_nobody_knows_is_ignored(world: World, anna: Person) -> None:
    await world.call("sendMessage", {"chat_id": anna.id, "text": "x", "colour": "red"})
    assert anna.text == "x"


async def test_there_is_no_such_method(bot: Bot) -> None:
    class Unknown(TelegramMethod[bool]):
        __returning__ = bool
        __api_method__ = "makeCoffee"

    with pytest.raises(TelegramNotFound) as refusal:
        await bot(Unknown())
    assert refusal.value.message == "Not Found: method not found"
