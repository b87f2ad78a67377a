"""Suspicions at the till: noticed, reported to owners, and the points held if there are any.

The owner's verdict is in services/back_office/flags.py, the fraud limits are in fraud_limits.py.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.ext.asyncio import AsyncSession

from models.people import Member, Staff
from models.till import Purchase, Redemption
from models.trust import Flag, FlagStatus, Suspicion
from services.audit import record
from services.fraud.fraud_limits import WINDOW, Watch, watch
from services.messaging import deliveries
from services.messaging.deliveries import Facts, Notice, NoticeAct
from services.programme import Terms
from services.storage.write_batch import add_with_ids

HOUR = timedelta(hours=1)

CARD_TO_BLAME = frozenset({Suspicion.CARD_A_DAY, Suspicion.REDEMPTIONS})
"""The verdict "block" on these stops spending from the card; on all others it dismisses the
cashier.
"""


@dataclass(frozen=True, slots=True)
class Tripped:
    """A fraud limit that was passed. `limit`: its number or amount; `usual`: the usual receipt."""

    suspicion: Suspicion
    limit: int = 0
    usual: int = 0  # minor units


@dataclass(frozen=True, slots=True)
class About:
    """The people of a suspicion, and the receipt whose points wait, with the facts for owners."""

    staff: Staff
    member: Member | None = None
    purchase: Purchase | None = None
    points: int = 0
    why: Mapping[str, Any] = field(default_factory=dict)


def judge(
    watched: Watch,
    amount: int,
    at: datetime,
    *,
    family: bool,
    card_at: datetime | None,
    cashier_at: datetime | None,
) -> Tripped | None:
    """The fraud limit that a receipt would pass, if any; it is not recorded yet.

    `family`: the cashier and the member share an account. `card_at`, `cashier_at`: when the last
    receipt that the limit leaves room for was recorded today on this card and by this cashier.
    """
    limits, largest = watched.limits, watched.largest
    if limits.family is not None and family:
        return Tripped(Suspicion.FAMILY)
    if largest is not None and amount > largest:
        return Tripped(Suspicion.SIZE, limit=largest, usual=watched.usual or 0)
    if limits.card_a_day is not None and card_at is not None:
        return Tripped(Suspicion.CARD_A_DAY, limit=limits.card_a_day)
    hourly = limits.cashier_an_hour
    if hourly is not None and cashier_at is not None and cashier_at > at - HOUR:
        return Tripped(Suspicion.CASHIER_AN_HOUR, limit=hourly)
    return None


async def hold(
    session: AsyncSession,
    terms: Terms,
    tripped: Tripped,
    about: About,
    at: datetime,
) -> None:
    """Let a recorded purchase's points wait until an owner answers."""
    if about.purchase is None:
        raise ValueError("only the points of a purchase can wait")
    await _raise(session, terms, tripped, about, f"purchase:{about.purchase.id}", at)


async def is_held(session: AsyncSession, purchase_id: int) -> bool:
    """Whether the points of a purchase wait for an owner."""
    query = select(Flag.id).where(Flag.purchase_id == purchase_id, Flag.status == FlagStatus.OPEN)
    return (await session.scalars(query)).first() is not None


async def too_many_redemptions(
    session: AsyncSession, terms: Terms, staff: Staff, member: Member, at: datetime
) -> int | None:
    """Minutes until this member may be asked again; None: now. Owners are told once.

    The caller refuses the request without a rollback, so that the flag stays.
    """
    limit = (await watch(session)).limits.redemptions
    if limit is None:
        return None
    query = select(Redemption.id, Redemption.created_at).where(Redemption.member_id == member.id)
    rows = (await session.execute(query.order_by(Redemption.id.desc()).limit(limit))).all()
    since = await counted_since(session, Suspicion.REDEMPTIONS, Flag.member_id == member.id, at)
    if len(rows) < limit or rows[-1].created_at <= since:
        return None
    tripped = Tripped(Suspicion.REDEMPTIONS, limit=limit)
    await flag_once(session, terms, tripped, About(staff, member), f"redemption:{rows[0].id}", at)
    return minutes_left(rows[-1].created_at, at)


async def counted_since(
    session: AsyncSession, suspicion: Suspicion, whose: ColumnElement[bool], at: datetime
) -> datetime:
    """The time from which acts count: WINDOW ago, or the last owner's verdict "accept" if later."""
    query = select(func.max(Flag.resolved_at)).where(
        whose, Flag.suspicion == suspicion, Flag.status == FlagStatus.ACCEPTED
    )
    accepted = await session.scalar(query)
    begin = at - WINDOW
    return begin if accepted is None else max(begin, accepted)


def minutes_left(since: datetime, at: datetime) -> int:
    """Whole minutes until WINDOW has passed since an act, rounded up."""
    return -((at - since - WINDOW) // timedelta(minutes=1))


async def flag_once(
    session: AsyncSession, terms: Terms, tripped: Tripped, about: About, key: str, at: datetime
) -> None:
    """Raise a flag and tell owners, unless the same flag exists.

    `key` names the occasion: a flag that was answered is not raised again.
    """
    whose = Flag.staff_id == about.staff.id
    if tripped.suspicion in CARD_TO_BLAME and about.member is not None:
        whose = Flag.member_id == about.member.id
    asked = (Flag.status == FlagStatus.OPEN) & (Flag.suspicion == tripped.suspicion) & whose
    query = select(Flag.id).where(asked | (Flag.key == key)).limit(1)
    if (await session.scalars(query)).first() is None:
        await _raise(session, terms, tripped, about, key, at)


async def _raise(
    session: AsyncSession, terms: Terms, tripped: Tripped, about: About, key: str, at: datetime
) -> None:
    purchase, member = about.purchase, about.member
    flag = Flag(
        key=key,
        suspicion=tripped.suspicion,
        at=at,
        staff_id=about.staff.id,
        member_id=member and member.id,
        purchase_id=purchase and purchase.id,
        points=about.points,
        facts={"limit": tripped.limit, "usual": tripped.usual, "why": dict(about.why)},
        status=FlagStatus.OPEN,
    )
    await add_with_ids(session, flag)
    card = tripped.suspicion in CARD_TO_BLAME
    accept: deliveries.Button = ("button-flag-accept", NoticeAct.FLAG_ACCEPT, flag.id)
    undo: deliveries.Button = ("button-flag-undo", NoticeAct.FLAG_UNDO, flag.id)
    block = "button-flag-block-card" if card else "button-flag-block-cashier"
    told: Facts = {
        "suspicion": tripped.suspicion,
        "cashier": about.staff.name,
        "name": member.name if member else "",
        "amount": terms.money(purchase.amount if purchase else 0),
        "points": about.points,
        "limit": tripped.limit,
        "usual": terms.money(tripped.usual) if tripped.usual else "none",
    }
    notice = Notice(
        "notice-flag",
        told,
        key=f"flag:{flag.id}",
        at=at,
        buttons=[
            [accept],
            *([[undo]] if purchase else []),
            [(block, NoticeAct.FLAG_BLOCK, flag.id)],
        ],
    )
    await deliveries.tell_owners(session, notice)
    facts = {"flag": flag.id, "suspicion": tripped.suspicion, "points": about.points}
    record(
        session,
        at,
        "flag.raised",
        staff_id=about.staff.id,
        member_id=flag.member_id,
        outlet_id=about.staff.outlet_id,
        facts=facts,
    )
