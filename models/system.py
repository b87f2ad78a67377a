"""The program's own state: conversations in progress and leases."""

from datetime import datetime
from typing import Any

from sqlalchemy import String
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base


class Conversation(Base):
    """A person's place in a flow of several steps, so that a restart loses nothing."""

    __tablename__ = "conversations"

    key: Mapped[str] = mapped_column(String(160), primary_key=True)
    state: Mapped[str | None] = mapped_column(String(120))
    data: Mapped[dict[str, Any]]


class Lease(Base):
    """A task that one process at a time may do, and until when it is taken."""

    __tablename__ = "leases"

    name: Mapped[str] = mapped_column(String(40), primary_key=True)
    holder: Mapped[str] = mapped_column(String(40))
    until: Mapped[datetime]
