"""Broadcasts: an audience and a post, shown to oneself, started now or at a time, stopped.

draft -> scheduled -> running -> done
             |           |
             +- stopped -+
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from models.messaging import Campaign, CampaignStatus, Delivery, DeliveryClass, DeliveryStatus
from models.people import Role, Staff
from services.audit import record
from services.campaigns import campaign_runs
from services.campaigns.campaign_progress import Progress, measure
from services.context import Context
from services.errors import Gone
from services.messaging import deliveries, outbox
from services.segments import audience_queries
from services.segments.audience_queries import Reach
from services.segments.questions.tree import Node, from_json, to_json
from services.staff import access


@dataclass(frozen=True, slots=True)
class Draft:
    """A campaign before it starts: how many it would reach, and the languages of its post."""

    campaign_id: int
    audience: Node
    languages: tuple[str, ...]
    reach: Reach


async def draft(
    ctx: Context, actor_id: int, audience: Node, posts: Mapping[str, Mapping[str, Any]]
) -> int:
    """Keep a new broadcast: by language, the messenger's own JSON of its post. Gives its id.

    A receiver whose language has no post gets another one. Raises NotStaff.
    """
    async with access.write(ctx, actor_id, Role.OWNER) as (session, owner):
        campaign = Campaign(
            audience=to_json(audience),
            posts={language: dict(post) for language, post in posts.items()},
            status=CampaignStatus.DRAFT,
            created_by=owner.id,
            created_at=ctx.clock.now(),
        )
        session.add(campaign)
        await session.flush()
        return campaign.id


async def change(
    ctx: Context,
    actor_id: int,
    campaign_id: int,
    *,
    audience: Node | None = None,
    posts: Mapping[str, Mapping[str, Any]] | None = None,
) -> None:
    """Set another audience for a draft, or add posts in more languages. Raises NotStaff, Gone."""
    async with access.write(ctx, actor_id, Role.OWNER) as (session, _):
        campaign = await _open(session, campaign_id)
        if campaign.status is not CampaignStatus.DRAFT:
            raise Gone
        if audience is not None:
            campaign.audience = to_json(audience)
        if posts is not None:
            added = {language: dict(post) for language, post in posts.items()}
            campaign.posts = campaign.posts | added


async def preview(ctx: Context, actor_id: int, campaign_id: int) -> Draft:
    """How many a draft would reach if it started now. Raises NotStaff, Gone."""
    async with access.read(ctx, actor_id, Role.OWNER) as (session, _):
        campaign = await _open(session, campaign_id)
    if campaign.status is not CampaignStatus.DRAFT:
        raise Gone
    audience = from_json(campaign.audience)
    return Draft(
        campaign_id=campaign_id,
        audience=audience,
        languages=tuple(campaign.posts),
        reach=await audience_queries.count(ctx, actor_id, audience),
    )


async def remove_post(ctx: Context, actor_id: int, campaign_id: int, language: str) -> None:
    """Remove the post in one language; at least one stays. Raises NotStaff, Gone."""
    async with access.write(ctx, actor_id, Role.OWNER) as (session, _):
        campaign = await _open(session, campaign_id)
        rest = {one: post for one, post in campaign.posts.items() if one != language}
        if campaign.status is not CampaignStatus.DRAFT or not rest:
            raise Gone
        campaign.posts = rest


async def send_to_self(
    ctx: Context, actor_id: int, campaign_id: int, *, language: str | None = None
) -> None:
    """Queue the post in each of its languages, or in one, as receivers will see it.

    It goes to whoever asks. Raises NotStaff, Gone.
    """
    now = ctx.clock.now()
    async with access.write(ctx, actor_id, Role.OWNER) as (session, owner):
        campaign = await _open(session, campaign_id)
        asked = [language] if language is not None else list(campaign.posts)
        if not set(asked) <= campaign.posts.keys():
            raise Gone
        for post in (campaign.posts[one] for one in asked):
            session.add(
                Delivery(
                    key=f"campaign-preview:{campaign_id}:{ctx.secrets.token()}",
                    identity_id=owner.identity_id,
                    kind=DeliveryClass.OFFER,
                    priority=outbox.URGENT,
                    facts=post,
                    status=DeliveryStatus.PENDING,
                    due_at=now,
                    created_at=now,
                )
            )
        session.info[deliveries.WAITING] = True


async def start(
    ctx: Context, actor_id: int, campaign_id: int, *, at: datetime | None = None
) -> Progress:
    """Start now, or at a time. A second tap changes nothing. Raises NotStaff, Gone."""
    now = ctx.clock.now()
    async with access.write(ctx, actor_id, Role.OWNER) as (session, owner):
        campaign = await _open(session, campaign_id)
        if campaign.status is CampaignStatus.DRAFT:
            campaign.status = CampaignStatus.SCHEDULED
            campaign.start_at = at or now
            _note(session, now, owner, campaign, "started")
    await due(ctx)
    return await progress(ctx, actor_id, campaign_id)


async def stop(ctx: Context, actor_id: int, campaign_id: int) -> Progress:
    """Stop sending, except for messages that are on their way already. Raises NotStaff, Gone."""
    now = ctx.clock.now()
    async with access.write(ctx, actor_id, Role.OWNER) as (session, owner):
        campaign = await _open(session, campaign_id)
        if campaign.status in (CampaignStatus.SCHEDULED, CampaignStatus.RUNNING):
            campaign.status = CampaignStatus.STOPPED
            _note(session, now, owner, campaign, "stopped")
    return await progress(ctx, actor_id, campaign_id)


async def resume(ctx: Context, actor_id: int, campaign_id: int) -> Progress:
    """Go on with the receivers that have not got it yet. Raises NotStaff, Gone."""
    now = ctx.clock.now()
    async with access.write(ctx, actor_id, Role.OWNER) as (session, owner):
        campaign = await _open(session, campaign_id)
        if campaign.status is CampaignStatus.STOPPED:
            frozen = campaign.started_at is not None
            campaign.status = CampaignStatus.RUNNING if frozen else CampaignStatus.SCHEDULED
            _note(session, now, owner, campaign, "resumed")
            session.info[deliveries.WAITING] = True
    await due(ctx)
    return await progress(ctx, actor_id, campaign_id)


async def progress(ctx: Context, actor_id: int, campaign_id: int) -> Progress:
    """How far a campaign has come; when it is done, the report. Raises NotStaff, Gone."""
    async with access.read(ctx, actor_id, Role.OWNER) as (session, _):
        campaign = await _open(session, campaign_id)
        return await measure(session, campaign, ctx.clock.now())


async def latest(ctx: Context, actor_id: int, *, limit: int = 10) -> list[Progress]:
    """The newest campaigns that were started here, newest first. Raises NotStaff."""
    async with access.read(ctx, actor_id, Role.OWNER) as (session, _):
        query = (
            select(Campaign)
            .where(Campaign.status != CampaignStatus.DRAFT, Campaign.external_id.is_(None))
            .order_by(Campaign.id.desc())
            .limit(limit)
        )
        found = (await session.scalars(query)).all()
        return [await measure(session, campaign, ctx.clock.now()) for campaign in found]


async def due(ctx: Context) -> int:
    """Start due campaigns and finish sent ones; gives how many of both. A tick calls this."""
    now = ctx.clock.now()
    async with ctx.db.read() as session:
        begins = (Campaign.status == CampaignStatus.SCHEDULED) & (Campaign.start_at <= now)
        running = Campaign.status == CampaignStatus.RUNNING
        ready = (await session.scalars(select(Campaign.id).where(begins))).all()
        under_way = (await session.scalars(select(Campaign.id).where(running))).all()
    moved = 0
    for campaign_id in ready:
        moved += await campaign_runs.begin(ctx, campaign_id)
    for campaign_id in under_way:
        moved += await campaign_runs.end(ctx, campaign_id)
    return moved


async def _open(session: AsyncSession, campaign_id: int) -> Campaign:
    query = select(Campaign).where(Campaign.id == campaign_id)
    campaign = (await session.scalars(query)).one_or_none()
    if campaign is None:
        raise Gone
    return campaign


def _note(session: AsyncSession, at: datetime, by: Staff, campaign: Campaign, act: str) -> None:
    facts = {"campaign": campaign.id}
    record(session, at, f"campaign.{act}", staff_id=by.id, facts=facts)
