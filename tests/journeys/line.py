"""The line between a bot in another process and Telegram: tests hold it at one call."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

from aiohttp import web

from sandbox import Person, World, bot_api
from sandbox.telegram import Telegram
from tests.patience import PATIENCE

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


@dataclass
class Held:
    """One call that waits: for being done, or (`done`) only for its answer."""

    method: str
    chat_id: int | None
    done: bool
    reached: asyncio.Event = field(default_factory=asyncio.Event)
    _over: asyncio.Event = field(default_factory=asyncio.Event)
    _lost: bool = False

    def let_go(self) -> None:
        self._over.set()

    def lose(self) -> None:
        """Its caller is gone: what was not done will not be."""
        self._lost = True
        self._over.set()

    async def pass_on(self, request: web.Request, handler: Handler) -> web.StreamResponse:
        answer = await handler(request) if self.done else None
        self.reached.set()
        await self._over.wait()
        if self._lost:
            raise web.HTTPBadGateway
        return answer or await handler(request)


class Line:
    """Where a bot finds the world, as TELEGRAM_API_URL."""

    def __init__(self) -> None:
        self.url = ""
        self._held: list[Held] = []
        self._pages: dict[str, int] = {}

    def hold(self, method: str, person: Person | None = None, *, done: bool = False) -> Held:
        """Hold the next such call, in this person's chat if one is named."""
        held = Held(method, person.id if person else None, done)
        self._held.append(held)
        return held

    def answer_with_a_page(self, method: str, times: int) -> None:
        """As a proxy does whose server is gone: HTML where JSON is awaited."""
        self._pages[method] = times

    @web.middleware
    async def middleware(self, request: web.Request, handler: Handler) -> web.StreamResponse:
        method = request.match_info.get("method", "")
        if self._pages.get(method):
            self._pages[method] -= 1
            return web.Response(status=502, text="<html>Bad Gateway</html>")
        chat_id = (await request.post()).get("chat_id") if self._held else None
        for held in self._held:
            if held.method == method and str(held.chat_id or chat_id) == str(chat_id):
                self._held.remove(held)
                return await held.pass_on(request, handler)
        return await handler(request)


@asynccontextmanager
async def open_line(world: World) -> AsyncIterator[Line]:
    """Serve the world over HTTP; from now on its updates wait to be fetched."""
    world.on_update = None
    line = Line()
    app = bot_api(world)
    app.middlewares.append(line.middleware)
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=1.0)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    line.url = f"http://127.0.0.1:{runner.addresses[0][1]}"
    try:
        yield line
    finally:
        await runner.cleanup()


async def until(telegram: Telegram, happened: Callable[[], bool], what: str) -> None:
    """Wait until something is so in the world."""
    with telegram.subscribe() as events:
        try:
            async with asyncio.timeout(PATIENCE):
                while not happened():
                    await events.get()
        except TimeoutError:
            raise AssertionError(f"it never happened: {what}") from None


async def sees(person: Person, text: str) -> None:
    """Wait until one of the bot's messages on this person's screen holds a text."""
    await until(
        person.telegram,
        lambda: any(text in said for said in bot_says(person)),
        f"{person.first_name} sees {text!r}",
    )


async def can_tap(person: Person, label: str) -> None:
    """Wait until there is such a button on this person's screen."""
    await until(
        person.telegram,
        lambda: any(label in one for one in _labels(person)),
        f"{person.first_name} can tap {label!r}",
    )


def bot_says(person: Person) -> list[str]:
    """All texts and captions of the bot on this person's screen, oldest first."""
    return person.texts(len(person.messages))


def _labels(person: Person) -> list[str]:
    return [
        button["text"]
        for message in person.messages
        for row in message.get("reply_markup", {}).get("inline_keyboard", [])
        for button in row
    ]
