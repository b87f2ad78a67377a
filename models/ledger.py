"""The ledger: accounts, lots, operations and their entries.

An operation is one business fact (a purchase earned, a voucher held); its entries move points in
and out of lots. A balance is the sum of the entries of an account and of what its lots hold.
A debt is a lot too, the only one that holds less than nothing: an account has points or a debt,
never both.
Operations and entries are only ever added: triggers refuse to change or delete one.
"""

from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import CheckConstraint, ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base, PrimaryKey, choice


class OperationKind(StrEnum):
    """The reason why points moved. `hold`, `donate` and `expire` take, `settle` moves points into a
    debt, `release`, `undo`, `refund` and `move` reverse; the others give.
    """

    WELCOME = "welcome"
    PURCHASE = "purchase"
    BIRTHDAY = "birthday"
    OFFER = "offer"
    ANSWER = "answer"  # for answers about oneself: a quiz or the profile
    GRANT = "grant"  # a person of the shop gave them by hand
    HOLD = "hold"  # set aside for a voucher or a redemption; stays when it is captured
    RELEASE = "release"  # a hold whose points returned
    DONATE = "donate"
    EXPIRE = "expire"
    UNDO = "undo"
    REFUND = "refund"  # a refund: earned points are taken back, spent ones returned
    MOVE = "move"  # the purchase belongs to somebody else
    SETTLE = "settle"  # new points pay off a debt; the sum is 0
    FORGIVE = "forgive"  # a debt is forgiven
    DEBT = "debt"  # only of a lot: what was taken back though it had been spent already


GIVES = (
    OperationKind.WELCOME,
    OperationKind.PURCHASE,
    OperationKind.BIRTHDAY,
    OperationKind.OFFER,
    OperationKind.ANSWER,
    OperationKind.GRANT,
    OperationKind.FORGIVE,
)
TAKES = (OperationKind.HOLD, OperationKind.DONATE, OperationKind.EXPIRE)
GOES_BACK = (OperationKind.UNDO, OperationKind.REFUND, OperationKind.MOVE)
REVERSES = (OperationKind.RELEASE, *GOES_BACK)


class Account(Base):
    """Owns points. Knows nothing about people. `balance` is kept for speed, checked by verify."""

    __tablename__ = "accounts"

    id: Mapped[PrimaryKey]
    balance: Mapped[int] = mapped_column(default=0)
    created_at: Mapped[datetime]


class Operation(Base):
    """One fact that moved points, under one idempotency key."""

    __tablename__ = "operations"
    __table_args__ = (Index("ix_operations_account_at", "account_id", "at"),)

    id: Mapped[PrimaryKey]
    account_id: Mapped[int] = mapped_column(ForeignKey("accounts.id"))
    kind: Mapped[OperationKind] = mapped_column(choice(OperationKind))
    key: Mapped[str] = mapped_column(String(120), unique=True)
    at: Mapped[datetime]
    points: Mapped[int]  # signed sum of the entries
    # Several operations may reverse parts of one.
    reverses_id: Mapped[int | None] = mapped_column(ForeignKey("operations.id"), index=True)
    staff_id: Mapped[int | None] = mapped_column(ForeignKey("staff.id"))
    why: Mapped[dict[str, Any]]  # facts that explain the operation to a person


class Lot(Base):
    """Points that came together and expire together. `remaining` is the sum of its entries.

    Until `starts_at` they are pending: they count in the balance and cannot be spent.
    """

    __tablename__ = "lots"
    __table_args__ = (
        CheckConstraint(
            "CASE kind WHEN 'debt' THEN remaining <= 0 ELSE remaining >= 0 END", name="sign"
        ),
        Index("ix_lots_account_starts", "account_id", "starts_at"),
        Index("ix_lots_account_expires", "account_id", "expires_at"),
        Index("ix_lots_expires_at", "expires_at"),
    )

    id: Mapped[PrimaryKey]
    account_id: Mapped[int] = mapped_column(ForeignKey("accounts.id"))
    kind: Mapped[OperationKind] = mapped_column(choice(OperationKind))
    created_at: Mapped[datetime]
    starts_at: Mapped[datetime | None]  # None: at once
    expires_at: Mapped[datetime | None]
    remaining: Mapped[int]


class Entry(Base):
    """Points into (+) or out of (-) one lot. Never changed, never deleted."""

    __tablename__ = "entries"

    id: Mapped[PrimaryKey]
    operation_id: Mapped[int] = mapped_column(ForeignKey("operations.id"), index=True)
    account_id: Mapped[int] = mapped_column(ForeignKey("accounts.id"), index=True)
    lot_id: Mapped[int] = mapped_column(ForeignKey("lots.id"), index=True)
    points: Mapped[int]
