"""Real databases for tests: `database_url` runs a test on SQLite and on PostgreSQL.

Loaded by `tests/conftest.py` as a plugin. The schema is migrated once for a session into a
template. On SQLite each test gets a copy of its own; on PostgreSQL each worker has one, and empties
it for each test: a new copy there costs as much as the test. The server starts with the first test
that wants it.
"""

import fcntl
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from app.database import migrate
from scripts.postgres import Postgres

HOME = "KOPILKA_TEST_DATABASES"
"""Where the session's databases live; workers of pytest-xdist inherit it from their controller."""

ENGINES = ("sqlite", "postgresql")
WITHOUT_SQL = "tests/handlers/"
"""What is tested here holds no SQL, so SQLite will do, but for tests marked `both_databases`; with
`--all-databases` they run on both, too."""

TEMPLATE = "kopilka_template"
EMPTYING = Path(__file__).with_name("emptying.sql")

_shapes: dict[str, str] = {}
"""Of the schema of each copy, as it was when it was made."""


def pytest_configure(config: pytest.Config) -> None:
    if not _is_worker(config):
        os.environ[HOME] = tempfile.mkdtemp(prefix="kopilka-")


def pytest_unconfigure(config: pytest.Config) -> None:
    if not _is_worker(config):
        home = Path(os.environ.pop(HOME))
        postgres = Postgres(home)
        if postgres.started:
            postgres.stop()
        shutil.rmtree(home)


def _is_worker(config: pytest.Config) -> bool:
    return hasattr(config, "workerinput")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--all-databases", action="store_true", help="run on PostgreSQL what makes do with SQLite"
    )


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    if "database_url" in metafunc.fixturenames:
        engines = ENGINES if _needs_both(metafunc.definition) else ENGINES[:1]
        metafunc.parametrize("database_url", engines, indirect=True)


def _needs_both(test: pytest.Item) -> bool:
    return (
        test.config.getoption("--all-databases")
        or not test.nodeid.startswith(WITHOUT_SQL)
        or test.get_closest_marker("both_databases") is not None
    )


@pytest.fixture
def database_url(request: pytest.FixtureRequest) -> str:
    """A migrated database without rows, on each engine or on SQLite only; see WITHOUT_SQL."""
    url: str = request.getfixturevalue(f"{request.param}_url")
    return url


@pytest.fixture(params=ENGINES)
def empty_database_url(request: pytest.FixtureRequest) -> str:
    """A database without tables, on each engine."""
    url: str = request.getfixturevalue(f"empty_{request.param}_url")
    return url


@pytest.fixture
def sqlite_url(tmp_path: Path, _home: Path) -> str:
    template = _home / f"{TEMPLATE}.db"
    with _alone(_home):
        if not template.exists():
            migrate(_sqlite(template))
    copy = tmp_path / "kopilka.db"
    shutil.copy(template, copy)
    return _sqlite(copy)


@pytest.fixture
def empty_sqlite_url(tmp_path: Path) -> str:
    return _sqlite(tmp_path / "empty.db")


@pytest.fixture
def postgresql_url(_postgres: Postgres, _home: Path, worker_id: str) -> str:
    migrated = _home / f"{TEMPLATE}.migrated"
    with _alone(_home):
        if not migrated.exists():
            _postgres.execute(f"CREATE DATABASE {TEMPLATE}")
            migrate(_postgres.url(TEMPLATE))
            migrated.touch()
    return _emptied(_postgres, f"kopilka_{worker_id}")


@pytest.fixture
def empty_postgresql_url(_postgres: Postgres, worker_id: str) -> str:
    return _fresh(_postgres, f"empty_{worker_id}", "template0")


@pytest.fixture(scope="session")
def _home() -> Path:
    return Path(os.environ[HOME])


@pytest.fixture(scope="session")
def _postgres(_home: Path) -> Postgres:
    postgres = Postgres(_home)
    with _alone(_home):
        if not postgres.started:
            postgres.start()
    return postgres


def _emptied(postgres: Postgres, database: str) -> str:
    shape = _shapes.get(database)
    if shape is None or postgres.run_file(database, EMPTYING) != shape:
        _fresh(postgres, database, TEMPLATE)
        _shapes[database] = postgres.run_file(database, EMPTYING)
    return postgres.url(database)


def _fresh(postgres: Postgres, database: str, template: str) -> str:
    # The previous test's database goes now, not in its teardown: one call instead of two.
    postgres.execute(
        f"DROP DATABASE IF EXISTS {database} WITH (FORCE)",
        f"CREATE DATABASE {database} TEMPLATE {template} STRATEGY FILE_COPY",
    )
    return postgres.url(database)


def _sqlite(path: Path) -> str:
    return f"sqlite+aiosqlite:///{path}"


@contextmanager
def _alone(home: Path) -> Iterator[None]:
    """Workers that need the same thing at the same moment: one makes it, the others wait."""
    with (home / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield
