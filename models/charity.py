"""Charity: funds, donations of points, and payouts with proof."""

from datetime import datetime

from sqlalchemy import ForeignKey, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base, PrimaryKey, Title


class Fund(Base):
    """A good cause. `goal` in points, None when there is none."""

    __tablename__ = "funds"

    id: Mapped[PrimaryKey]
    title: Mapped[Title]
    description: Mapped[str] = mapped_column(Text)
    goal: Mapped[int | None]
    picture: Mapped[str | None] = mapped_column(String(64))
    created_at: Mapped[datetime]
    hidden_at: Mapped[datetime | None]


class Donation(Base):
    """Points that a member gave. `payout_id` names the payout that passed them on."""

    __tablename__ = "donations"

    id: Mapped[PrimaryKey]
    fund_id: Mapped[int] = mapped_column(ForeignKey("funds.id"), index=True)
    member_id: Mapped[int] = mapped_column(ForeignKey("members.id"), index=True)
    operation_id: Mapped[int] = mapped_column(ForeignKey("operations.id"), unique=True)
    points: Mapped[int]
    at: Mapped[datetime]
    payout_id: Mapped[int | None] = mapped_column(ForeignKey("payouts.id"), index=True)


class Payout(Base):
    """Money that the shop passed to a fund for the points given, with its document."""

    __tablename__ = "payouts"

    id: Mapped[PrimaryKey]
    key: Mapped[str] = mapped_column(String(120), unique=True)
    fund_id: Mapped[int] = mapped_column(ForeignKey("funds.id"), index=True)
    staff_id: Mapped[int] = mapped_column(ForeignKey("staff.id"))
    points: Mapped[int]
    amount: Mapped[int]  # minor units
    proof_kind: Mapped[str] = mapped_column(String(16))  # photo or document
    proof_file_id: Mapped[str] = mapped_column(String(256))
    paid_at: Mapped[datetime]
