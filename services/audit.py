"""The audit trail: who did what to whom, when, from where. Records are only ever added."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from models.people import AuditRecord, AuditSource


def record(
    session: AsyncSession,
    at: datetime,
    act: str,
    *,
    staff_id: int | None = None,
    member_id: int | None = None,
    source: AuditSource = AuditSource.CHAT,
    outlet_id: int | None = None,
    facts: Mapping[str, Any] | None = None,
) -> None:
    """Note an act in the transaction that does it. `act` is `noun.verb`.

    `facts` stay for ever: no names, phones or birthdays, but the ids of rows that have them.
    """
    session.add(
        AuditRecord(
            at=at,
            act=act,
            staff_id=staff_id,
            member_id=member_id,
            source=source,
            outlet_id=outlet_id,
            facts=dict(facts or {}),
        )
    )
