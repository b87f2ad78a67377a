"""Boris at the till, in either language, and Anna with her card."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest

from services.integrity import verify
from tests.cast import Shop
from tests.handlers.cashier.counter import Counter


@pytest.fixture(params=("ru", "en"))
async def till(shop: Shop, request: pytest.FixtureRequest) -> AsyncIterator[Counter]:
    """Boris hired, Anna joined; in each language. Points add up afterwards."""
    language: str = request.param
    async with _open(shop, language) as counter:
        yield counter


@pytest.fixture
async def quick_till(sqlite_shop: Shop) -> AsyncIterator[Counter]:
    """The same on SQLite in Russian, for what depends on neither."""
    async with _open(sqlite_shop, "ru") as counter:
        yield counter


@asynccontextmanager
async def _open(shop: Shop, language: str) -> AsyncIterator[Counter]:
    shop.boris.language = language
    await shop.boris.start()
    await shop.hire(shop.boris)
    await shop.join(shop.anna)
    yield Counter(shop, shop.boris, shop.words.say(language, "Europe/Moscow"))
    assert (await verify.run(shop.ctx)).problems == ()
