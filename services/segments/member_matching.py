"""Which of many questions match one member: for a guest's page, and for triggers."""

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
"""Most conditions and values in one statement, unless one question alone has more: databases bind
at most about thirty thousand.
"""

AT_ONCE = 20
"""Questions prepared at a time for a single member. Compiling a hundred takes a sixth of a second
and blocks the loop. In small batches, a new question at the end leaves the first statements
unchanged, so their compiled form is reused.
"""


@dataclass(frozen=True, slots=True)
class Matching(Generic[Key]):
    """Questions compiled for one moment; they can be asked about any number of members."""

    statements: tuple[tuple[tuple[Key, ...], Select[Any]], ...]

    async def of(self, session: AsyncSession, member_id: int) -> set[Key]:
        """The keys of the questions that match the member; none for a member who has left."""
        found: set[Key] = set()
        for ids, statement in self.statements:
            row = (await session.execute(statement, {"member": member_id})).first()
            found.update(key for key, holds in zip(ids, row or (), strict=False) if holds)
        return found


def prepare(catalogue: Catalogue, scope: Scope, questions: Mapping[Key, Node]) -> Matching[Key]:
    """Compile questions by key. Raises Gone.

    This takes longer than asking, so prepare once to ask about several members at one moment.
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
    """The keys of the questions that match a single member. Raises Gone."""
    found: set[Key] = set()
    waiting = iter(questions.items())
    while some := dict(islice(waiting, AT_ONCE)):
        found |= await prepare(catalogue, scope, some).of(session, member_id)
    return found


def _batches(
    questions: Mapping[Key, Node], saved: Mapping[int, Node | None]
) -> Iterator[dict[Key, Node]]:
    """Split questions by MOST_ASKED. Conditions of a saved segment count wherever it is named."""
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
