"""The door for acts of staff: a transaction that begins with the actor's role.

`actor_id` is the identity of whoever acts. Only an identity whose role is checked here gets a
session, so an act of staff cannot forget the check.
"""

from collections.abc import AsyncIterator, Hashable
from contextlib import asynccontextmanager

from sqlalchemy.ext.asyncio import AsyncSession

from models.people import Role, Staff
from services.context import Context
from services.staff.identities import require


@asynccontextmanager
async def read(
    ctx: Context, actor_id: int, role: Role
) -> AsyncIterator[tuple[AsyncSession, Staff]]:
    """Reads for staff of this role, or an owner, with their row. Raises NotStaff."""
    async with ctx.db.read() as session:
        yield session, await require(session, actor_id, role)


@asynccontextmanager
async def write(
    ctx: Context, actor_id: int, role: Role, *, quick: bool = False, turn: Hashable = None
) -> AsyncIterator[tuple[AsyncSession, Staff]]:
    """One transaction for staff of this role, or an owner, with their row. Raises NotStaff.

    `quick` and `turn` are those of `Database.write`.
    """
    async with ctx.db.write(quick=quick, turn=turn) as session:
        yield session, await require(session, actor_id, role)


async def check(ctx: Context, actor_id: int, role: Role) -> Staff:
    """The actor's row, for an act that does not read here. Raises NotStaff."""
    async with read(ctx, actor_id, role) as (_, staff):
        return staff
