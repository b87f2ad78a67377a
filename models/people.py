"""People: members, the messenger identities they speak from, and staff."""

from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import ForeignKey, Index, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, validates

from models.base import Base, PrimaryKey, choice


class Gender(StrEnum):
    FEMALE = "female"
    MALE = "male"


class Family(StrEnum):
    SINGLE = "single"
    COUPLE = "couple"
    MARRIED = "married"


class ContactTime(StrEnum):
    """The part of the day, by their own clock, that a member prefers for messages."""

    MORNING = "morning"  # 9-12
    DAY = "day"  # 12-17
    EVENING = "evening"  # 17-21


class Role(StrEnum):
    CASHIER = "cashier"
    OWNER = "owner"


class Source(StrEnum):
    """How a member came to join."""

    DIRECT = "direct"
    POSTER = "poster"
    REFERRAL = "referral"
    STAFF = "staff"
    IMPORT = "import"


class AuditSource(StrEnum):
    """The door that an act came through."""

    CHAT = "chat"
    CLOCK = "clock"
    COMMAND = "command"


class Member(Base):
    """A person who joined. Every profile field is optional; `deleted_at` leaves only figures."""

    __tablename__ = "members"
    __table_args__ = (
        Index("ix_members_birthday", "birth_month", "birth_day"),
        # Wide enough to part all buyers into fifths and count them without reading the rows.
        Index(
            "ix_members_last_purchase_at",
            *("last_purchase_at", "purchases_count", "deleted_at"),
        ),
        Index(
            "ix_members_purchases_count",
            *("purchases_count", "last_purchase_at", "spent_total", "deleted_at"),
        ),
        Index("ix_members_spent_total", "spent_total", "deleted_at"),
    )

    id: Mapped[PrimaryKey]
    account_id: Mapped[int] = mapped_column(ForeignKey("accounts.id"), index=True)
    level_id: Mapped[int] = mapped_column(ForeignKey("levels.id"), index=True)
    name: Mapped[str] = mapped_column(String(200))
    language: Mapped[str] = mapped_column(String(8))
    timezone: Mapped[str | None] = mapped_column(String(64))  # None: the shop's
    phone: Mapped[str | None] = mapped_column(String(20), unique=True)  # E.164
    birth_day: Mapped[int | None]
    birth_month: Mapped[int | None]
    birth_year: Mapped[int | None]
    birthday_locked: Mapped[bool] = mapped_column(default=False)  # after the first bonus
    gender: Mapped[Gender | None] = mapped_column(choice(Gender))
    family: Mapped[Family | None] = mapped_column(choice(Family))
    contact_time: Mapped[ContactTime | None] = mapped_column(choice(ContactTime))
    city: Mapped[str | None] = mapped_column(String(100))
    # The city whatever its letters' case: SQLite folds Latin letters only. Set with `city`.
    city_key: Mapped[str | None] = mapped_column(String(100), index=True)
    interests: Mapped[list[Any] | None]
    card_token: Mapped[str] = mapped_column(String(40), unique=True)
    source: Mapped[Source] = mapped_column(choice(Source))
    source_detail: Mapped[str | None] = mapped_column(String(64))
    referrer_id: Mapped[int | None] = mapped_column(ForeignKey("members.id"), index=True)
    joined_at: Mapped[datetime] = mapped_column(index=True)
    data_consent_at: Mapped[datetime | None]
    ads_consent_at: Mapped[datetime | None]
    unasked_at: Mapped[datetime | None]  # refuses feedback requests
    frozen_at: Mapped[datetime | None]
    deleted_at: Mapped[datetime | None]
    external_id: Mapped[str | None] = mapped_column(String(64), unique=True)  # the till's id
    purchases_count: Mapped[int] = mapped_column(default=0)
    spent_total: Mapped[int] = mapped_column(default=0)  # minor units paid in money
    first_purchase_at: Mapped[datetime | None]
    last_purchase_at: Mapped[datetime | None]
    # What small receipts left over, in parts of a point; see services.pricing.
    remainder: Mapped[int] = mapped_column(default=0)
    level_since: Mapped[datetime | None]
    level_kept_until: Mapped[datetime | None]  # the grace before losing it has begun
    level_checked_at: Mapped[datetime | None] = mapped_column(index=True)

    @validates("city")
    def _fold(self, _name: str, city: str | None) -> str | None:
        self.city_key = city.casefold() if city is not None else None
        return city


