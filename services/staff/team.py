"""Staff: one-time invitations, roles, and owners named in the settings."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from models.people import Identity, Role, Staff, StaffInvitation
from models.till import Purchase
from services.audit import record
from services.context import Context
from services.errors import Gone, NotYours
from services.messaging import deliveries
from services.messaging.deliveries import Facts, Notice
from services.staff import access, identities
from services.staff.errors import InvitationSpent

INVITATION_LIFE = timedelta(days=3)


@dataclass(frozen=True, slots=True)
class Invitation:
    token: str
    role: Role
    expires_at: datetime


@dataclass(frozen=True, slots=True)
class Colleague:
    """One of the staff, with what they did today."""

    id: int
    name: str
    role: Role
    from_settings: bool
    is_you: bool
    purchases_today: int


async def ensure_owners(ctx: Context, external_ids: Sequence[int], language: str) -> None:
    """Give the owner's role to the ids in the settings, and take it from ids that were removed
    there.
    """
    now = ctx.clock.now()
    async with ctx.db.write() as session:
        for external_id in external_ids:
            identity = await identities.note(session, external_id, "", language, now)
            query = select(Staff).where(Staff.identity_id == identity.id)
            staff = (await session.scalars(query)).one_or_none()
            if staff is None:
                staff = Staff(identity_id=identity.id, name=identity.name, created_at=now)
                session.add(staff)
            staff.role = Role.OWNER
            staff.from_settings = True
            staff.revoked_at = None
        listed = select(Identity.id).where(
            Identity.messenger == identities.TELEGRAM, Identity.external_id.in_(external_ids)
        )
        gone = select(Staff).where(Staff.from_settings, Staff.identity_id.not_in(listed))
        for staff in (await session.scalars(gone)).all():
            staff.revoked_at = staff.revoked_at or now
            staff.from_settings = False


async def invite(ctx: Context, actor_id: int, role: Role, *, key: str | None = None) -> Invitation:
    """A link token that makes one person staff, once, within three days. Raises NotStaff.

    The same `key` gets the same invitation.
    """
    now = ctx.clock.now()
    async with access.write(ctx, actor_id, Role.OWNER) as (session, owner):
        query = select(StaffInvitation).where(StaffInvitation.key == key)
        before = (await session.scalars(query)).one_or_none() if key else None
        if before is not None:
            return Invitation(before.token, before.role, before.expires_at)
        invitation = StaffInvitation(
            key=key,
            token=ctx.secrets.token(),
            role=role,
            created_by=owner.id,
            created_at=now,
            expires_at=now + INVITATION_LIFE,
        )
        session.add(invitation)
        record(session, now, "staff.invited", staff_id=owner.id, facts={"role": role})
        return Invitation(invitation.token, role, invitation.expires_at)


async def accept(ctx: Context, identity_id: int, token: str) -> Role:
    """Become staff by an invitation; owners are told. Raises InvitationSpent."""
    now = ctx.clock.now()
    async with ctx.db.write() as session:
        query = select(StaffInvitation).where(StaffInvitation.token == token).with_for_update()
        invitation = (await session.scalars(query)).one_or_none()
        identity = await session.get_one(Identity, identity_id)
        own = select(Staff).where(Staff.identity_id == identity_id)
        staff = (await session.scalars(own)).one_or_none()
        if invitation is None or invitation.revoked_at or invitation.expires_at <= now:
            raise InvitationSpent
        if invitation.used_at is not None:
            if staff is not None and invitation.used_by == staff.id and not staff.revoked_at:
                return staff.role
            raise InvitationSpent
        if staff is None:
            staff = Staff(identity_id=identity_id, created_at=now, role=invitation.role)
            session.add(staff)
        if staff.revoked_at is not None or staff.role is not Role.OWNER:
            staff.role = invitation.role
        staff.name = identity.name
        staff.invited_by = invitation.created_by
        staff.revoked_at = None
        await session.flush()
        invitation.used_by = staff.id
        invitation.used_at = now
        facts: Facts = {"name": identity.name, "role": staff.role}
        notice = Notice(
            "notice-owner-staff-joined", facts, key=f"staff-joined:{invitation.id}", at=now
        )
        await deliveries.tell_staff(session, invitation.created_by, notice)
        record(session, now, "staff.joined", staff_id=staff.id, facts={"role": staff.role})
        return staff.role


async def colleagues(ctx: Context, actor_id: int, since: datetime) -> list[Colleague]:
    """Everybody who works here, with their purchases since an instant. Raises NotStaff."""
    async with access.read(ctx, actor_id, Role.OWNER) as (session, owner):
        done = (
            select(Purchase.staff_id, func.count().label("done"))
            .where(Purchase.at >= since, Purchase.undone_at.is_(None))
            .group_by(Purchase.staff_id)
            .subquery()
        )
        query = (
            select(Staff, Identity.name, done.c.done)
            .join(Identity, Identity.id == Staff.identity_id)
            .outerjoin(done, done.c.staff_id == Staff.id)
            .where(Staff.revoked_at.is_(None))
            .order_by(Staff.role.desc(), Staff.id)
        )
        rows = (await session.execute(query)).all()
        return [
            Colleague(
                id=row.Staff.id,
                name=row.name or row.Staff.name,
                role=row.Staff.role,
                from_settings=row.Staff.from_settings,
                is_you=row.Staff.id == owner.id,
                purchases_today=row.done or 0,
            )
            for row in rows
        ]


async def revoke(ctx: Context, actor_id: int, staff_id: int) -> str:
    """Take the role away, at once; gives the name. Owners of the settings stay.

    Raises NotStaff, Gone, NotYours (oneself, or an owner from the settings).
    """
    now = ctx.clock.now()
    async with access.write(ctx, actor_id, Role.OWNER) as (session, owner):
        staff = await session.get(Staff, staff_id)
        if staff is None or staff.revoked_at is not None:
            raise Gone
        if staff.id == owner.id or staff.from_settings:
            raise NotYours
        await dismiss(session, owner, staff, now)
        return staff.name


async def dismiss(session: AsyncSession, owner: Staff, staff: Staff, at: datetime) -> None:
    """Take the role away and tell the person."""
    staff.revoked_at = at
    record(session, at, "staff.revoked", staff_id=owner.id, facts={"staff_id": staff.id})
    key = f"revoked:{staff.id}:{at}"
    notice = Notice("notice-staff-revoked", {}, key=key, at=at)
    await deliveries.tell_staff(session, staff.id, notice)


async def chats(ctx: Context) -> list[tuple[int, Role]]:
    """The messenger ids of all staff with their roles."""
    async with ctx.db.read() as session:
        query = (
            select(Identity.external_id, Staff.role)
            .join(Staff, Staff.identity_id == Identity.id)
            .where(Staff.revoked_at.is_(None), Identity.messenger == identities.TELEGRAM)
        )
        return [(row.external_id, row.role) for row in await session.execute(query)]
