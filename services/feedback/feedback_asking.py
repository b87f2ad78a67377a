"""Asking members how satisfied they are, some time after a purchase and never too often.

A request is neither a service message nor an offer: it needs no consent, and one tap refuses all
further ones.
"""

from dataclasses import dataclass
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy import ColumnElement, exists, func, select
from sqlalchemy.ext.asyncio import AsyncSession

from models.messaging import DeliveryClass
from models.people import ContactTime, Identity, Member
from models.surveys import Feedback, FeedbackKind
from models.till import IMPORTED, Purchase
from services import programme
from services.context import Context
from services.feedback import feedback_settings
from services.feedback.feedback_settings import SCORES, Settings
from services.messaging import deliveries
from services.messaging.deliveries import Button, Facts, Notice, NoticeAct

FRESH = timedelta(days=7)
"""How long a visit is remembered. Two requests are at least as far apart (`feedback.DAYS`), so a
member who is asked again has bought something since.
"""

SOON = timedelta(hours=1)
SAME_VISIT = timedelta(days=2)
"""From when and until when after a visit a request about it makes sense."""

HOURS = {
    None: (time(11), time(20)),
    ContactTime.MORNING: (time(9), time(12)),
    ContactTime.DAY: (time(12), time(17)),
    ContactTime.EVENING: (time(17), time(21)),
}
"""Hours for a request by the member's own clock, by preference; None: the member has none."""

ROW = 6  # scores in a row of buttons


@dataclass(frozen=True, slots=True)
class _Due:
    member_id: int
    purchase_id: int
    kind: FeedbackKind


async def ask_due(ctx: Context) -> int:
    """Send all due requests; gives how many."""
    now = ctx.clock.now()
    async with ctx.db.read() as session:
        settings = await feedback_settings.settings(session)
        if not (settings.nps.on or settings.satisfaction.on):
            return 0
        shop = (await programme.terms(session)).timezone
        due = await _due(session, settings, shop, now)
    asked = [await _ask(ctx, one) for one in due]
    return sum(asked)


async def _due(
    session: AsyncSession, settings: Settings, shop: ZoneInfo, now: datetime
) -> list[_Due]:
    latest = (
        select(func.max(Purchase.id))
        .where(
            Purchase.at.between(now - FRESH, now - SOON),
            Purchase.undone_at.is_(None),
            ~Purchase.key.startswith(IMPORTED),  # imported history brings no requests
        )
        .group_by(Purchase.member_id)
    )
    query = (
        select(
            Member.id,
            Member.timezone,
            Member.contact_time,
            Purchase.id.label("purchase_id"),
            Purchase.at,
            *(
                _asked_since(
                    now - timedelta(days=settings.of(kind).days), Feedback.kind == kind
                ).label(kind.value)
                for kind in FeedbackKind
            ),
        )
        .join(Purchase, Purchase.member_id == Member.id)
        .where(
            Purchase.id.in_(latest),
            Member.deleted_at.is_(None),
            Member.unasked_at.is_(None),
            exists().where(Identity.member_id == Member.id, Identity.unreachable_since.is_(None)),
            ~_asked_since(now - settings.gap),
        )
        .order_by(Member.id)
    )
    found = []
    for row in await session.execute(query):
        zone = ZoneInfo(row.timezone) if row.timezone else shop
        here, bought = now.astimezone(zone), row.at.astimezone(zone)
        since, until = HOURS[row.contact_time]
        # The rarer question first, because each visit would allow the other one.
        nps = settings.nps.on and not row.nps
        satisfaction = not nps and settings.satisfaction.on and not row.satisfaction
        if not since <= here.time() < until:
            continue
        if nps and bought.date() < here.date():
            found.append(_Due(row.id, row.purchase_id, FeedbackKind.NPS))
        elif satisfaction and here - bought <= SAME_VISIT:
            found.append(_Due(row.id, row.purchase_id, FeedbackKind.SATISFACTION))
    return found


def _asked_since(moment: datetime, *where: ColumnElement[bool]) -> ColumnElement[bool]:
    return exists().where(Feedback.member_id == Member.id, Feedback.asked_at > moment, *where)


async def _ask(ctx: Context, due: _Due) -> bool:
    """Ask one member in a transaction of its own; False when the request is no longer due."""
    now = ctx.clock.now()
    async with ctx.db.write() as session:
        settings = await feedback_settings.settings(session)
        wanted = select(Member).where(
            Member.id == due.member_id, Member.deleted_at.is_(None), Member.unasked_at.is_(None)
        )
        if (await session.scalars(wanted.with_for_update())).one_or_none() is None:
            return False
        lately = select(Feedback.id).where(
            Feedback.member_id == due.member_id, Feedback.asked_at > now - settings.gap
        )
        if (await session.scalars(lately.limit(1))).first() is not None:
            return False
        if not settings.of(due.kind).on or await deliveries.reach(session, due.member_id) is None:
            return False
        row = Feedback(
            key=f"{due.kind}:{due.purchase_id}",
            kind=due.kind,
            member_id=due.member_id,
            purchase_id=due.purchase_id,
            asked_at=now,
        )
        session.add(row)
        await session.flush()
        facts: Facts = {"shop": (await programme.terms(session)).shop_name}
        notice = Notice(
            f"notice-ask-{due.kind}",
            facts,
            key=f"feedback:{row.id}",
            at=now,
            buttons=[*score_buttons(due.kind, row.id), [("button-unask", NoticeAct.UNASK, row.id)]],
            kind=DeliveryClass.QUESTION,
        )
        return await deliveries.tell_member(session, due.member_id, notice)


def score_buttons(kind: FeedbackKind, feedback_id: int) -> list[list[Button]]:
    """A button for every score, the lowest first."""
    scores: list[Button] = [
        (f"score-{score}", f"{NoticeAct.SCORE}:{score}", feedback_id) for score in SCORES[kind]
    ]
    return [scores[start : start + ROW] for start in range(0, len(scores), ROW)]
