"""Sending limits, counted on a timer that the test holds."""

import pytest
from aiogram import Bot
from aiogram.exceptions import TelegramRetryAfter

from sandbox import ApiError, Person, Rates, SandboxSession, World


class Timer:
    now = 100.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def timer() -> Timer:
    return Timer()


def refused(rates: Rates, chat_id: int = 1) -> int:
    """Return the retry_after of the refusal that must come."""
    with pytest.raises(ApiError) as refusal:
        rates.admit(chat_id)
    seconds = refusal.value.parameters["retry_after"]
    assert refusal.value.code == 429
    assert refusal.value.description == f"Too Many Requests: retry after {seconds}"
    return seconds


def test_a_sliding_second_takes_thirty_and_not_one_more(timer: Timer) -> None:
    rates = Rates(timer=timer)
    for chat_id in range(30):
        rates.admit(chat_id)
        timer.now += 0.01
    assert refused(rates, 99) == 1
    assert rates.refused == 1
    timer.now = 101.5
    rates.admit(99)


def test_a_sliding_second_forgets_message_by_message(timer: Timer) -> None:
    rates = Rates(timer=timer)
    for chat_id in range(30):
        rates.admit(chat_id)
        timer.now += 0.1
    # Only the last ten were sent within this second.
    for chat_id in range(30, 50):
        rates.admit(chat_id)
    assert refused(rates, 99) == 1


def test_a_bucket_refills_evenly(timer: Timer) -> None:
    rates = Rates(mode="bucket", timer=timer)
    for chat_id in range(30):
        rates.admit(chat_id)
    refused(rates, 99)
    timer.now += 1
    for chat_id in range(100, 130):
        rates.admit(chat_id)
    timer.now += 10
    for chat_id in range(200, 230):
        rates.admit(chat_id)
    refused(rates, 99)


@pytest.mark.parametrize("mode", ["sliding", "bucket"])
def test_a_steady_thirty_a_second_is_never_refused(mode: str, timer: Timer) -> None:
    rates = Rates(mode=mode, timer=timer)  # type: ignore[arg-type]
    for chat_id in range(1, 300):
        rates.admit(chat_id)
        timer.now += 1 / 29.9
    assert rates.refused == 0


@pytest.mark.parametrize("mode", ["sliding", "bucket"])
def test_a_chat_takes_a_short_burst_and_then_one_a_second(mode: str, timer: Timer) -> None:
    rates = Rates(mode=mode, timer=timer)  # type: ignore[arg-type]
    for _ in range(5):
        rates.admit(1)
    refused(rates)
    rates.admit(2)
    timer.now += 5
    for _ in range(20):
        rates.admit(1)
        timer.now += 1
    assert rates.refused == 1


def test_a_group_takes_twenty_a_minute(timer: Timer) -> None:
    rates = Rates(timer=timer)
    for _ in range(20):
        rates.admit(-1)
        timer.now += 1
    assert refused(rates, -1) == 40
    timer.now += 40
    rates.admit(-1)


@pytest.mark.parametrize("mode", ["sliding", "bucket"])
def test_an_album_larger_than_the_burst_goes_when_the_chat_is_calm(mode: str, timer: Timer) -> None:
    rates = Rates(mode=mode, timer=timer)  # type: ignore[arg-type]
    rates.admit(1, 10)
    refused(rates)
    timer.now += 20
    rates.admit(1, 10)


def test_it_stays_closed_until_retry_after_has_passed(timer: Timer) -> None:
    rates = Rates(timer=timer)
    for _ in range(5):
        rates.admit(1)
    assert refused(rates) == 5
    timer.now += 4.5
    assert refused(rates) == 1
    timer.now += 0.5
    rates.admit(1)


async def test_only_what_sends_something_new_counts(timer: Timer) -> None:
    world = World(rates=Rates(timer=timer, chat_burst=2))
    bot = Bot(world.token, session=SandboxSession(world))
    anna = world.person("Anna", started=True)
    sent = await bot.send_message(anna.id, "one")
    for text in ("two", "three", "four"):
        await bot.edit_message_text(text, chat_id=anna.id, message_id=sent.message_id)
        await bot.send_chat_action(anna.id, "typing")
    await bot.copy_message(anna.id, anna.id, sent.message_id)
    with pytest.raises(TelegramRetryAfter) as refusal:
        await bot.forward_message(anna.id, anna.id, sent.message_id)
    assert refusal.value.retry_after == 2
    assert world.sent_total == 2


async def test_a_refused_call_costs_nothing(timer: Timer) -> None:
    world = World(rates=Rates(timer=timer, chat_burst=1))
    anna = world.person("Anna", started=True)
    with pytest.raises(ApiError, match="text must be non-empty"):
        await world.call("sendMessage", {"chat_id": anna.id, "text": " "})
    await world.call("sendMessage", {"chat_id": anna.id, "text": "x"})


async def test_retry_after_travels_through_both_doors(
    world: World, bot: Bot, anna: Person, timer: Timer
) -> None:
    world.rates = Rates(timer=timer, chat_burst=1)
    await bot.send_message(anna.id, "one")
    with pytest.raises(TelegramRetryAfter) as refusal:
        await bot.send_message(anna.id, "two")
    assert refusal.value.retry_after == 1
    assert "Original description: Too Many Requests: retry after 1" in refusal.value.message
    world.rates.enabled = False
    await bot.send_message(anna.id, "three")
