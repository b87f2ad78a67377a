"""The catalogue of rewards and the vouchers given for them."""

from datetime import datetime
from enum import StrEnum

from sqlalchemy import ForeignKey, Index, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base, PrimaryKey, Title, choice


class Reward(Base):
    """Something a member can take for points. `stock` None means without limit."""

    __tablename__ = "rewards"

    id: Mapped[PrimaryKey]
    title: Mapped[Title]
    description: Mapped[str | None] = mapped_column(Text)
    points: Mapped[int]
    stock: Mapped[int | None]
    member_limit: Mapped[int | None]  # vouchers one member may take in all
    voucher_days: Mapped[int]
    picture: Mapped[str | None] = mapped_column(String(256))  # the messenger's own id of it
    position: Mapped[int] = mapped_column(default=0)
    created_at: Mapped[datetime]
    hidden_at: Mapped[datetime | None]


class VoucherStatus(StrEnum):
    ISSUED = "issued"
    ACCEPTED = "accepted"
    CANCELLED = "cancelled"
    EXPIRED = "expired"


class Voucher(Base):
    """One member's right to a reward (points held until accepted) or to a gift offer (free)."""

    __tablename__ = "vouchers"
    __table_args__ = (Index("ix_vouchers_due", "status", "expires_at"),)

    id: Mapped[PrimaryKey]
    token: Mapped[str] = mapped_column(String(40), unique=True)
    code: Mapped[str] = mapped_column(String(12), unique=True)
    key: Mapped[str] = mapped_column(String(120), unique=True)
    member_id: Mapped[int] = mapped_column(ForeignKey("members.id"), index=True)
    account_id: Mapped[int] = mapped_column(ForeignKey("accounts.id"))
    reward_id: Mapped[int | None] = mapped_column(ForeignKey("rewards.id"), index=True)
    title: Mapped[Title]
    points: Mapped[int]
    status: Mapped[VoucherStatus] = mapped_column(choice(VoucherStatus))
    hold_operation_id: Mapped[int | None] = mapped_column(ForeignKey("operations.id"), unique=True)
    issued_at: Mapped[datetime]
    expires_at: Mapped[datetime]
    resolved_at: Mapped[datetime | None]
    accepted_by: Mapped[int | None] = mapped_column(ForeignKey("staff.id"))
