"""Queries for the audience of a question: counts, conditions in SQL, identities and members."""

from dataclasses import dataclass, replace
from datetime import datetime

from sqlalchemy import ColumnElement, Select, func, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import aliased

from models.people import Identity, Member, Role
from models.segmentation import Finding, Segment
from services import programme
from services.context import Context
from services.segments import compiler as sql
from services.segments import frequency_limit
from services.segments.attribute_catalogue import Catalogue
from services.segments.attributes.groups import SEGMENT
from services.segments.questions.attribute import Topic
from services.segments.questions.scope import Scope
from services.segments.questions.tree import Condition, Node, conditions, from_json
from services.segments.shop_names import Names, own_attributes
from services.staff import access


@dataclass(frozen=True, slots=True)
class Reach:
    """Numbers of members; `matched` is the sum of the others."""

    matched: int
    reachable: int
    no_consent: int  # can be reached, but agreed to no offers
    too_often: int  # agreed, but have had as many this week as the shop allows itself
    blocked: int  # no chat reaches them


async def count(ctx: Context, actor_id: int, node: Node) -> Reach:
    """Count the members that a question finds now. Raises NotStaff, Gone."""
    now = ctx.clock.now()
    async with access.read(ctx, actor_id, Role.OWNER) as (session, _):
        matching = await condition(session, node, now)
        agreed = Identity.id.is_not(None) & Member.ads_consent_at.is_not(None)
        query = (
            select(
                func.count(),
                func.count(Identity.id),
                func.count().filter(agreed),
                func.count().filter(agreed, *await frequency_limit.may_hear(session, now)),
            )
            .select_from(Member)
            .outerjoin(Identity, _chat())
            .where(Member.deleted_at.is_(None), matching)
        )
        matched, with_chat, willing, reachable = (await session.execute(query)).one()
    return Reach(
        matched=matched,
        reachable=reachable,
        no_consent=with_chat - willing,
        too_often=willing - reachable,
        blocked=matched - with_chat,
    )


async def condition(session: AsyncSession, node: Node, at: datetime) -> ColumnElement[bool]:
    """A question as a condition on `members` at an instant. Raises Gone."""
    return await _in_scope(session, node, await scope(session, at))


async def past_condition(
    session: AsyncSession, node: Node, at: datetime
) -> ColumnElement[bool] | None:
    """The same at an instant in the past. Purchases, points and responses count up to then; level,
    consent and profile are as they are now. None if the question uses RFM, stages, forecasts or
    frozen segments, which are known for today only. Raises Gone.
    """
    then = replace(await scope(session, at), past=True)
    catalogue = await _catalogue(session)
    if not _has_past(catalogue, then, node):
        return None
    return (Member.joined_at <= at) & sql.where(catalogue, then, node)


def _has_past(catalogue: Catalogue, then: Scope, node: Node) -> bool:
    def known(condition: Condition) -> bool:
        if condition.attribute != SEGMENT:
            return catalogue.find(condition.attribute).topic is not Topic.GROUPS
        trees = [then.saved.get(int(one)) for one in condition.values]
        return all(tree is not None and _has_past(catalogue, then, tree) for tree in trees)

    return all(known(condition) for condition in conditions(node))


async def _in_scope(session: AsyncSession, node: Node, asked: Scope) -> ColumnElement[bool]:
    catalogue = await _catalogue(session)
    catalogue.check(node, asked.saved)
    return sql.where(catalogue, asked, node)


async def _catalogue(session: AsyncSession) -> Catalogue:
    return Names(own=await own_attributes(session)).catalogue


async def scope(session: AsyncSession, at: datetime) -> Scope:
    """The scope for questions at an instant."""
    # Deleted ones too: a planned offer that names one still means the same people.
    saved = await session.execute(select(Segment.id, Segment.tree, Segment.frozen_at))
    findings = await session.execute(select(Finding.name, Finding.body))
    return Scope(
        at=at,
        zone=(await programme.terms(session)).timezone,
        saved={key: None if frozen else from_json(tree) for key, tree, frozen in saved.all()},
        findings=dict(findings.all()),
    )


async def select_identities(session: AsyncSession, node: Node, at: datetime) -> Select[int, str]:
    """A query of (identity id, language), one row for each member to write to.

    The members can be reached, agreed to offers, are within the frequency limit and have not left.
    Raises Gone.
    """
    return (
        select(Identity.id, Identity.language)
        .select_from(Member)
        .join(Identity, _chat())
        .where(
            *_willing(),
            *await frequency_limit.may_hear(session, at),
            await condition(session, node, at),
        )
    )


async def select_members(session: AsyncSession, node: Node, at: datetime) -> Select[Member, int]:
    """The same people as (member, identity id). Raises Gone."""
    return (
        select(Member, Identity.id)
        .join(Identity, _chat())
        .where(
            *_willing(),
            *await frequency_limit.may_hear(session, at),
            await condition(session, node, at),
        )
    )


def _willing() -> tuple[ColumnElement[bool], ...]:
    return Member.deleted_at.is_(None), Member.ads_consent_at.is_not(None)


def _chat() -> ColumnElement[bool]:
    """Joins a member to one chat: the first in which the member can be reached."""
    before = aliased(Identity)
    reaches = Identity.unreachable_since.is_(None)
    # The subquery uses chats only, so PostgreSQL can compute it once for all members.
    earlier = (
        select(before.id)
        .where(
            before.member_id == Identity.member_id,
            before.id < Identity.id,
            before.unreachable_since.is_(None),
        )
        .correlate(Identity)
        .exists()
    )
    return (Identity.member_id == Member.id) & reaches & ~earlier
