"""More guests than the cast has, made quickly, with whatever a question about them needs."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import func, select, update

from models.ledger import Account
from models.messaging import Delivery, DeliveryStatus
from models.people import Identity, Member
from services import ledger
from services.context import Context
from services.enums import OperationKind
from services.facts import Fact, unpack
from services.members import members
from services.staff import identities

FIRST_ID = 5_000


async def guest(
    ctx: Context, number: int, *, ads: bool = True, blocked: bool = False, **columns: Any
) -> int:
    """A member who joined now; `columns` are set as they are. Gives the member's id."""
    visitor = await identities.visit(ctx, FIRST_ID + number, f"Guest {number}", "ru")
    joined = await members.join(ctx, visitor.identity_id, members.Joining(ads_consent=ads))
    async with ctx.db.write() as session:
        if "city" in columns:
            columns["city_key"] = columns["city"] and columns["city"].casefold()
        if columns:
            await session.execute(
                update(Member).where(Member.id == joined.member_id).values(**columns)
            )
        if blocked:
            await session.execute(
                update(Identity)
                .where(Identity.id == visitor.identity_id)
                .values(unreachable_since=ctx.clock.now())
            )
    return joined.member_id


async def guests(ctx: Context, count: int) -> list[int]:
    return [await guest(ctx, number) for number in range(count)]


async def award(
    ctx: Context, member_id: int, points: int, *, key: str, expires_at: Any, at: Any = None
) -> None:
    """A lot of its own for a member."""
    async with ctx.db.write() as session:
        member = await session.get_one(Member, member_id)
        account = await ledger.lock(session, member.account_id)
        await ledger.award(
            session,
            account,
            points,
            OperationKind.GRANT,
            key=key,
            at=at or ctx.clock.now(),
            expires_at=expires_at,
            why={},
        )


async def balance(ctx: Context, member_id: int) -> int:
    async with ctx.db.read() as session:
        query = (
            select(Account.balance)
            .join(Member, Member.account_id == Account.id)
            .where(Member.id == member_id)
        )
        return (await session.scalars(query)).one()


async def queued(ctx: Context, template: str) -> Sequence[Delivery]:
    """Everything of a kind that was ever put into the queue, in its order."""
    async with ctx.db.read() as session:
        query = select(Delivery).where(
            Delivery.template == template, Delivery.status != DeliveryStatus.CANCELLED
        )
        return (await session.scalars(query.order_by(Delivery.id))).all()


async def told(ctx: Context, template: str) -> list[dict[str, Fact]]:
    """The facts of these messages."""
    return [unpack(delivery.facts or {}) for delivery in await queued(ctx, template)]


async def rows(ctx: Context, table: Any, *where: Any) -> int:
    async with ctx.db.read() as session:
        return await session.scalar(select(func.count()).select_from(table).where(*where)) or 0
