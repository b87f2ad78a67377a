"""A few of the members whom a question finds, each with what it asks about as it is of them."""

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from models.people import Member, Role
from services import people, programme
from services.context import Context
from services.money import Money
from services.programme import Terms
from services.segments import asking
from services.segments.attribute import Kind
from services.segments.catalogue import Catalogue
from services.segments.names import Names, own_attributes
from services.segments.scope import Scope
from services.segments.tree import Condition, Node, conditions

COUNT = 5
MOST_FACTS = 4

Value = int | str | Money | date | datetime


@dataclass(frozen=True, slots=True)
class SampleFact:
    """What a member has of an attribute: None when only the condition says it, which is so."""

    condition: Condition
    value: Value | None


@dataclass(frozen=True, slots=True)
class Sample:
    member_id: int
    name: str
    facts: tuple[SampleFact, ...]


async def of(ctx: Context, by: int, node: Node) -> list[Sample]:
    """Those who were there last, in front. Raises NotStaff, Gone."""
    now = ctx.clock.now()
    async with ctx.db.read() as session:
        await people.require(session, by, Role.OWNER)
        query = (
            select(Member)
            .where(Member.deleted_at.is_(None), await asking.condition(session, node, now))
            .order_by(Member.last_purchase_at.desc().nulls_last(), Member.id)
            .limit(COUNT)
        )
        found = (await session.scalars(query)).all()
        terms = await programme.terms(session)
        scope = await asking.scope(session, now)
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


def _asked(node: Node) -> list[Condition]:
    """The conditions, each once, however often they stand there."""
    return list(dict.fromkeys(conditions(node)))


async def _facts(
    session: AsyncSession,
    catalogue: Catalogue,
    scope: Scope,
    terms: Terms,
    member: Member,
    asked: list[Condition],
) -> tuple[SampleFact, ...]:
    """Those of the conditions that are so of the member, and figures whether or not."""
    columns = []
    for number, condition in enumerate(asked):
        attribute = catalogue.find(condition.attribute)
        columns.append(attribute.holds(scope, condition).label(f"so_{number}"))
        if attribute.figure is not None:
            columns.append(attribute.figure(scope, condition).label(f"figure_{number}"))
    if not columns:
        return ()
    row = (await session.execute(select(*columns).where(Member.id == member.id))).mappings().one()
    facts: list[SampleFact] = []
    for number, condition in enumerate(asked):
        attribute = catalogue.find(condition.attribute)
        if attribute.figure is not None:
            value = row[f"figure_{number}"]
            if attribute.kind is Kind.MONEY:
                value = terms.money(value or 0)
            elif attribute.kind is Kind.NUMBER:
                value = value or 0
            if value is not None:
                facts.append(SampleFact(condition, value))
        elif row[f"so_{number}"]:
            facts.append(SampleFact(condition, None))
    return tuple(facts[:MOST_FACTS])
