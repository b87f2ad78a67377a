"""Stamp cards: "the sixth coffee is free"."""

from datetime import datetime
from enum import StrEnum

from sqlalchemy import CheckConstraint, ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base, PrimaryKey, Title, choice


class StampBy(StrEnum):
    """The thing that earns a stamp."""

    VISIT = "visit"  # one a purchase
    CATEGORY = "category"  # one for every piece of a category
    PRODUCT = "product"  # one for every piece of a product


class StampCard(Base):
    """So many stamps make a voucher for `reward`; a card that is begun lives so many days."""

    __tablename__ = "stamp_cards"

    id: Mapped[PrimaryKey]
    title: Mapped[Title]
    reward: Mapped[Title]
    by: Mapped[StampBy] = mapped_column(choice(StampBy))
    category_id: Mapped[int | None] = mapped_column(ForeignKey("categories.id"))
    product_id: Mapped[int | None] = mapped_column(ForeignKey("products.id"))
    needed: Mapped[int]
    least: Mapped[int]  # minor units that the purchase must have cost
    life_days: Mapped[int | None]  # None: for ever
    voucher_days: Mapped[int]
    created_at: Mapped[datetime]
    paused_at: Mapped[datetime | None]
    deleted_at: Mapped[datetime | None]


class MemberStampCard(Base):
    """One member's card: `stamps` of it are there; when full it begins anew."""

    __tablename__ = "member_stamp_cards"
    __table_args__ = (
        UniqueConstraint("card_id", "member_id"),
        CheckConstraint("stamps >= 0", name="not_negative"),
    )

    id: Mapped[PrimaryKey]
    card_id: Mapped[int] = mapped_column(ForeignKey("stamp_cards.id"))
    member_id: Mapped[int] = mapped_column(ForeignKey("members.id"), index=True)
    stamps: Mapped[int]
    filled: Mapped[int] = mapped_column(default=0)  # how often it was full
    begun_at: Mapped[datetime]
    expires_at: Mapped[datetime | None] = mapped_column(index=True)


class Stamp(Base):
    """Stamps given (+) or gone (-) at once: for a purchase, into a voucher, or expired."""

    __tablename__ = "stamps"

    id: Mapped[PrimaryKey]
    key: Mapped[str] = mapped_column(String(120), unique=True)
    member_card_id: Mapped[int] = mapped_column(ForeignKey("member_stamp_cards.id"), index=True)
    purchase_id: Mapped[int | None] = mapped_column(ForeignKey("purchases.id"), index=True)
    voucher_id: Mapped[int | None] = mapped_column(ForeignKey("vouchers.id"))
    count: Mapped[int]
    at: Mapped[datetime]
