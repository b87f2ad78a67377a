"""Leases: one process at a time does a task, and another takes over when it dies."""

from datetime import timedelta

from sqlalchemy import delete, or_, update

from models.system import Lease
from services.context import Context
from services.storage.upserts import insert_into


async def hold(ctx: Context, name: str, holder: str, for_: timedelta) -> bool:
    """Take a lease, or extend it, for some time from now; False while another process has it."""
    now = ctx.clock.now()
    async with ctx.db.write() as session:
        taken = await session.execute(
            update(Lease)
            .where(Lease.name == name, or_(Lease.holder == holder, Lease.until <= now))
            .values(holder=holder, until=now + for_)
            .returning(Lease.name)
        )
        if taken.first() is not None:
            return True
        first = await session.execute(
            insert_into(session, Lease)
            .values(name=name, holder=holder, until=now + for_)
            .on_conflict_do_nothing(index_elements=["name"])
            .returning(Lease.name)
        )
        return first.first() is not None


async def release(ctx: Context, name: str, holder: str) -> None:
    """Return a lease early, so that nobody has to wait for it."""
    async with ctx.db.write() as session:
        await session.execute(delete(Lease).where(Lease.name == name, Lease.holder == holder))
