"""`python bot.py` as an operator runs it."""

import asyncio
import signal
import sys
import warnings
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from functools import partial
from pathlib import Path

from tests.journeys.forks import Fork
from tests.patience import PATIENCE

ROOT = Path(__file__).parent.parent.parent

READY = "Serving as @"
"""What it writes once it takes updates."""


class BotProcess:
    """One run of `bot.py`, in a directory of its own: its settings are those given, no others."""

    def __init__(self, process: asyncio.subprocess.Process | Fork) -> None:
        self._process = process
        self._news = asyncio.Event()
        self.output = ""
        self.errors = ""
        assert process.stdout is not None
        assert process.stderr is not None
        self._readers = (
            asyncio.create_task(self._read(process.stdout, "output")),
            asyncio.create_task(self._read(process.stderr, "errors")),
        )

    @classmethod
    async def start(cls, home: Path, *arguments: str, **settings: str) -> "BotProcess":
        process = await asyncio.create_subprocess_exec(
            sys.executable,
            *("-W", "error", str(ROOT / "bot.py"), *arguments),
            cwd=home,
            env={"PYTHONUTF8": "1", "COLUMNS": "200", **settings},
            stdin=asyncio.subprocess.DEVNULL,
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.PIPE,
        )
        return cls(process)

    @classmethod
    async def fork(cls, home: Path, *arguments: str, **settings: str) -> "BotProcess":
        """The same, ready in no time; what a start costs is left out, and how bot.py begins."""
        environment = {"COLUMNS": "200", **settings}
        return cls(await Fork.start(partial(_command, arguments), home, environment))

    async def _read(self, stream: asyncio.StreamReader, name: str) -> None:
        async for line in stream:
            setattr(self, name, getattr(self, name) + line.decode())
            self._news.set()

    async def says(self, text: str) -> None:
        """Wait until it has written this."""
        async with asyncio.timeout(PATIENCE):
            while text not in self.output + self.errors:
                if all(reader.done() for reader in self._readers):
                    raise AssertionError(f"it ended without {text!r}:\n{self.errors}")
                self._news.clear()
                waits = [asyncio.create_task(self._news.wait()), *self._readers]
                await asyncio.wait(waits, return_when=asyncio.FIRST_COMPLETED)
                waits[0].cancel()

    async def ends(self) -> int:
        """Wait for its end; the exit code, negative for a signal's number."""
        async with asyncio.timeout(PATIENCE):
            await asyncio.gather(*self._readers)
            return await self._process.wait()

    async def stop(self) -> int:
        """Ask it to end as a service manager does."""
        self._process.send_signal(signal.SIGTERM)
        return await self.ends()

    async def kill(self) -> None:
        """kill -9: no chance to say or write anything more."""
        with suppress(ProcessLookupError):
            self._process.kill()
        await self.ends()


def _command(arguments: tuple[str, ...]) -> None:
    from app import cli, polling  # noqa: PLC0415 - only the fork needs them

    # A busy machine takes its time from an update to the moment at which a test kills for it.
    polling.PATIENCE = PATIENCE
    warnings.simplefilter("error")
    cli.cli(arguments)


@asynccontextmanager
async def running(home: Path, *arguments: str, **settings: str) -> AsyncIterator[BotProcess]:
    """A run that does not outlive its test."""
    bot = await BotProcess.start(home, *arguments, **settings)
    try:
        yield bot
    finally:
        await bot.kill()


@asynccontextmanager
async def forked(home: Path, *arguments: str, **settings: str) -> AsyncIterator[BotProcess]:
    """The same in no time, for what does not depend on how the program is started."""
    bot = await BotProcess.fork(home, *arguments, **settings)
    try:
        yield bot
    finally:
        await bot.kill()
