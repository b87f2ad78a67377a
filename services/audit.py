"""The audit trail: who did what to whom, when. Records are only ever added."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from models.people import AuditRecord, Member, Role, Staff
from services import people
from services.context import Context


@dataclass(frozen=True, slots=True)
class AuditLine:
    id: int
    at: datetime
    act: str
    staff_name: str | None
    member_name: str | None
    facts: Mapping[str, Any]


def record(
    session: AsyncSession,
    at: datetime,
    act: str,
    *,
    staff_id: int | None = None,
    member_id: int | None = None,
    facts: Mapping[str, Any] | None = None,
) -> None:
    """Note an act in the transaction that does it. `act` is `noun.verb`."""
    session.add(
        AuditRecord(at=at, act=act, staff_id=staff_id, member_id=member_id, facts=dict(facts or {}))
    )


async def latest(
    ctx: Context, by: int, *, limit: int = 10, before_id: int | None = None
) -> list[AuditLine]:
    """The newest records, for an owner; `before_id` pages on. Raises NotStaff."""
    async with ctx.db.read() as session:
        await people.require(session, by, Role.OWNER)
        query = (
            select(AuditRecord, Staff.name, Member.name)
            .outerjoin(Staff, Staff.id == AuditRecord.staff_id)
            .outerjoin(Member, Member.id == AuditRecord.member_id)
            .order_by(AuditRecord.id.desc())
            .limit(limit)
        )
        if before_id is not None:
            query = query.where(AuditRecord.id < before_id)
        rows = (await session.execute(query)).all()
    return [
        AuditLine(row.id, row.at, row.act, staff_name, member_name, row.facts)
        for row, staff_name, member_name in rows
    ]
