"""The terms of refunds: for how many days, and whether points already spent become a debt."""

from dataclasses import asdict, replace

from models.people import Role
from services import programme
from services.audit import record
from services.context import Context
from services.parsing.ranges import Range
from services.programme import Terms
from services.programme.model import Returns
from services.staff import access

DAYS = Range(0, 365)


async def change(ctx: Context, actor_id: int, after: Returns) -> Terms:
    """Set the terms of refunds, as an owner. Raises NotStaff, BadNumber."""
    DAYS.check(after.days)
    now = ctx.clock.now()
    async with access.write(ctx, actor_id, Role.OWNER) as (session, owner):
        terms = await programme.terms(session)
        if after == terms.returns:
            return terms
        old, new = asdict(terms.returns), asdict(after)
        changes = {name: [old[name], new[name]] for name in old if old[name] != new[name]}
        record(
            session, now, "programme.returns-changed", staff_id=owner.id, facts={"changes": changes}
        )
        return await programme.publish(
            session, replace(terms, returns=after), at=now, staff_id=owner.id
        )
