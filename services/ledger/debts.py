"""The debt of an account: a lot with less than zero points, paid off by the next points given."""

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from models.ledger import Account, Lot, OperationKind
from services.ledger.posting import Posting, post, take_from


async def debt_of(session: AsyncSession, account: Account, at: datetime) -> Lot:
    """The debt lot of an account, a new one if there was none."""
    query = select(Lot).where(Lot.account_id == account.id, Lot.kind == OperationKind.DEBT)
    lot = (await session.scalars(query)).one_or_none()
    if lot is None:
        lot = Lot(
            account_id=account.id,
            kind=OperationKind.DEBT,
            created_at=at,
            expires_at=None,
            remaining=0,
        )
    return lot


async def pay_off(session: AsyncSession, came: Posting) -> None:
    """Let new points pay off the debt: an account has points or a debt, never both."""
    debt = await debt_of(session, came.account, came.at)
    lots = [lot for lot, _ in came.entries]
    part = min(-debt.remaining, sum(lot.remaining for lot in lots))
    entries = [*take_from(lots, part), (debt, part)]
    key = f"settle:{came.key}"
    await post(
        session, came.account, entries, OperationKind.SETTLE, key, came.at, came.why, came.staff_id
    )
