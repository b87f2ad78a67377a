"""Runs of offers: each run gives a copy to every member of the audience, once."""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta

from sqlalchemy import Row, func, select
from sqlalchemy.ext.asyncio import AsyncSession

from models.ledger import OperationKind
from models.messaging import DeliveryClass
from models.offers import MemberOffer, Offer, OfferKind, Schedule
from models.people import AuditSource, Member
from services import dates, ledger, programme
from services.audit import record
from services.context import Context
from services.errors import Gone
from services.facts import Fact
from services.messaging import deliveries
from services.messaging.deliveries import Notice, NoticeAct
from services.offers.offer_editing import NewOffer, lock, owned, plan_of
from services.offers.offer_messages import facts, template
from services.offers.offer_views import as_made
from services.rewards import ticket_codes, vouchers
from services.segments import audience_queries
from services.segments.questions.tree import from_json

BATCH = 50


async def run_now(ctx: Context, actor_id: int, offer_id: int) -> None:
    """Run at the next tick, whatever the plan says. Raises NotStaff, Gone. A standing offer raises
    Gone too: it has no copies.
    """
    async with owned(ctx, actor_id, offer_id, "offer.run") as own:
        row, now = own.row, own.at
        if row.schedule is Schedule.STANDING:
            raise Gone
        row.paused_at = None
        if row.next_run_at is None or row.next_run_at > now:
            row.next_run_at = now


async def send_to_self(ctx: Context, actor_id: int, offer_id: int) -> None:
    """Send the owner the message as members will get it; gives no copy. Raises NotStaff, Gone."""
    async with owned(ctx, actor_id, offer_id, "offer.previewed") as own:
        session, row, now = own.session, own.row, own.at
        new = as_made(row)
        told = await _told(session, await programme.terms(session), new, now)
        key = f"offer-preview:{row.id}:{actor_id}:{now.isoformat()}"
        kind = DeliveryClass.OFFER
        notice = Notice(template(new), told, key=key, at=now, kind=kind)
        deliveries.tell(session, actor_id, notice)


async def sample(ctx: Context, new: NewOffer) -> tuple[str, dict[str, Fact]]:
    """A sample of the message for members: the Fluent message and its facts."""
    async with ctx.db.read() as session:
        terms = await programme.terms(session)
        return template(new), await _told(session, terms, new, ctx.clock.now())


async def _told(
    session: AsyncSession, terms: programme.Terms, new: NewOffer, now: datetime
) -> dict[str, Fact]:
    return await facts(session, terms, new, _until(terms, new.valid_days, now))


def _until(terms: programme.Terms, days: int, now: datetime) -> datetime:
    return terms.end_of_day(now + timedelta(days=days))


async def run_due(ctx: Context) -> int:
    """Run due offers; gives the number of copies. Safe to kill and to run twice at once.

    Until a run has reached everybody its offer stays due, and who has a copy of this run is
    passed over. Runs that were missed become one.
    """
    async with ctx.db.read() as session:
        query = select(Offer.id).where(
            Offer.next_run_at <= ctx.clock.now(),
            Offer.paused_at.is_(None),
            Offer.deleted_at.is_(None),
        )
        due = (await session.scalars(query.order_by(Offer.next_run_at, Offer.id))).all()
    given = 0
    for offer_id in due:
        while (copies := await _run_batch(ctx, offer_id)) is not None:
            given += copies
    return given


async def _run_batch(ctx: Context, offer_id: int) -> int | None:
    """Give copies to some more members; None when the run is over."""
    now = ctx.clock.now()
    async with ctx.db.write() as session:
        offer = await lock(session, offer_id)
        if offer is None or offer.paused_at is not None or offer.deleted_at is not None:
            return None
        run_at = offer.next_run_at
        if run_at is None or run_at > now:
            return None
        terms = await programme.terms(session)
        rows = await _next_members(session, terms, offer, run_at, now)
        if not rows:
            await _end_run(session, offer, run_at, now)
            offer.next_run_at = plan_of(offer).next_after(now, terms.timezone)
            return None
        told = await _told(session, terms, as_made(offer), now)
        given = 0
        for member, identity_id in rows:
            given += await _give(session, ctx, terms, offer, member, identity_id, told)
        return given


async def _end_run(session: AsyncSession, offer: Offer, run_at: datetime, at: datetime) -> None:
    copies = select(func.count()).where(
        MemberOffer.offer_id == offer.id, MemberOffer.run_at == run_at
    )
    facts = {
        "offer": offer.id,
        "title": offer.title,
        "count": await session.scalar(copies),
    }
    record(session, at, "offer.given", source=AuditSource.CLOCK, facts=facts)


async def _next_members(
    session: AsyncSession, terms: programme.Terms, offer: Offer, run_at: datetime, now: datetime
) -> Sequence[Row[Member, int]]:
    """Members of the audience with no copy of this run and none too recent to repeat."""
    # Days are counted on the calendar: a week of 167 hours is a week.
    day = run_at.astimezone(terms.timezone).date() - timedelta(days=offer.repeat_days - 1)
    fresh = min(run_at, dates.start_of_day(day, terms.timezone))
    had = select(MemberOffer.id).where(
        MemberOffer.offer_id == offer.id,
        MemberOffer.member_id == Member.id,
        MemberOffer.run_at >= fresh,
    )
    query = await audience_queries.select_members(session, from_json(offer.audience), now)
    # Always in the order of the accounts, so that two batches cannot wait for each other.
    query = query.where(~had.exists()).order_by(Member.account_id, Member.id).limit(BATCH)
    return (await session.execute(query)).all()


async def _give(
    session: AsyncSession,
    ctx: Context,
    terms: programme.Terms,
    offer: Offer,
    member: Member,
    identity_id: int,
    told: Mapping[str, Fact],
) -> bool:
    """Give one member their copy; False when they just left or withdrew consent."""
    now = ctx.clock.now()
    account = await ledger.lock(session, member.account_id)
    await session.refresh(member)
    if member.deleted_at is not None or member.ads_consent_at is None:
        return False
    new = as_made(offer)
    until = _until(terms, offer.valid_days, now)
    copy = MemberOffer(
        offer_id=offer.id,
        member_id=member.id,
        run_at=offer.next_run_at,
        valid_until=until,
        code=ticket_codes.draw(ctx.secrets) if new.waits else None,
        token=ctx.secrets.token() if new.waits else None,
    )
    session.add(copy)
    await session.flush()
    key = f"offer:{copy.id}"
    buttons: list[list[deliveries.Button]] = []
    if new.waits:
        buttons = [[("button-show-coupon", NoticeAct.COUPON, copy.id)]]
    elif offer.kind is OfferKind.POINTS:
        await ledger.award(
            session,
            account,
            offer.value,
            OperationKind.OFFER,
            key=key,
            at=now,
            expires_at=until,
            why={"offer": offer.id, "title": offer.title},
        )
    elif offer.kind is OfferKind.GIFT:
        gift = await vouchers.issue(
            session, ctx, member, title=offer.title, key=key, expires_at=until
        )
        copy.voucher_id = gift.id
        buttons = [[("button-show-gift", NoticeAct.VOUCHER, gift.id)]]
    notice = Notice(template(new), told, key=key, at=now, buttons=buttons, kind=DeliveryClass.OFFER)
    deliveries.tell(session, identity_id, notice)
    return True
