"""The sender over a real database and the sandbox: what arrives, what does not, and never twice."""

import asyncio
from datetime import timedelta

import pytest

from sandbox.faults import Kind
from services.enums import DeliveryClass, DeliveryStatus
from tests.messengers.conftest import Office

SENT, BLOCKED, PENDING = DeliveryStatus.SENT, DeliveryStatus.BLOCKED, DeliveryStatus.PENDING


async def test_what_is_due_arrives_once(office: Office) -> None:
    everybody = office.people(3)
    await office.tell(*everybody)
    sender = office.sender()
    await sender.drain()
    await sender.drain()
    assert await office.statuses() == [SENT, SENT, SENT]
    assert [len(person.messages) for person in everybody] == [1, 1, 1]
    told = [(await office.queue())[at].message_id for at in range(3)]
    assert told == [person.last["message_id"] for person in everybody]


async def test_what_is_not_due_waits(office: Office) -> None:
    (anna,) = office.people(1)
    await office.tell(anna, at=office.clock.now() + timedelta(minutes=1))
    sender = office.sender()
    await sender.drain()
    assert await office.statuses() == [PENDING]
    await office.later(60)
    await sender.drain()
    assert await office.statuses() == [SENT]


async def test_several_messages_to_one_chat_keep_their_order_and_distance(office: Office) -> None:
    (anna,) = office.people(1)
    for name in ("one", "two", "three"):
        await office.tell(anna, name=name)
    await office.sender().drain()
    assert [name in text for name, text in zip(("one", "two", "three"), anna.texts(3), strict=True)]
    assert office.glass.now >= 2.0


async def test_service_messages_go_before_offers(office: Office) -> None:
    anna, boris = office.people(2)
    await office.tell(anna, kind=DeliveryClass.OFFER)
    await office.tell(boris)
    await office.sender().drain()
    assert boris.last["message_id"] < anna.last["message_id"]


async def test_a_message_is_in_the_receivers_language_with_its_buttons(office: Office) -> None:
    (anna,), (vera,) = office.people(1), office.people(1, "en")
    await office.tell(anna, vera, name="<b>&", kind=DeliveryClass.OFFER)
    await office.sender().drain()
    assert "разрешите" in anna.text
    assert "<b>& says" in vera.text
    assert vera.buttons == [["🔓 Let the card pay"], ["🔕 No more offers"]]
    (first, _) = await office.queue()
    keyboard = anna.last["reply_markup"]["inline_keyboard"]
    assert [row[0]["callback_data"] for row in keyboard] == ["unfreeze:7", f"stop:{first.id}"]


@pytest.mark.parametrize("kind", ["blocked", "deactivated", "never_started", "chat_not_found"])
async def test_whoever_cannot_be_reached_is_left_in_peace(office: Office, kind: Kind) -> None:
    anna, boris = office.people(2)
    await office.tell(anna, anna, boris)
    office.world.faults.add(chat_id=anna.id, kind=kind)
    sender = office.sender()
    await sender.drain()
    assert await office.statuses() == [BLOCKED, BLOCKED, SENT]
    assert not await office.reachable(anna)
    await office.tell(anna)
    await sender.drain()
    assert anna.messages == []
    assert len(office.world.called("sendMessage")) == 2


async def test_too_many_requests_hold_everybody_and_lose_nobody(office: Office) -> None:
    everybody = office.people(5)
    await office.tell(*everybody)
    office.world.faults.add("sendMessage", kind="429", retry_after=7)
    await office.sender().drain()
    assert await office.statuses() == [SENT] * 5
    assert [len(person.messages) for person in everybody] == [1] * 5
    assert office.glass.now > 7


@pytest.mark.parametrize("kind", ["drop_before", "drop_after", "500", "502", "restart"])
async def test_a_broken_line_neither_loses_nor_doubles(office: Office, kind: Kind) -> None:
    everybody = office.people(4)
    await office.tell(*everybody)
    office.world.faults.add("sendMessage", kind=kind, skip=1, times=2)
    await office.sender().drain()
    assert await office.statuses() == [SENT] * 4
    assert [len(person.messages) for person in everybody] == [1] * 4
    ids = [delivery.message_id for delivery in await office.queue()]
    assert ids == [person.last["message_id"] for person in everybody]


async def test_a_person_who_writes_meanwhile_is_not_taken_for_the_message(office: Office) -> None:
    (anna,) = office.people(1)
    await office.tell(anna)
    office.world.faults.add("sendMessage", kind="drop_before")
    sender = office.sender()
    office.world.updates.push = _deaf  # type: ignore[method-assign]
    await anna.send("Hello?")
    await sender.drain()
    assert await office.statuses() == [SENT]
    assert [message["from"]["is_bot"] for message in anna.messages] == [False, True]


def _deaf(update: object) -> None:
    """The bot gets no updates, so it cannot know that this id is somebody's word."""


async def test_what_a_dead_sender_left_is_looked_for(office: Office) -> None:
    everybody = office.people(4)
    await office.tell(*everybody)
    dead = office.sender()
    claimed = await dead._claim(10, 2) if await dead._lead() else []
    for delivery in claimed[:2]:
        await dead._telegram.send(delivery)

    heir = office.sender()
    await heir.drain()
    assert await office.statuses() == [DeliveryStatus.SENDING] * 4  # the dead one's lease holds
    await office.later(11)
    await heir.drain()
    assert await office.statuses() == [SENT] * 4
    assert [len(person.messages) for person in everybody] == [1] * 4


async def test_a_message_that_telegram_refuses_fails_alone(office: Office) -> None:
    anna, boris = office.people(2)
    await office.tell(anna, attachment="photo:nonsense")
    await office.tell(boris)
    await office.sender().drain()
    assert await office.statuses() == [DeliveryStatus.FAILED, SENT]
    assert "file identifier" in ((await office.queue())[0].error or "")


async def test_unknown_words_fail_alone(office: Office, caplog: pytest.LogCaptureFixture) -> None:
    anna, boris = office.people(2)
    await office.tell(anna, boris)
    (first, _) = await office.queue()
    async with office.ctx.db.write() as session:
        (await session.get_one(type(first), first.id)).template = "no-such-words"
    await office.sender().drain()
    assert await office.statuses() == [DeliveryStatus.FAILED, SENT]
    assert "cannot be sent" in caplog.text


async def test_one_sender_at_a_time(office: Office) -> None:
    (anna,) = office.people(1)
    first, second = office.sender(), office.sender()
    await first.drain()
    await office.tell(anna)
    await second.drain()
    assert await office.statuses() == [PENDING]
    await office.later(11)
    await second.drain()
    assert await office.statuses() == [SENT]


async def test_run_is_woken_and_ends_cleanly(office: Office) -> None:
    anna, boris = office.people(2)
    sender = office.sender()
    running = asyncio.create_task(sender.run())
    office.ctx.db.on_deliveries = sender.nudge  # type: ignore[attr-defined]
    with office.world.subscribe() as events:
        await office.tell(anna)
        while (await events.get())["type"] != "message":
            pass
        sender.stop()
        await running
    await office.tell(boris)
    assert len(anna.messages) == 1
    heir = office.sender()
    await heir.drain()  # the lease was given back
    assert len(boris.messages) == 1
    assert await office.statuses() == [SENT, SENT]
