"""On both databases, any question finds exactly the members that plain Python finds."""

import os
from collections.abc import AsyncIterator, Iterable, Iterator
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from random import Random
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from models.people import Member
from services.segments import compiler as sql
from services.segments import member_matching
from services.segments.questions.attribute import Kind
from services.segments.questions.scope import Scope
from services.segments.questions.tree import Every, Node, Not, Some, from_json, to_json
from tests.engines import fast_database
from tests.services.segments import plain, random_shop, random_trees
from tests.services.segments.facts import Facts
from tests.services.segments.stored import store

TREES = int(os.environ.get("SEGMENT_TREES", "150"))
"""Questions for each shop; set SEGMENT_TREES and SEGMENT_SEED to ask more, and others."""
SEED = int(os.environ.get("SEGMENT_SEED", "1"))
DEPTH = 3

MOMENTS = {
    "a plain day": (datetime(2026, 3, 2, 9, 0, tzinfo=UTC), "Europe/Moscow"),
    "29 February": (datetime(2024, 2, 29, 12, 30, tzinfo=UTC), "Europe/Berlin"),
    "the clocks go on": (datetime(2026, 3, 29, 1, 0, tzinfo=UTC), "Europe/Berlin"),
    "midnight comes twice": (datetime(2026, 11, 1, 4, 30, tzinfo=UTC), "America/Havana"),
    "a day begins, after February": (datetime(2025, 2, 28, 21, 0, tzinfo=UTC), "Europe/Moscow"),
    "a year ends": (datetime(2025, 12, 31, 20, 59, 59, 999999, tzinfo=UTC), "Europe/Moscow"),
}


def shop_at(name: str) -> Facts:
    at, zone = MOMENTS[name]
    dice = random_shop.Dice(Random(f"{SEED} {name} saved"), at, ZoneInfo(zone))
    saved = [
        random_trees.tree(dice, 2, (*random_shop.LIVE[:number], *random_shop.LISTS))
        for number, _ in enumerate(random_shop.LIVE)
    ]
    return random_shop.make(SEED, at, zone, saved)


def questions(name: str, facts: Facts) -> Iterator[Node]:
    """Each attribute alone a few times, then any questions."""
    dice = random_shop.Dice(Random(f"{SEED} {name}"), facts.at, facts.zone)
    segments = (*random_shop.LIVE, *random_shop.LISTS)
    for _ in range(TREES // 50):
        for key in random_trees.ASKED:
            yield random_trees.condition(dice, key, segments)
    for _ in range(TREES):
        yield random_trees.tree(dice, DEPTH)


def scope_of(facts: Facts) -> Scope:
    saved: dict[int, Node | None] = {**facts.questions, **dict.fromkeys(facts.lists)}
    return Scope(facts.at, facts.zone, saved=saved, past=facts.past)


async def found(session: AsyncSession, facts: Facts, node: Node) -> set[int]:
    query = sql.members(random_trees.CATALOGUE, scope_of(facts), node)
    return set(await session.scalars(query))


async def smallest(session: AsyncSession, facts: Facts, node: Node) -> str | None:
    """The smallest part of a question that gives a wrong result; None if there is none."""
    for part in parts_of(node):
        wrong = await smallest(session, facts, part)
        if wrong:
            return wrong
    theirs, ours = plain.answer(facts, node), await found(session, facts, node)
    if theirs == ours:
        return None
    return f"{to_json(node)}: plain finds also {theirs - ours}, SQL finds also {ours - theirs}"


def parts_of(node: Node) -> tuple[Node, ...]:
    match node:
        case Every(parts) | Some(parts):
            return parts
        case Not(part):
            return (part,)
        case _:
            return ()


@asynccontextmanager
async def stored(url: str, facts: Facts) -> AsyncIterator[AsyncSession]:
    database = fast_database(url)
    async with database.write() as session:
        await store(session, facts)
    async with database.read() as session:
        yield session
    await database.close()


async def check(session: AsyncSession, facts: Facts, asked: Iterable[Node]) -> None:
    """Most questions must find some members and not all, or they would prove little."""
    everybody, telling, number = plain.answer(facts, Every(())), 0, 0
    for node in asked:
        random_trees.CATALOGUE.check(node)
        expected = plain.answer(facts, node)
        if await found(session, facts, node) != expected:
            pytest.fail(await smallest(session, facts, node) or str(to_json(node)))
        telling += 0 < len(expected) < len(everybody)
        number += 1
    assert telling > number // 3


@pytest.mark.parametrize("name", MOMENTS)
async def test_any_question_finds_whom_plain_python_finds(database_url: str, name: str):
    facts = shop_at(name)
    async with stored(database_url, facts) as session:
        await check(session, facts, questions(name, facts))


async def test_a_question_of_an_instant_that_is_over_knows_nothing_later(database_url: str):
    now = shop_at("a plain day")
    then = replace(now, at=now.at - timedelta(days=30), past=True)
    async with stored(database_url, now) as session:
        await check(session, then, questions("the past", then))


async def test_one_member_is_in_the_same_segments_as_among_all(database_url: str):
    name = "a plain day"
    facts = shop_at(name)
    asked = dict(enumerate(questions(name, facts)))
    ready = member_matching.prepare(random_trees.CATALOGUE, scope_of(facts), asked)
    async with stored(database_url, facts) as session:
        for person in facts.people[:12]:
            expected = {
                key for key, node in asked.items() if person.id in plain.answer(facts, node)
            }
            assert await ready.of(session, person.id) == expected


@pytest.mark.parametrize("name", MOMENTS)
def test_any_question_survives_being_stored(name: str):
    for node in questions(name, shop_at(name)):
        assert from_json(to_json(node)) == node


def test_every_attribute_is_asked_about_by_itself():
    facts = shop_at("a plain day")
    asked = {node.attribute for node in list(questions("a plain day", facts))[:100]
             if hasattr(node, "attribute")}  # fmt: skip
    assert set(random_trees.ASKED) <= asked


async def test_the_figure_of_a_sample_is_what_plain_python_finds(database_url: str):
    facts = shop_at("a plain day")
    dice = random_shop.Dice(Random(f"{SEED} figures"), facts.at, facts.zone)
    figures = {
        key: one.value
        for key, one in random_trees.ASKED.items()
        if one.value is not None and one.kind in {Kind.NUMBER, Kind.MONEY}
    }
    async with stored(database_url, facts) as session:
        for key, value in [*figures.items()] * 4:
            asked = random_trees.condition(dice, key, ())
            query = select(Member.id, value(replace(scope_of(facts), each=True), asked))
            found = dict((await session.execute(query)).all())
            for person in facts.people:
                own = found[person.id]
                if (key, own) == ("age", 0):
                    continue  # some are born later this year
                exactly = replace(asked, least=1, most=None)
                if own is not None:
                    exactly = replace(asked, least=int(own), most=int(own))
                assert plain.holds(facts, person, exactly) == (own is not None), exactly
