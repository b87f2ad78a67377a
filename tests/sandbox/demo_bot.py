"""A little bot that shows every feature of the page."""

import io
from typing import Any

import qrcode
from aiogram import Bot, Dispatcher, F, Router
from aiogram.enums import ChatAction
from aiogram.filters import Command, CommandStart
from aiogram.types import (
    BotCommand,
    BufferedInputFile,
    CallbackQuery,
    CopyTextButton,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    KeyboardButton,
    Message,
    ReplyKeyboardMarkup,
    ReplyKeyboardRemove,
)

from sandbox import SandboxSession, World

FORMATTING = (
    "<b>bold</b>, <i>italic <b>and bold</b></i>, <u>underlined</u>, <s>gone</s>, "
    "<tg-spoiler>secret</tg-spoiler>, <code>a &lt; b</code>\n"
    '<a href="https://example.com/">a link</a>, @kopilka_demo_bot, /help\n'
    '<pre><code class="language-python">print("hi")</code></pre>\n'
    "<blockquote>A quote\nin two lines</blockquote>\n"
    "<blockquote expandable>one\ntwo\nthree\nfour\nfive\nsix</blockquote>\nthe end"
)


def _button(text: str, **action: Any) -> InlineKeyboardButton:
    return InlineKeyboardButton(text=text, **action)


KEYBOARD = InlineKeyboardMarkup(
    inline_keyboard=[
        [
            _button("Confirm", callback_data="edit", style="success"),
            _button("Cancel", callback_data="delete", style="danger"),
        ],
        [
            _button("Toast", callback_data="toast", style="primary"),
            _button("Alert", callback_data="alert"),
            _button("Silent", callback_data="silent"),
        ],
        [_button("Same", callback_data="first"), _button("Same", callback_data="second")],
        [
            _button("Site", url="https://example.com/"),
            _button("Copy", copy_text=CopyTextButton(text="KOPILKA")),
        ],
    ]
)
REPLY = ReplyKeyboardMarkup(
    keyboard=[
        [KeyboardButton(text="💳 Card"), KeyboardButton(text="💰 Balance")],
        [KeyboardButton(text="Share my phone", request_contact=True)],
    ],
    resize_keyboard=True,
    input_field_placeholder="Choose or write",
)
ONE_TIME = ReplyKeyboardMarkup(
    keyboard=[[KeyboardButton(text="Once")]], resize_keyboard=True, one_time_keyboard=True
)
router = Router()


@router.message(CommandStart(deep_link=True))
async def linked(message: Message, command: Any) -> None:
    await message.answer(f"You came by the link {command.args}", reply_markup=REPLY)


@router.message(CommandStart())
async def started(message: Message) -> None:
    await message.answer("Welcome to Kopilka! 👋", reply_markup=REPLY)


@router.message(Command("format"))
async def format_(message: Message) -> None:
    await message.answer(FORMATTING, parse_mode="HTML")


@router.message(Command("buttons"))
async def buttons(message: Message) -> None:
    await message.answer("Choose what to do with 120 points", reply_markup=KEYBOARD)


@router.message(Command("once"))
async def once(message: Message) -> None:
    await message.answer("Only once", reply_markup=ONE_TIME)


@router.message(Command("plain"))
async def plain(message: Message) -> None:
    await message.answer("No keyboard", reply_markup=ReplyKeyboardRemove())


@router.message(Command("typing"))
async def typing(message: Message, bot: Bot) -> None:
    await bot.send_chat_action(message.chat.id, ChatAction.TYPING)


@router.message(F.text == "💳 Card")
@router.message(Command("card"))
async def card(message: Message, bot: Bot) -> None:
    me = await bot.me()
    out = io.BytesIO()
    qrcode.make(f"https://t.me/{me.username}?start=card_{message.chat.id}", border=4).save(out)
    await message.answer_photo(
        BufferedInputFile(out.getvalue(), "card.png"),
        caption="Your card: <b>120 points</b>",
        parse_mode="HTML",
    )


@router.message(Command("file"))
async def file(message: Message) -> None:
    data = BufferedInputFile(b"date;points\n", "history.csv")
    await message.answer_document(data, caption="Your history")


@router.callback_query()
async def tapped(query: CallbackQuery) -> None:
    message = query.message
    assert isinstance(message, Message)
    match query.data:
        case "edit":
            await query.answer()
            await message.edit_text("Done: <b>120 points</b>", parse_mode="HTML")
        case "delete":
            await query.answer()
            await message.delete()
        case "toast":
            await query.answer("Saved")
        case "alert":
            await query.answer("Really?", show_alert=True)
        case "silent":
            pass
        case other:
            await query.answer(f"Pressed {other}")


@router.message(F.contact)
async def contact(message: Message) -> None:
    assert message.contact is not None
    await message.answer(f"Got the phone {message.contact.phone_number}")


@router.message(F.photo)
async def photo(message: Message) -> None:
    await message.answer("A fine photo")


@router.edited_message()
async def edited(message: Message) -> None:
    await message.answer(f"Now it says: {message.text}")


@router.message()
async def echo(message: Message) -> None:
    await message.answer(message.text or f"Got a {message.content_type}")


async def settle(world: World) -> Bot:
    """Let the bot live in the world; return it. Its session needs no closing."""
    bot = Bot(world.token, session=SandboxSession(world))
    dispatcher = Dispatcher()
    # A router has one home, and every test has its own dispatcher.
    router._parent_router = None
    dispatcher.include_router(router)

    async def feed(update: dict[str, Any]) -> None:
        await dispatcher.feed_raw_update(bot, update)

    world.on_update = feed
    await bot.set_my_commands(
        [
            BotCommand(command="card", description="Show my card"),
            BotCommand(command="help", description="What I can do"),
        ]
    )
    await bot.set_my_commands(
        [
            BotCommand(command="card", description="Показать карту"),
            BotCommand(command="help", description="Что я умею"),
        ],
        language_code="ru",
    )
    await bot.set_my_description("Points for every purchase. No plastic, no apps.")
    return bot
