"""Identities of people who write to the bot, and the check of their roles."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import bindparam, func, select, true, update
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.asyncio import AsyncSession

from models.base import BIG
from models.people import Identity, Member, Role, Staff
from models.programme import Programme
from models.system import Conversation
from services.context import Context
from services.staff.errors import NotStaff

TELEGRAM = "telegram"
NAME_LENGTH = 200


@dataclass(frozen=True, slots=True)
class Visitor:
    """The sender of the current update, found by one read."""

    identity_id: int
    external_id: int
    name: str
    language: str
    reachable: bool
    member_id: int | None
    account_id: int | None
    staff_id: int | None
    role: Role | None
    timezone: str  # their own, else the shop's
    state: str | None  # the state of their conversation


async def visit(
    ctx: Context, external_id: int, name: str, language: str, *, conversation: str = ""
) -> Visitor:
    """Find the person behind a messenger's id, or store somebody new.

    `language` is used for a new person only; later their own choice holds. `conversation` is the
    key of their conversation, read in the same statement.
    """
    values = {"external_id": external_id, "conversation": conversation}
    rows = await ctx.db.lookup(_VISITOR, values)
    if not rows or (name and not rows[0].name):
        async with ctx.db.write() as session:
            identity = await note(session, external_id, name, language, ctx.clock.now())
            if not identity.name:
                await _introduce(session, identity, name[:NAME_LENGTH])
        rows = await ctx.db.lookup(_VISITOR, values)
    row = rows[0]
    return Visitor(
        identity_id=row.id,
        external_id=external_id,
        name=row.name,
        language=row.language,
        reachable=row.unreachable_since is None,
        member_id=row.member_id,
        account_id=row.account_id,
        staff_id=row.staff_id,
        role=row.role,
        timezone=row.timezone,
        state=row.state,
    )


_VISITOR = (
    select(
        Identity.id,
        Identity.name,
        Identity.language,
        Identity.unreachable_since,
        Member.id.label("member_id"),
        Member.account_id,
        Staff.id.label("staff_id"),
        Staff.role,
        Conversation.state,
        func.coalesce(Member.timezone, Programme.timezone).label("timezone"),
    )
    .select_from(Identity)
    .join(Programme, true())
    .outerjoin(Member, Member.id == Identity.member_id)
    .outerjoin(Staff, (Staff.identity_id == Identity.id) & Staff.revoked_at.is_(None))
    .outerjoin(Conversation, Conversation.key == bindparam("conversation"))
    .where(
        Identity.messenger == TELEGRAM, Identity.external_id == bindparam("external_id", type_=BIG)
    )
)


async def note(
    session: AsyncSession, external_id: int, name: str, language: str, at: datetime
) -> Identity:
    """The identity row of a messenger's id, created if it is new. Safe when two callers do it at
    once.
    """
    insert = postgresql.insert if session.get_bind().dialect.name == "postgresql" else sqlite.insert
    values = {
        "messenger": TELEGRAM,
        "external_id": external_id,
        "name": name[:NAME_LENGTH],
        "language": language,
        "created_at": at,
    }
    await session.execute(
        insert(Identity)
        .values(values)
        .on_conflict_do_nothing(index_elements=["messenger", "external_id"])
    )
    query = select(Identity).where(
        Identity.messenger == TELEGRAM, Identity.external_id == external_id
    )
    return (await session.scalars(query)).one()


async def _introduce(session: AsyncSession, identity: Identity, name: str) -> None:
    """Store the name of somebody who was known only by an id from the settings."""
    identity.name = name
    await session.execute(
        update(Staff).where(Staff.identity_id == identity.id, Staff.name == "").values(name=name)
    )


async def require(session: AsyncSession, identity_id: int, role: Role) -> Staff:
    """The staff row behind an identity. Raises NotStaff unless it has the role now.

    An owner may do whatever a cashier may.
    """
    query = select(Staff).where(Staff.identity_id == identity_id, Staff.revoked_at.is_(None))
    return allowed((await session.scalars(query)).one_or_none(), role)


def allowed(staff: Staff | None, role: Role) -> Staff:
    """The staff row, if there is one and it has the role. Raises NotStaff."""
    if staff is None or staff.role not in (role, Role.OWNER):
        raise NotStaff
    return staff


async def speak(ctx: Context, identity_id: int, language: str) -> None:
    """Set the language of an identity and of its member."""
    async with ctx.db.write() as session:
        identity = await session.get_one(Identity, identity_id)
        identity.language = language
        if identity.member_id is not None:
            await session.execute(
                update(Member).where(Member.id == identity.member_id).values(language=language)
            )


async def reachable(ctx: Context, external_id: int, *, yes: bool) -> None:
    """Store that this person blocked the bot, or came back, as the messenger said."""
    async with ctx.db.write() as session:
        await session.execute(
            update(Identity)
            .where(Identity.messenger == TELEGRAM, Identity.external_id == external_id)
            .values(unreachable_since=None if yes else ctx.clock.now())
        )


async def own_card(session: AsyncSession, staff: Staff, member_id: int) -> bool:
    """Whether the card belongs to the person who serves it."""
    identity = await session.get_one(Identity, staff.identity_id)
    return identity.member_id == member_id
