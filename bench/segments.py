"""`segment_count`, `segment_freeze`, `segment_one_member`: questions to a big shop.

BENCH_MEMBERS says how big: 50,000 members unless told; the limits are those of a million. A
question and the best SQL that we could write by hand on the same tables take turns, the quickest
of the turns counts, and both have to find the same members.
"""

import asyncio
import tempfile
import time
from collections.abc import Awaitable, Callable, Mapping
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path
from random import Random
from statistics import median
from typing import Any

from sqlalchemy import Executable, Select, TextClause, bindparam, func, select, text

from bench import big_shop
from bench.figures import Figure, note
from models.base import UtcDateTime
from models.people import Member
from models.segmentation import SegmentMember
from scripts.postgres import NoPostgres, Postgres
from services.context import Context
from services.segments import audience_queries, member_matching
from services.segments import compiler as sql
from services.segments.attribute_catalogue import Catalogue
from services.segments.questions.tree import (
    Before,
    Condition,
    Every,
    Goods,
    Last,
    Next,
    Node,
    Not,
    Some,
)
from services.segments.saved_segments import save
from services.staff import identities

ROUNDS = 7
COUNT_SECONDS = {"sqlite": 0.4, "postgresql": 0.15}
FREEZE_SECONDS, FROZEN = 2, 100_000
ONE_MEMBER_MS, SEGMENTS, ONES = 20, 100, 50

CATALOGUE = Catalogue()
CATEGORY, LEAST = 3, 10_000_00

QUESTION = Every(
    (
        Condition("city", values=("City 3", "City 14", "City 15", "City 92", "City 65")),
        Condition("gender", values=("female",)),
        Condition("age", least=25, most=45),
        Condition("last_visit", when=Before(60)),
        Condition("spent", least=LEAST),
        Condition("purchases", least=1, when=Last(365), goods=Goods(categories=(CATEGORY,))),
    )
)
BEHAVIOUR = Every(QUESTION.parts[3:])
"""The same of all cities and ages."""

BY_HAND = (
    """SELECT count(*) FROM member_categories
       JOIN members ON members.id = member_categories.member_id
       WHERE category_id = :category AND last_at > :year_ago AND {rest}""",
    """SELECT count(*) FROM members
       WHERE {rest} AND EXISTS (SELECT 1 FROM member_categories WHERE member_id = members.id
                                AND category_id = :category AND last_at > :year_ago)""",
)
"""From the category's index, and from the members': which is better hangs on the other parts."""
MEMBERS_PART = """deleted_at IS NULL AND last_purchase_at <= :sleeping_since
    AND spent_total >= :least"""
PERSON_PART = """city_key IN :cities AND gender = 'female'
    AND birth_year * 10000 + birth_month * 100 + birth_day > :youngest - 460000
    AND birth_year * 10000 + birth_month * 100 + birth_day <= :youngest - 250000"""


def measure() -> list[Figure]:
    with tempfile.TemporaryDirectory(prefix="kopilka-") as folder:
        url = f"sqlite+aiosqlite:///{Path(folder) / 'bench.db'}"
        big_shop.make(url)
        figures = asyncio.run(_figures("sqlite", url))
    try:
        with tempfile.TemporaryDirectory(prefix="kopilka-") as folder:
            server = Postgres(Path(folder))
            server.start()
            try:
                server.execute("CREATE DATABASE bench")
                big_shop.make(server.url("bench"))
                figures += asyncio.run(_figures("postgresql", server.url("bench")))
            finally:
                server.stop()
    except NoPostgres as reason:
        note(f"segments: not on PostgreSQL: {reason}")
    return figures


async def _figures(engine: str, url: str) -> list[Figure]:
    async with big_shop.opened(url) as ctx:
        return [
            *await _count(ctx, f"segment_count_{engine}", QUESTION, PERSON_PART, engine),
            *await _count(ctx, f"segment_count_behaviour_{engine}", BEHAVIOUR, "1 = 1", engine),
            await _freeze(ctx, engine),
            *await _one_member(ctx, engine),
        ]


async def _count(ctx: Context, name: str, question: Node, part: str, engine: str) -> list[Figure]:
    rest = f"{MEMBERS_PART} AND {part}"
    year_ago, sleeping_since = (ctx.clock.now() - timedelta(days=days) for days in (365, 60))
    values = {"category": CATEGORY, "year_ago": year_ago, "least": LEAST,
              "sleeping_since": sleeping_since}  # fmt: skip
    if part == PERSON_PART:
        today = ctx.clock.now()
        number = today.year * 10_000 + today.month * 100 + today.day
        values |= {"cities": [f"city {one}" for one in (3, 14, 15, 92, 65)], "youngest": number}
    statements = [_typed(statement.format(rest=rest), values) for statement in BY_HAND]

    async with ctx.db.read() as session:

        async def ask() -> int:
            """All of it: what is saved is looked up, SQL is written, and run."""
            return await run(await write())

        async def write() -> Select[int]:
            scope = await audience_queries.scope(session, ctx.clock.now())
            found = sql.members(CATALOGUE, scope, question)
            return select(func.count()).select_from(found.subquery())

        async def run(statement: Executable) -> int:
            number: int = (await session.execute(statement, values)).scalar_one()
            return number

        ways: dict[str, Callable[[], Awaitable[int]]] = {
            "asked": ask,
            "compiled": partial(run, await write()),
            **{f"by hand {n}": partial(run, one) for n, one in enumerate(statements)},
        }
        best = dict.fromkeys(ways, float("inf"))
        found: set[int] = set()
        for _ in range(ROUNDS):
            for way, count in ways.items():
                begun = time.perf_counter()
                found.add(await count())
                best[way] = min(best[way], time.perf_counter() - begun)
    if len(found) != 1 or not max(found):
        raise AssertionError(f"the ways find different members, or none: {found}")
    shown = ", ".join(f"{way} {seconds:.4f} s" for way, seconds in best.items())
    note(f"{name}: {max(found)} members; {shown}")
    asked, compiled = best.pop("asked"), best.pop("compiled")
    hand = min(best.values())
    return [
        Figure(f"{name}_by_hand", hand, "s"),
        Figure(f"{name}_compiled", compiled, "s", f"{name}_by_hand", compiled / hand),
        Figure(name, asked, "s", "limit", asked / COUNT_SECONDS[engine]),
    ]


