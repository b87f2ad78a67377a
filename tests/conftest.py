"""What every test can ask for: databases (tests/databases.py) and the shop with its cast."""

import gc
import os
from collections.abc import AsyncIterator

import pytest
from hypothesis import HealthCheck, settings

from tests import branches  # first of all: it watches what is imported after it
from tests.cast import Shop, open_shop

pytest_plugins = ["tests.databases", "tests.browser"]


settings.register_profile(
    "steady", derandomize=True, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("steady")
"""The same examples each time, however busy the machine is; `--hypothesis-profile=default` looks
for others."""


gc.set_threshold(20_000)
"""Objects made until the collector looks for rings: beside a whole program in memory, Python's own
700 had it spend an eighth of the tests' time."""


PATIENT = ("tests/journeys/", "tests/machine/", "tests/app/test_seed", "tests/sandbox/test_page_")
"""Tests that take long: they wait for other processes or a browser, or live a thousand lives."""


def pytest_configure(config: pytest.Config) -> None:
    branches.watch(config)


def pytest_collection_finish() -> None:
    gc.freeze()  # what is imported by now stays: the collector need not look at it again


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Begin every worker's share with some that wait, so that none of them is left for the end."""
    workers = int(os.environ.get("PYTEST_XDIST_WORKER_COUNT", "1"))
    patient = [item for item in items if item.nodeid.startswith(PATIENT)]
    brisk = [item for item in items if not item.nodeid.startswith(PATIENT)]
    share = -(-len(items) // workers)
    items.clear()
    for worker in range(workers):
        own = patient[worker::workers]
        rest = share - len(own)
        items += own + brisk[:rest]
        del brisk[:rest]


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
