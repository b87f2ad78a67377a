"""The server's side of the page: what it tells, whom it obeys, what it refuses."""

import asyncio
import base64
import json
from collections.abc import AsyncIterator
from datetime import timedelta
from typing import Any

import pytest
from aiohttp import ClientSession, StreamReader

from sandbox import World
from sandbox.screen import Screens
from sandbox.server import PortBusy, serve
from tests.sandbox.conftest import picture
from tests.sandbox.table import Table, laid_table

QUIET = 0.01


@pytest.fixture
async def table() -> AsyncIterator[Table]:
    async with laid_table() as laid:
        yield laid


@pytest.fixture
async def client(table: Table) -> AsyncIterator[ClientSession]:
    async with ClientSession(table.url, headers={"Origin": table.url}) as session:
        yield session


async def act(client: ClientSession, action: str, **body: Any) -> tuple[int, dict[str, Any]]:
    async with client.post(f"/sandbox/api/{action}", json=body) as response:
        return response.status, await response.json()


async def test_the_state_holds_all_that_the_page_draws(table: Table, client: ClientSession) -> None:
    await table.anna.start()
    async with client.get("/sandbox/api/state") as response:
        state = await response.json()
    anna, boris, _ = state["phones"]
    assert state["bot"]["username"] == "kopilka_demo_bot"
    assert state["clock"] == {"now": 1_773_144_000_000, "frozen": True, "zone": None}
    assert [m["text"] for m in anna["messages"]] == ["/start", "Welcome to Kopilka! 👋"]
    assert anna["keyboard"]["keyboard"][0][0]["text"] == "💳 Card"
    assert anna["commands"][0]["description"] == "Показать карту"
    assert boris["commands"][0]["description"] == "Show my card"
    assert (boris["messages"], boris["keyboard"], boris["caption"]) == ([], None, "cashier")


async def test_events_begin_with_the_state_and_follow_the_world(
    table: Table, client: ClientSession
) -> None:
    async with client.get("/sandbox/api/events") as stream:
        assert stream.content_type == "text/event-stream"
        (state,) = await next_event(stream.content)
        assert state["type"] == "state"
        await table.anna.start()
        changes = await next_event(stream.content)
    assert [(c["type"], c["phone"]) for c in changes] == [
        ("message", table.anna.id),
        ("message", table.anna.id),
        ("keyboard", table.anna.id),
    ]


async def next_event(stream: StreamReader) -> list[dict[str, Any]]:
    line = await stream.readline()
    await stream.readline()
    parsed: list[dict[str, Any]] = json.loads(line.removeprefix(b"data: "))
    return parsed


async def test_a_broadcast_to_others_costs_the_page_one_event() -> None:
    world = World()
    world.rates.enabled = False
    shown = world.person("Anna", started=True)
    others = [world.person(f"Guest {n}", started=True) for n in range(300)]
    screens = Screens(world, [shown])
    events = screens.events(QUIET)
    assert (await anext(events))[0]["type"] == "state"
    for person in [*others, shown]:
        await world.call("sendMessage", {"chat_id": person.id, "text": "Offer"})
    changes = await anext(events)
    assert [change["message"]["text"] for change in changes] == ["Offer"]
    assert await anext(events) == []
    await events.aclose()


async def test_a_page_far_behind_gets_the_state_instead_of_a_flood() -> None:
    world = World(history=10)
    world.rates.enabled = False
    anna = world.person("Anna", started=True)
    events = Screens(world, [anna]).events(QUIET)
    await anext(events)
    for number in range(2100):
        await world.call("sendMessage", {"chat_id": anna.id, "text": str(number)})
    (state,) = await anext(events)
    assert [m["text"] for m in state["phones"][0]["messages"]][-1] == "2099"
    await events.aclose()


async def test_a_one_time_keyboard_folds_and_may_be_pressed_again(
    table: Table, client: ClientSession
) -> None:
    await table.anna.start()
    await table.anna.send("/once")
    for _ in range(2):
        status, _ = await act(client, "press", phone=table.anna.id, label="Once")
        assert status == 200
        assert table.anna.chat is not None
        assert table.anna.chat.keyboard is not None
        assert table.anna.chat.keyboard.hidden


@pytest.mark.parametrize(
    ("headers", "why"),
    [
        ({"Origin": "https://evil.example"}, "another site's page"),
        ({"Origin": "null"}, "a sandboxed frame"),
        ({}, "no browser at all"),
    ],
)
async def test_only_the_page_itself_may_act(
    table: Table, headers: dict[str, str], why: str
) -> None:
    async with (
        ClientSession(table.url, headers=headers) as stranger,
        stranger.post("/sandbox/api/start", json={"phone": table.anna.id}) as response,
    ):
        assert response.status == 403, why
    assert table.anna.messages == []


async def test_a_form_cannot_act_even_from_the_page(table: Table, client: ClientSession) -> None:
    body = json.dumps({"phone": table.anna.id})
    headers = {"Content-Type": "text/plain"}
    async with client.post("/sandbox/api/start", data=body, headers=headers) as response:
        assert response.status == 403
    assert table.anna.messages == []


async def test_a_name_that_was_made_to_point_here_is_turned_away(client: ClientSession) -> None:
    async with client.get("/sandbox/api/state", headers={"Host": "evil.example"}) as response:
        assert response.status == 403


