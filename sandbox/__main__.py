"""`python -m sandbox`: a Bot API server on localhost, for programs in another process."""

import argparse
import asyncio
import contextlib
import signal

from aiohttp import web

from sandbox.http import Latency, bot_api
from sandbox.rates import Rates
from sandbox.world import World


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m sandbox", description=__doc__)
    parser.add_argument("--host", default="127.0.0.1")
    parser.add_argument("--port", type=int, default=0, help="0 (default) takes a free one")
    parser.add_argument("--token", help="the bot's token")
    parser.add_argument("--rates", choices=("sliding", "bucket", "off"), default="sliding")
    parser.add_argument("--people", type=int, default=0, help="how many have pressed Start already")
    parser.add_argument("--history", type=int, help="messages to keep in each chat (default: all)")
    for name in ("up", "down", "jitter"):
        parser.add_argument(f"--{name}", type=float, default=0.0, help="latency in seconds")
    return parser.parse_args()


async def _serve(arguments: argparse.Namespace) -> None:
    rates = Rates.off() if arguments.rates == "off" else Rates(mode=arguments.rates)
    token = {"token": arguments.token} if arguments.token else {}
    world = World(rates=rates, history=arguments.history, **token)
    for number in range(1, arguments.people + 1):
        world.person(f"Person {number}", started=True)
    latency = Latency(arguments.up, arguments.down, arguments.jitter)
    runner = web.AppRunner(bot_api(world, latency), access_log=None)
    await runner.setup()
    site = web.TCPSite(runner, arguments.host, arguments.port)
    await site.start()
    port = runner.addresses[0][1]
    print(f"http://{arguments.host}:{port} token {world.token}", flush=True)  # noqa: T201
    stop = asyncio.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(number, stop.set)
    await stop.wait()
    await runner.cleanup()


if __name__ == "__main__":
    with contextlib.suppress(KeyboardInterrupt):
        asyncio.run(_serve(_arguments()))
