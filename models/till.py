"""Rows of the till: purchases, refunds, and redemptions that wait for the member's approval."""

from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import ForeignKey, Index, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base, PrimaryKey, choice

IMPORTED = "import:"
"""The beginning of the keys of imported receipts; no key of a till begins so."""


class Purchase(Base):
    """A receipt, in minor units: `amount` is the whole at full prices; of it `discount` was
    forgiven, points paid for a part, and `paid` was paid in money.

    `refunded` and `refunded_paid` are what of `amount - discount` and of `paid` has gone back.
    """

    __tablename__ = "purchases"
    __table_args__ = (
        # Holds all columns that questions about a member's receipts read, so that no row is read.
        Index("ix_purchases_member_at", "member_id", "at", "undone_at", "paid", "refunded_paid"),
    )

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
    outlet_id: Mapped[int | None] = mapped_column(ForeignKey("outlets.id"))
    version: Mapped[int] = mapped_column(default=1)  # of the book that priced it
    discount: Mapped[int] = mapped_column(default=0)
    carried: Mapped[int] = mapped_column(default=0)  # raw parts of a point that its remainder grew
    refunded: Mapped[int] = mapped_column(default=0)
    refunded_paid: Mapped[int] = mapped_column(default=0)
    undone_at: Mapped[datetime | None]  # when the whole was refunded


class PurchaseLine(Base):
    """One line of a receipt, in minor units: `amount` at full price, less `discount`, of which
    `paid` was paid in money; the line's part of the points that the receipt earned.
    """

    __tablename__ = "purchase_lines"

    id: Mapped[PrimaryKey]
    purchase_id: Mapped[int] = mapped_column(ForeignKey("purchases.id"), index=True)
    title: Mapped[str] = mapped_column(String(200))
    category_id: Mapped[int | None] = mapped_column(ForeignKey("categories.id"), index=True)
    product_id: Mapped[int | None] = mapped_column(ForeignKey("products.id"), index=True)
    quantity: Mapped[int]
    amount: Mapped[int]
    discount: Mapped[int]
    paid: Mapped[int]
    points_earned: Mapped[int]
    refunded: Mapped[int] = mapped_column(default=0)  # of `amount - discount`


class PurchaseOffer(Base):
    """An offer that a purchase used: its discount (minor units) and the points it added."""

    __tablename__ = "purchase_offers"
    __table_args__ = (UniqueConstraint("purchase_id", "offer_id"),)

    id: Mapped[PrimaryKey]
    purchase_id: Mapped[int] = mapped_column(ForeignKey("purchases.id"))
    offer_id: Mapped[int] = mapped_column(ForeignKey("offers.id"), index=True)
    member_offer_id: Mapped[int | None] = mapped_column(ForeignKey("member_offers.id"), index=True)
    member_id: Mapped[int] = mapped_column(ForeignKey("members.id"), index=True)
    at: Mapped[datetime]
    discount: Mapped[int]
    points: Mapped[int]
    returned_at: Mapped[datetime | None]  # the purchase was refunded, and the offer given back


class RefundKind(StrEnum):
    UNDO = "undo"  # a slip at the till, put right within minutes
    REFUND = "refund"  # goods came back
    MOVE = "move"  # the purchase was another member's


class Refund(Base):
    """All or a part of a purchase that went back, in minor units: `amount` of what was due after
    discounts, `paid` of it in money. Points: what returned to the member, what was taken from
    them, and what of that is now a debt.
    """

    __tablename__ = "refunds"

    id: Mapped[PrimaryKey]
    key: Mapped[str] = mapped_column(String(120), unique=True)
    kind: Mapped[RefundKind] = mapped_column(choice(RefundKind))
    purchase_id: Mapped[int] = mapped_column(ForeignKey("purchases.id"), index=True)
    staff_id: Mapped[int] = mapped_column(ForeignKey("staff.id"))
    at: Mapped[datetime]
    amount: Mapped[int]
    paid: Mapped[int]
    points_returned: Mapped[int]
    points_taken: Mapped[int]
    points_owed: Mapped[int]
    points_forgiven: Mapped[int]  # could not be taken back, and the policy forgives them
    take_operation_id: Mapped[int | None] = mapped_column(ForeignKey("operations.id"), unique=True)
    return_operation_id: Mapped[int | None] = mapped_column(
        ForeignKey("operations.id"), unique=True
    )
    lines: Mapped[list[Any] | None]  # [line id, amount] of each, when lines were named
    reason: Mapped[str | None] = mapped_column(Text)
    moved_to_id: Mapped[int | None] = mapped_column(ForeignKey("purchases.id"))


class RedemptionStatus(StrEnum):
    PENDING = "pending"
    APPROVED = "approved"
    DECLINED = "declined"  # "not me"
    CANCELLED = "cancelled"  # by the cashier
    EXPIRED = "expired"


class Redemption(Base):
    """A request to pay part of a receipt with points. The points are held while it is pending."""

    __tablename__ = "redemptions"
    __table_args__ = (Index("ix_redemptions_due", "status", "expires_at"),)

    id: Mapped[PrimaryKey]
    key: Mapped[str] = mapped_column(String(120), unique=True)
    member_id: Mapped[int] = mapped_column(ForeignKey("members.id"), index=True)
    account_id: Mapped[int] = mapped_column(ForeignKey("accounts.id"))
    staff_id: Mapped[int] = mapped_column(ForeignKey("staff.id"))
    amount: Mapped[int]
    lines: Mapped[list[Any] | None]  # services.pricing.model.Line as JSON, when there were any
    version: Mapped[int] = mapped_column(default=1)  # of the book that the member was asked under
    points: Mapped[int]
    status: Mapped[RedemptionStatus] = mapped_column(choice(RedemptionStatus))
    hold_operation_id: Mapped[int] = mapped_column(ForeignKey("operations.id"), unique=True)
    purchase_id: Mapped[int | None] = mapped_column(ForeignKey("purchases.id"))
    created_at: Mapped[datetime]
    expires_at: Mapped[datetime]
    resolved_at: Mapped[datetime | None]
