"""What happens at the till: purchases, and redemptions that wait for the member's yes."""

from datetime import datetime
from enum import StrEnum

from sqlalchemy import ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base, PrimaryKey, choice


class Purchase(Base):
    """A receipt. `amount` is the whole, `paid` what was paid in money; minor units."""

    __tablename__ = "purchases"
    __table_args__ = (Index("ix_purchases_member_at", "member_id", "at"),)

    id: Mapped[PrimaryKey]
    key: Mapped[str] = mapped_column(String(120), unique=True)
    member_id: Mapped[int] = mapped_column(ForeignKey("members.id"))
    account_id: Mapped[int] = mapped_column(ForeignKey("accounts.id"))
    staff_id: Mapped[int | None] = mapped_column(ForeignKey("staff.id"), index=True)
    at: Mapped[datetime] = mapped_column(index=True)
    amount: Mapped[int]
    paid: Mapped[int]
    points_spent: Mapped[int]
    points_earned: Mapped[int]
    earn_operation_id: Mapped[int | None] = mapped_column(ForeignKey("operations.id"), unique=True)
    hold_operation_id: Mapped[int | None] = mapped_column(ForeignKey("operations.id"), unique=True)
    offer_id: Mapped[int | None] = mapped_column(ForeignKey("member_offers.id"))
    undone_at: Mapped[datetime | None]


class RedemptionStatus(StrEnum):
    PENDING = "pending"
    APPROVED = "approved"
    DECLINED = "declined"  # "not me"
    CANCELLED = "cancelled"  # by the cashier
    EXPIRED = "expired"


class Redemption(Base):
    """A wish to pay part of a receipt with points. The points are held while it is pending."""

    __tablename__ = "redemptions"
    __table_args__ = (Index("ix_redemptions_due", "status", "expires_at"),)

    id: Mapped[PrimaryKey]
    key: Mapped[str] = mapped_column(String(120), unique=True)
    member_id: Mapped[int] = mapped_column(ForeignKey("members.id"), index=True)
    account_id: Mapped[int] = mapped_column(ForeignKey("accounts.id"))
    staff_id: Mapped[int] = mapped_column(ForeignKey("staff.id"))
    amount: Mapped[int]
    points: Mapped[int]
    status: Mapped[RedemptionStatus] = mapped_column(choice(RedemptionStatus))
    hold_operation_id: Mapped[int] = mapped_column(ForeignKey("operations.id"), unique=True)
    purchase_id: Mapped[int | None] = mapped_column(ForeignKey("purchases.id"))
    created_at: Mapped[datetime]
    expires_at: Mapped[datetime]
    resolved_at: Mapped[datetime | None]
