"""Personal offers as their owner makes them, and the runs that give each member their copy."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import Row, func, select
from sqlalchemy.ext.asyncio import AsyncSession

from models.ledger import OperationKind
from models.offers import MemberOffer, Offer, OfferKind, Schedule
from models.people import Member, Role
from models.rewards import Voucher, VoucherStatus
from models.speaking import DeliveryClass
from services import audiences, dates, deliveries, errors, ledger, people, programme, vouchers
from services.audiences import Audience
from services.audit import record
from services.context import Context
from services.facts import Fact
from services.plans import Plan
from services.texts import one_line, paragraph

TITLE_LENGTH = 100
TEXT_LENGTH = 1000
LONGEST = 365  # days

VALUES = {OfferKind.POINTS: (1, 100_000), OfferKind.MULTIPLIER: (2, 10), OfferKind.GIFT: (0, 0)}
"""What `value` may be for each kind: points, times, and nothing for a gift."""

TEMPLATES = {
    OfferKind.POINTS: "notice-offer-points",
    OfferKind.MULTIPLIER: "notice-offer-multiplier",
    OfferKind.GIFT: "notice-offer-gift",
}

BATCH = 50


@dataclass(frozen=True, slots=True)
class NewOffer:
    """A promise to every member of an audience.

    It holds for `valid_days`; nobody gets it again sooner than `repeat_days` after the last time.
    """

    title: str
    text: str
    kind: OfferKind
    value: int
    valid_days: int
    audience: Audience
    plan: Plan
    repeat_days: int = 30


@dataclass(frozen=True, slots=True)
class OfferView:
    """An offer and how it goes. `used` is None for points: they need no use."""

    id: int
    offer: NewOffer
    next_run_at: datetime | None  # None: done
    paused: bool
    given: int
    used: int | None


async def make(ctx: Context, by: int, new: NewOffer) -> int:
    """Plan an offer; gives its id. A time that is over already means now.

    Raises NotStaff, BadText, BadNumber.
    """
    now = ctx.clock.now()
    least, most = VALUES[new.kind]
    async with ctx.db.write() as session:
        owner = await people.require(session, by, Role.OWNER)
        terms = await programme.terms(session)
        row = Offer(
            title=one_line(new.title, most=TITLE_LENGTH),
            text=paragraph(new.text, most=TEXT_LENGTH),
            kind=new.kind,
            value=_within(new.value, least, most),
            valid_days=_within(new.valid_days, 1, LONGEST),
            audience=new.audience.to_json(),
            schedule=new.plan.schedule,
            wall_time=new.plan.wall_time,
            weekday=new.plan.weekday,
            next_run_at=new.plan.next_after(now, terms.timezone) or now,
            repeat_days=_within(new.repeat_days, 0, LONGEST),
            created_by=owner.id,
            created_at=now,
        )
        session.add(row)
        await session.flush()
        facts = {"offer": row.id, "title": row.title}
        record(session, now, "offer.made", staff_id=owner.id, facts=facts)
        return row.id


def _within(number: int, least: int, most: int) -> int:
    if not least <= number <= most:
        raise errors.BadNumber(least, most)
    return number


async def everything(ctx: Context, by: int) -> list[OfferView]:
    """All offers, newest first. Raises NotStaff."""
    async with ctx.db.read() as session:
        await people.require(session, by, Role.OWNER)
        return await _views(session)


async def show(ctx: Context, by: int, offer_id: int) -> OfferView:
    """One offer. Raises NotStaff, Gone."""
    async with ctx.db.read() as session:
        await people.require(session, by, Role.OWNER)
        found = await _views(session, offer_id)
    if not found:
        raise errors.Gone
    return found[0]


async def _views(session: AsyncSession, offer_id: int | None = None) -> list[OfferView]:
    used = MemberOffer.used_at.is_not(None) | (Voucher.status == VoucherStatus.ACCEPTED)
    query = (
        select(Offer, func.count(MemberOffer.id), func.count(MemberOffer.id).filter(used))
        .outerjoin(MemberOffer, MemberOffer.offer_id == Offer.id)
        .outerjoin(Voucher, Voucher.id == MemberOffer.voucher_id)
        .where(Offer.deleted_at.is_(None))
        .group_by(Offer.id)
        .order_by(Offer.id.desc())
    )
    if offer_id is not None:
        query = query.where(Offer.id == offer_id)
    return [
        OfferView(
            id=row.id,
            offer=NewOffer(
                title=row.title,
                text=row.text,
                kind=row.kind,
                value=row.value,
                valid_days=row.valid_days,
                audience=Audience.from_json(row.audience),
                plan=_plan(row),
                repeat_days=row.repeat_days,
            ),
            next_run_at=row.next_run_at,
            paused=row.paused_at is not None,
            given=copies,
            used=None if row.kind is OfferKind.POINTS else uses,
        )
        for row, copies, uses in (await session.execute(query)).all()
    ]


async def pause(ctx: Context, by: int, offer_id: int) -> None:
    """Give it to nobody for now, even in the middle of a run. Raises NotStaff, Gone."""
    now = ctx.clock.now()
    async with ctx.db.write() as session:
        row = await _own(session, by, offer_id, now, "offer.paused")
        row.paused_at = row.paused_at or now


async def resume(ctx: Context, by: int, offer_id: int) -> None:
    """Go on at the next planned time; what was to be once and is overdue, at once.

    Raises NotStaff, Gone.
    """
    now = ctx.clock.now()
    async with ctx.db.write() as session:
        row = await _own(session, by, offer_id, now, "offer.resumed")
        if row.paused_at is not None and row.schedule is not Schedule.ONCE:
            row.next_run_at = _plan(row).next_after(now, (await programme.terms(session)).timezone)
        row.paused_at = None


async def delete(ctx: Context, by: int, offer_id: int) -> None:
    """Stop it for good; copies already given hold until their day. Raises NotStaff, Gone."""
    now = ctx.clock.now()
    async with ctx.db.write() as session:
        (await _own(session, by, offer_id, now, "offer.deleted")).deleted_at = now


async def run_now(ctx: Context, by: int, offer_id: int) -> None:
    """Run at the next tick, whatever the plan says. Raises NotStaff, Gone."""
    now = ctx.clock.now()
    async with ctx.db.write() as session:
        row = await _own(session, by, offer_id, now, "offer.run")
        row.paused_at = None
        if row.next_run_at is None or row.next_run_at > now:
            row.next_run_at = now


async def send_to_self(ctx: Context, by: int, offer_id: int) -> None:
    """Show the owner the message as members will get it; gives nothing. Raises NotStaff, Gone."""
    now = ctx.clock.now()
    async with ctx.db.write() as session:
        row = await _own(session, by, offer_id, now, "offer.previewed")
        terms = await programme.terms(session)
        facts = _facts(terms, row, terms.end_of_day(now + timedelta(days=row.valid_days)))
        key = f"offer-preview:{row.id}:{by}:{now.isoformat()}"
        deliveries.tell(session, by, TEMPLATES[row.kind], facts, key=key, at=now)


async def sample(ctx: Context, new: NewOffer) -> tuple[str, dict[str, Fact]]:
    """What members would be told: the Fluent message and its facts."""
    async with ctx.db.read() as session:
        terms = await programme.terms(session)
    until = terms.end_of_day(ctx.clock.now() + timedelta(days=new.valid_days))
    row = Offer(title=new.title, text=new.text, value=new.value, audience=new.audience.to_json())
    return TEMPLATES[new.kind], _facts(terms, row, until)


async def _own(session: AsyncSession, by: int, offer_id: int, at: datetime, act: str) -> Offer:
    """The offer, held until the transaction ends, for an owner; the act is noted."""
    owner = await people.require(session, by, Role.OWNER)
    row = await _lock(session, offer_id)
    if row is None or row.deleted_at is not None:
        raise errors.Gone
    record(session, at, act, staff_id=owner.id, facts={"offer": row.id, "title": row.title})
    return row


async def _lock(session: AsyncSession, offer_id: int) -> Offer | None:
    query = select(Offer).where(Offer.id == offer_id).with_for_update()
    return (await session.scalars(query)).one_or_none()


async def run_due(ctx: Context) -> int:
    """Give what is due; how many copies. Safe to kill and to run twice at once.

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
    """Give to some more members; None when the run is over."""
    now = ctx.clock.now()
    async with ctx.db.write() as session:
        offer = await _lock(session, offer_id)
        if offer is None or offer.paused_at is not None or offer.deleted_at is not None:
            return None
        run_at = offer.next_run_at
        if run_at is None or run_at > now:
            return None
        terms = await programme.terms(session)
        rows = await _next_members(session, terms, offer, run_at, now)
        if not rows:
            offer.next_run_at = _plan(offer).next_after(now, terms.timezone)
            return None
        given = 0
        for member, identity_id in rows:
            given += await _give(session, ctx, terms, offer, member, identity_id, run_at)
        return given


