"""Facts about members beyond their profile: totals, attributes, segments."""

from datetime import date, datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import Date, ForeignKey, Index, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base, PrimaryKey, Title, choice


class MemberCategory(Base):
    """One member's purchases of one category, less refunds: kept with every receipt so
    that questions need not read them all. `bot.py rebuild-stats` works it out again.
    """

    __tablename__ = "member_categories"
    __table_args__ = (
        Index("ix_member_categories_category_last", "category_id", "last_at", "member_id"),
    )

    member_id: Mapped[int] = mapped_column(
        ForeignKey("members.id"), primary_key=True, autoincrement=False
    )
    category_id: Mapped[int] = mapped_column(
        ForeignKey("categories.id"), primary_key=True, autoincrement=False
    )
    purchases: Mapped[int]  # receipts with such lines that have not gone back whole
    quantity: Mapped[int]
    paid: Mapped[int]  # minor units paid in money
    first_at: Mapped[datetime]
    last_at: Mapped[datetime]


class AttributeKind(StrEnum):
    """The kind of answer to a custom attribute."""

    CHOICE = "choice"  # one of its choices
    SEVERAL = "several"  # any of its choices
    NUMBER = "number"


class CustomAttribute(Base):
    """A shop's own attribute: pets, skin type, size. Retired rather than deleted."""

    __tablename__ = "custom_attributes"

    id: Mapped[PrimaryKey]
    name: Mapped[Title]
    kind: Mapped[AttributeKind] = mapped_column(choice(AttributeKind))
    created_at: Mapped[datetime]
    retired_at: Mapped[datetime | None]


class AttributeChoice(Base):
    """One possible answer."""

    __tablename__ = "attribute_choices"

    id: Mapped[PrimaryKey]
    attribute_id: Mapped[int] = mapped_column(ForeignKey("custom_attributes.id"), index=True)
    name: Mapped[Title]
    position: Mapped[int]
    retired_at: Mapped[datetime | None]


class AttributeValue(Base):
    """A member's answer: a choice or a number, as the attribute's kind says."""

    __tablename__ = "attribute_values"
    __table_args__ = (
        UniqueConstraint("member_id", "attribute_id", "choice_id"),
        Index("ix_attribute_values_asked", "attribute_id", "choice_id", "member_id"),
    )

    id: Mapped[PrimaryKey]
    member_id: Mapped[int] = mapped_column(ForeignKey("members.id"))
    attribute_id: Mapped[int] = mapped_column(ForeignKey("custom_attributes.id"))
    choice_id: Mapped[int | None] = mapped_column(ForeignKey("attribute_choices.id"))
    number: Mapped[int | None]
    at: Mapped[datetime]


class Segment(Base):
    """A saved question about members (`tree`, a `services.segments.questions.tree` node as JSON).

    With `frozen_at`: a list of who matched then; they are its `segment_members`.
    """

    __tablename__ = "segments"

    id: Mapped[PrimaryKey]
    name: Mapped[Title]
    tree: Mapped[dict[str, Any]]  # of a frozen one: its question at that time
    frozen_at: Mapped[datetime | None]
    created_by: Mapped[int] = mapped_column(ForeignKey("staff.id"))
    created_at: Mapped[datetime]
    deleted_at: Mapped[datetime | None]


class SegmentMember(Base):
    """A member of a frozen segment."""

    __tablename__ = "segment_members"

    segment_id: Mapped[int] = mapped_column(
        ForeignKey("segments.id"), primary_key=True, autoincrement=False
    )
    member_id: Mapped[int] = mapped_column(
        ForeignKey("members.id"), primary_key=True, autoincrement=False, index=True
    )


class RfmMark(Base):
    """A member's scores at the beginning of a month, to show group changes since."""

    __tablename__ = "rfm_marks"

    member_id: Mapped[int] = mapped_column(
        ForeignKey("members.id"), primary_key=True, autoincrement=False
    )
    recency: Mapped[int]  # 1-5
    frequency: Mapped[int]
    monetary: Mapped[int]


class Finding(Base):
    """A result computed over all members at once, used until the next one: the cut points
    of RFM, how many come back.
    """

    __tablename__ = "findings"

    name: Mapped[str] = mapped_column(String(32), primary_key=True)
    at: Mapped[datetime]
    body: Mapped[dict[str, Any]]


class Import(Base):
    """An imported file. The same content again is recognised by its digest."""

    __tablename__ = "imports"

    id: Mapped[PrimaryKey]
    digest: Mapped[str] = mapped_column(String(64), index=True)  # SHA-256 of file and mapping
    name: Mapped[Title]
    staff_id: Mapped[int | None] = mapped_column(ForeignKey("staff.id"))
    at: Mapped[datetime]
    report: Mapped[dict[str, Any]]


class Child(Base):
    """A child's birthday, if a member chose to tell it. No name: a date is enough for a wish."""

    __tablename__ = "children"

    id: Mapped[PrimaryKey]
    member_id: Mapped[int] = mapped_column(ForeignKey("members.id"), index=True)
    born: Mapped[date] = mapped_column(Date)
