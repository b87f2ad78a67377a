"""Members: joining, the profile and consents. Leaving is in services/leaving.py."""

import calendar
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from models.ledger import OperationKind
from models.people import Gender, Identity, Member, Role, Source
from models.speaking import DeliveryClass
from services import deliveries, errors, ledger, people, programme
from services.audit import record
from services.context import Context
from services.phones import parse_phone
from services.texts import one_line

OLDEST = 120  # years
DECEMBER = 12
CITY_LENGTH = 100
USUAL = 3  # members
MOST_CITIES = 6


@dataclass(frozen=True, slots=True)
class Joining:
    """How somebody joins: what they agreed to and where they came from."""

    ads_consent: bool
    source: Source = Source.DIRECT
    source_detail: str | None = None
    referrer_id: int | None = None  # the member whose invitation it was
    name: str | None = None  # what they are called now, if it is not known already


@dataclass(frozen=True, slots=True)
class Joined:
    member_id: int
    welcome_bonus: int
    new: bool  # False: they were a member already, nothing changed


@dataclass(frozen=True, slots=True)
class Birthday:
    day: int
    month: int
    year: int | None


@dataclass(frozen=True, slots=True)
class Profile:
    """A member's own view of what the shop knows."""

    name: str
    language: str
    timezone: str | None
    phone: str | None
    birthday: Birthday | None
    birthday_locked: bool
    gender: Gender | None
    city: str | None
    interests: tuple[str, ...]
    ads_consent: bool
    joined_at: datetime
    card_token: str


async def join(ctx: Context, identity_id: int, joining: Joining) -> Joined:
    """Make a member of an identity, with an account and the welcome bonus; once."""
    now = ctx.clock.now()
    async with ctx.db.write() as session:
        query = select(Identity).where(Identity.id == identity_id).with_for_update()
        identity = (await session.scalars(query)).one()
        if identity.member_id is not None:
            return Joined(identity.member_id, welcome_bonus=0, new=False)
        terms = await programme.terms(session)
        member = await _enrol(session, ctx, identity, joining, terms)
        if terms.welcome_bonus:
            account = await ledger.lock(session, member.account_id)
            await ledger.award(
                session,
                account,
                terms.welcome_bonus,
                OperationKind.WELCOME,
                key=f"welcome:{member.id}",
                at=now,
                expires_at=terms.expiry(now),
                why={},
            )
        return Joined(member.id, welcome_bonus=terms.welcome_bonus, new=True)


async def _enrol(
    session: AsyncSession,
    ctx: Context,
    identity: Identity,
    joining: Joining,
    terms: programme.Terms,
) -> Member:
    now = ctx.clock.now()
    referrer_id = None
    if joining.referrer_id is not None:
        query = select(Member.id).where(
            Member.id == joining.referrer_id, Member.deleted_at.is_(None)
        )
        referrer_id = (await session.scalars(query)).one_or_none()
    if joining.name is not None:
        identity.name = one_line(joining.name, most=people.NAME_LENGTH)
    account = ledger.open_account(session, now)
    await session.flush()
    member = Member(
        account_id=account.id,
        level_id=terms.level_at(0).id,
        name=identity.name,
        language=identity.language,
        card_token=ctx.secrets.token(),
        source=joining.source,
        source_detail=joining.source_detail,
        referrer_id=referrer_id,
        joined_at=now,
        data_consent_at=now,
        ads_consent_at=now if joining.ads_consent else None,
        purchases_count=0,
        spent_total=0,
        birthday_locked=False,
    )
    session.add(member)
    await session.flush()
    identity.member_id = member.id
    return member


async def profile(ctx: Context, member_id: int) -> Profile:
    async with ctx.db.read() as session:
        member = await session.get_one(Member, member_id)
    birthday = None
    if member.birth_day is not None and member.birth_month is not None:
        birthday = Birthday(member.birth_day, member.birth_month, member.birth_year)
    return Profile(
        name=member.name,
        language=member.language,
        timezone=member.timezone,
        phone=member.phone,
        birthday=birthday,
        birthday_locked=member.birthday_locked,
        gender=member.gender,
        city=member.city,
        interests=tuple(member.interests or ()),
        ads_consent=member.ads_consent_at is not None,
        joined_at=member.joined_at,
        card_token=member.card_token,
    )


async def rename(ctx: Context, member_id: int, name: str) -> None:
    """Raises BadText unless 1-64 characters."""
    clean = one_line(name, most=64)
    async with ctx.db.write() as session:
        (await session.get_one(Member, member_id)).name = clean


async def usual_cities(ctx: Context) -> list[str]:
    """Cities that several members have named, the most frequent first: what one may mean too.

    What only a few have typed stays theirs.
    """
    count = func.count()
    query = (
        select(Member.city)
        .where(Member.city.is_not(None), Member.deleted_at.is_(None))
        .group_by(Member.city)
        .having(count >= USUAL)
        .order_by(count.desc(), Member.city)
        .limit(MOST_CITIES)
    )
    async with ctx.db.read() as session:
        return [city for city in await session.scalars(query) if city is not None]


