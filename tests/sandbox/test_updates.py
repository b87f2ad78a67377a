"""Fetching updates: offsets, limits, expiry, one poller at a time."""

import asyncio
from datetime import timedelta

import pytest
from aiogram import Bot
from aiogram.exceptions import TelegramConflictError
from aiogram.types import InlineKeyboardButton, InlineKeyboardMarkup

from sandbox import NotModelled, Person, World

KEYS = InlineKeyboardMarkup(inline_keyboard=[[InlineKeyboardButton(text="A", callback_data="a")]])


async def texts(bot: Bot, offset: int | None = None, limit: int | None = None) -> list[str]:
    updates = await bot.get_updates(offset=offset, limit=limit)
    return [update.message.text or "" for update in updates if update.message]


async def test_updates_wait_until_a_later_offset_confirms_them(bot: Bot, anna: Person) -> None:
    for text in ("one", "two", "three"):
        await anna.send(text)
    first = (await bot.get_updates())[0].update_id
    assert await texts(bot) == ["one", "two", "three"]
    assert await texts(bot, limit=2) == ["one", "two"]
    assert await texts(bot, offset=first + 1) == ["two", "three"]
    assert await texts(bot) == ["two", "three"]
    assert (await bot.get_webhook_info()).pending_update_count == 2


async def test_a_negative_offset_keeps_only_the_last(bot: Bot, anna: Person) -> None:
    for text in ("one", "two", "three"):
        await anna.send(text)
    assert await texts(bot, offset=-2) == ["two", "three"]
    assert await texts(bot) == ["two", "three"]


async def test_old_updates_are_forgotten_and_taps_sooner(
    world: World, bot: Bot, anna: Person
) -> None:
    await bot.send_message(anna.id, "x", reply_markup=KEYS)
    await anna.send("text")
    await anna.tap("A")
    assert len(await bot.get_updates()) == 2
    world.clock.advance(timedelta(seconds=150))
    assert await texts(bot) == ["text"]
    assert len(await bot.get_updates()) == 1
    world.clock.advance(timedelta(days=1))
    assert await bot.get_updates() == []


async def test_a_late_answer_to_a_tap_is_refused(world: World, bot: Bot, anna: Person) -> None:
    await bot.send_message(anna.id, "x", reply_markup=KEYS)
    tap = await anna.tap("A")
    assert tap
    world.clock.advance(timedelta(seconds=world.callback_window + 1))
    with pytest.raises(Exception, match="query is too old"):
        await bot.answer_callback_query(tap.id)


async def test_only_allowed_updates_come_and_the_choice_is_remembered(
    bot: Bot, anna: Person
) -> None:
    await bot.get_updates(allowed_updates=["callback_query"])
    await anna.send("unheard")
    assert await bot.get_updates() == []
    await bot.send_message(anna.id, "x", reply_markup=KEYS)
    await anna.tap("A")
    assert [update.event_type for update in await bot.get_updates()] == ["callback_query"]
    assert (await bot.get_webhook_info()).allowed_updates == ["callback_query"]
    await bot.get_updates(allowed_updates=[])
    await anna.send("heard")
    assert (await texts(bot)) == ["heard"]


async def waiting(world: World) -> None:
    """Let the poll that was just started reach its waiting."""
    while not world.updates.waiting:  # noqa: ASYNC110 - a few turns of the loop, no time
        await asyncio.sleep(0)


async def test_a_long_poll_ends_with_the_first_update(world: World, bot: Bot, anna: Person) -> None:
    poll = asyncio.create_task(bot.get_updates(timeout=50))
    await waiting(world)
    await anna.send("at last")
    assert [update.message.text for update in await poll if update.message] == ["at last"]


async def test_another_poller_ends_the_first(world: World, bot: Bot, anna: Person) -> None:
    first = asyncio.create_task(bot.get_updates(timeout=50))
    await waiting(world)
    second = asyncio.create_task(bot.get_updates(timeout=50))
    with pytest.raises(TelegramConflictError) as refusal:
        await first
    assert refusal.value.message == (
        "Conflict: terminated by other getUpdates request; "
        "make sure that only one bot instance is running"
    )
    await waiting(world)
    await anna.send("for the second")
    assert len(await second) == 1


async def test_pending_updates_can_be_dropped(bot: Bot, anna: Person) -> None:
    await anna.send("one")
    await bot.delete_webhook(drop_pending_updates=True)
    assert await bot.get_updates() == []


async def test_webhooks_are_not_modelled(world: World) -> None:
    with pytest.raises(NotModelled, match="webhook"):
        await world.call("setWebhook", {"url": "https://example.com/hook"})
    assert await world.call("setWebhook", {"url": ""})
