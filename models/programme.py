"""The terms of the loyalty programme: one row of settings and the levels."""

from datetime import datetime

from sqlalchemy import String
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base, PrimaryKey, Title


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
    birthday_min_days: Mapped[int]  # days a member must have been one before the birthday
    birthday_life_days: Mapped[int]
    max_share_bp: Mapped[int]  # part of a receipt that points may pay
    points_life_days: Mapped[int | None]  # None: points never expire
    redemption_seconds: Mapped[int]  # how long a member has to approve
    undo_seconds: Mapped[int]
    launched_at: Mapped[datetime | None]
    privacy_contact: Mapped[str | None] = mapped_column(String(200))


class Level(Base):
    """A step of the programme: from this spend on, purchases earn this rate."""

    __tablename__ = "levels"

    id: Mapped[PrimaryKey]
    name: Mapped[str] = mapped_column(String(64))
    threshold: Mapped[int] = mapped_column(unique=True)  # minor units over the last 12 months
    rate_bp: Mapped[int]
