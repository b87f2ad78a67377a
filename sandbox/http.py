"""The HTTP door: the same world as a Bot API server."""

import asyncio
import json
import random
from dataclasses import dataclass
from typing import Any

from aiohttp import BodyPartReader, web
from aiohttp.multipart import MultipartReader

from sandbox.errors import ApiError, ConnectionDropped, NotModelled
from sandbox.params import Upload
from sandbox.world import World

_MULTIPART = "multipart/form-data"
_TOO_LARGE = 413
_NOT_MODELLED = 501
_BODY_LIMIT = 60 * 1024 * 1024


@dataclass(frozen=True)
class Latency:
    """How long the line is, in seconds: `up` before the act, `down` after it.

    Each way gets up to `jitter` more, at random.
    """

    up: float = 0.0
    down: float = 0.0
    jitter: float = 0.0

    async def travel(self, seconds: float) -> None:
        delay = seconds + (random.uniform(0, self.jitter) if self.jitter else 0)  # noqa: S311
        if delay > 0:
            await asyncio.sleep(delay)


def bot_api(world: World, latency: Latency | None = None) -> web.Application:
    """Return the server: `/bot<token>/<method>` and `/file/bot<token>/<path>`."""
    app = web.Application(client_max_size=_BODY_LIMIT)
    add_bot_api(app, world, latency)
    app.router.add_route("*", "/{path:.*}", _nothing_here)
    return app


def add_bot_api(app: web.Application, world: World, latency: Latency | None = None) -> None:
    """Serve the world as a Bot API among the application's other routes."""
    door = _Door(world, latency)
    for verb in ("GET", "POST"):
        app.router.add_route(verb, "/bot{token}/{method}", door.method)
    app.router.add_get("/file/bot{token}/{path:.+}", door.file)

    async def end_polls(_: web.Application) -> None:
        world.updates.interrupt()

    app.on_shutdown.append(end_polls)


async def _nothing_here(_: web.Request) -> web.Response:
    return web.json_response(ApiError(404, "Not Found").envelope(), status=404)


class _Door:
    def __init__(self, world: World, latency: Latency | None) -> None:
        self._world = world
        self._latency = latency

    async def method(self, request: web.Request) -> web.StreamResponse:
        if self._latency:
            await self._latency.travel(self._latency.up)
        try:
            status, body = await self._answer(request)
        except ConnectionDropped:
            if request.transport is not None:
                request.transport.abort()
            # Nobody is left to read this.
            return web.Response()
        if self._latency:
            await self._latency.travel(self._latency.down)
        headers = {}
        if "parameters" in body and "retry_after" in body["parameters"]:
            headers["Retry-After"] = str(body["parameters"]["retry_after"])
        return web.Response(
            body=json.dumps(body, ensure_ascii=False).encode(),
            status=status,
            headers=headers,
            content_type="application/json",
        )

    async def _answer(self, request: web.Request) -> tuple[int, dict[str, Any]]:
        try:
            self._check_token(request.match_info["token"])
            params, files = await _read(request)
            result = await self._world.call(request.match_info["method"], params, files)
        except ApiError as error:
            return error.code, error.envelope()
        except web.HTTPRequestEntityTooLarge:
            return _TOO_LARGE, ApiError(_TOO_LARGE, "Request Entity Too Large").envelope()
        except NotModelled as gap:
            return _NOT_MODELLED, ApiError(_NOT_MODELLED, f"Not Implemented: {gap}").envelope()
        return 200, {"ok": True, "result": result}

    def _check_token(self, token: str) -> None:
        if token == self._world.token:
            return
        number, colon, secret = token.partition(":")
        if not (number.isdigit() and colon and secret):
            raise ApiError(401, "Unauthorized: invalid token specified")
        raise ApiError(401, "Unauthorized")

    async def file(self, request: web.Request) -> web.StreamResponse:
        stored = self._world.files.at(request.match_info["path"])
        if request.match_info["token"] != self._world.token or stored is None:
            raise web.HTTPNotFound
        return web.Response(body=stored.data, content_type="application/octet-stream")


async def _read(request: web.Request) -> tuple[dict[str, Any], dict[str, Upload]]:
    """Return the parameters and files of a call, however they were sent."""
    params: dict[str, Any] = dict(request.query)
    if request.method == "GET" or not request.body_exists:
        return params, {}
    if request.content_type == _MULTIPART:
        return await _read_multipart(await request.multipart(), params)
    if request.content_type == "application/json":
        try:
            body = json.loads(await request.text())
        except ValueError:
            body = None
        if not isinstance(body, dict):
            raise ApiError(400, "Bad Request: can't parse request: expected a JSON object")
        return params | body, {}
    return params | {name: str(value) for name, value in (await request.post()).items()}, {}


async def _read_multipart(
    reader: MultipartReader, params: dict[str, Any]
) -> tuple[dict[str, Any], dict[str, Upload]]:
    files: dict[str, Upload] = {}
    size = 0
    while (part := await reader.next()) is not None:
        if not isinstance(part, BodyPartReader):
            raise ApiError(400, "Bad Request: can't parse request: nested multipart")
        data = bytes(await part.read(decode=True))
        size += len(data)
        if size > _BODY_LIMIT:
            raise ApiError(_TOO_LARGE, "Request Entity Too Large")
        if part.filename is None:
            params[part.name or ""] = data.decode()
        else:
            mime = part.headers.get("Content-Type")
            generic = mime in (None, "application/octet-stream")
            files[part.name or ""] = Upload(part.filename, data, None if generic else mime)
    return params, files
