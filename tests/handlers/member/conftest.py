"""Anna in Russian and Vera in English, before they join; on SQLite, or on both databases."""

from collections.abc import AsyncIterator

import pytest

from services.integrity import verify
from tests.cast import Shop
from tests.handlers.member.guest import Guest


@pytest.fixture
async def guest(shop: Shop) -> AsyncIterator[Guest]:
    """Anna, on both databases, for what moves points; they add up afterwards."""
    yield _anna(shop)
    assert (await verify.run(shop.ctx)).problems == ()


@pytest.fixture
def anna(sqlite_shop: Shop) -> Guest:
    """Anna on SQLite, for what does not depend on the database or the language."""
    return _anna(sqlite_shop)


@pytest.fixture(params=["ru", "en"])
def somebody(request: pytest.FixtureRequest, sqlite_shop: Shop) -> Guest:
    """Anna in Russian, then Vera in English."""
    return _anna(sqlite_shop) if request.param == "ru" else _vera(sqlite_shop)


@pytest.fixture
def friend(anna: Guest) -> Guest:
    """Vera, in the same shop as Anna."""
    return _vera(anna.shop)


def _anna(shop: Shop) -> Guest:
    return Guest(shop, shop.anna, shop.words.say("ru", "Europe/Moscow"))


def _vera(shop: Shop) -> Guest:
    return Guest(shop, shop.vera, shop.words.say("en", "Europe/Moscow"))
