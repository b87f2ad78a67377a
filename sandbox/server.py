"""The whole sandbox on one port: the Bot API for the bot, the page for people."""

import errno
from collections.abc import Iterable, Mapping

from aiohttp import web

from sandbox.http import Latency, add_bot_api
from sandbox.page import add_page
from sandbox.person import Person
from sandbox.world import World

_BODY_LIMIT = 60 * 1024 * 1024
_FAREWELL = 2.0


class PortBusy(Exception):
    """Something else listens there already."""

    def __init__(self, host: str, port: int) -> None:
        super().__init__(f"Port {port} on {host} is taken by another program.")
        self.host = host
        self.port = port


async def serve(
    world: World,
    phones: Iterable[Person],
    host: str = "127.0.0.1",
    port: int = 8080,
    *,
    captions: Mapping[int, str] | None = None,
    latency: Latency | None = None,
) -> web.AppRunner:
    """Start the server and return its runner: `cleanup()` stops it, `addresses` say where it is.

    `port` 0 takes a free one. Raises PortBusy.
    """
    app = web.Application(client_max_size=_BODY_LIMIT)
    add_bot_api(app, world, latency)
    add_page(app, world, phones=phones, captions=captions)
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=_FAREWELL)
    await runner.setup()
    try:
        await web.TCPSite(runner, host, port).start()
    except OSError as error:
        await runner.cleanup()
        if error.errno == errno.EADDRINUSE:
            raise PortBusy(host, port) from error
        raise
    return runner
