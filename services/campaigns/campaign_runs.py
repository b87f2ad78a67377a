"""The two ends of a broadcast's life: its audience is frozen when it starts; it is done when all
are served.

The audience is added chunk by chunk while the campaign is still only scheduled, so none goes out
before all are there, and after a crash in between the rest is simply added.
"""

from sqlalchemy import String as Text
from sqlalchemy import func, literal, select, true, update

from models.messaging import Campaign, CampaignStatus, Delivery, DeliveryClass, DeliveryStatus
from services.campaigns.campaign_progress import WAITING, measure
from services.context import Context
from services.messaging import deliveries, outbox
from services.messaging.deliveries import Facts, Notice, NoticeAct
from services.segments import audience_queries
from services.segments.questions.tree import from_json
from services.storage.upserts import insert_into

CHUNK = 5_000
"""The most receivers that one transaction adds."""


async def begin(ctx: Context, campaign_id: int) -> bool:
    """Freeze the audience, then let it run."""
    last = 0
    while (last := await _freeze(ctx, campaign_id, last)) > 0:
        pass
    async with ctx.db.write() as session:
        begun = await session.execute(
            update(Campaign)
            .where(Campaign.id == campaign_id, Campaign.status == CampaignStatus.SCHEDULED)
            .values(status=CampaignStatus.RUNNING, started_at=ctx.clock.now())
            .returning(Campaign.id)
        )
        session.info[deliveries.WAITING] = True
        return begun.first() is not None


async def _freeze(ctx: Context, campaign_id: int, after: int) -> int:
    """Add the next receivers in one transaction; gives the last identity id, or 0 at the end."""
    now = ctx.clock.now()
    async with ctx.db.write() as session:
        campaign = await session.get_one(Campaign, campaign_id)
        if campaign.status is not CampaignStatus.SCHEDULED or campaign.start_at is None:
            return 0
        audience = from_json(campaign.audience)
        whole = (
            await audience_queries.select_identities(session, audience, campaign.start_at)
        ).subquery()
        chunk = (
            select(whole.c.id).where(whole.c.id > after).order_by(whole.c.id).limit(CHUNK)
        ).subquery()
        last: int = await session.scalar(select(func.max(chunk.c.id))) or 0
        if last:
            columns = {
                "key": literal(f"campaign:{campaign_id}:", Text) + chunk.c.id.cast(Text),
                "identity_id": chunk.c.id,
                "kind": literal(DeliveryClass.OFFER, Delivery.kind.type),
                "priority": literal(outbox.BROADCAST),
                "campaign_id": literal(campaign_id),
                "status": literal(DeliveryStatus.PENDING, Delivery.status.type),
                "due_at": literal(now, Delivery.due_at.type),
                "created_at": literal(now, Delivery.created_at.type),
                "attempts": literal(0),
            }
            # Without a WHERE, SQLite reads ON CONFLICT as a join's ON.
            await session.execute(
                insert_into(session, Delivery)
                .from_select(list(columns), select(*columns.values()).where(true()))
                .on_conflict_do_nothing(index_elements=["key"])
            )
        return last


async def end(ctx: Context, campaign_id: int) -> bool:
    """When no delivery waits any more, the campaign is done, and its maker is told."""
    now = ctx.clock.now()
    async with ctx.db.write() as session:
        query = select(Delivery.id).where(
            Delivery.campaign_id == campaign_id, Delivery.status.in_(WAITING)
        )
        if (await session.scalars(query.limit(1))).first() is not None:
            return False
        ended = await session.execute(
            update(Campaign)
            .where(Campaign.id == campaign_id, Campaign.status == CampaignStatus.RUNNING)
            .values(status=CampaignStatus.DONE, finished_at=now)
            .returning(Campaign.id)
        )
        if ended.first() is None:
            return False
        campaign = await session.get_one(Campaign, campaign_id)
        report = await measure(session, campaign, now)
        facts: Facts = {
            "sent": report.sent,
            "total": report.total,
            "blocked": report.blocked,
            "failed": report.failed,
            "cancelled": report.cancelled,
        }
        notice = Notice(
            "notice-owner-campaign-done",
            facts,
            key=f"campaign-done:{campaign_id}",
            at=now,
            buttons=[[("button-campaign-report", NoticeAct.CAMPAIGN, campaign_id)]],
        )
        await deliveries.tell_staff(session, campaign.created_by, notice)
        return True