async def test_every_answer_forbids_foreign_content(client: ClientSession) -> None:
    for path in ("/", "/sandbox/web/js/main.js", "/sandbox/api/state"):
        async with client.get(path) as response:
            assert response.status == 200
            assert "default-src 'self'" in response.headers["Content-Security-Policy"]
            assert response.headers["X-Content-Type-Options"] == "nosniff"


@pytest.mark.parametrize("path", ["..%2fpage.py", "css/../../page.py", "nothing.js", "css"])
async def test_nothing_outside_the_web_folder_is_served(client: ClientSession, path: str) -> None:
    async with client.get(f"/sandbox/web/{path}") as response:
        assert response.status == 404


async def test_refusals_are_json_with_a_stable_code(table: Table, client: ClientSession) -> None:
    await table.anna.start()
    await table.anna.send("/buttons")
    anna, message = table.anna.id, table.anna.last["message_id"]
    place = {"message_id": message, "row": 0, "column": 0}
    for expected, action, body in [
        ((404, "no_such_action"), "dance", {}),
        ((400, "bad_request"), "send", {"phone": anna}),
        ((400, "bad_request"), "start", {"phone": anna, "extra": 1}),
        ((409, "no_such_phone"), "start", {"phone": 1}),
        ((409, "no_such_button"), "tap", {"phone": anna, **place, "label": "Gone"}),
        ((409, "no_such_button"), "tap", {"phone": anna, **place | {"row": 9}, "label": "Confirm"}),
        ((409, "no_such_button"), "press", {"phone": anna, "label": "Nothing"}),
        ((409, "not_on_screen"), "send", {"phone": table.boris.id, "text": "before Start"}),
        ((409, "not_a_link"), "open", {"phone": anna, "url": "https://example.com/"}),
        ((409, "not_a_link"), "open", {"phone": anna, "url": "t.me/kopilka_demo_bot?start=a b"}),
        ((409, "telegram"), "photo", {"phone": anna, "data": base64.b64encode(b"no").decode()}),
    ]:
        status, answer = await act(client, action, **body)
        assert (status, answer["error"]) == expected
        assert answer["message"]


async def test_of_two_buttons_that_say_the_same_the_tapped_one_is_pressed(
    table: Table, client: ClientSession
) -> None:
    await table.anna.start()
    await table.anna.send("/buttons")
    place = {"message_id": table.anna.last["message_id"], "row": 2, "label": "Same"}
    for column in (1, 0):
        await act(client, "tap", phone=table.anna.id, column=column, **place)
    assert table.anna.alerts == ["Pressed second", "Pressed first"]


async def test_the_camera_reads_the_newest_code_on_the_other_screen(
    table: Table, client: ClientSession
) -> None:
    await table.anna.start()
    scan = {"phone": table.boris.id, "other": table.anna.id}
    assert (await act(client, "scan", **scan))[1]["error"] == "no_picture"
    await table.anna.send_photo(picture())
    assert (await act(client, "scan", **scan))[1]["error"] == "no_qr"
    await table.anna.send("/card")
    await table.anna.send_photo(picture())
    status, read = await act(client, "scan", **scan)
    link = f"https://t.me/kopilka_demo_bot?start=card_{table.anna.id}"
    assert (status, read) == (200, {"ok": True, "text": link, "opens": True})
    assert table.boris.messages == [], "reading is not opening"


async def test_time_passes_only_when_all_that_was_due_is_done(
    table: Table, client: ClientSession
) -> None:
    done = []

    async def work() -> None:
        await asyncio.sleep(0)
        done.append(table.world.clock.now())

    table.world.clock.on_move(work)
    before = table.world.clock.now()
    await act(client, "clock", seconds=86_400)
    assert done == [before + timedelta(hours=hours) for hours in (6, 12, 18, 24)]
    assert (await act(client, "clock", seconds=-5))[1]["error"] == "bad_request"


async def test_photos_are_shown_and_documents_only_saved(
    table: Table, client: ClientSession
) -> None:
    await table.anna.start()
    await table.anna.send_photo(picture())
    await table.anna.send_document(b"<script>alert(1)</script>", "page.html", mime="text/html")
    photo = next(m for m in table.anna.messages if "photo" in m)["photo"][-1]["file_id"]
    page = next(m for m in table.anna.messages if "document" in m)["document"]["file_id"]
    async with client.get(f"/sandbox/files/{photo}") as response:
        assert response.content_type == "image/jpeg"
        assert (await response.read()).startswith(b"\xff\xd8")
    async with client.get(f"/sandbox/files/{page}") as response:
        assert response.content_type == "application/octet-stream"
        assert response.headers["Content-Disposition"] == "attachment"
        assert await response.read() == b"<script>alert(1)</script>"
    async with client.get("/sandbox/files/none") as response:
        assert response.status == 404


async def test_the_bot_api_answers_on_the_same_port(table: Table, client: ClientSession) -> None:
    async with client.get(f"/bot{table.world.token}/getMe") as response:
        assert (await response.json())["result"]["username"] == "kopilka_demo_bot"


async def test_a_busy_port_is_said_clearly(table: Table) -> None:
    port = table.runner.addresses[0][1]
    with pytest.raises(PortBusy, match=f"Port {port} on 127.0.0.1 is taken"):
        await serve(World(), [], "127.0.0.1", port)


async def test_the_server_stops_while_pages_are_open(table: Table, client: ClientSession) -> None:
    async with client.get("/sandbox/api/events") as stream:
        await next_event(stream.content)
        await table.runner.cleanup()
        assert await stream.content.read() == b"", "a stream that ends, not one that breaks"
