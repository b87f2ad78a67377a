"""A few members that a question finds, each with their own values of its attributes."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from models.people import Member, Role
from services import programme
from services.context import Context
from services.money import Money
from services.programme import Terms
from services.segments import audience_queries
from services.segments import compiler as sql
from services.segments.attribute_catalogue import Catalogue
from services.segments.questions.attribute import Attribute, Kind
from services.segments.questions.scope import Scope
from services.segments.questions.tree import Condition, Every, Node, Not, Some
from services.segments.shop_names import Names, own_attributes
from services.staff import access

COUNT = 5
MOST_FACTS = 4

Value = int | str | Money | date | datetime


@dataclass(frozen=True, slots=True)
class SampleFact:
    """A condition that the member meets, with the member's value; None: there is none to show."""

    condition: Condition
    value: Value | None


@dataclass(frozen=True, slots=True)
class Sample:
    member_id: int
    name: str
    facts: tuple[SampleFact, ...]


async def of(ctx: Context, actor_id: int, node: Node) -> list[Sample]:
    """Sample members, the latest visitors first. Raises NotStaff, Gone."""
    now = ctx.clock.now()
    async with access.read(ctx, actor_id, Role.OWNER) as (session, _):
        query = (
            select(Member)
            .where(
                Member.deleted_at.is_(None), await audience_queries.condition(session, node, now)
            )
            .order_by(Member.last_purchase_at.desc().nulls_last(), Member.id)
            .limit(COUNT)
        )
        found = (await session.scalars(query)).all()
        terms = await programme.terms(session)
        scope = replace(await audience_queries.scope(session, now), each=True)
        catalogue = Names(own=await own_attributes(session)).catalogue
        asked = _asked(node)
        return [
            Sample(
                member.id,
                member.name,
                await _facts(session, catalogue, scope, terms, member, asked),
            )
            for member in found
        ]


def _asked(node: Node) -> list[tuple[Condition, bool]]:
    """The conditions, each once, with whether it should hold: False within a Not."""
    return list(dict.fromkeys(_sides(node, wanted=True)))


def _sides(node: Node, *, wanted: bool) -> Iterator[tuple[Condition, bool]]:
    match node:
        case Condition():
            yield node, wanted
        case Not(part):
            yield from _sides(part, wanted=not wanted)
        case Every(parts) | Some(parts):
            for part in parts:
                yield from _sides(part, wanted=wanted)


async def _facts(
    session: AsyncSession,
    catalogue: Catalogue,
    scope: Scope,
    terms: Terms,
    member: Member,
    asked: list[tuple[Condition, bool]],
) -> tuple[SampleFact, ...]:
    """For each condition the member meets, the member's own value."""
    columns = []
    for number, (condition, _) in enumerate(asked):
        columns.append(sql.where(catalogue, scope, condition).label(f"so_{number}"))
        attribute = catalogue.find(condition.attribute)
        if attribute.value is not None:
            columns.append(attribute.value(scope, condition).label(f"value_{number}"))
    if not columns:
        return ()
    row = (await session.execute(select(*columns).where(Member.id == member.id))).mappings().one()
    facts: list[SampleFact] = []
    for number, (condition, wanted) in enumerate(asked):
        if row[f"so_{number}"] != wanted:
            continue
        value = row.get(f"value_{number}")
        if value is not None:
            attribute = catalogue.find(condition.attribute)
            facts.append(SampleFact(condition, _shown(attribute, terms, value)))
        elif wanted:
            facts.append(SampleFact(condition, None))
    return tuple(facts[:MOST_FACTS])


def _shown(attribute: Attribute, terms: Terms, value: Any) -> Value:
    return terms.money(int(value)) if attribute.kind is Kind.MONEY else value
