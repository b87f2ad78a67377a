"""The journal: audit records as an owner reads them, newest first, and narrowed."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, select

from models.goods import Outlet
from models.people import AuditRecord, AuditSource, Member, Role, Staff
from services import programme
from services.context import Context
from services.members.member_search import is_called
from services.parsing.phones import region_of
from services.staff import access


@dataclass(frozen=True, slots=True)
class AuditLine:
    id: int
    at: datetime
    act: str
    source: AuditSource
    staff_name: str | None
    member_name: str | None
    outlet_name: str | None
    colleague: str | None  # whose role it is about
    facts: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Search:
    """Filters of the journal; None does not filter.

    `member` is a part of a name or a whole phone, read as one of the shop's country if it names
    none. `subject` is the noun of acts, as in `purchase.undone`.
    """

    member: str | None = None
    member_id: int | None = None
    staff_id: int | None = None
    subject: str | None = None
    since: datetime | None = None


EVERYTHING = Search()


async def latest(
    ctx: Context,
    actor_id: int,
    wanted: Search = EVERYTHING,
    *,
    limit: int = 10,
    before_id: int | None = None,
) -> list[AuditLine]:
    """The newest records that pass the filters, for an owner; `before_id` pages on. Raises
    NotStaff.
    """
    async with access.read(ctx, actor_id, Role.OWNER) as (session, _):
        shop = await programme.terms(session)
        query = (
            select(AuditRecord, Staff.name, Member.name, Outlet.name)
            .outerjoin(Staff, Staff.id == AuditRecord.staff_id)
            .outerjoin(Member, Member.id == AuditRecord.member_id)
            .outerjoin(Outlet, Outlet.id == AuditRecord.outlet_id)
            .where(*_fits(wanted, region_of(shop.timezone)))
            .order_by(AuditRecord.id.desc())
            .limit(limit)
        )
        if before_id is not None:
            query = query.where(AuditRecord.id < before_id)
        rows = (await session.execute(query)).all()
        named = {row.facts["staff_id"] for row, *_ in rows if "staff_id" in row.facts}
        colleagues = select(Staff.id, Staff.name).where(Staff.id.in_(named))
        names = {one.id: one.name for one in await session.execute(colleagues)} if named else {}
    return [
        AuditLine(
            id=row.id,
            at=row.at,
            act=row.act,
            source=row.source,
            staff_name=staff_name,
            member_name=member_name,
            outlet_name=outlet_name,
            colleague=names.get(row.facts.get("staff_id")),
            facts=row.facts,
        )
        for row, staff_name, member_name, outlet_name in rows
    ]


async def actors(ctx: Context, actor_id: int) -> list[tuple[int, str]]:
    """Everybody who ever was staff, by id and name, newest first. Raises NotStaff."""
    async with access.read(ctx, actor_id, Role.OWNER) as (session, _):
        rows = await session.execute(select(Staff.id, Staff.name).order_by(Staff.id.desc()))
        return [(row.id, row.name) for row in rows]


def _fits(wanted: Search, region: str) -> list[ColumnElement[bool]]:
    fits: list[ColumnElement[bool]] = []
    if wanted.member is not None:
        fits.append(is_called(wanted.member, region))
    if wanted.member_id is not None:
        fits.append(AuditRecord.member_id == wanted.member_id)
    if wanted.staff_id is not None:
        fits.append(AuditRecord.staff_id == wanted.staff_id)
    if wanted.subject is not None:
        fits.append(AuditRecord.act.startswith(f"{wanted.subject}.", autoescape=True))
    if wanted.since is not None:
        fits.append(AuditRecord.at >= wanted.since)
    return fits
