"""Stored findings: one row for each name, replaced each time."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from models.segmentation import Finding
from services.storage.upserts import insert_into


async def keep(session: AsyncSession, name: str, at: datetime, body: Mapping[str, Any]) -> None:
    """Store a finding in place of the previous one."""
    found = {"at": at, "body": body}
    await session.execute(
        insert_into(session, Finding)
        .values(name=name, **found)
        .on_conflict_do_update(index_elements=["name"], set_=found)
    )
