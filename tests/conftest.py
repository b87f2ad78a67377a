"""What every test can ask for: databases (tests/databases.py) and the shop with its cast."""

from collections.abc import AsyncIterator

import pytest

from tests.cast import Shop, open_shop

pytest_plugins = ["tests.databases", "tests.browser"]


@pytest.fixture
async def shop(database_url: str) -> AsyncIterator[Shop]:
    """The real bot over a real database, in the sandbox world; runs on both engines."""
    async with open_shop(database_url) as opened:
        yield opened


@pytest.fixture
async def sqlite_shop(sqlite_url: str) -> AsyncIterator[Shop]:
    """The same on SQLite only, for what does not touch the database's own ways."""
    async with open_shop(sqlite_url) as opened:
        yield opened
