"""Suspicions at the till, and the owner's verdicts."""

from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base, PrimaryKey, choice


class Suspicion(StrEnum):
    CARD_A_DAY = "card_a_day"  # too many receipts on one card
    CASHIER_AN_HOUR = "cashier_an_hour"  # too many receipts of one cashier
    FAMILY = "family"  # a cashier served a card that shares their account
    SIZE = "size"  # a receipt of unusual size
    REDEMPTIONS = "redemptions"  # too many redemption requests in minutes
    CODES = "codes"  # too many wrong codes in minutes


class FlagStatus(StrEnum):
    OPEN = "open"
    ACCEPTED = "accepted"
    UNDONE = "undone"
    BLOCKED = "blocked"


class Flag(Base):
    """A suspicion that passed a fraud limit. `points` wait until the owner accepts them."""

    __tablename__ = "flags"
    __table_args__ = (Index("ix_flags_status", "status", "id"),)

    id: Mapped[PrimaryKey]
    key: Mapped[str] = mapped_column(String(120), unique=True)
    suspicion: Mapped[Suspicion] = mapped_column(choice(Suspicion))
    at: Mapped[datetime]
    staff_id: Mapped[int | None] = mapped_column(ForeignKey("staff.id"), index=True)
    member_id: Mapped[int | None] = mapped_column(ForeignKey("members.id"), index=True)
    purchase_id: Mapped[int | None] = mapped_column(ForeignKey("purchases.id"), index=True)
    points: Mapped[int]
    facts: Mapped[dict[str, Any]]
    status: Mapped[FlagStatus] = mapped_column(choice(FlagStatus))
    resolved_by: Mapped[int | None] = mapped_column(ForeignKey("staff.id"))
    resolved_at: Mapped[datetime | None]


class CodeGuess(Base):
    """A wrong code that a cashier typed, kept for as long as it counts."""

    __tablename__ = "code_guesses"

    id: Mapped[PrimaryKey]
    staff_id: Mapped[int] = mapped_column(ForeignKey("staff.id"), index=True)
    at: Mapped[datetime] = mapped_column(index=True)
