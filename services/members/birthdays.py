"""Birthdays: a wish and a bonus in the morning of the day, by the member's own clock."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from itertools import chain
from zoneinfo import ZoneInfo

from sqlalchemy import select, tuple_, union_all
from sqlalchemy.ext.asyncio import AsyncSession

from models.ledger import Operation, OperationKind
from models.messaging import Delivery
from models.people import AuditSource, Identity, Member
from services import dates, ledger, programme
from services.audit import record
from services.context import Context
from services.messaging import deliveries
from services.messaging.deliveries import Facts, Notice
from services.staff import identities

MORNING = time(9)
"""The hour in the member's time zone from which the wish is sent; a late tick sends it the same
day.
"""

CHUNK = 500


@dataclass(frozen=True, slots=True)
class _Today:
    """A member whose birthday it is where they live."""

    member_id: int
    day: date

    @property
    def key(self) -> str:
        return f"birthday:{self.member_id}:{self.day.year}"


async def give_due(ctx: Context) -> int:
    """Send a wish and a bonus to everybody whose birthday morning has come, once a year; gives how
    many.
    """
    now = ctx.clock.now()
    async with ctx.db.read() as session:
        terms = await programme.terms(session)
        due = await _due(session, terms.timezone, now)
    given = [await _give(ctx, one) for one in due]
    return sum(given)


async def _due(session: AsyncSession, shop: ZoneInfo, now: datetime) -> list[_Today]:
    # Somewhere on Earth it is still yesterday, elsewhere already tomorrow.
    around = dates.birthdays_within(now.date() - timedelta(days=1), 3)
    query = (
        select(Member.id, Member.birth_month, Member.birth_day, Member.timezone)
        .where(
            tuple_(Member.birth_month, Member.birth_day).in_(around),
            Member.deleted_at.is_(None),
            # An imported member who never came to the chat would not learn of a bonus.
            select(Identity.id)
            .where(Identity.member_id == Member.id, Identity.messenger == identities.TELEGRAM)
            .exists(),
        )
        .order_by(Member.id)
    )
    due = []
    for member_id, month, day, zone in (await session.execute(query)).all():
        local = now.astimezone(ZoneInfo(zone) if zone else shop)
        if local.time() >= MORNING and (month, day) in dates.birthdays_on(local.date()):
            due.append(_Today(member_id, local.date()))
    done: set[str] = set()
    for start in range(0, len(due), CHUNK):
        done |= await _done(session, [one.key for one in due[start : start + CHUNK]])
    return [one for one in due if one.key not in done]


async def _done(session: AsyncSession, keys: Sequence[str]) -> set[str]:
    """Birthdays that got a bonus, or at least a wish, already."""
    query = union_all(
        select(Operation.key).where(Operation.key.in_(keys)),
        select(Delivery.key).where(Delivery.key.in_(keys)),
    )
    return set(chain.from_iterable((await session.execute(query)).all()))


async def _give(ctx: Context, today: _Today) -> bool:
    """Give to one member in a transaction of its own; False when another process just did."""
    now = ctx.clock.now()
    async with ctx.db.write() as session:
        member = await session.get_one(Member, today.member_id)
        account = await ledger.lock(session, member.account_id)
        await session.refresh(member)
        theirs = (member.birth_month, member.birth_day) in dates.birthdays_on(today.day)
        if not theirs or await _done(session, [today.key]):
            return False
        terms = await programme.terms(session)
        if not terms.birthday_bonus or not _long_enough(member, terms, today.day):
            facts: Facts = {"name": member.name, "shop": terms.shop_name}
            notice = Notice("notice-birthday-wish", facts, key=today.key, at=now)
            return await deliveries.tell_member(session, member.id, notice)
        expires_at = terms.end_of_day(now + timedelta(days=terms.birthday_life_days))
        operation = await ledger.award(
            session,
            account,
            terms.birthday_bonus,
            OperationKind.BIRTHDAY,
            key=today.key,
            at=now,
            expires_at=expires_at,
            why={"year": today.day.year},
        )
        member.birthday_locked = True
        record(
            session,
            now,
            "points.birthday",
            member_id=member.id,
            source=AuditSource.CLOCK,
            facts={"operation": operation.id, "points": terms.birthday_bonus},
        )
        facts = {
            "name": member.name,
            "shop": terms.shop_name,
            "points": terms.birthday_bonus,
            "worth": terms.worth(terms.birthday_bonus),
            "until": expires_at.astimezone(terms.timezone).date(),
        }
        notice = Notice("notice-birthday", facts, key=today.key, at=now)
        await deliveries.tell_member(session, member.id, notice)
        return True


def _long_enough(member: Member, terms: programme.Terms, day: date) -> bool:
    """Whether the member joined early enough for a bonus; without it there is still a wish."""
    joined = member.joined_at.astimezone(terms.timezone).date()
    return (day - joined).days >= terms.birthday_min_days
