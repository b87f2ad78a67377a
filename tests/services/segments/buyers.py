"""Creates members with past receipts and their totals."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from itertools import count

from sqlalchemy import select

from models.ledger import Account
from models.people import Member, Source
from models.programme import Level
from models.till import Purchase
from services.context import Context


@dataclass(frozen=True, slots=True)
class Receipt:
    at: datetime
    paid: int = 100_00
    back: int = 0  # refunded part of `paid`; if all of it, the purchase is undone

    @property
    def counts(self) -> bool:
        return self.back < self.paid


Life = tuple[Receipt, ...]


async def buyers(ctx: Context, lives: Mapping[str, Life], *, left: bool = False) -> dict[str, int]:
    """Create members; gives their ids by name. `left`: they have left since."""
    now = ctx.clock.now()
    async with ctx.db.write() as session:
        level = (await session.scalars(select(Level.id).order_by(Level.id).limit(1))).one()
        ids = {}
        for name, life in lives.items():
            real = [receipt for receipt in life if receipt.counts]
            account = Account(balance=0, created_at=now)
            session.add(account)
            await session.flush()
            member = Member(
                account_id=account.id,
                level_id=level,
                name=name,
                language="ru",
                card_token=f"{name}-{account.id}",
                source=Source.DIRECT,
                joined_at=min((receipt.at for receipt in life), default=now),
                purchases_count=len(real),
                spent_total=sum(receipt.paid - receipt.back for receipt in real),
                first_purchase_at=min((receipt.at for receipt in real), default=None),
                last_purchase_at=max((receipt.at for receipt in real), default=None),
                deleted_at=now if left else None,
            )
            session.add(member)
            await session.flush()
            ids[name] = member.id
            numbers = count()
            session.add_all(
                Purchase(
                    key=f"{member.id}-{next(numbers)}",
                    member_id=member.id,
                    account_id=account.id,
                    at=receipt.at,
                    amount=receipt.paid,
                    paid=receipt.paid,
                    points_spent=0,
                    points_earned=0,
                    refunded=receipt.back,
                    refunded_paid=receipt.back,
                    undone_at=None if receipt.counts else now,
                )
                for receipt in life
            )
        return ids