async def set_city(ctx: Context, member_id: int, city: str | None) -> None:
    """Raises BadText unless 1-100 characters; None removes it."""
    clean = None if city is None else one_line(city, most=CITY_LENGTH)
    async with ctx.db.write() as session:
        (await session.get_one(Member, member_id)).city = clean


async def set_gender(ctx: Context, member_id: int, gender: Gender | None) -> None:
    async with ctx.db.write() as session:
        (await session.get_one(Member, member_id)).gender = gender


async def set_interests(ctx: Context, member_id: int, interests: tuple[str, ...]) -> None:
    async with ctx.db.write() as session:
        (await session.get_one(Member, member_id)).interests = list(interests) or None


async def set_timezone(ctx: Context, member_id: int, timezone: str | None) -> None:
    """None: the shop's own. Raises ZoneInfoNotFoundError for a name that is no time zone."""
    if timezone is not None:
        ZoneInfo(timezone)
    async with ctx.db.write() as session:
        (await session.get_one(Member, member_id)).timezone = timezone


async def set_birthday(ctx: Context, member_id: int, birthday: Birthday | None) -> None:
    """Raises BadBirthday, or BirthdayLocked once a bonus was given for it."""
    if birthday is not None:
        _check_birthday(birthday, ctx.clock.now())
    async with ctx.db.write() as session:
        member = await session.get_one(Member, member_id)
        if member.birthday_locked:
            raise errors.BirthdayLocked
        member.birth_day = birthday.day if birthday else None
        member.birth_month = birthday.month if birthday else None
        member.birth_year = birthday.year if birthday else None


def _check_birthday(birthday: Birthday, now: datetime) -> None:
    leap = 2000
    year = birthday.year if birthday.year is not None else leap
    if not (1 <= birthday.month <= DECEMBER and now.year - OLDEST <= year <= now.year):
        raise errors.BadBirthday
    if not 1 <= birthday.day <= calendar.monthrange(year, birthday.month)[1]:
        raise errors.BadBirthday
    if birthday.year is not None:
        born = datetime(year, birthday.month, birthday.day, tzinfo=now.tzinfo)
        if born > now:
            raise errors.BadBirthday


async def set_phone(
    ctx: Context, member_id: int, phone: str, *, contact_owner: int | None, sender: int, region: str
) -> None:
    """Keep the phone of a shared contact, which must be the sender's own.

    Raises ContactNotOwn, BadPhone, PhoneTaken.
    """
    if contact_owner != sender:
        raise errors.ContactNotOwn
    number = parse_phone(phone if phone.startswith("+") else f"+{phone}", region)
    async with ctx.db.write() as session:
        query = select(Member.id).where(Member.phone == number, Member.id != member_id)
        if (await session.scalars(query)).first() is not None:
            raise errors.PhoneTaken
        (await session.get_one(Member, member_id)).phone = number


async def remove_phone(ctx: Context, member_id: int) -> None:
    async with ctx.db.write() as session:
        (await session.get_one(Member, member_id)).phone = None


async def set_ads_consent(ctx: Context, member_id: int, *, yes: bool) -> bool:
    """Agree to offers, or stop them; what waits to be sent is stopped too.

    False when it was so already.
    """
    now = ctx.clock.now()
    async with ctx.db.write() as session:
        member = await session.get_one(Member, member_id)
        if yes == (member.ads_consent_at is not None):
            return False
        member.ads_consent_at = now if yes else None
        record(session, now, "consent.given" if yes else "consent.withdrawn", member_id=member_id)
        if not yes:
            await deliveries.drop(session, member_id, DeliveryClass.OFFER)
        return True


async def freeze(session: AsyncSession, member: Member, at: datetime) -> None:
    """Nobody spends from this card until an owner lifts it; a step of "not me"."""
    if member.frozen_at is None:
        member.frozen_at = at
        record(session, at, "member.frozen", member_id=member.id)
        await deliveries.tell_owners(
            session,
            "notice-owner-frozen",
            {"name": member.name},
            key=f"frozen:{member.id}:{at.timestamp():.0f}",
            at=at,
            buttons=[[("button-unfreeze", "unfreeze", member.id)]],
        )


async def unfreeze(ctx: Context, by: int, member_id: int) -> str:
    """An owner lets the member spend again; gives the member's name. Raises NotStaff."""
    now = ctx.clock.now()
    async with ctx.db.write() as session:
        owner = await people.require(session, by, Role.OWNER)
        member = await session.get_one(Member, member_id)
        if member.frozen_at is not None:
            member.frozen_at = None
            key = f"unfrozen:{member_id}:{now.timestamp():.0f}"
            record(session, now, "member.unfrozen", staff_id=owner.id, member_id=member_id)
            await deliveries.tell_member(session, member_id, "notice-unfrozen", {}, key=key, at=now)
        return member.name
