"""Taking messages out of the queue: due ones are claimed, a messenger sends them, and the outcome
is stored.

A claimed delivery is SENDING until its outcome is known. If its sender dies first, nobody knows
whether it was sent: it is neither sent again nor dropped, but looked for in the chat (`unsure`).
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from sqlalchemy import Row, Select, bindparam, func, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from models.messaging import Campaign, CampaignStatus, Delivery, DeliveryClass, DeliveryStatus
from models.people import Identity, Member
from models.programme import ONLY, Programme
from services.context import Context

URGENT: Final = 0
BROADCAST: Final = 2
"""Priorities of deliveries, see models.messaging.Delivery: lower goes first."""

Found = Row[Delivery, int, str, datetime | None, str | None, str | None]
"""A delivery, its chat, its language, unreachable since, the receiver's time zone, the shop's."""

PREVIEW: Final = "-preview"
"""The end of the first part of a key when an author asked for a preview."""

ERROR_LENGTH = 200
RECENT = 200


@dataclass(frozen=True, slots=True)
class Outgoing:
    """One message to be sent in the receiver's language.

    Either `template` with packed `facts` and `buttons`, or `posts`: by language, the messenger's
    own JSON of a post that was written by hand.
    """

    id: int
    identity_id: int
    chat_id: int
    language: str
    timezone: str
    kind: DeliveryClass
    priority: int
    template: str | None
    facts: Mapping[str, Any]
    buttons: Sequence[Sequence[tuple[str, str, int]]]
    posts: Mapping[str, Any]
    campaign_id: int | None
    due_at: datetime
    attempts: int  # this one included
    floor: int  # the newest message id known when it was claimed
    preview: bool  # a preview for its author


@dataclass(frozen=True, slots=True)
class Fate:
    """The outcome of a claimed delivery. PENDING: to be tried again at `due_at`."""

    delivery: Outgoing
    status: DeliveryStatus
    message_id: int | None = None
    error: str | None = None
    due_at: datetime | None = None


async def claim(
    ctx: Context, holder: str, *, limit: int, floor: int, least_urgent: int = BROADCAST
) -> list[Outgoing]:
    """Claim due deliveries, the most urgent first, never two at once for the same chat.

    `floor` is the newest message id that the sender has seen: messages sent from now on get later
    ones.
    """
    now = ctx.clock.now()
    async with ctx.db.write() as session:
        found = await _waiting(session, now, limit, least_urgent)
        chosen: dict[int, Outgoing] = {}
        for delivery in found:
            chosen.setdefault(delivery.identity_id, delivery)
        taken = await session.scalars(
            update(Delivery)
            .where(
                Delivery.id.in_([delivery.id for delivery in list(chosen.values())[:limit]]),
                Delivery.status == DeliveryStatus.PENDING,
            )
            .values(
                status=DeliveryStatus.SENDING,
                claimed_at=now,
                claimed_by=holder,
                floor_message_id=floor,
                attempts=Delivery.attempts + 1,
            )
            .returning(Delivery.id)
        )
        ids = set(taken)
    return [delivery for delivery in chosen.values() if delivery.id in ids]


async def _waiting(
    session: AsyncSession, now: datetime, limit: int, least_urgent: int
) -> list[Outgoing]:
    busy = select(Delivery.identity_id).where(Delivery.status == DeliveryStatus.SENDING)
    due = _outgoing().where(
        Delivery.status == DeliveryStatus.PENDING,
        Delivery.due_at <= now,
        Delivery.identity_id.not_in(busy),
    )
    # Twice as many, because some may be for the same chat.
    rows = await session.execute(
        due.where(Delivery.priority < BROADCAST, Delivery.priority <= least_urgent)
        .order_by(Delivery.priority, Delivery.due_at, Delivery.id)
        .limit(2 * limit)
    )
    found = await _sort_out(session, rows.all(), now)
    if least_urgent >= BROADCAST and len(found) < limit:
        running = select(Campaign.id).where(Campaign.status == CampaignStatus.RUNNING)
        rows = await session.execute(
            due.where(Delivery.priority == BROADCAST, Delivery.campaign_id.in_(running))
            .limit(limit - len(found))
        )  # fmt: skip
        found += await _sort_out(session, rows.all(), now)
    return found


def _outgoing() -> Select[Delivery, int, str, datetime | None, str | None, str | None]:
    shop = select(Programme.timezone).where(Programme.id == ONLY).scalar_subquery()
    return (
        select(
            Delivery,
            Identity.external_id,
            Identity.language,
            Identity.unreachable_since,
            Member.timezone,
            shop,
        )
        .join(Identity, Identity.id == Delivery.identity_id)
        .outerjoin(Member, Member.id == Identity.member_id)
    )


async def _sort_out(
    session: AsyncSession,
    rows: Iterable[Found],
    now: datetime,
) -> list[Outgoing]:
    """The deliveries as values; those for unreachable people are marked and left out."""
    rows = list(rows)
    gone = {row.identity_id for row, _, _, unreachable, *_ in rows if unreachable is not None}
    await _block(session, gone, now)
    return await _as_values(session, [row for row in rows if row[0].identity_id not in gone])


async def _as_values(session: AsyncSession, rows: Sequence[Found]) -> list[Outgoing]:
    campaigns = {row.campaign_id for row, *_ in rows if row.campaign_id is not None}
    posts: dict[int | None, dict[str, Any]] = {}
    if campaigns:
        query = select(Campaign.id, Campaign.posts).where(Campaign.id.in_(campaigns))
        posts.update((await session.execute(query)).all())
    return [
        _as_value(row, chat_id, language, own_zone or shop_zone or "UTC", posts)
        for row, chat_id, language, _, own_zone, shop_zone in rows
    ]


def _as_value(
    row: Delivery,
    chat_id: int,
    language: str,
    timezone: str,
    campaigns: Mapping[int | None, Mapping[str, Any]],
) -> Outgoing:
    posts = campaigns.get(row.campaign_id, {})
    if row.template is None and row.campaign_id is None:
        posts = {language: row.facts}  # a post previewed by its author
    return Outgoing(
        id=row.id,
        identity_id=row.identity_id,
        chat_id=chat_id,
        language=language,
        timezone=timezone,
        kind=row.kind,
        priority=row.priority,
        template=row.template,
        facts=row.facts or {},
        buttons=[[(label, act, about) for label, act, about in line] for line in row.buttons or ()],
        posts=posts,
        campaign_id=row.campaign_id,
        due_at=row.due_at,
        attempts=row.attempts + 1,
        floor=row.floor_message_id or 0,
        preview=row.key.partition(":")[0].endswith(PREVIEW),
    )


async def report(ctx: Context, holder: str, fates: Sequence[Fate]) -> None:
    """Store the outcomes of many deliveries at once.

    People who cannot be reached are marked so, and their other messages are cancelled.
    """
    now = ctx.clock.now()
    async with ctx.db.write() as session:
        table = Delivery.__table__
        connection = await session.connection()
        await connection.execute(
            update(Delivery)
            .where(
                table.c.id == bindparam("of"),
                table.c.status == DeliveryStatus.SENDING,
                table.c.claimed_by == holder,
            )
            .values(
                status=bindparam("now"),
                message_id=bindparam("message"),
                error=bindparam("why"),
                due_at=bindparam("due"),
                sent_at=bindparam("sent"),
            ),
            [
                {
                    "of": fate.delivery.id,
                    "now": fate.status,
                    "message": fate.message_id,
                    "why": fate.error and fate.error[:ERROR_LENGTH],
                    "due": fate.due_at or fate.delivery.due_at,
                    "sent": now if fate.status is DeliveryStatus.SENT else None,
                }
                for fate in fates
            ],
        )
        blocked = DeliveryStatus.BLOCKED
        gone = {fate.delivery.identity_id for fate in fates if fate.status is blocked}
        await _block(session, gone, now)


async def _block(session: AsyncSession, identities: set[int], now: datetime) -> None:
    if not identities:
        return
    await session.execute(
        update(Identity)
        .where(Identity.id.in_(identities), Identity.unreachable_since.is_(None))
        .values(unreachable_since=now)
    )
    await session.execute(
        update(Delivery)
        .where(Delivery.identity_id.in_(identities), Delivery.status == DeliveryStatus.PENDING)
        .values(status=DeliveryStatus.BLOCKED)
    )


async def unsure(ctx: Context, holder: str) -> list[Outgoing]:
    """Take over deliveries that senders before this one claimed and left without an outcome, oldest
    first.
    """
    async with ctx.db.write() as session:
        left = (Delivery.status == DeliveryStatus.SENDING) & (Delivery.claimed_by != holder)
        rows = (await session.execute(_outgoing().where(left).order_by(Delivery.id))).all()
        found = await _as_values(session, rows)
        await session.execute(update(Delivery).where(left).values(claimed_by=holder))
    return found


async def newest_message(ctx: Context) -> int:
    """The newest message id among the latest deliveries; 0 if there are none."""
    async with ctx.db.read() as session:
        latest = select(Delivery.message_id).order_by(Delivery.id.desc()).limit(RECENT).subquery()
        return await session.scalar(select(func.max(latest.c.message_id))) or 0


async def messages_after(ctx: Context, floor: int) -> frozenset[int]:
    """Message ids later than `floor` that are known to be deliveries."""
    async with ctx.db.read() as session:
        query = select(Delivery.message_id).where(Delivery.message_id > floor)
        return frozenset(number for number in await session.scalars(query) if number is not None)
