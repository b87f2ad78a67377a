"""Olga in her office."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest

from services.integrity import verify
from services.programme import settings
from services.programme.settings import Changes
from services.staff import identities
from tests.cast import Shop
from tests.handlers.owner.office import Office


@pytest.fixture(params=("ru", "en"))
def language(request: pytest.FixtureRequest) -> str:
    """The owner's own."""
    language: str = request.param
    return language


@pytest.fixture
async def new_office(shop: Shop, language: str) -> AsyncIterator[Office]:
    """Before the launch, in each language. Points add up afterwards."""
    async with _open(shop, language) as office:
        yield office


@pytest.fixture
async def office(new_office: Office) -> Office:
    """The same, launched."""
    await settings.launch(new_office.shop.ctx, new_office.by, Changes())
    return new_office


@pytest.fixture
async def sqlite_office(sqlite_shop: Shop) -> AsyncIterator[Office]:
    """Before the launch, on SQLite in Russian."""
    async with _open(sqlite_shop, "ru") as office:
        yield office


@pytest.fixture
async def desk(sqlite_office: Office) -> Office:
    """Launched, on SQLite in Russian, for what depends on neither."""
    await settings.launch(sqlite_office.shop.ctx, sqlite_office.by, Changes())
    return sqlite_office


@asynccontextmanager
async def _open(shop: Shop, language: str) -> AsyncIterator[Office]:
    await shop.olga.start()
    identity = await shop.identity(shop.olga)
    await identities.speak(shop.ctx, identity, language)
    yield Office(shop, shop.olga, shop.words.say(language, "Europe/Moscow"), identity)
    assert shop.world.unanswered_taps == []
    assert (await verify.run(shop.ctx)).problems == ()
