"""Queueing messages, in the transaction that causes them.

Claiming is in services/messaging/outbox.py, sending in messengers/.
"""

from collections.abc import Mapping, Sequence
from dataclasses import KW_ONLY, dataclass, replace
from datetime import datetime
from enum import StrEnum

from sqlalchemy import select, update
from sqlalchemy.ext.asyncio import AsyncSession

from models.messaging import Delivery, DeliveryClass, DeliveryStatus
from models.people import Identity, Role, Staff
from services.facts import Fact, pack

WAITING = "deliveries"
"""Set in `session.info` by a transaction that queued something: its commit wakes the sender."""


class NoticeAct(StrEnum):
    """The action of a button under a message: the prefix of its callback data."""

    APPROVE = "approve"
    REFUSE = "refuse"
    NOT_ME = "notme"
    UNDO = "undo"
    SERVE = "serve"
    COUPON = "coupon"
    VOUCHER = "voucher"
    STAMPS = "stamps"
    SCORE = "score"
    UNASK = "hush"
    REPLY = "fbr"
    UNFREEZE = "unfreeze"
    CAMPAIGN = "campaign"
    FLAG_ACCEPT = "flag_accept"
    FLAG_UNDO = "flag_undo"
    FLAG_BLOCK = "flag_block"


Button = tuple[str, str, int]
"""Fluent message of the label, a NoticeAct (a value may follow, as in `score:5`), id. The callback
data is `act:id`.
"""

Facts = Mapping[str, Fact]

ATTACHMENT = "attachment"
"""The fact that holds a photo or document to attach: `kind:file id`."""

PRIORITY = {DeliveryClass.SERVICE: 0, DeliveryClass.QUESTION: 1, DeliveryClass.OFFER: 1}


@dataclass(frozen=True, slots=True)
class Notice:
    """A message to queue: a Fluent message with its facts.

    `key` names the occasion: the same key is never sent twice.
    """

    template: str
    facts: Facts
    _: KW_ONLY
    key: str
    at: datetime
    buttons: Sequence[Sequence[Button]] = ()
    kind: DeliveryClass = DeliveryClass.SERVICE


async def reach(session: AsyncSession, member_id: int) -> int | None:
    """The identity whose chat reaches a member; None if there is none."""
    query = select(Identity.id).where(
        Identity.member_id == member_id, Identity.unreachable_since.is_(None)
    )
    return (await session.scalars(query.limit(1))).one_or_none()


async def tell_member(session: AsyncSession, member_id: int, notice: Notice) -> bool:
    """Queue a message to a member; False when no chat reaches them."""
    identity_id = await reach(session, member_id)
    if identity_id is None:
        return False
    tell(session, identity_id, notice)
    return True


async def tell_staff(session: AsyncSession, staff_id: int, notice: Notice) -> None:
    """Queue a message to one of the staff."""
    staff = await session.get_one(Staff, staff_id)
    tell(session, staff.identity_id, notice)


async def queued(session: AsyncSession, key: str) -> bool:
    """Whether owners already got a message with this key."""
    query = select(Delivery.id).where(Delivery.key.startswith(f"{key}:", autoescape=True))
    return (await session.scalars(query.limit(1))).first() is not None


async def tell_owners(session: AsyncSession, notice: Notice) -> None:
    """Queue a message to every owner; the owner's id is added to the key."""
    query = select(Staff.id, Staff.identity_id).where(
        Staff.role == Role.OWNER, Staff.revoked_at.is_(None)
    )
    for staff_id, identity_id in (await session.execute(query)).all():
        tell(session, identity_id, replace(notice, key=f"{notice.key}:{staff_id}"))


def tell(session: AsyncSession, identity_id: int, notice: Notice) -> None:
    """Queue a message to an identity."""
    session.add(
        Delivery(
            key=notice.key,
            identity_id=identity_id,
            kind=notice.kind,
            priority=PRIORITY[notice.kind],
            template=notice.template,
            facts=pack(notice.facts),
            buttons=[[list(button) for button in row] for row in notice.buttons] or None,
            status=DeliveryStatus.PENDING,
            due_at=notice.at,
            created_at=notice.at,
        )
    )
    session.info[WAITING] = True


async def drop(session: AsyncSession, member_id: int, *kinds: DeliveryClass) -> None:
    """Cancel messages to a member that are not sent yet."""
    mine = select(Identity.id).where(Identity.member_id == member_id)
    await session.execute(
        update(Delivery)
        .where(
            Delivery.identity_id.in_(mine),
            Delivery.kind.in_(kinds),
            Delivery.status == DeliveryStatus.PENDING,
        )
        .values(status=DeliveryStatus.CANCELLED)
    )
