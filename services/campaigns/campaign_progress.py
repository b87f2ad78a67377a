"""How far a broadcast has come, and at its end the report."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from models.messaging import Campaign, CampaignStatus, Delivery, DeliveryStatus
from services.segments.questions.tree import Node, from_json

WAITING = (DeliveryStatus.PENDING, DeliveryStatus.SENDING)


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a campaign has come. `total` is the sum of the five that follow."""

    campaign_id: int
    status: CampaignStatus
    audience: Node
    created_at: datetime
    start_at: datetime | None
    started_at: datetime | None
    finished_at: datetime | None
    total: int
    sent: int
    blocked: int  # no chat reaches them
    failed: int  # the messenger refused the post
    cancelled: int  # withdrew their consent to offers before their turn
    left: int
    seconds_left: int | None  # at the rate so far; None before the first was sent


async def measure(session: AsyncSession, campaign: Campaign, now: datetime) -> Progress:
    """Count a campaign's deliveries."""
    query = (
        select(Delivery.status, func.count())
        .where(Delivery.campaign_id == campaign.id)
        .group_by(Delivery.status)
    )
    counts = dict((await session.execute(query)).all())
    left = sum(counts.get(status, 0) for status in WAITING)
    total = sum(counts.values())
    seconds_left = None
    if campaign.started_at is not None and left < total:
        passed = (campaign.finished_at or now) - campaign.started_at
        seconds_left = left * int(passed.total_seconds()) // (total - left)
    return Progress(
        campaign_id=campaign.id,
        status=campaign.status,
        audience=from_json(campaign.audience),
        created_at=campaign.created_at,
        start_at=campaign.start_at,
        started_at=campaign.started_at,
        finished_at=campaign.finished_at,
        total=total,
        sent=counts.get(DeliveryStatus.SENT, 0),
        blocked=counts.get(DeliveryStatus.BLOCKED, 0),
        failed=counts.get(DeliveryStatus.FAILED, 0),
        cancelled=counts.get(DeliveryStatus.CANCELLED, 0),
        left=left,
        seconds_left=seconds_left,
    )
