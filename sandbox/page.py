"""The page with the phones: what `make demo` opens.

How a test (or a person's script) finds its way on it. Roles and labels are the first choice; the
words of the page depend on its language (`localStorage.language`, "ru" or "en"), the attributes
below do not:

- `main[data-ready]`: the first state is drawn.
- `[data-phone="<user id>"]`: one phone. All that follows is inside it.
- `[data-testid=start]`, `unblock`: the wide button on an empty chat, of a blocked bot.
- `[data-testid=input]`, `send`: where a person types; `commands`: the menu of commands.
- `[data-testid=message]`: one message, `data-message="<message_id>"`, `data-direction="in|out"`
  (from the bot / from the person); inside: `photo`, `document`, `inline-keyboard`.
- Inline and reply buttons: `get_by_role("button", name=...)` within `inline-keyboard` or
  `reply-keyboard`. `aria-busy="true"` on an inline button while its answer is awaited.
- `[data-testid=status]`: "bot" or what the bot is doing.
- `[data-testid=scan]`: the camera; `attach`: the attachments; `phone-menu`: block, open a link
  (`link` is the input). Their items are `role=menuitem`; questions and lists open as `dialog`.
- `[data-testid=toast]`, `alert`: what the bot answered to a tap; a toast `.bad` is a refusal.

Of the page: `clock`, `clock-hour`, `clock-day`, `clock-week`, `add-phone`, `page-language`,
`theme`, `lightbox`.

    GET  /                          the page
    GET  /sandbox/api/state         all phones, the bot and the clock
    GET  /sandbox/api/events        server-sent events: lists of changes, the first is the state
    POST /sandbox/api/<action>      JSON in and out; see `sandbox.actions`
    GET  /sandbox/files/<file_id>   a file of the world
"""

import asyncio
import json
from collections.abc import Awaitable, Callable, Iterable, Mapping
from http import HTTPStatus
from pathlib import Path
from typing import Any

from aiohttp import hdrs, web
from pydantic import ValidationError

from sandbox.actions import ACTIONS, Refused
from sandbox.errors import ApiError, NoSuchButton, NotModelled, NotOnScreen
from sandbox.person import Person
from sandbox.screen import Screens
from sandbox.world import World

WEB = Path(__file__).parent / "web"
_HEARTBEAT = 15.0
_HEADERS = {
    "Content-Security-Policy": "default-src 'self'; img-src 'self' blob:; object-src 'none'; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cache-Control": "no-cache",
}
_REFUSALS: dict[type[Exception], tuple[HTTPStatus, str]] = {
    web.HTTPRequestEntityTooLarge: (HTTPStatus.REQUEST_ENTITY_TOO_LARGE, "too_large"),
    ValidationError: (HTTPStatus.BAD_REQUEST, "bad_request"),
    NoSuchButton: (HTTPStatus.CONFLICT, "no_such_button"),
    NotOnScreen: (HTTPStatus.CONFLICT, "not_on_screen"),
    ApiError: (HTTPStatus.CONFLICT, "telegram"),
    NotModelled: (HTTPStatus.NOT_IMPLEMENTED, "not_modelled"),
}
_Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


def add_page(
    app: web.Application,
    world: World,
    *,
    phones: Iterable[Person],
    captions: Mapping[int, str] | None = None,
) -> Screens:
    """Serve the page among the application's other routes; return what it shows."""
    screens = Screens(world, phones, captions)
    door = _Door(screens)
    app.add_routes(
        [
            web.get("/", door.guarded(door.index)),
            web.get("/sandbox/web/{path:.+}", door.guarded(door.static)),
            web.get("/sandbox/api/state", door.guarded(door.state)),
            web.get("/sandbox/api/events", door.guarded(door.events)),
            web.post("/sandbox/api/{action}", door.guarded(door.action)),
            web.get("/sandbox/files/{file_id}", door.guarded(door.file)),
        ]
    )
    app.on_shutdown.append(door.close)
    return screens


class _Door:
    def __init__(self, screens: Screens) -> None:
        self._screens = screens
        self._streams: set[asyncio.Task[Any]] = set()

    def guarded(self, handler: _Handler) -> _Handler:
        """Serve only those who came to localhost by its own name, and mark every answer."""

        async def guard(request: web.Request) -> web.StreamResponse:
            # A page elsewhere can make its own name point here; the Host header gives it away.
            if request.url.host not in ("localhost", "127.0.0.1", "::1"):
                raise web.HTTPForbidden(text="The sandbox answers only on localhost.")
            response = await handler(request)
            if not response.prepared:
                for name, value in _HEADERS.items():
                    response.headers.setdefault(name, value)
            return response

        return guard

    async def index(self, _: web.Request) -> web.StreamResponse:
        return web.FileResponse(WEB / "index.html")

    async def static(self, request: web.Request) -> web.StreamResponse:
        path = (WEB / request.match_info["path"]).resolve()
        if not path.is_relative_to(WEB) or not path.is_file():
            raise web.HTTPNotFound
        return web.FileResponse(path)

    async def state(self, _: web.Request) -> web.StreamResponse:
        return web.json_response(self._screens.state())

    async def events(self, request: web.Request) -> web.StreamResponse:
        response = web.StreamResponse(
            headers={**_HEADERS, "Content-Type": "text/event-stream", "Cache-Control": "no-store"}
        )
        await response.prepare(request)
        task = asyncio.current_task()
        assert task is not None  # noqa: S101 - a handler always runs in a task
        self._streams.add(task)
        try:
            async for changes in self._screens.events(_HEARTBEAT):
                line = f"data: {json.dumps(changes)}\n\n" if changes else ": still here\n\n"
                await response.write(line.encode())
        except (ConnectionResetError, asyncio.CancelledError):
            pass  # the reader left, or the server is closing: either way the stream just ends
        finally:
            self._streams.discard(task)
        return response

    async def close(self, _: web.Application) -> None:
        """End the streams, or the server would wait for its readers to leave."""
        for task in self._streams:
            task.cancel()

    async def action(self, request: web.Request) -> web.StreamResponse:
        own = request.headers.get(hdrs.ORIGIN) == str(request.url.origin())
        if not own or request.content_type != "application/json":
            return _refusal(HTTPStatus.FORBIDDEN, "alien", "only the page itself may act, in JSON")
        kind = ACTIONS.get(request.match_info["action"])
        if kind is None:
            return _refusal(HTTPStatus.NOT_FOUND, "no_such_action", "there is no such action")
        try:
            action = kind.model_validate_json(await request.read())
            answer = await action.run(self._screens)
        except Refused as refused:
            return _refusal(HTTPStatus.CONFLICT, refused.code, str(refused))
        except tuple(_REFUSALS) as error:
            status, code = next(_REFUSALS[cls] for cls in type(error).__mro__ if cls in _REFUSALS)
            return _refusal(status, code, str(error))
        return web.json_response({"ok": True, **(answer or {})})

    async def file(self, request: web.Request) -> web.StreamResponse:
        stored = self._screens.world.files.get(request.match_info["file_id"])
        if stored is None:
            raise web.HTTPNotFound
        if stored.kind == "photo":
            return web.Response(body=stored.data, content_type="image/jpeg")
        # People's documents may be pages with scripts: they are only ever saved, never opened.
        return web.Response(
            body=stored.data,
            content_type="application/octet-stream",
            headers={hdrs.CONTENT_DISPOSITION: "attachment"},
        )


def _refusal(status: HTTPStatus, code: str, message: str) -> web.Response:
    return web.json_response({"error": code, "message": message}, status=status)
