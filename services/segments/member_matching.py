"""Which of many questions one member answers: what an owner sees of a guest, and triggers go by."""

from collections.abc import Hashable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import islice
from typing import Any, Generic, TypeVar

from sqlalchemy import Select, bindparam, case, select
from sqlalchemy.ext.asyncio import AsyncSession

from models.people import Member
from services.segments import compiler as sql
from services.segments.attribute_catalogue import Catalogue, unfolded
from services.segments.questions.scope import Scope
from services.segments.questions.tree import Node

Key = TypeVar("Key", bound=Hashable)

MOST_ASKED = 1_000
"""Conditions and their values in one statement, if one question does not have more: databases take
some thirty thousand values.
"""

AT_ONCE = 20
"""Questions that are made ready at a time for a single member. To spell and compile a hundred takes
a sixth of a second, during which nobody else would be served; the shape of the first ones stays,
and is compiled once, when another question is added behind them.
"""


@dataclass(frozen=True, slots=True)
class Matching(Generic[Key]):
    """Questions that were made ready at one moment, for as many members as one likes."""

    statements: tuple[tuple[tuple[Key, ...], Select[Any]], ...]

    async def of(self, session: AsyncSession, member_id: int) -> set[Key]:
        """The keys of the questions that the member answers; none for one who has left. A step."""
        found: set[Key] = set()
        for ids, statement in self.statements:
            row = (await session.execute(statement, {"member": member_id})).first()
            found.update(key for key, holds in zip(ids, row or (), strict=False) if holds)
        return found


def prepare(catalogue: Catalogue, scope: Scope, questions: Mapping[Key, Node]) -> Matching[Key]:
    """Questions by key, to be asked in a scope. Raises Gone.

    It takes longer than asking: who has several members to ask about at one moment does it once.
    """
    each = replace(scope, each=True)
    return Matching(
        tuple(
            (
                tuple(batch),
                select(
                    *(
                        case((sql.where(catalogue, each, node), 1), else_=0)
                        for node in batch.values()
                    )
                ).where(Member.id == bindparam("member"), Member.deleted_at.is_(None)),
            )
            for batch in _batches(questions, scope.saved)
        )
    )


async def answered(
    session: AsyncSession,
    catalogue: Catalogue,
    scope: Scope,
    questions: Mapping[Key, Node],
    member_id: int,
) -> set[Key]:
    """The keys of those questions that a single member answers; a step. Raises Gone."""
    found: set[Key] = set()
    waiting = iter(questions.items())
    while some := dict(islice(waiting, AT_ONCE)):
        found |= await prepare(catalogue, scope, some).of(session, member_id)
    return found


def _batches(
    questions: Mapping[Key, Node], saved: Mapping[int, Node | None]
) -> Iterator[dict[Key, Node]]:
    """What a saved segment asks counts wherever it is named."""
    batch: dict[Key, Node] = {}
    asked = 0
    for key, node in questions.items():
        cost = 1 + sum(1 + len(condition.values) for condition in unfolded(node, saved))
        if batch and asked + cost > MOST_ASKED:
            yield batch
            batch, asked = {}, 0
        batch[key] = node
        asked += cost
    if batch:
        yield batch
