"""Points for answers about oneself: given once for each answer."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from models.ledger import Account, Operation, OperationKind
from models.people import Identity, Member
from services import ledger, programme
from services.errors import Gone


async def hold(session: AsyncSession, member_id: int) -> tuple[Account, Member]:
    """The account and its member, locked in this order. Raises Gone after leaving."""
    account_id = select(Member.account_id).where(Member.id == member_id)
    account = await ledger.lock(session, (await session.scalars(account_id)).one())
    query = select(Member).where(Member.id == member_id).with_for_update()
    member = (await session.scalars(query.execution_options(populate_existing=True))).one()
    if member.deleted_at is not None:
        raise Gone
    return account, member


async def key(session: AsyncSession, about: str, member_id: int) -> str:
    """The idempotency key of such an award. It names the person and not the card, so somebody who
    leaves and joins again gets no second award. Raises Gone if the member has no chat.
    """
    query = select(Identity.id).where(Identity.member_id == member_id).order_by(Identity.id)
    identity_id = (await session.scalars(query.limit(1))).first()
    if identity_id is None:
        raise Gone
    return f"{about}:{identity_id}"


async def give(
    session: AsyncSession,
    account: Account,
    points: int,
    *,
    key: str,
    at: datetime,
    why: Mapping[str, Any],
) -> Operation | None:
    """Award the points; None if there are none to give or the key was used before."""
    if points <= 0 or await ledger.find(session, key) is not None:
        return None
    terms = await programme.terms(session)
    return await ledger.award(
        session,
        account,
        points,
        OperationKind.ANSWER,
        key=key,
        at=at,
        expires_at=terms.expiry(at),
        why=why,
    )
