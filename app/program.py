"""The program: everything built, connected and, at the end, put away in order."""

import asyncio
import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from aiogram import Bot, Dispatcher
from aiogram.methods import AnswerCallbackQuery, EditMessageText, GetUpdates, SendMessage
from aiogram.methods.base import Response
from asyncpg import PostgresError
from sqlalchemy.exc import SQLAlchemyError

from app.database import Database, migrate
from app.settings import Settings
from messengers.words import Words
from services.context import Context

log = logging.getLogger(__name__)

ROOT = Path(__file__).parent.parent
CONNECTIONS = 100

KEPT = [Response[method.__returning__] for method in (SendMessage, EditMessageText)] + [
    Response[AnswerCallbackQuery.__returning__],
    Response[GetUpdates.__returning__],
]
"""aiogram builds the model of an answer anew once nobody holds it; this holds the usual ones."""


class StartError(Exception):
    """The program can't start. `key` is the sentence for the operator, `facts` its arguments."""

    def __init__(self, key: str, **facts: Any) -> None:
        super().__init__(key)
        self.key = key
        self.facts = facts


@dataclass(frozen=True, slots=True)
class Program:
    settings: Settings
    ctx: Context
    words: Words
    bot: Bot
    dispatcher: Dispatcher


@asynccontextmanager
async def open_database(settings: Settings) -> AsyncIterator[Database]:
    """The database, migrated. Raises StartError when it can't be reached or used."""
    try:
        await asyncio.to_thread(migrate, settings.database_url)
    except (OSError, SQLAlchemyError, PostgresError) as error:
        reason = str(error).partition("\n")[0]
        raise StartError("operator-no-database", reason=reason) from error
    database = Database(settings.database_url)
    try:
        yield database
    finally:
        await database.close()
