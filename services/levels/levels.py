"""Levels: which one a member has, when it changes, and how far the next one is.

Spend or visits over the programme's window count, never the balance. A member rises at once. A
member who falls short is told so, keeps the level for the days of grace, and then falls.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import pairwise

from sqlalchemy import BindParameter, ColumnElement, and_, func, select
from sqlalchemy.ext.asyncio import AsyncSession

from models.people import Member
from models.till import Purchase
from services import ledger, programme
from services.context import Context
from services.messaging import deliveries
from services.messaging.deliveries import Facts, Notice
from services.money import Money
from services.programme import Terms
from services.programme.model import LevelBy, LevelTerms
from services.totals import net_sales

BATCH = 100
REVIEW_EVERY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Step:
    """A level as members see it. `threshold` is money or visits, by the programme."""

    name: str
    threshold: Money | int
    rate_bp: int
    perks: str | None
    own: bool


@dataclass(frozen=True, slots=True)
class Progress:
    """A member's level and the way to the next; amounts are money or visits, by `by`."""

    level: str
    rate_bp: int
    perks: str | None
    by: LevelBy
    window_days: int
    reached: Money | int
    next_level: str | None
    missing: Money | int  # to the next level
    kept_until: date | None  # in grace: the last day of the level unless more is bought
    to_keep: Money | int
    ladder: tuple[Step, ...]  # all levels, lowest first


async def progress(ctx: Context, member_id: int) -> Progress:
    """The member's own level, its perks, and the way to the next."""
    async with ctx.db.read() as session:
        terms = await programme.terms(session)
        member = await session.get_one(Member, member_id)
        return await progress_of(session, terms, member, ctx.clock.now())


async def progress_of(
    session: AsyncSession, terms: Terms, member: Member, at: datetime
) -> Progress:
    """The member's progress, read in the caller's transaction."""
    reached = await counted(session, terms, member.id, at)
    level = terms.level(member.level_id)
    higher = next(
        (one for one in terms.levels if one.threshold > max(reached, level.threshold)), None
    )
    kept = member.level_kept_until
    return Progress(
        level=level.name,
        rate_bp=level.rate_bp,
        perks=level.perks,
        by=terms.leveling.by,
        window_days=terms.leveling.window_days,
        reached=as_measure(terms, reached),
        next_level=higher.name if higher is not None else None,
        missing=as_measure(terms, higher.threshold - reached if higher is not None else 0),
        kept_until=kept.astimezone(terms.timezone).date() if kept is not None else None,
        to_keep=as_measure(terms, max(0, level.threshold - reached)),
        ladder=tuple(
            Step(one.name, as_measure(terms, one.threshold), one.rate_bp, one.perks, one == level)
            for one in terms.levels
        ),
    )


def poorer(terms: Terms) -> list[tuple[LevelTerms, LevelTerms]]:
    """Each level that gives fewer points than the level below it, as (lower, higher) pairs."""
    steps = pairwise(terms.levels)
    return [(below, level) for below, level in steps if level.rate_bp < below.rate_bp]


def as_measure(terms: Terms, counted: int) -> Money | int:
    """An amount that counts for levels: money if spend counts, else a number."""
    return terms.money(counted) if terms.leveling.by is LevelBy.SPEND else counted


async def counted(session: AsyncSession, terms: Terms, member_id: int, at: datetime) -> int:
    """The amount that decides the member's level now: minor units or visits, by the programme."""
    query = select(measure(terms.leveling.by)).where(
        Purchase.member_id == member_id, *window(terms, at)
    )
    return int(await session.scalar(query) or 0)


def measure(by: LevelBy) -> ColumnElement[int]:
    """The sum of some purchases that counts for levels, in SQL."""
    if by is LevelBy.VISITS:
        return func.count()
    return func.coalesce(func.sum(net_sales.PAID), 0)


def window(terms: Terms, at: datetime) -> tuple[ColumnElement[bool], ...]:
    """The condition under which a purchase counts for levels."""
    return counted_after(counts_since(terms, at))


def counted_after(since: datetime | BindParameter[datetime]) -> tuple[ColumnElement[bool], ...]:
    return Purchase.at > since, Purchase.undone_at.is_(None)


def counts_since(terms: Terms, at: datetime) -> datetime:
    """The time after which purchases count for levels now."""
    return at - timedelta(days=terms.leveling.window_days)


@dataclass(frozen=True, slots=True)
class _Review:
    """A review of one member's level; the account is locked."""

    terms: Terms
    member: Member
    reached: int  # what counts for the level now
    at: datetime
    grace_days: int
    cause: str  # a message is sent once for each cause


async def rise(
    session: AsyncSession,
    terms: Terms,
    member: Member,
    before: int,
    purchase: Purchase,
    at: datetime,
) -> None:
    """Raise the member to the level that a new purchase reaches, under the lock of their account.
    `before` is the amount that counted without the purchase.
    """
    counts = purchase.paid if terms.leveling.by is LevelBy.SPEND else 1
    reached = before + (counts if purchase.at > counts_since(terms, at) else 0)
    cause = f"purchase:{purchase.id}"
    grace = terms.leveling.grace_days
    await _review(session, _Review(terms, member, reached, at, grace, cause))


