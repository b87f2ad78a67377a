"""The start of every command: a usable database, or a sentence that says why there is none."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from asyncpg import PostgresError
from sqlalchemy.exc import SQLAlchemyError

from app.database import Database, migrate
from app.settings import Settings


class StartError(Exception):
    """The program can't start. `key` is the sentence for the operator, `facts` its arguments."""

    def __init__(self, key: str, **facts: Any) -> None:
        super().__init__(key)
        self.key = key
        self.facts = facts


@asynccontextmanager
async def open_database(settings: Settings, *, lean: bool = False) -> AsyncIterator[Database]:
    """The database, migrated; see Database. Raises StartError when it can't be reached or used."""
    try:
        await asyncio.to_thread(migrate, settings.database_url)
    except (OSError, SQLAlchemyError, PostgresError) as error:
        reason = str(getattr(error, "orig", None) or error).partition("\n")[0]
        raise StartError("operator-no-database", reason=reason) from error
    database = Database(settings.database_url, lean=lean)
    try:
        yield database
    finally:
        await database.close()
