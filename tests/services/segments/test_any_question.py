"""Any question finds on both databases just whom plain Python finds in plain facts."""

import os
from collections.abc import Iterator
from datetime import UTC, datetime
from random import Random
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy.ext.asyncio import AsyncSession

from app.database import Database
from services.segments import compile as sql
from services.segments.scope import Scope
from services.segments.tree import Every, Node, Not, Some, from_json, to_json
from tests.engines import share_compiled
from tests.services.segments import plain, random_shop, random_trees
from tests.services.segments.facts import Facts
from tests.services.segments.stored import store

TREES = int(os.environ.get("SEGMENT_TREES", "150"))
"""Of each shop. SEGMENT_TREES and SEGMENT_SEED ask other questions, and more of them."""
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
    """Each attribute by itself a few times, then anything."""
    dice = random_shop.Dice(Random(f"{SEED} {name}"), facts.at, facts.zone)
    segments = (*random_shop.LIVE, *random_shop.LISTS)
    for _ in range(TREES // 50):
        for key in random_trees.ASKED:
            yield random_trees.condition(dice, key, segments)
    for _ in range(TREES):
        yield random_trees.tree(dice, DEPTH)


def scope_of(facts: Facts) -> Scope:
    return Scope(facts.at, facts.zone, saved=facts.questions | dict.fromkeys(facts.lists))


async def found(session: AsyncSession, facts: Facts, node: Node) -> set[int]:
    query = sql.members(random_trees.CATALOGUE, scope_of(facts), node)
    return set(await session.scalars(query))


async def smallest(session: AsyncSession, facts: Facts, node: Node) -> str | None:
    """The part of a question that goes wrong while its own parts do not; None: all is right."""
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


@pytest.mark.parametrize("name", MOMENTS)
async def test_any_question_finds_whom_plain_python_finds(database_url: str, name: str):
    facts = shop_at(name)
    database = share_compiled(Database(database_url))
    async with database.write() as session:
        await store(session, facts)
    matched = 0
    async with database.read() as session:
        for node in questions(name, facts):
            random_trees.CATALOGUE.check(node)
            expected = plain.answer(facts, node)
            if await found(session, facts, node) != expected:
                pytest.fail(await smallest(session, facts, node) or to_json(node))
            everybody = plain.answer(facts, Every(()))
            matched += 0 < len(expected) < len(everybody)
    await database.close()
    assert matched > TREES // 2, "questions that find somebody and not everybody"


@pytest.mark.parametrize("name", MOMENTS)
def test_any_question_survives_being_stored(name: str):
    for node in questions(name, shop_at(name)):
        assert from_json(to_json(node)) == node


def test_every_attribute_is_asked_about_by_itself():
    facts = shop_at("a plain day")
    asked = {node.attribute for node in list(questions("a plain day", facts))[:100]
             if hasattr(node, "attribute")}  # fmt: skip
    assert set(random_trees.ASKED) <= asked
