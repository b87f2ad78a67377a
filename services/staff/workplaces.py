"""The outlet where somebody of the staff works now; receipts and the journal name it."""

from dataclasses import dataclass

from sqlalchemy import select

from models.goods import Outlet
from models.people import Role
from services.audit import record
from services.context import Context
from services.errors import Gone
from services.staff import access


@dataclass(frozen=True, slots=True)
class Workplace:
    """An outlet to choose; `here`: the person who asks works there."""

    id: int
    name: str
    here: bool


async def choices(ctx: Context, actor_id: int) -> list[Workplace]:
    """The outlets by name; none if the shop lists none. Raises NotStaff."""
    async with access.read(ctx, actor_id, Role.CASHIER) as (session, staff):
        query = select(Outlet).where(Outlet.hidden_at.is_(None)).order_by(Outlet.name, Outlet.id)
        return [
            Workplace(row.id, row.name, row.id == staff.outlet_id)
            for row in await session.scalars(query)
        ]


async def choose(ctx: Context, actor_id: int, outlet_id: int) -> str:
    """Set the outlet where the person works from now on; gives its name. Raises NotStaff, Gone."""
    async with access.write(ctx, actor_id, Role.CASHIER) as (session, staff):
        outlet = await session.get(Outlet, outlet_id)
        if outlet is None or outlet.hidden_at is not None:
            raise Gone
        if staff.outlet_id != outlet.id:
            staff.outlet_id = outlet.id
            facts = {"title": outlet.name}
            now = ctx.clock.now()
            record(session, now, "staff.moved", staff_id=staff.id, outlet_id=outlet.id, facts=facts)
        return outlet.name
