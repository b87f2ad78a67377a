"""Offers: promises to members, and each member's own copy of one."""

from datetime import datetime, time
from enum import StrEnum
from typing import Any

from sqlalchemy import ForeignKey, Index, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base, PrimaryKey, Title, choice


class OfferKind(StrEnum):
    """The kind of an offer's benefit, which gives its `value` a meaning."""

    POINTS = "points"  # so many points: at once, or with the purchase when it has conditions
    MULTIPLIER = "multiplier"  # the purchase earns so many times as much
    PERCENT = "percent"  # so many basis points off
    AMOUNT = "amount"  # so many minor units off
    GIFT = "gift"  # a voucher for what the title says
    DELIVERY = "delivery"  # lines of its categories cost nothing
    BUNDLE = "bundle"  # every `value`-th of its lines' pieces is free, the cheapest


class Schedule(StrEnum):
    ONCE = "once"
    DAILY = "daily"
    WEEKLY = "weekly"
    STANDING = "standing"  # holds for everybody at the till; nobody gets a copy


class Offer(Base):
    """A personal promise with its audience and its schedule, sent by itself.

    `conditions` is a services.pricing.model.Conditions as JSON.
    """

    __tablename__ = "offers"

    id: Mapped[PrimaryKey]
    title: Mapped[Title]
    text: Mapped[str] = mapped_column(Text)
    kind: Mapped[OfferKind] = mapped_column(choice(OfferKind))
    value: Mapped[int]
    conditions: Mapped[dict[str, Any]] = mapped_column(default=dict)
    # By one member of one copy; None: any. No default, for None would become it.
    uses: Mapped[int | None]
    alone: Mapped[bool] = mapped_column(default=False)  # never beside another offer
    returns: Mapped[bool] = mapped_column(default=True)  # given back after a refund of its purchase
    valid_days: Mapped[int]
    audience: Mapped[dict[str, Any]]
    schedule: Mapped[Schedule] = mapped_column(choice(Schedule))
    wall_time: Mapped[time | None]  # of the shop; None: once
    weekday: Mapped[int | None]  # 0 is Monday; None: once or daily
    next_run_at: Mapped[datetime | None] = mapped_column(index=True)  # None: done
    repeat_days: Mapped[int]  # days before one member gets it again
    created_by: Mapped[int] = mapped_column(ForeignKey("staff.id"))
    created_at: Mapped[datetime]
    paused_at: Mapped[datetime | None]
    deleted_at: Mapped[datetime | None]
    # A coupon's number in the till: of one that was used before this program and came by import.
    external_id: Mapped[str | None] = mapped_column(String(64), unique=True)


class MemberOffer(Base):
    """One member's copy of an offer. `run_at` is the scheduled run that gave it, so once a run.
    `used_at` is set by the last of its uses.

    One that is used at the till is a coupon: it has a code and a token.
    """

    __tablename__ = "member_offers"
    __table_args__ = (
        UniqueConstraint("offer_id", "member_id", "run_at"),
        Index("ix_member_offers_member_until", "member_id", "valid_until"),
    )

    id: Mapped[PrimaryKey]
    offer_id: Mapped[int] = mapped_column(ForeignKey("offers.id"))
    member_id: Mapped[int] = mapped_column(ForeignKey("members.id"))
    run_at: Mapped[datetime]
    valid_until: Mapped[datetime]
    used_at: Mapped[datetime | None]
    used: Mapped[int] = mapped_column(default=0)
    voucher_id: Mapped[int | None] = mapped_column(ForeignKey("vouchers.id"))
    code: Mapped[str | None] = mapped_column(String(12), unique=True)
    token: Mapped[str | None] = mapped_column(String(40), unique=True)