class Identity(Base):
    """Somebody in a messenger: who to write to. Belongs to a member, to staff, both or neither."""

    __tablename__ = "identities"
    __table_args__ = (UniqueConstraint("messenger", "external_id"),)

    id: Mapped[PrimaryKey]
    messenger: Mapped[str] = mapped_column(String(16))
    external_id: Mapped[int]
    name: Mapped[str] = mapped_column(String(200))
    language: Mapped[str] = mapped_column(String(8))
    member_id: Mapped[int | None] = mapped_column(ForeignKey("members.id"), index=True)
    unreachable_since: Mapped[datetime | None]  # blocked, deactivated or never started
    welcomed_at: Mapped[datetime | None]  # got the bonus for joining: a later card brings none
    created_at: Mapped[datetime]


class Staff(Base):
    """The role of an identity in the shop. Revoked rather than deleted, because old records name
    it.
    """

    __tablename__ = "staff"

    id: Mapped[PrimaryKey]
    identity_id: Mapped[int] = mapped_column(ForeignKey("identities.id"), unique=True)
    name: Mapped[str] = mapped_column(String(200))
    role: Mapped[Role] = mapped_column(choice(Role))
    from_settings: Mapped[bool] = mapped_column(default=False)  # listed in OWNER_IDS
    invited_by: Mapped[int | None] = mapped_column(ForeignKey("staff.id"))
    outlet_id: Mapped[int | None] = mapped_column(ForeignKey("outlets.id"))  # where they work now
    created_at: Mapped[datetime]
    revoked_at: Mapped[datetime | None]


class StaffInvitation(Base):
    """A link that makes the first person who opens it a member of staff, once."""

    __tablename__ = "staff_invitations"

    id: Mapped[PrimaryKey]
    key: Mapped[str | None] = mapped_column(String(120), unique=True)
    token: Mapped[str] = mapped_column(String(40), unique=True)
    role: Mapped[Role] = mapped_column(choice(Role))
    created_by: Mapped[int] = mapped_column(ForeignKey("staff.id"))
    created_at: Mapped[datetime]
    expires_at: Mapped[datetime]
    used_by: Mapped[int | None] = mapped_column(ForeignKey("staff.id"))
    used_at: Mapped[datetime | None]
    revoked_at: Mapped[datetime | None]


class CardCode(Base):
    """Six digits that stand for a card for a few minutes, for when there is no camera."""

    __tablename__ = "card_codes"

    id: Mapped[PrimaryKey]
    code: Mapped[str] = mapped_column(String(6), unique=True)
    member_id: Mapped[int] = mapped_column(ForeignKey("members.id"), index=True)
    expires_at: Mapped[datetime] = mapped_column(index=True)


class AuditRecord(Base):
    """One act: its actor, subject, time and source. Written in the same transaction as the act.

    Triggers refuse to change or delete one, so `facts` hold nothing that a person may ask to erase.
    """

    __tablename__ = "audit"

    id: Mapped[PrimaryKey]
    at: Mapped[datetime] = mapped_column(index=True)
    staff_id: Mapped[int | None] = mapped_column(ForeignKey("staff.id"), index=True)
    member_id: Mapped[int | None] = mapped_column(ForeignKey("members.id"), index=True)
    act: Mapped[str] = mapped_column(String(48), index=True)
    source: Mapped[AuditSource] = mapped_column(choice(AuditSource), default=AuditSource.CHAT)
    outlet_id: Mapped[int | None] = mapped_column(ForeignKey("outlets.id"))
    facts: Mapped[dict[str, Any]]
