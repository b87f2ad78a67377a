"""The other end of `balance_tap`: hands out taps as Telegram does and counts the answers.

It does as little as can be done, so that the bots under test are what is measured.
"""

import argparse
import asyncio
import json
import time
from typing import Any

from aiohttp import web

BATCH = 100
BOT = {"id": 1, "is_bot": True, "first_name": "Bench", "username": "bench_bot"}


class Taps:
    """So many taps on the balance button, by people who take turns."""

    def __init__(self, count: int, people: int) -> None:
        self.count = count
        self.people = people
        self.handed_out = 0
        self.edited = 0
        self.answered = 0
        self.began = self.ended = 0.0
        self.done = asyncio.Event()

    async def answer(self, request: web.Request) -> web.Response:
        method = request.match_info["method"].lower()
        result: Any = True
        if method == "getupdates":
            result = await self._updates()
        elif method == "getme":
            result = BOT
        elif method == "answercallbackquery":
            self.answered += 1
        elif method == "editmessagetext":
            form = await request.post()
            result = _message(int(str(form["chat_id"])), str(form["text"]))
            self.edited += 1
        if self.edited == self.answered == self.count and not self.ended:
            self.ended = time.perf_counter()
            self.done.set()
        return web.Response(
            body=json.dumps({"ok": True, "result": result}), content_type="application/json"
        )

    async def _updates(self) -> list[dict[str, Any]]:
        if self.handed_out >= self.count:
            await asyncio.sleep(30)
            return []
        self.began = self.began or time.perf_counter()
        first = self.handed_out
        self.handed_out = min(self.count, first + BATCH)
        return [self._tap(number) for number in range(first, self.handed_out)]

    def _tap(self, number: int) -> dict[str, Any]:
        person = 1000 + number % self.people
        user = {"id": person, "is_bot": False, "first_name": "Guest", "language_code": "ru"}
        return {
            "update_id": number + 1,
            "callback_query": {
                "id": str(number),
                "from": user,
                "chat_instance": "1",
                "data": "balance",
                "message": _message(person, "before"),
            },
        }


def _message(chat_id: int, text: str) -> dict[str, Any]:
    return {
        "message_id": 1,
        "date": 1_770_000_000,
        "chat": {"id": chat_id, "type": "private", "first_name": "Guest"},
        "from": BOT,
        "text": text,
    }


async def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--count", type=int, required=True)
    parser.add_argument("--people", type=int, required=True)
    arguments = parser.parse_args()
    taps = Taps(arguments.count, arguments.people)
    app = web.Application()
    app.router.add_route("*", "/bot{token}/{method}", taps.answer)
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.1)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    print(runner.addresses[0][1], flush=True)
    await taps.done.wait()
    print(taps.count / (taps.ended - taps.began), flush=True)
    await runner.cleanup()


if __name__ == "__main__":
    asyncio.run(main())
