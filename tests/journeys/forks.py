"""Processes that begin with the program already imported, which takes seconds each time.

They are forked by a server that `multiprocessing` keeps (start method "forkserver"), and are
processes of their own in all else: they can be killed, and share nothing with the tests.
"""

import asyncio
import multiprocessing
import os
import signal
from collections.abc import Callable, Mapping
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Self

_FORKS = multiprocessing.get_context("forkserver")
_FORKS.set_forkserver_preload(
    [
        "app.checking",
        "app.cli",
        "app.importing",
        "app.program",
        "app.rebuilding",
        "tests.journeys.hot_worker",
        "tests.journeys.read_words",
        "tests.journeys.till_worker",
    ]
)


class Fork:
    """A process that runs `main()`; what it prints is read from its streams."""

    def __init__(
        self,
        process: multiprocessing.context.ForkServerProcess,
        stdout: asyncio.StreamReader,
        stderr: asyncio.StreamReader,
    ) -> None:
        self._process = process
        self.stdout = stdout
        self.stderr = stderr

    @classmethod
    async def start(
        cls, main: Callable[[], None], home: Path, environment: Mapping[str, str]
    ) -> Self:
        """`main` is a function of a module; `environment` is all that it finds of one."""
        output, said = _FORKS.Pipe(duplex=False)
        errors, complained = _FORKS.Pipe(duplex=False)
        process = _FORKS.Process(
            target=_begin, args=(main, home, dict(environment), said, complained), daemon=True
        )
        # The first one waits until the server has imported everything.
        await asyncio.to_thread(process.start)
        said.close()
        complained.close()
        return cls(process, await _stream(output), await _stream(errors))

    async def wait(self) -> int:
        """Its exit code once it has ended, negative for a signal's number."""
        await asyncio.to_thread(self._process.join)
        assert self._process.exitcode is not None
        return self._process.exitcode

    def send_signal(self, number: signal.Signals) -> None:
        assert self._process.pid is not None
        os.kill(self._process.pid, number)

    def kill(self) -> None:
        self._process.kill()


async def _stream(pipe: Connection) -> asyncio.StreamReader:
    reader = asyncio.StreamReader()
    with pipe:
        file = os.fdopen(os.dup(pipe.fileno()), "rb", buffering=0)
    await asyncio.get_running_loop().connect_read_pipe(
        lambda: asyncio.StreamReaderProtocol(reader), file
    )
    return reader


def _begin(
    main: Callable[[], None],
    home: Path,
    environment: dict[str, str],
    said: Connection,
    complained: Connection,
) -> None:
    for pipe, number in ((said, 1), (complained, 2)):
        os.dup2(pipe.fileno(), number)
        pipe.close()
    os.chdir(home)
    os.environ.clear()
    os.environ.update(environment)
    main()
