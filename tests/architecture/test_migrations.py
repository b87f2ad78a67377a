"""Migrations lead to the tables that the models describe, and back, on both engines."""

import asyncio
from typing import Any

from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from sqlalchemy import Connection, inspect
from sqlalchemy.ext.asyncio import create_async_engine

from app.database import migrate
from models import Base


def test_up_down_and_up_again(empty_database_url: str) -> None:
    migrate(empty_database_url)
    first = tables(empty_database_url)
    assert first == set(Base.metadata.tables)

    migrate(empty_database_url, "base")
    assert tables(empty_database_url) == set()

    migrate(empty_database_url)
    assert tables(empty_database_url) == first


def test_the_migrated_schema_is_the_one_the_models_describe(database_url: str) -> None:
    assert differences(database_url) == []


def test_a_difference_is_seen(empty_database_url: str) -> None:
    missing = {change[1].name for change in differences(empty_database_url) if "table" in change[0]}
    assert missing == set(Base.metadata.tables)


def differences(url: str) -> list[Any]:
    def compare(connection: Connection) -> list[Any]:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        changes: list[Any] = compare_metadata(context, Base.metadata)
        return changes

    return asyncio.run(_ask(url, compare))


def tables(url: str) -> set[str]:
    def names(connection: Connection) -> set[str]:
        return set(inspect(connection).get_table_names()) - {"alembic_version"}

    return asyncio.run(_ask(url, names))


async def _ask(url: str, question: Any) -> Any:
    engine = create_async_engine(url)
    try:
        async with engine.connect() as connection:
            return await connection.run_sync(question)
    finally:
        await engine.dispose()
