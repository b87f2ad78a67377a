"""The profile: facts that members choose to tell about themselves."""

import calendar
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from sqlalchemy import func, select

from models.people import ContactTime, Family, Gender, Member
from services.context import Context
from services.dates import Birthday
from services.parsing.errors import BadBirthday
from services.parsing.phones import parse_phone
from services.parsing.texts import one_line
from services.profiles import member_merging
from services.profiles.errors import BadCity, BirthdayLocked, ContactNotOwn, PhoneTaken

OLDEST = 120  # years
DECEMBER = 12
NAME_LENGTH = 64
CITY_LENGTH = 100
USUAL = 3  # members
MOST_CITIES = 6


@dataclass(frozen=True, slots=True)
class Profile:
    """The profile as its member sees it."""

    name: str
    language: str
    timezone: str | None
    phone: str | None
    birthday: Birthday | None
    birthday_locked: bool
    gender: Gender | None
    city: str | None
    interests: tuple[str, ...]
    family: Family | None
    contact_time: ContactTime | None
    ads_consent: bool
    questions: bool  # agrees to feedback requests
    joined_at: datetime
    card_token: str


async def show(ctx: Context, member_id: int) -> Profile:
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
        family=member.family,
        contact_time=member.contact_time,
        ads_consent=member.ads_consent_at is not None,
        questions=member.unasked_at is None,
        joined_at=member.joined_at,
        card_token=member.card_token,
    )


async def rename(ctx: Context, member_id: int, name: str) -> None:
    """Set the name. Raises BadText unless it has 1-64 characters."""
    clean = one_line(name, most=NAME_LENGTH)
    async with ctx.db.write() as session:
        (await session.get_one(Member, member_id)).name = clean


async def usual_cities(ctx: Context) -> list[str]:
    """Cities that several members have named, the most frequent first, as suggestions.

    Cities that only a few members have typed are not shown to others.
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
    """Set the city; None removes it. Raises BadText unless it has 1-100 characters, BadCity without
    a letter.
    """
    clean = None if city is None else one_line(city, most=CITY_LENGTH)
    if clean is not None and not any(sign.isalpha() for sign in clean):
        raise BadCity
    async with ctx.db.write() as session:
        (await session.get_one(Member, member_id)).city = clean


async def set_gender(ctx: Context, member_id: int, gender: Gender | None) -> None:
    async with ctx.db.write() as session:
        (await session.get_one(Member, member_id)).gender = gender


async def set_family(ctx: Context, member_id: int, family: Family | None) -> None:
    async with ctx.db.write() as session:
        (await session.get_one(Member, member_id)).family = family


async def set_contact_time(ctx: Context, member_id: int, when: ContactTime | None) -> None:
    """Set the part of the day that the member prefers for messages; requests keep to it."""
    async with ctx.db.write() as session:
        (await session.get_one(Member, member_id)).contact_time = when


async def set_interests(ctx: Context, member_id: int, interests: tuple[str, ...]) -> None:
    async with ctx.db.write() as session:
        (await session.get_one(Member, member_id)).interests = list(interests) or None


async def set_timezone(ctx: Context, member_id: int, timezone: str | None) -> None:
    """Set the time zone; None: the shop's own. Raises ZoneInfoNotFoundError for an unknown name."""
    if timezone is not None:
        ZoneInfo(timezone)
    async with ctx.db.write() as session:
        (await session.get_one(Member, member_id)).timezone = timezone


async def set_birthday(ctx: Context, member_id: int, birthday: Birthday | None) -> None:
    """Set the birthday. Raises BadBirthday, or BirthdayLocked after a birthday bonus."""
    if birthday is not None:
        _check_birthday(birthday, ctx.clock.now())
    async with ctx.db.write() as session:
        member = await session.get_one(Member, member_id)
        if member.birthday_locked:
            raise BirthdayLocked
        member.birth_day = birthday.day if birthday else None
        member.birth_month = birthday.month if birthday else None
        member.birth_year = birthday.year if birthday else None


def _check_birthday(birthday: Birthday, now: datetime) -> None:
    leap = 2000
    year = birthday.year if birthday.year is not None else leap
    if not (1 <= birthday.month <= DECEMBER and now.year - OLDEST <= year <= now.year):
        raise BadBirthday
    if not 1 <= birthday.day <= calendar.monthrange(year, birthday.month)[1]:
        raise BadBirthday
    if birthday.year is not None:
        born = datetime(year, birthday.month, birthday.day, tzinfo=now.tzinfo)
        if born > now:
            raise BadBirthday


async def set_phone(
    ctx: Context, member_id: int, phone: str, *, contact_owner: int | None, sender: int
) -> None:
    """Keep the phone of a shared contact, which must be the sender's own. An imported member with
    this phone and without a chat is the same person: the two are merged.

    Raises ContactNotOwn, BadPhone, PhoneTaken.
    """
    if contact_owner != sender:
        raise ContactNotOwn
    number = parse_phone(phone if phone.startswith("+") else f"+{phone}")
    async with ctx.db.write() as session:
        query = select(Member).where(Member.phone == number, Member.id != member_id)
        member = await session.get_one(Member, member_id)
        other = (await session.scalars(query)).first()
        if other is not None:
            if not await member_merging.is_shell(session, other):
                raise PhoneTaken
            await member_merging.adopt(session, ctx, member, other)
        member.phone = number


async def remove_phone(ctx: Context, member_id: int) -> None:
    async with ctx.db.write() as session:
        (await session.get_one(Member, member_id)).phone = None