async def correct(
    session: AsyncSession,
    terms: Terms,
    member: Member,
    bought_at: datetime,
    at: datetime,
    *,
    cause: str,
) -> None:
    """Set the level after a refund. A level that only this purchase had brought goes without
    grace.
    """
    risen = member.level_since is not None and member.level_since >= bought_at
    reached = await counted(session, terms, member.id, at)
    grace = 0 if risen else terms.leveling.grace_days
    await _review(session, _Review(terms, member, reached, at, grace, cause))


async def _review(session: AsyncSession, review: _Review) -> None:
    terms, member = review.terms, review.member
    have, now = terms.level(member.level_id), terms.level_at(review.reached)
    member.level_checked_at = review.at
    if have.id != member.level_id:  # the owner removed the level
        member.level_kept_until = None
        await _change(session, review, now, "notice-level-removed")
    elif now.threshold >= have.threshold:
        member.level_kept_until = None
        if now.id != have.id:
            more = now.rate_bp > have.rate_bp
            await _change(session, review, now, "notice-level", more=more)
    else:
        await _fall_short(session, review, have)


async def _fall_short(session: AsyncSession, review: _Review, have: LevelTerms) -> None:
    terms, member, at = review.terms, review.member, review.at
    if member.level_kept_until is None and review.grace_days:
        member.level_kept_until = terms.end_of_day(at + timedelta(days=review.grace_days))
        await _warn(session, review, have, member.level_kept_until)
    if member.level_kept_until is None or member.level_kept_until <= at or not review.grace_days:
        member.level_kept_until = None
        level = terms.level_at(review.reached)
        await _change(session, review, level, "notice-level-down")


async def _change(
    session: AsyncSession,
    review: _Review,
    level: LevelTerms,
    template: str,
    *,
    more: bool = False,
) -> None:
    """Change the level; `more`: purchases earn more from now on."""
    member = review.member
    member.level_id = level.id
    member.level_since = review.at
    facts: Facts = {
        "level": level.name,
        "more": more,
        "with_perks": bool(level.perks),
        "perks": level.perks or "",
    }
    notice = Notice(template, facts, key=f"level:{review.cause}", at=review.at)
    await deliveries.tell_member(session, member.id, notice)


async def _warn(session: AsyncSession, review: _Review, level: LevelTerms, until: datetime) -> None:
    terms = review.terms
    facts: Facts = {
        "level": level.name,
        "until": until.astimezone(terms.timezone).date(),
        "by": terms.leveling.by.value,
        "missing": as_measure(terms, level.threshold - review.reached),
        "with_perks": bool(level.perks),
        "perks": level.perks or "",
    }
    notice = Notice("notice-level-grace", facts, key=f"level-grace:{review.cause}", at=review.at)
    await deliveries.tell_member(session, review.member.id, notice)


async def review_due(ctx: Context) -> int:
    """Review everybody above the lowest level once a day, because the window moves, and everybody
    after a change of the levels; gives how many were reviewed.
    """
    seen = 0
    while batch := await _review_batch(ctx):
        seen += batch
    return seen


async def _review_batch(ctx: Context) -> int:
    now = ctx.clock.now()
    async with ctx.db.write() as session:
        terms = await programme.terms(session)
        query = (
            select(Member)
            .where(Member.deleted_at.is_(None), _is_due(terms, now))
            # Always in the order of the accounts, so that two batches cannot wait for each other.
            .order_by(Member.account_id, Member.id)
            .limit(BATCH)
        )
        members = (await session.scalars(query)).all()
        counts = await measures(session, terms, [member.id for member in members], now)
        for member in members:
            await ledger.lock(session, member.account_id)
            await session.refresh(member)
            reached = counts.get(member.id, 0)
            if reached < terms.level(member.level_id).threshold:
                reached = await counted(session, terms, member.id, now)
            cause = f"review:{member.id}:{now.isoformat()}"
            grace = terms.leveling.grace_days
            await _review(session, _Review(terms, member, reached, now, grace, cause))
    return len(members)


def _is_due(terms: Terms, now: datetime) -> ColumnElement[bool]:
    checked = func.coalesce(Member.level_checked_at, Member.joined_at)
    daily = and_(
        Member.level_id != terms.levels[0].id,
        Member.level_checked_at.is_(None) | (Member.level_checked_at <= now - REVIEW_EVERY),
    )
    since = terms.leveling.since
    return daily if since is None or now < since else daily | (checked < since)


async def measures(
    session: AsyncSession, terms: Terms, member_ids: Sequence[int], at: datetime
) -> dict[int, int]:
    """`counted` for many members; members without purchases that count are left out."""
    query = (
        select(Purchase.member_id, measure(terms.leveling.by))
        .where(Purchase.member_id.in_(member_ids), *window(terms, at))
        .group_by(Purchase.member_id)
    )
    return {member_id: int(reached) for member_id, reached in await session.execute(query)}
