"""The sandbox as a server of its own, for benches: `python -m bench.world --help`.

Whoever started it writes `talk COUNT` to its standard input: then people ask the bot for their
balance, twice a second, and the seconds until each had an answer are printed as JSON.
"""

import argparse
import asyncio
import json
import random
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager

import uvloop
from aiohttp import web

from sandbox.http import Latency, bot_api
from sandbox.person import Person
from sandbox.rates import Rates
from sandbox.world import World

FIRST_PERSON = 200_000_001
TALKERS = 20
"""The last so many people; they are not among the receivers of a broadcast."""

PAUSE = 0.5


class Server:
    """The server's handle in the process of a bench."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self._process = process
        self.address, _, self.token = self._line().split()

    def talk(self, count: int) -> list[float]:
        """Let people ask so often; seconds that each waited. Blocks."""
        if self._process.stdin is None:
            raise AssertionError("the server listens to its standard input")
        self._process.stdin.write(f"talk {count}\n")
        self._process.stdin.flush()
        waits: list[float] = json.loads(self._line())
        return waits

    def _line(self) -> str:
        if self._process.stdout is None:
            raise AssertionError("the server prints to its standard output")
        return self._process.stdout.readline()


@contextmanager
def served(rates: str, people: int, *, up: float, down: float, jitter: float) -> Iterator[Server]:
    """A server in a process of its own. Latency is in seconds; `jitter` is at most so much more."""
    options = {"rates": rates, "people": people, "up": up, "down": down, "jitter": jitter}
    command = [sys.executable, "-m", "bench.world"]
    command += [f"--{name}={value}" for name, value in options.items()]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        try:
            yield Server(process)
        finally:
            process.kill()


async def talk(people: list[Person], count: int) -> list[float]:
    dice = random.Random(1)
    waits: list[float] = []

    async def ask(person: Person) -> None:
        begun = time.perf_counter()
        heard = len(person.messages)
        with person.telegram.subscribe() as events:
            await person.send("/balance")
            while len(person.messages) < heard + 2:  # the question and its answer
                await events.get()
        waits.append(time.perf_counter() - begun)

    questions = []
    for number in range(count):
        await asyncio.sleep(PAUSE * dice.uniform(0.5, 1.5))
        questions.append(asyncio.create_task(ask(people[number % len(people)])))
    await asyncio.gather(*questions)
    return waits


async def serve(arguments: argparse.Namespace) -> None:
    rates = Rates.off() if arguments.rates == "off" else Rates(mode=arguments.rates)
    world = World(rates=rates, history=20)
    for number in range(arguments.people):
        world.person(f"Person {number}", user_id=FIRST_PERSON + number, started=True)
    latency = Latency(arguments.up, arguments.down, arguments.jitter)
    runner = web.AppRunner(bot_api(world, latency), access_log=None)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    print(f"http://127.0.0.1:{runner.addresses[0][1]} token {world.token}", flush=True)
    talkers = list(world.people.values())[-TALKERS:]
    while line := await asyncio.to_thread(sys.stdin.readline):
        _, count = line.split()
        print(json.dumps(await talk(talkers, int(count))), flush=True)


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("--rates", choices=("sliding", "bucket", "off"), required=True)
    parser.add_argument("--people", type=int, required=True)
    for leg in ("up", "down", "jitter"):
        parser.add_argument(f"--{leg}", type=float, default=0.0)
    uvloop.run(serve(parser.parse_args()))