def _typed(statement: str, values: Mapping[str, Any]) -> TextClause:
    kinds = [
        bindparam(name, type_=UtcDateTime() if isinstance(value, datetime) else None,
                  expanding=isinstance(value, list))
        for name, value in values.items()
    ]  # fmt: skip
    return text(statement).bindparams(*kinds)


async def _freeze(ctx: Context, engine: str) -> Figure:
    """A list of 100,000, or of half the members when there are fewer: those who spent most."""
    size = min(FROZEN, big_shop.MEMBERS // 2)
    owner = (await identities.visit(ctx, big_shop.OWNER, "Olga", "ru")).identity_id
    most = select(Member.spent_total).order_by(Member.spent_total.desc()).offset(size - 1).limit(1)
    async with ctx.db.read() as session:
        question = Condition("spent", least=await session.scalar(most))
    best = float("inf")
    for number in range(ROUNDS):
        begun = time.perf_counter()
        saved = await save(ctx, owner, f"List {number}", question, frozen=True)
        best = min(best, time.perf_counter() - begun)
    async with ctx.db.read() as session:
        listed = select(func.count()).where(SegmentMember.segment_id == saved.id)
        frozen = await session.scalar(listed) or 0
    if frozen < size:
        raise AssertionError(f"{frozen} members were frozen, {size} were wanted")
    note(f"segment_freeze on {engine}: {frozen} members in {best:.2f} s")
    return Figure(f"segment_freeze_{engine}", best, "s", "limit", best / FREEZE_SECONDS)


async def _one_member(ctx: Context, engine: str) -> list[Figure]:
    """Making a hundred questions ready, and asking them about one member after another."""
    dice = Random(1)
    questions = {number: _any_question(dice) for number in range(SEGMENTS)}
    chosen = [dice.randrange(1, big_shop.MEMBERS + 1) for _ in range(ONES)]
    async with ctx.db.read() as session:
        scope = await audience_queries.scope(session, ctx.clock.now())
        begun = time.perf_counter()
        ready = member_matching.prepare(CATALOGUE, scope, questions)
        answers = {chosen[0]: await ready.of(session, chosen[0])}
        first = 1000 * (time.perf_counter() - begun)
        took = []
        for member_id in chosen:
            begun = time.perf_counter()
            answers[member_id] = await ready.of(session, member_id)
            took.append(1000 * (time.perf_counter() - begun))
        for key, question in questions.items():
            some = Condition("member", values=tuple(answers))
            found = await session.scalars(sql.members(CATALOGUE, scope, Every((question, some))))
            if set(found) != {one for one, keys in answers.items() if key in keys}:
                raise AssertionError(f"asked of one and of all, they differ: {question}")
    note(f"segment_one_member on {engine}: {median(took):.1f} ms, the first {first:.0f} ms")
    return [
        Figure(f"segment_first_member_{engine}", first, "ms"),
        Figure(f"segment_one_member_{engine}", median(took), "ms", "limit",
               median(took) / ONE_MEMBER_MS),
    ]  # fmt: skip


def _any_question(dice: Random) -> Node:
    """Three things of one member: who they are, what they did, what they bought."""
    who = _one_of(
        dice,
        Condition("city", values=(f"City {dice.randrange(100)}",)),
        Condition("age", least=dice.randrange(18, 40)),
        Condition("birthday", when=Next(dice.randrange(1, 90))),
        Not(Condition("gender", values=("male",))),
        Condition("consent"),
    )
    did = _one_of(
        dice,
        Condition("last_visit", when=Before(dice.randrange(14, 120))),
        Condition("spent", least=dice.randrange(5_000_00, 15_000_00)),
        Condition("purchases", most=3, when=Last(dice.randrange(30, 365))),
        Condition("points", least=dice.randrange(500)),
        Condition("redemptions", most=0),
    )
    goods = Goods(categories=(1 + dice.randrange(big_shop.CATEGORIES),))
    bought = _one_of(
        dice,
        Condition("purchases", least=1, when=Last(dice.randrange(90, 500)), goods=goods),
        Condition("purchases", most=0, goods=goods),
        Condition("spent", least=dice.randrange(500_00, 2_000_00), goods=goods),
        Condition("spent", least=1, when=Last(dice.randrange(90, 500)), goods=goods),
    )
    parts = (who, did, bought)
    return Every(parts) if dice.random() < 0.5 else Some(parts)


def _one_of(dice: Random, *questions: Node) -> Node:
    return dice.choice(questions)
