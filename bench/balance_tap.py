"""`balance_tap`: a tap on the balance button, over HTTP, against a bare aiogram bot.

Each bot has a fresh process and the same server; the two take turns, and the best run of each
counts, because whatever else the machine does only ever slows a run down.
"""

import subprocess
import sys
import tempfile
from pathlib import Path

from bench.figures import Figure, note

COUNT = 3000
PEOPLE = 200
ROUNDS = 3
ENROL = ("--people", str(PEOPLE))


def measure() -> list[Figure]:
    with tempfile.TemporaryDirectory() as folder:
        database = f"sqlite+aiosqlite:///{Path(folder) / 'bench.db'}"
        best = {"bare": 0.0, "kopilka": 0.0}
        with _server() as server:
            _bot("enrol", _address(server), "--database", database, *ENROL).wait()
            server.terminate()
        for round_ in range(ROUNDS):
            for name, fastest in best.items():
                rate = _run(name, database)
                note(f"balance_tap: {name}, round {round_ + 1}: {rate:.0f}/s")
                best[name] = max(fastest, rate)
    return [
        Figure("balance_tap_bare", best["bare"], "taps/s"),
        Figure(
            "balance_tap",
            best["kopilka"],
            "taps/s",
            ratio_to="balance_tap_bare",
            ratio=best["kopilka"] / best["bare"],
        ),
    ]


def _run(name: str, database: str) -> float:
    with _server() as server:
        bot = _bot(name, _address(server), "--database", database)
        try:
            return float(_line(server))
        finally:
            bot.kill()
            bot.wait()


def _server() -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "bench.tap_server"]
    command += ["--count", str(COUNT), "--people", str(PEOPLE)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True)


def _bot(*arguments: str) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "bench.tap_bots", *arguments]
    return subprocess.Popen(command, stderr=subprocess.DEVNULL, text=True)


def _address(server: subprocess.Popen[str]) -> str:
    return f"http://127.0.0.1:{int(_line(server))}"


def _line(server: subprocess.Popen[str]) -> str:
    if server.stdout is None:
        raise AssertionError("the server's output was not asked for")
    return server.stdout.readline()
