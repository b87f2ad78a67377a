"""A broadcast over HTTP: how much of the allowed rate it reaches, how fast it is without a limit,
and how long live replies wait while it runs.

The line is 60 ms long, there and back, and up to 40 ms longer at random.
"""

import asyncio
import gc
import tempfile
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import uvloop
from pydantic import SecretStr
from sqlalchemy import insert, select, update

from app.program import Program, open_program, serve
from app.settings import Settings
from bench.figures import Figure, note
from bench.world import FIRST_PERSON, TALKERS, Server, served
from messengers.pacing import PER_SECOND, Pacer
from messengers.sender import Sender
from models.ledger import Account
from models.people import Identity, Member, Source
from models.programme import Level
from services.campaigns import campaigns
from services.enums import CampaignStatus
from services.segments.questions.tree import EVERYONE
from services.staff import identities

MEMBERS = 2_000
OWNER = FIRST_PERSON
LINE = {"up": 0.03, "down": 0.03, "jitter": 0.02}
NO_LINE = {"up": 0.0, "down": 0.0, "jitter": 0.0}
OPEN_AT_ONCE = 200
QUESTIONS = 80
POST: dict[str, Any] = {
    "message_id": 1,
    "date": 1_770_000_000,
    "chat": {"id": OWNER, "type": "private", "first_name": "Olga"},
    "text": "A new dessert has come: try it this week, and the coffee beside it is on us.",
    "entities": [{"type": "bold", "offset": 2, "length": 11}],
}


def measure() -> list[Figure]:
    figures = [uvloop.run(_paced(mode)) for mode in ("sliding", "bucket")]
    figures.append(uvloop.run(_open()))
    return [*figures, *uvloop.run(_live())]


async def _paced(mode: str) -> Figure:
    with served(mode, MEMBERS + TALKERS, **LINE) as server:
        async with _shop(server) as program:
            pacer = Pacer()
            rate = await _broadcast(program, Sender(program.ctx, program.bot, program.words, pacer))
    name = f"broadcast_paced_{mode}"
    note(f"{name}: {rate:.2f}/s, {pacer.refusals} refusals")
    return Figure(name, rate, "messages/s", "allowed_rate", rate / PER_SECOND)


async def _open() -> Figure:
    with served("off", MEMBERS + TALKERS, **NO_LINE) as server:
        async with _shop(server) as program:
            pacer = Pacer(None, chat_period=0)
            sender = Sender(program.ctx, program.bot, program.words, pacer, at_once=OPEN_AT_ONCE)
            rate = await _broadcast(program, sender)
    note(f"broadcast_open: {rate:.0f}/s")
    return Figure("broadcast_open", rate, "messages/s")


async def _live() -> list[Figure]:
    with served("sliding", MEMBERS + TALKERS, **LINE) as server:
        async with _shop(server) as program:
            stopped = asyncio.Event()
            serving = asyncio.create_task(serve(program, stopped))
            idle = await asyncio.to_thread(server.talk, QUESTIONS)
            note(f"live_reply_idle: p95 {_p95(idle) * 1000:.0f} ms")
            olga, campaign_id = await _start(program)
            busy = await asyncio.to_thread(server.talk, QUESTIONS)
            running = await campaigns.progress(program.ctx, olga, campaign_id)
            if running.status is not CampaignStatus.RUNNING or not running.left:
                raise AssertionError("the broadcast ended before the questions did")
            note(f"live_during_broadcast: p95 {_p95(busy) * 1000:.0f} ms, {running}")
            stopped.set()
            await serving
    return [
        Figure("live_reply_idle", _p95(idle) * 1000, "ms, p95"),
        Figure(
            "live_during_broadcast",
            _p95(busy) * 1000,
            "ms, p95",
            "live_reply_idle",
            _p95(busy) / _p95(idle),
        ),
    ]


def _p95(waits: list[float]) -> float:
    return sorted(waits)[int(len(waits) * 0.95)]


async def _broadcast(program: Program, sender: Sender) -> float:
    """Messages a second, from the start of the campaign until the fate of all is written down."""
    begun = time.perf_counter()
    olga, campaign_id = await _start(program)
    await sender.drain()
    took = time.perf_counter() - begun
    report = await campaigns.progress(program.ctx, olga, campaign_id)
    if report.sent != MEMBERS:
        raise AssertionError(f"not everybody got it: {report}")
    return MEMBERS / took


async def _start(program: Program) -> tuple[int, int]:
    olga = (await identities.visit(program.ctx, OWNER, "Olga", "ru")).identity_id
    campaign_id = await campaigns.draft(program.ctx, olga, EVERYONE, {"ru": POST})
    await campaigns.start(program.ctx, olga, campaign_id)
    return olga, campaign_id


@asynccontextmanager
async def _shop(server: Server) -> AsyncIterator[Program]:
    """The whole program with so many members, on a database of its own."""
    with tempfile.TemporaryDirectory() as folder:
        settings = Settings(
            _env_file=None,
            bot_token=SecretStr(server.token),
            owner_ids=(OWNER,),
            database_url=f"sqlite+aiosqlite:///{Path(folder) / 'bench.db'}",
            telegram_api_url=server.address,
        )
        async with open_program(settings) as program:
            await _join(program)
            gc.freeze()  # as `serve` does
            yield program
            gc.unfreeze()


async def _join(program: Program) -> None:
    now = program.ctx.clock.now()
    async with program.ctx.db.write() as session:
        level = (await session.scalars(select(Level.id).order_by(Level.threshold))).first()
        numbers = range(1, MEMBERS + TALKERS + 1)
        accounts = [{"id": number, "balance": 0, "created_at": now} for number in numbers]
        await session.execute(insert(Account), accounts)
        members = [
            {
                "id": number,
                "account_id": number,
                "level_id": level,
                "name": f"Person {number}",
                "language": "ru",
                "card_token": f"card-{number}",
                "source": Source.IMPORT,
                "joined_at": now,
                "data_consent_at": now,
                "ads_consent_at": now if number <= MEMBERS else None,
                "purchases_count": 0,
                "spent_total": 0,
                "birthday_locked": False,
            }
            for number in numbers
        ]
        await session.execute(insert(Member), members)
        await session.execute(
            insert(Identity).values(messenger=identities.TELEGRAM),
            [
                {
                    "external_id": FIRST_PERSON + number - 1,
                    "name": f"Person {number}",
                    "language": "ru",
                    "member_id": number,
                    "created_at": now,
                }
                for number in numbers
                if FIRST_PERSON + number - 1 != OWNER
            ],
        )
        await session.execute(
            update(Identity).where(Identity.external_id == OWNER).values(member_id=1)
        )