async def _next_members(
    session: AsyncSession, terms: programme.Terms, offer: Offer, run_at: datetime, now: datetime
) -> Sequence[Row[Member, int]]:
    """Members who match now and have no copy of this run, nor one that is too fresh."""
    # Days are counted on the calendar: a week of 167 hours is a week.
    day = run_at.astimezone(terms.timezone).date() - timedelta(days=offer.repeat_days - 1)
    fresh = min(run_at, dates.start_of_day(day, terms.timezone))
    had = select(MemberOffer.id).where(
        MemberOffer.offer_id == offer.id,
        MemberOffer.member_id == Member.id,
        MemberOffer.run_at >= fresh,
    )
    query = await audiences.select_members(session, Audience.from_json(offer.audience), now)
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
    run_at: datetime,
) -> bool:
    """One member's copy, with what it promises; False when they left or refused just now."""
    now = ctx.clock.now()
    account = await ledger.lock(session, member.account_id)
    await session.refresh(member)
    if member.deleted_at is not None or member.ads_consent_at is None:
        return False
    until = terms.end_of_day(now + timedelta(days=offer.valid_days))
    copy = MemberOffer(offer_id=offer.id, member_id=member.id, run_at=run_at, valid_until=until)
    session.add(copy)
    await session.flush()
    key = f"offer:{copy.id}"
    buttons: list[list[deliveries.Button]] = []
    if offer.kind is OfferKind.POINTS:
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
        buttons = [[("button-show-gift", "voucher", gift.id)]]
    deliveries.tell(
        session,
        identity_id,
        TEMPLATES[offer.kind],
        _facts(terms, offer, until),
        key=key,
        at=now,
        buttons=buttons,
        kind=DeliveryClass.OFFER,
    )
    return True


def _facts(terms: programme.Terms, offer: Offer, until: datetime) -> dict[str, Fact]:
    return {
        "title": offer.title,
        "text": offer.text,
        "value": offer.value,
        "until": until.astimezone(terms.timezone).date(),
        "why": Audience.from_json(offer.audience).kind.value,
    }


def _plan(offer: Offer) -> Plan:
    once = offer.next_run_at if offer.schedule is Schedule.ONCE else None
    return Plan(offer.schedule, once, offer.wall_time, offer.weekday)
