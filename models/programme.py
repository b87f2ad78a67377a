"""The terms of the loyalty programme: one row of settings, the levels, and every version."""

from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base, PrimaryKey, Title

ONLY = 1
"""A program serves one shop, so its terms are the row with this id."""


class Programme(Base):
    """The shop's promise to its members. One row (id 1); its defaults serve before the launch.

    Shares and rates are basis points (1/100 of a percent), money is minor units, life is days.
    """

    __tablename__ = "programme"

    id: Mapped[PrimaryKey]
    shop_name: Mapped[Title]
    currency: Mapped[str] = mapped_column(String(3))
    timezone: Mapped[str] = mapped_column(String(64))
    point_value: Mapped[int]  # minor units that one point pays for
    welcome_bonus: Mapped[int]
    birthday_bonus: Mapped[int]
    birthday_min_days: Mapped[int]  # days of membership before the birthday
    birthday_life_days: Mapped[int]
    max_share_bp: Mapped[int]  # part of a receipt that points may pay
    points_life_days: Mapped[int | None]  # None: points never expire
    redemption_seconds: Mapped[int]  # how long a member has to approve
    undo_seconds: Mapped[int]
    launched_at: Mapped[datetime | None]
    privacy_contact: Mapped[str | None] = mapped_column(String(200))
    version: Mapped[int] = mapped_column(default=1)  # of the book that is in force
    # What is still usual at the till; see services.fraud.fraud_limits.
    trust: Mapped[dict[str, Any]] = mapped_column(default=dict)
    # When members are asked how satisfied they are; see services.feedback.feedback_settings.
    feedback: Mapped[dict[str, Any]] = mapped_column(default=dict)
    offers_a_week: Mapped[int | None]  # broadcasts and offers to one member; None: no limit


class Level(Base):
    """A level of the programme: from its threshold on, purchases earn its rate.

    `threshold` is money (minor units) or visits within the programme's window, as its policy says.
    Retired rather than deleted: old lines name it.
    """

    __tablename__ = "levels"

    id: Mapped[PrimaryKey]
    name: Mapped[str] = mapped_column(String(64))
    threshold: Mapped[int]
    rate_bp: Mapped[int]
    perks: Mapped[str | None] = mapped_column(Text)  # told to the member as it is
    retired_at: Mapped[datetime | None]


class Book(Base):
    """One version of everything that prices a receipt; never changed, so an old line keeps its
    reasons. `body` is a services.programme.Terms as JSON.
    """

    __tablename__ = "books"

    version: Mapped[PrimaryKey]
    at: Mapped[datetime]
    staff_id: Mapped[int | None] = mapped_column(ForeignKey("staff.id"))
    body: Mapped[dict[str, Any]]
