"""`python bot.py` from the outside: what an operator, a service manager and a script rely on."""

import asyncio
import socket
from collections.abc import AsyncIterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import select, update

from models.ledger import Account
from models.people import Member
from sandbox import Rates, SandboxClock, World
from tests.cast import OLGA, open_shop
from tests.journeys.line import Line, bot_says, open_line, sees, until
from tests.journeys.process import READY, BotProcess, forked, running

SECRET = "AAE-nobody-may-read-this-0123456789"  # noqa: S105 - opens nothing
TOKEN = f"1000000001:{SECRET}"


@pytest.fixture
def world() -> World:
    clock = SandboxClock(datetime.now(UTC), frozen=True)
    return World(token=TOKEN, rates=Rates.off(), clock=clock)


@pytest.fixture
async def line(world: World) -> AsyncIterator[Line]:
    async with open_line(world) as opened:
        yield opened


def settings(line: Line, url: str, **others: str) -> dict[str, str]:
    return {
        "BOT_TOKEN": TOKEN,
        "OWNER_IDS": str(OLGA),
        "DATABASE_URL": url,
        "TELEGRAM_API_URL": line.url,
        **others,
    }


def nowhere() -> str:
    """An address on this machine where nobody listens."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return f"http://127.0.0.1:{free.getsockname()[1]}"


def is_plain(bot: BotProcess) -> bool:
    """No traceback and no secret, wherever it wrote."""
    said = bot.output + bot.errors
    return "Traceback" not in said and "Warning" not in said and SECRET not in said


@pytest.mark.parametrize(
    ("language", "words"), [("ru", "нужен токен"), ("en", "needs a bot token")]
)
async def test_without_a_token_it_says_how_to_get_one(
    tmp_path: Path, language: str, words: str
) -> None:
    async with forked(tmp_path, DEFAULT_LANGUAGE=language) as bot:
        assert await bot.ends() == 2
    assert words in bot.errors
    assert "make demo" in bot.errors
    assert bot.errors.count("\n") == 1
    assert bot.output == ""
    assert is_plain(bot)


async def test_settings_come_from_the_file_too_and_bad_ones_are_named(tmp_path: Path) -> None:
    (tmp_path / ".env").write_text(f"BOT_TOKEN={SECRET}\nOWNER_IDS=me\nTIMEZONE=Mars/Base\n")
    async with running(tmp_path) as bot:
        assert await bot.ends() == 2
    assert [name in bot.errors for name in ("BOT_TOKEN", "OWNER_IDS", "TIMEZONE")] == [True] * 3
    assert is_plain(bot)


@pytest.mark.parametrize(
    "url",
    [
        "sqlite+aiosqlite:////nowhere/at/all/kopilka.db",
        f"postgresql+asyncpg://kopilka:{SECRET}@/kopilka?host=/nowhere/at/all",
        f"postgresql+asyncpg://kopilka:{SECRET}@127.0.0.1:1/kopilka",
    ],
)
async def test_a_database_out_of_reach_is_one_sentence(tmp_path: Path, url: str) -> None:
    async with forked(tmp_path, BOT_TOKEN=TOKEN, OWNER_IDS="1", DATABASE_URL=url) as bot:
        assert await bot.ends() == 1
    assert "База данных недоступна" in bot.errors
    assert bot.errors.count("\n") == 1
    assert is_plain(bot)


async def test_a_file_that_is_no_database_is_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "kopilka.db").write_text("Dear diary! " * 100)
    async with forked(tmp_path, BOT_TOKEN=TOKEN, OWNER_IDS="1") as bot:
        assert await bot.ends() == 1
    assert "База данных недоступна" in bot.errors
    assert is_plain(bot)


async def test_a_token_that_telegram_refuses(tmp_path: Path, line: Line, sqlite_url: str) -> None:
    wrong = settings(line, sqlite_url, BOT_TOKEN=f"1000000002:{SECRET}")
    async with forked(tmp_path, **wrong) as bot:
        assert await bot.ends() == 1
    assert "Telegram не принимает" in bot.errors
    assert is_plain(bot)


async def test_it_waits_for_telegram_and_stops_at_once_when_told(
    tmp_path: Path, line: Line, sqlite_url: str
) -> None:
    unreachable = settings(line, sqlite_url, TELEGRAM_API_URL=nowhere())
    async with forked(tmp_path, **unreachable) as bot:
        await bot.says("Telegram does not answer")
        assert await bot.stop() == 0
    assert is_plain(bot)


async def test_pages_instead_of_answers_are_outlived(
    tmp_path: Path, world: World, line: Line, sqlite_url: str
) -> None:
    for method in ("getMe", "setMyCommands", "getUpdates"):
        line.answer_with_a_page(method, times=1)
    anna = world.person("Анна")
    async with forked(tmp_path, **settings(line, sqlite_url)) as bot:
        await bot.says("No updates from Telegram")
        await anna.start()
        await sees(anna, "Получить карту")
        assert await bot.stop() == 0
    assert is_plain(bot)


async def test_what_it_holds_is_finished_before_it_ends(
    tmp_path: Path, world: World, line: Line, sqlite_url: str
) -> None:
    anna = world.person("Анна")
    given = settings(line, sqlite_url)
    async with running(tmp_path, **given) as bot:
        await bot.says(READY)
        held = line.hold("sendMessage", anna)
        await anna.start()
        await held.reached.wait()
        stopping = asyncio.create_task(bot.stop())
        await until(world, lambda: not world.updates.waiting, "it polls no more")
        assert bot_says(anna) == []
        held.let_go()
        assert await stopping == 0
    assert len(bot_says(anna)) == 1
    assert len(world.updates) == 0
    assert is_plain(bot)


async def test_two_programs_start_on_one_empty_database_and_take_turns(
    tmp_path: Path, world: World, line: Line, empty_database_url: str
) -> None:
    anna = world.person("Анна")
    given = settings(line, empty_database_url)
    async with forked(tmp_path, **given) as one, forked(tmp_path, **given) as two:
        await asyncio.gather(one.says(READY), two.says(READY))
        waits = "Another program takes updates"
        said = {asyncio.create_task(bot.says(waits)): bot for bot in (one, two)}
        done, pending = await asyncio.wait(said, return_when=asyncio.FIRST_COMPLETED)
        for task in pending:
            task.cancel()
        waiting = said[done.pop()]
        working = two if waiting is one else one
        assert await working.stop() == 0
        await anna.start()
        await sees(anna, "Получить карту")
        assert await waiting.stop() == 0
    assert len(bot_says(anna)) == 1
    assert is_plain(one)
    assert is_plain(two)


async def test_verify_says_whether_points_add_up(tmp_path: Path, database_url: str) -> None:
    async with open_shop(database_url) as shop:
        await shop.join(shop.anna)
        async with forked(tmp_path, "verify", DATABASE_URL=database_url) as bot:
            assert await bot.ends() == 0
        assert bot.output == "Баллы сходятся: счетов 1, партий 1, записей 1.\n"
        assert bot.errors == ""
        async with shop.ctx.db.write() as session:
            await session.execute(update(Account).values(balance=Account.balance + 7))
        english = {"DATABASE_URL": database_url, "DEFAULT_LANGUAGE": "en"}
        async with forked(tmp_path, "verify", **english) as bot:
            assert await bot.ends() == 1
    first, *rest = bot.output.splitlines()
    assert first == "Points do not add up in 2 places:"
    assert [line.endswith("expected 100, found 107") for line in rest] == [True, True]
    assert is_plain(bot)


async def test_rebuilding_says_what_it_mended(tmp_path: Path, database_url: str) -> None:
    async with open_shop(database_url) as shop:
        await shop.join(shop.anna)
        async with forked(tmp_path, "rebuild-stats", DATABASE_URL=database_url) as bot:
            assert await bot.ends() == 0
        assert bot.output == "Итоги верны: участников 1.\n"
        async with shop.ctx.db.write() as session:
            await session.execute(update(Member).values(spent_total=7))
        english = {"DATABASE_URL": database_url, "DEFAULT_LANGUAGE": "en"}
        async with forked(tmp_path, "rebuild-stats", **english) as bot:
            assert await bot.ends() == 0
        assert "Members: 1; totals by category: 0." in bot.output
        async with shop.ctx.db.read() as session:
            assert await session.scalar(select(Member.spent_total)) == 0
    assert is_plain(bot)


async def test_help_names_what_it_can_do(tmp_path: Path) -> None:
    async with forked(tmp_path, "--help") as bot:
        assert await bot.ends() == 0
    assert all(word in bot.output for word in ("demo", "verify", "rebuild-stats", ".env"))
    assert is_plain(bot)


async def test_an_unknown_command_is_a_usage_error(tmp_path: Path) -> None:
    async with forked(tmp_path, "dance") as bot:
        assert await bot.ends() == 2
    assert "dance" in bot.errors
    assert is_plain(bot)
