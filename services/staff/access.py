"""The door for acts of staff: a transaction that begins with the actor's role.

`actor_id` is the identity of the person who acts. Only an identity whose role is checked here gets
a session, so an act of staff cannot forget the check.
"""

from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Generic, TypeVar

from sqlalchemy.ext.asyncio import AsyncSession

from models.people import Role, Staff
from services import audit
from services.context import Context
from services.errors import Gone
from services.staff.identities import require

Row = TypeVar("Row")


@asynccontextmanager
async def read(
    ctx: Context, actor_id: int, role: Role
) -> AsyncIterator[tuple[AsyncSession, Staff]]:
    """A read for staff of this role, or an owner; yields the session and their row. Raises
    NotStaff.
    """
    async with ctx.db.read() as session:
        yield session, await require(session, actor_id, role)


@asynccontextmanager
async def write(
    ctx: Context, actor_id: int, role: Role
) -> AsyncIterator[tuple[AsyncSession, Staff]]:
    """One transaction for staff of this role, or an owner; yields it and their row. Raises
    NotStaff.
    """
    async with ctx.db.write() as session:
        yield session, await require(session, actor_id, role)


async def check(ctx: Context, actor_id: int, role: Role) -> Staff:
    """Check the role for an act that reads nothing here; gives the actor's row. Raises NotStaff."""
    async with read(ctx, actor_id, role) as (_, staff):
        return staff


@dataclass(frozen=True, slots=True)
class Owned(Generic[Row]):
    """A row that an owner changes, in the transaction that does it."""

    session: AsyncSession
    owner: Staff
    row: Row
    at: datetime

    def set(self, values: Mapping[str, Any]) -> None:
        """Set these columns of the row."""
        for name, value in values.items():
            setattr(self.row, name, value)

    def record(self, act: str, **facts: Any) -> None:
        """Write an audit record of the act; see services.audit."""
        audit.record(self.session, self.at, act, staff_id=self.owner.id, facts=facts)


@asynccontextmanager
async def owned(
    ctx: Context, actor_id: int, table: type[Row], row_id: int, *, lock: bool = False
) -> AsyncIterator[Owned[Row]]:
    """One transaction for an owner about one row; `lock` holds it against others meanwhile.

    Raises NotStaff, and Gone when there is no such row or it was deleted.
    """
    now = ctx.clock.now()
    async with write(ctx, actor_id, Role.OWNER) as (session, owner):
        row = await session.get(table, row_id, with_for_update=lock)
        if row is None or getattr(row, "deleted_at", None) is not None:
            raise Gone
        yield Owned(session, owner, row, now)
