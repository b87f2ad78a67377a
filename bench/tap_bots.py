"""The two bots of `balance_tap`: a bare one, and Kopilka over a database with members."""

import argparse
import asyncio

import uvloop
from aiogram import Bot, Dispatcher, F
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.types import CallbackQuery, Message

from app.program import open_program, serve
from app.settings import Settings
from services.members import members
from services.staff import identities

TOKEN = "1:bench"  # noqa: S105 - a server of our own believes any


async def bare(url: str) -> None:
    """What aiogram does by itself: one handler, the same two calls, no database."""
    session = AiohttpSession(api=TelegramAPIServer.from_base(url))
    dispatcher = Dispatcher()

    @dispatcher.callback_query(F.data == "balance")
    async def balance(query: CallbackQuery) -> None:
        await query.answer()
        if isinstance(query.message, Message):
            await query.message.edit_text("You have 100 points")

    await dispatcher.start_polling(Bot(TOKEN, session=session), handle_signals=False)


def settings(url: str, database: str) -> Settings:
    return Settings(bot_token=TOKEN, telegram_api_url=url, database_url=database, _env_file=None)


async def kopilka(url: str, database: str) -> None:
    async with open_program(settings(url, database)) as program:
        await serve(program, asyncio.Event())


async def enrol(url: str, database: str, count: int) -> None:
    """So many members, so that the taps have somebody to ask about."""
    async with open_program(settings(url, database)) as program:
        for number in range(count):
            visitor = await identities.visit(program.ctx, 1000 + number, "Guest", "ru")
            joining = members.Joining(ads_consent=True)
            await members.join(program.ctx, visitor.identity_id, joining)


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("bot", choices=("bare", "kopilka", "enrol"))
    parser.add_argument("url")
    parser.add_argument("--database", default="")
    parser.add_argument("--people", type=int, default=0)
    arguments = parser.parse_args()
    if arguments.bot == "bare":
        uvloop.run(bare(arguments.url))
    elif arguments.bot == "kopilka":
        uvloop.run(kopilka(arguments.url, arguments.database))
    else:
        asyncio.run(enrol(arguments.url, arguments.database, arguments.people))


if __name__ == "__main__":
    main()
