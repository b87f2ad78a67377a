"""Trouble on request, through both doors."""

import pytest
from aiogram import Bot
from aiogram.exceptions import (
    RestartingTelegram,
    TelegramAPIError,
    TelegramBadRequest,
    TelegramForbiddenError,
    TelegramNetworkError,
    TelegramRetryAfter,
    TelegramServerError,
)

from sandbox import Person, World
from sandbox.faults import Kind


@pytest.mark.parametrize(
    ("kind", "error", "sent"),
    [
        ("429", TelegramRetryAfter, 0),
        ("500", TelegramServerError, 0),
        ("502", TelegramServerError, 0),
        ("restart", RestartingTelegram, 0),
        ("blocked", TelegramForbiddenError, 0),
        ("deactivated", TelegramForbiddenError, 0),
        ("never_started", TelegramForbiddenError, 0),
        ("chat_not_found", TelegramBadRequest, 0),
        ("drop_before", TelegramNetworkError, 0),
        ("drop_after", TelegramNetworkError, 1),
    ],
)
async def test_a_fault_strikes_once_and_the_next_call_passes(
    world: World, bot: Bot, anna: Person, kind: Kind, error: type[TelegramAPIError], sent: int
) -> None:
    world.faults.add("sendMessage", kind=kind, retry_after=7)
    with pytest.raises(error) as trouble:
        await bot.send_message(anna.id, "one")
    if isinstance(trouble.value, TelegramRetryAfter):
        assert trouble.value.retry_after == 7
    assert world.sent_total == sent
    await bot.send_message(anna.id, "two")
    assert anna.text == "two"


async def test_a_fault_minds_method_chat_and_count(
    world: World, bot: Bot, anna: Person, boris: Person
) -> None:
    fault = world.faults.add("sendMessage", anna.id, kind="500", times=2, skip=1)
    await bot.get_me()
    await bot.send_message(anna.id, "passes")
    for _ in range(2):
        await bot.send_message(boris.id, "passes")
        with pytest.raises(TelegramServerError):
            await bot.send_message(anna.id, "fails")
    await bot.send_message(anna.id, "passes again")
    assert fault.met == 2


async def test_a_lasting_fault_lasts_until_cleared(world: World, bot: Bot) -> None:
    world.faults.add(kind="502", times=None)
    for _ in range(3):
        with pytest.raises(TelegramServerError):
            await bot.get_me()
    world.faults.clear()
    await bot.get_me()


def test_an_unknown_fault_is_an_error_of_the_test(world: World) -> None:
    with pytest.raises(ValueError, match="unknown fault"):
        world.faults.add(kind="meteor")  # type: ignore[arg-type]
