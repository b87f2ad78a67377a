"""Awards: points that are given. Each award is a lot with its own start and expiry."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from models.ledger import Account, Lot, Operation, OperationKind
from services.ledger.debts import pay_off
from services.ledger.posting import Posting, post_all


async def award(
    session: AsyncSession,
    account: Account,
    points: int,
    kind: OperationKind,
    *,
    key: str,
    at: datetime,
    expires_at: datetime | None,
    why: Mapping[str, Any],
    staff_id: int | None = None,
    starts_at: datetime | None = None,
    bonus: "Bonus | None" = None,
) -> Operation:
    """Give points as one new lot, or as two if the bonus expires at its own time; see Award."""
    one = Award(account, points, kind, key, at, expires_at, why, staff_id, starts_at, bonus)
    return (await award_all(session, [one]))[0]


@dataclass(frozen=True, slots=True)
class Bonus:
    """A part of an award that expires at its own time."""

    points: int
    expires_at: datetime | None


@dataclass(frozen=True, slots=True)
class Award:
    """Points for an account, pending until `starts_at`. `points` is positive and includes the
    bonus. They pay off the account's debt first.
    """

    account: Account
    points: int
    kind: OperationKind
    key: str
    at: datetime
    expires_at: datetime | None
    why: Mapping[str, Any]
    staff_id: int | None = None
    starts_at: datetime | None = None
    bonus: Bonus | None = None

    def parts(self) -> Iterator[tuple[int, datetime | None]]:
        """Points and expiry of each lot of this award."""
        bonus = self.bonus.points if self.bonus is not None else 0
        if self.points > bonus:
            yield self.points - bonus, self.expires_at
        if self.bonus is not None and bonus:
            yield bonus, self.bonus.expires_at


async def award_all(session: AsyncSession, awards: Sequence[Award]) -> list[Operation]:
    """Give points to many accounts, in as few statements as to one; gives the operations in this
    order.
    """
    postings = []
    for one in awards:
        if one.points <= 0:
            raise ValueError(f"an award of {one.points} points")
        entries = []
        for points, expires_at in one.parts():
            lot = Lot(
                account_id=one.account.id,
                kind=one.kind,
                created_at=one.at,
                starts_at=one.starts_at,
                expires_at=expires_at,
                remaining=0,
            )
            entries.append((lot, points))
        postings.append(
            Posting(one.account, entries, one.kind, one.key, one.at, one.why, one.staff_id)
        )
    owing = [one for one in postings if one.account.balance < 0]
    operations = await post_all(session, postings)
    for posting in owing:
        await pay_off(session, posting)
    return operations
