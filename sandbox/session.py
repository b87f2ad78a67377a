"""The in-process door: an aiogram session that calls the world instead of the network."""

import json
from collections.abc import AsyncGenerator
from typing import Any, cast

from aiogram import Bot
from aiogram.client.session.base import BaseSession
from aiogram.exceptions import TelegramNetworkError
from aiogram.methods import TelegramMethod
from aiogram.methods.base import TelegramType
from aiogram.types import InputFile

from sandbox.errors import ApiError, ConnectionDropped
from sandbox.params import Upload
from sandbox.world import World


class SandboxSession(BaseSession):
    """`Bot(world.token, session=SandboxSession(world))` lives in that world.

    Values are prepared as for the wire and answers parsed as from it, so both doors behave alike.
    """

    def __init__(self, world: World) -> None:
        super().__init__()
        self.world = world

    async def make_request(
        self,
        bot: Bot,
        method: TelegramMethod[TelegramType],
        timeout: int | None = None,  # noqa: ARG002, ASYNC109 - nothing here can time out
    ) -> TelegramType:
        attached: dict[str, InputFile] = {}
        params = {}
        for name, raw in method.model_dump(warnings=False).items():
            if value := self.prepare_value(raw, bot=bot, files=attached):
                params[name] = value
        files = {}
        for key, file in attached.items():
            data = b"".join([chunk async for chunk in file.read(bot)])
            files[key] = Upload(file.filename or key, data)
        status, body = await self._answer(bot, method, params, files)
        response = self.check_response(bot, method, status, json.dumps(body))
        return cast("TelegramType", response.result)

    async def _answer(
        self,
        bot: Bot,
        method: TelegramMethod[TelegramType],
        params: dict[str, Any],
        files: dict[str, Upload],
    ) -> tuple[int, dict[str, Any]]:
        if bot.token != self.world.token:
            error = ApiError(401, "Unauthorized")
            return error.code, error.envelope()
        try:
            result = await self.world.call(method.__api_method__, params, files)
        except ApiError as error:
            return error.code, error.envelope()
        except ConnectionDropped as error:
            message = f"ServerDisconnectedError: {error}"
            raise TelegramNetworkError(method=method, message=message) from error
        return 200, {"ok": True, "result": result}

    async def stream_content(
        self,
        url: str,
        headers: dict[str, Any] | None = None,  # noqa: ARG002 - the base class's signature
        timeout: int = 30,  # noqa: ARG002, ASYNC109 - the base class's signature
        chunk_size: int = 65536,
        raise_for_status: bool = True,  # noqa: ARG002 - the base class's signature
    ) -> AsyncGenerator[bytes, None]:
        path = url.partition(f"/file/bot{self.world.token}/")[2]
        stored = self.world.files.at(path)
        if stored is None:
            raise FileNotFoundError(f"404 Not Found: {url}")
        for begin in range(0, len(stored.data), chunk_size):
            yield stored.data[begin : begin + chunk_size]

    async def close(self) -> None:
        """Nothing is held open."""
