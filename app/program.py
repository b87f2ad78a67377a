"""The program: everything built, connected and, at the end, put away in order."""

import asyncio
import gc
import logging
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from typing import Any

from aiogram import Bot, Dispatcher
from aiogram.client.default import DefaultBotProperties
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.session.base import BaseSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.enums import ParseMode
from aiogram.exceptions import AiogramError, TelegramNotFound, TelegramUnauthorizedError
from aiogram.methods import (
    AnswerCallbackQuery,
    CopyMessage,
    EditMessageText,
    GetUpdates,
    SendMessage,
)
from aiogram.methods.base import Response, TelegramMethod
from aiogram.utils.backoff import Backoff

from app.clock import SystemClock, SystemSecrets
from app.polling import BACKOFF, Poller
from app.preparing import prepare
from app.settings import Settings
from app.starting import StartError, open_database
from app.stopping import signalled, unless
from app.wiring import House, build_dispatcher
from app.words import read_words
from handlers.bot_profile import introduce
from handlers.owner.broadcasts.live_progress import EVERY
from jobs.schedule import Metronome, Tick
from messengers.links import Links
from messengers.pacing import Pacer
from messengers.sender import Sender
from messengers.words import Words
from services.context import Clock, Context

log = logging.getLogger(__name__)

CONNECTIONS = 200
"""Requests to Telegram at the same time: a broadcast's and the live replies beside it."""

_USUAL: tuple[type[TelegramMethod[Any]], ...] = (
    AnswerCallbackQuery,
    CopyMessage,
    EditMessageText,
    GetUpdates,
    SendMessage,
)
_KEPT = [Response[method.__returning__] for method in _USUAL]  # type: ignore[name-defined]
"""aiogram builds the model of an answer anew whenever nobody holds it; a third of its time."""


@dataclass(frozen=True, slots=True)
class Program:
    """Everything that runs, built and not yet started."""

    ctx: Context
    words: Words
    bot: Bot
    dispatcher: Dispatcher
    sender: Sender
    metronome: Metronome


async def run_bot(settings: Settings) -> None:
    """Serve the shop until SIGTERM or SIGINT, which end a wait for Telegram too.

    Raises StartError.
    """
    stopped = signalled()
    async with AsyncExitStack() as opened:
        program = await unless(stopped, opened.enter_async_context(open_program(settings)))
        if program is not None:
            await unless(stopped, introduce(program.bot, program.ctx, program.words))
            log.info("Serving as @%s.", (await program.bot.me()).username)
            await serve(program, stopped)
            log.info("Stopped.")


async def serve(program: Program, stopped: asyncio.Event) -> None:
    """Take updates, send what is queued and keep time until `stopped`; then finish the rest.

    Whatever breaks ends them all: a program that is half alive is worse than one that is restarted.
    """
    poller = Poller(program.bot, program.dispatcher)
    async with asyncio.TaskGroup() as tasks:
        tasks.create_task(program.sender.run())
        polling = tasks.create_task(poller.run())
        program.metronome.start()
        gc.freeze()  # what is built now stays: the collector need not look at it again
        try:
            await stopped.wait()
        finally:
            await program.metronome.stop()
        poller.stop()
        await polling
        program.sender.stop()


@asynccontextmanager
async def open_program(
    settings: Settings, *, clock: Clock | None = None, session: BaseSession | None = None
) -> AsyncIterator[Program]:
    """Connect to the database and to Telegram. Raises StartError.

    A database that can't be used is fatal; Telegram out of reach is waited for.
    """
    async with open_database(settings) as database, AsyncExitStack() as opened:
        ctx = Context(database, clock or SystemClock(), SystemSecrets())
        words = read_words(settings.default_language)
        await prepare(ctx, settings, words)
        bot = build_bot(settings, session)
        try:
            username = await _meet(bot)
            house = House(ctx, words, Links(username))
            sender = Sender(ctx, bot, words, Pacer())
            database.on_deliveries = sender.nudge
            opened.push_async_callback(house.workshop.stop)
            yield Program(
                ctx=ctx,
                words=words,
                bot=bot,
                dispatcher=build_dispatcher(house),
                sender=sender,
                metronome=Metronome(
                    ctx, [Tick("broadcasts to watch", EVERY, house.watching.refresh)]
                ),
            )
        finally:
            await bot.session.close()


def build_bot(settings: Settings, session: BaseSession | None = None) -> Bot:
    """The bot of the settings' token, on the settings' Bot API server unless `session` is given."""
    if settings.bot_token is None:
        raise ValueError("a bot needs a token")
    if session is None:
        server = TelegramAPIServer.from_base(settings.telegram_api_url)
        session = AiohttpSession(api=server, limit=CONNECTIONS)
    return Bot(
        settings.bot_token.get_secret_value(),
        session=session,
        default=DefaultBotProperties(parse_mode=ParseMode.HTML, link_preview_is_disabled=True),
    )


async def _meet(bot: Bot) -> str:
    """The bot's username; waits for Telegram to answer. Raises StartError for a bad token."""
    backoff = Backoff(BACKOFF)
    while True:
        try:
            return str((await bot.me()).username)
        except (TelegramUnauthorizedError, TelegramNotFound) as error:
            raise StartError("operator-bad-token") from error
        except AiogramError as error:  # the line, the server, or a page instead of an answer
            log.warning("Telegram does not answer (%s); trying again.", type(error).__name__)
            await backoff.asleep()
