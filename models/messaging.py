"""Messages that the bot sends unprompted: broadcasts, and the deliveries that carry all of them."""

from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import ForeignKey, Index, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base, PrimaryKey, Title, choice


class CampaignStatus(StrEnum):
    DRAFT = "draft"
    SCHEDULED = "scheduled"
    RUNNING = "running"
    STOPPED = "stopped"
    DONE = "done"


class Campaign(Base):
    """A broadcast: an audience and a post, frozen into deliveries when it starts."""

    __tablename__ = "campaigns"

    id: Mapped[PrimaryKey]
    audience: Mapped[dict[str, Any]]
    posts: Mapped[dict[str, Any]]  # language -> the messenger's own JSON of the post
    status: Mapped[CampaignStatus] = mapped_column(choice(CampaignStatus), index=True)
    start_at: Mapped[datetime | None]
    created_by: Mapped[int] = mapped_column(ForeignKey("staff.id"))
    created_at: Mapped[datetime]
    started_at: Mapped[datetime | None]
    finished_at: Mapped[datetime | None]
    # Of one that was before this program and came by import: its number there, and its name.
    external_id: Mapped[str | None] = mapped_column(String(64), unique=True)
    title: Mapped[Title | None]


class DeliveryStatus(StrEnum):
    PENDING = "pending"
    SENDING = "sending"  # claimed by a sender; after a crash nobody knows whether it went out
    SENT = "sent"
    BLOCKED = "blocked"
    FAILED = "failed"
    CANCELLED = "cancelled"


class DeliveryClass(StrEnum):
    """Service messages go first; offers and broadcasts need consent and wait behind them.

    A question about the visit needs no consent and can be refused for good.
    """

    SERVICE = "service"
    QUESTION = "question"
    OFFER = "offer"


class Delivery(Base):
    """One message to one identity, written in the same transaction as its cause.

    Either `template` with `facts` (rendered in the receiver's language when sent) or the post
    of a campaign.
    """

    __tablename__ = "deliveries"
    __table_args__ = (
        Index("ix_deliveries_queue", "status", "priority", "due_at", "id"),
        Index("ix_deliveries_campaign", "campaign_id", "status"),
    )

    id: Mapped[PrimaryKey]
    key: Mapped[str] = mapped_column(String(160), unique=True)
    identity_id: Mapped[int] = mapped_column(ForeignKey("identities.id"), index=True)
    kind: Mapped[DeliveryClass] = mapped_column(choice(DeliveryClass))
    priority: Mapped[int]  # 0 service, 1 offers, 2 broadcasts
    template: Mapped[str | None] = mapped_column(String(64))
    facts: Mapped[dict[str, Any] | None]
    buttons: Mapped[list[Any] | None]  # rows of [template, action, id]
    campaign_id: Mapped[int | None] = mapped_column(ForeignKey("campaigns.id"))
    status: Mapped[DeliveryStatus] = mapped_column(choice(DeliveryStatus))
    due_at: Mapped[datetime]
    attempts: Mapped[int] = mapped_column(default=0)
    claimed_at: Mapped[datetime | None]
    claimed_by: Mapped[str | None] = mapped_column(String(40))
    floor_message_id: Mapped[int | None]  # newest message id known when it was claimed
    message_id: Mapped[int | None]
    error: Mapped[str | None] = mapped_column(String(200))
    created_at: Mapped[datetime]
    sent_at: Mapped[datetime | None]
    tapped_at: Mapped[datetime | None]  # its receiver pressed a button under it


class Upload(Base):
    """A picture that the messenger already has. `key` names its content, `bot_id` who may reuse."""

    __tablename__ = "uploads"
    __table_args__ = (UniqueConstraint("bot_id", "key"),)

    id: Mapped[PrimaryKey]
    bot_id: Mapped[int]
    key: Mapped[str] = mapped_column(String(64))
    file_id: Mapped[str] = mapped_column(String(256))
