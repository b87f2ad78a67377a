"""The HTTP door: every way of calling, and what only HTTP can get wrong."""

import asyncio
import contextlib
import json
import sys
from collections.abc import AsyncIterator
from typing import Any

import aiohttp
import pytest
from aiogram import Bot, Dispatcher
from aiogram.types import Message

from sandbox import Latency, Person, Rates, World


@pytest.fixture
async def client(server: str) -> AsyncIterator[aiohttp.ClientSession]:
    async with aiohttp.ClientSession(server) as session:
        yield session


async def answer(
    client: aiohttp.ClientSession, verb: str, path: str, **options: Any
) -> tuple[int, dict[str, Any]]:
    async with client.request(verb, path, **options) as response:
        return response.status, await response.json()


async def test_every_way_of_calling_is_understood(
    world: World, client: aiohttp.ClientSession, anna: Person
) -> None:
    path = f"/bot{world.token}/sendMessage"
    form = aiohttp.FormData({"text": "multipart"})
    form.add_field("chat_id", str(anna.id), content_type="text/plain")
    for verb, options in (
        ("GET", {"params": {"chat_id": anna.id, "text": "query"}}),
        ("POST", {"params": {"chat_id": anna.id}, "data": {"text": "urlencoded"}}),
        ("POST", {"json": {"chat_id": anna.id, "text": "json"}}),
        ("POST", {"params": {"chat_id": anna.id}, "data": form}),
    ):
        status, body = await answer(client, verb, path, **options)
        assert (status, body["ok"]) == (200, True)
    assert anna.texts(4) == ["query", "urlencoded", "json", "multipart"]


async def test_method_names_are_read_in_any_case(
    world: World, client: aiohttp.ClientSession
) -> None:
    status, body = await answer(client, "GET", f"/bot{world.token}/GETME")
    assert (status, body["result"]["is_bot"]) == (200, True)


@pytest.mark.parametrize(
    ("path", "status", "description"),
    [
        ("/bot{token}/makeCoffee", 404, "Not Found: method not found"),
        ("/bot123:other/getMe", 401, "Unauthorized"),
        ("/botnonsense/getMe", 401, "Unauthorized: invalid token specified"),
        ("/somewhere/else", 404, "Not Found"),
        (
            "/bot{token}/sendPoll",
            501,
            "Not Implemented: not modelled by the sandbox: method sendPoll",
        ),
    ],
)
async def test_wrong_addresses(
    world: World, client: aiohttp.ClientSession, path: str, status: int, description: str
) -> None:
    got = await answer(client, "GET", path.format(token=world.token))
    assert got == (status, {"ok": False, "error_code": status, "description": description})


async def test_broken_json_is_refused(world: World, client: aiohttp.ClientSession) -> None:
    status, body = await answer(
        client,
        "POST",
        f"/bot{world.token}/getMe",
        data="[",
        headers={"Content-Type": "application/json"},
    )
    assert (status, body["error_code"]) == (400, 400)


async def test_a_429_says_when_to_come_back_in_the_header_too(
    world: World, client: aiohttp.ClientSession, anna: Person
) -> None:
    world.rates = Rates(chat_burst=1, timer=lambda: 0.0)
    path = f"/bot{world.token}/sendMessage"
    query = {"chat_id": str(anna.id), "text": "x"}
    await answer(client, "GET", path, params=query)
    async with client.get(path, params=query) as response:
        assert response.status == 429
        assert response.headers["Retry-After"] == "1"
        assert (await response.json())["parameters"] == {"retry_after": 1}


async def test_files_come_down_only_with_the_token(
    world: World, client: aiohttp.ClientSession, anna: Person
) -> None:
    await anna.send_document(b"data", "a.txt")
    file_id = anna.messages[-1]["document"]["file_id"]
    path = (await world.call("getFile", {"file_id": file_id}))["file_path"]
    async with client.get(f"/file/bot{world.token}/{path}") as response:
        assert (response.status, await response.read()) == (200, b"data")
    for wrong in (f"/file/bot1:x/{path}", f"/file/bot{world.token}/documents/none"):
        async with client.get(wrong) as response:
            assert response.status == 404


async def test_a_real_bot_polls_and_answers(http_bot: Bot, anna: Person) -> None:
    dispatcher = Dispatcher()
    answered = asyncio.Event()

    @dispatcher.message()
    async def echo(message: Message) -> None:
        await message.answer(f"You said {message.text}")
        answered.set()

    polling = asyncio.create_task(
        dispatcher.start_polling(http_bot, handle_signals=False, close_bot_session=False)
    )
    await anna.send("hello")
    await answered.wait()
    assert anna.text == "You said hello"
    await dispatcher.stop_polling()
    await polling


async def test_latency_is_paid_before_and_after(monkeypatch: pytest.MonkeyPatch) -> None:
    paid: list[float] = []

    async def sleep(seconds: float) -> None:
        paid.append(seconds)

    monkeypatch.setattr(asyncio, "sleep", sleep)
    latency = Latency(up=1, down=2, jitter=0.5)
    await latency.travel(latency.up)
    await latency.travel(latency.down)
    await Latency().travel(0)
    assert len(paid) == 2
    assert 1 <= paid[0] <= 1.5
    assert 2 <= paid[1] <= 2.5


async def test_it_serves_alone_until_it_is_told_to_stop() -> None:
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "sandbox", "--people", "2", "--rates", "bucket", "--up", "0.001"),
        stdout=asyncio.subprocess.PIPE,
    )
    assert process.stdout
    try:
        address, _, token = (await process.stdout.readline()).decode().split()
        query = {"chat_id": "200000002", "text": "x"}
        async with (
            aiohttp.ClientSession(address) as client,
            client.get(f"/bot{token}/sendMessage", params=query) as response,
        ):
            assert json.loads(await response.text())["result"]["chat"]["first_name"] == "Person 2"
    finally:
        with contextlib.suppress(ProcessLookupError):
            process.terminate()
        assert await process.wait() == 0
