"""Audiences: a question about members, small enough to keep beside what is sent to its answer."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Any, Self

from sqlalchemy import ColumnElement, Select, and_, func, select, tuple_
from sqlalchemy.ext.asyncio import AsyncSession

from models.people import Gender, Identity, Member, Role
from services import dates, errors, people, programme
from services.context import Context
from services.pasted import Piece, Reading, pieces
from services.phones import region_of

LIST_LENGTH = 5_000
"""Members in one pasted list: more than a shop picks by hand, less than a statement can bind."""


class AudienceKind(StrEnum):
    EVERYONE = "everyone"
    LEVEL = "level"  # level_id
    CITY = "city"  # city, however it is capitalised
    GENDER = "gender"  # gender
    AGE = "age"  # least to most whole years, either end may be open
    BIRTHDAY = "birthday"  # within `days`, today being the first of them
    NEW = "new"  # joined within `days`
    SLEEPING = "sleeping"  # bought nothing for `days`; who never did counts from joining
    SPENT = "spent"  # at least `amount` minor units in all
    LIST = "list"  # member_ids


@dataclass(frozen=True, slots=True)
class Audience:
    """Which members are meant. Only the fields that `kind` names are set."""

    kind: AudienceKind
    level_id: int | None = None
    city: str | None = None
    gender: Gender | None = None
    least: int | None = None
    most: int | None = None
    days: int | None = None
    amount: int | None = None
    member_ids: tuple[int, ...] | None = None

    def to_json(self) -> dict[str, Any]:
        return {name: value for name, value in asdict(self).items() if value is not None}

    @classmethod
    def from_json(cls, stored: Mapping[str, Any]) -> Self:
        """What `to_json` gave. Raises ValueError, TypeError for what it did not."""
        values = dict(stored)
        values["kind"] = AudienceKind(values["kind"])
        if "gender" in values:
            values["gender"] = Gender(values["gender"])
        if "member_ids" in values:
            values["member_ids"] = tuple(values["member_ids"])
        return cls(**values)


@dataclass(frozen=True, slots=True)
class Reach:
    """How many members an audience has: `matched` is the sum of the other three."""

    matched: int
    reachable: int
    no_consent: int  # can be reached, but agreed to no offers
    blocked: int  # no chat reaches them


@dataclass(frozen=True, slots=True)
class ListMatch:
    """A pasted list as the shop knows it. `unknown` are the numbers that are nobody's here."""

    audience: Audience
    matched: int
    unknown: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class City:
    name: str
    members: int


async def count(ctx: Context, by: int, audience: Audience) -> Reach:
    """Say exactly whom an audience has now. Raises NotStaff."""
    async with ctx.db.read() as session:
        await people.require(session, by, Role.OWNER)
        asked = func.count().filter(Member.ads_consent_at.is_not(None))
        query = (
            select(func.count(), func.count(Identity.id), asked.filter(Identity.id.is_not(None)))
            .select_from(Member)
            .outerjoin(Identity, _chat())
            .where(Member.deleted_at.is_(None), await matching(session, audience, ctx.clock.now()))
        )
        matched, with_chat, reachable = (await session.execute(query)).one()
    return Reach(
        matched=matched,
        reachable=reachable,
        no_consent=with_chat - reachable,
        blocked=matched - with_chat,
    )


async def cities(ctx: Context, by: int) -> list[City]:
    """Where members live, the most of them first. Raises NotStaff."""
    async with ctx.db.read() as session:
        await people.require(session, by, Role.OWNER)
        query = (
            select(Member.city, func.count())
            .where(Member.deleted_at.is_(None), Member.city.is_not(None))
            .group_by(Member.city)
            .order_by(func.count().desc(), Member.city)
        )
        rows = (await session.execute(query)).all()
    names: dict[str, str] = {}
    members: dict[str, int] = {}
    for city, number in rows:
        if city is not None:
            one = names.setdefault(city.casefold(), city)  # the spelling that most people use
            members[one] = members.get(one, 0) + number
    return sorted(
        (City(name, number) for name, number in members.items()),
        key=lambda city: (-city.members, city.name),
    )


async def match_list(ctx: Context, by: int, text: str) -> ListMatch:
    """Find the members behind pasted phones, messenger ids and member ids, in any format.

    A number is read as a phone first, then as a messenger's id, then as a member's; words
    beside the numbers are passed over. Raises NotStaff, ListTooLong.
    """
    async with ctx.db.read() as session:
        await people.require(session, by, Role.OWNER)
        terms = await programme.terms(session)
        wanted = list(pieces(text, region_of(terms.timezone)))
        if sum(len(piece.parts) or 1 for piece in wanted) > LIST_LENGTH:
            raise errors.ListTooLong(LIST_LENGTH)
        known = await _known(session, wanted)
    found: dict[int, None] = {}
    unknown: dict[str, None] = {}
    for piece in wanted:
        whole = known.member(piece.whole)
        if whole is not None:
            found[whole] = None
            continue
        for part in piece.parts or (piece.whole,):
            member_id = known.member(part)
            if member_id is None:
                unknown[part.text] = None
            else:
                found[member_id] = None
    audience = Audience(AudienceKind.LIST, member_ids=tuple(found))
    return ListMatch(audience, matched=len(found), unknown=tuple(unknown))


@dataclass(frozen=True, slots=True)
class _Known:
    phones: Mapping[str, int]
    messenger_ids: Mapping[int, int]
    member_ids: frozenset[int]

    def member(self, reading: Reading) -> int | None:
        for phone in reading.phones:
            if phone in self.phones:
                return self.phones[phone]
        for number in reading.ids:
            if number in self.messenger_ids:
                return self.messenger_ids[number]
            if number in self.member_ids:
                return number
        return None


async def _known(session: AsyncSession, wanted: Sequence[Piece]) -> _Known:
    readings = [reading for piece in wanted for reading in (piece.whole, *piece.parts)]
    phones = {phone for reading in readings for phone in reading.phones}
    ids = {number for reading in readings for number in reading.ids}
    present = Member.deleted_at.is_(None)
    by_phone = select(Member.phone, Member.id).where(Member.phone.in_(phones), present)
    by_chat = (
        select(Identity.external_id, Identity.member_id)
        .join(Member, Member.id == Identity.member_id)
        .where(Identity.external_id.in_(ids), present)
    )
    by_id = select(Member.id).where(Member.id.in_(ids), present)
    return _Known(
        phones={phone: key for phone, key in (await session.execute(by_phone)).all() if phone},
        messenger_ids={
            number: key for number, key in (await session.execute(by_chat)).all() if key
        },
        member_ids=frozenset(await session.scalars(by_id)),
    )


async def select_identities(
    session: AsyncSession, audience: Audience, at: datetime
) -> Select[int, str]:
    """The question whose rows are (identity id, language), one for each member to write to.

    They can be reached, agreed to offers and have not left. A step of a broadcast.
    """
    return (
        select(Identity.id, Identity.language)
        .select_from(Member)
        .join(Identity, _chat())
        .where(*_willing(), await matching(session, audience, at))
    )


async def select_members(
    session: AsyncSession, audience: Audience, at: datetime
) -> Select[Member, int]:
    """The same people as (member, identity id). A step of personal offers."""
    return (
        select(Member, Identity.id)
        .join(Identity, _chat())
        .where(*_willing(), await matching(session, audience, at))
    )


def _willing() -> tuple[ColumnElement[bool], ...]:
    return Member.deleted_at.is_(None), Member.ads_consent_at.is_not(None)


def _chat() -> ColumnElement[bool]:
    """Joins a member to the one chat that reaches them."""
    first = (
        select(func.min(Identity.id))
        .where(Identity.member_id == Member.id, Identity.unreachable_since.is_(None))
        .correlate(Member)
        .scalar_subquery()
    )
    return Identity.id == first


async def matching(  # noqa: C901, PLR0911 - one case for each kind
    session: AsyncSession, audience: Audience, at: datetime
) -> ColumnElement[bool]:
    """The condition on members that an audience stands for, at an instant in the shop's zone."""
    today = at.astimezone((await programme.terms(session)).timezone).date()
    match audience:
        case Audience(kind=AudienceKind.EVERYONE):
            return Member.id.is_not(None)
        case Audience(kind=AudienceKind.LEVEL, level_id=int(level_id)):
            return Member.level_id == level_id
        case Audience(kind=AudienceKind.CITY, city=str(city)):
            return Member.city.in_(await _spellings(session, city))
        case Audience(kind=AudienceKind.GENDER, gender=Gender() as gender):
            return Member.gender == gender
        case Audience(kind=AudienceKind.AGE, least=least, most=most):
            return _aged(today, least, most)
        case Audience(kind=AudienceKind.BIRTHDAY, days=int(days)):
            pairs = dates.birthdays_within(today, days)
            return tuple_(Member.birth_month, Member.birth_day).in_(pairs)
        case Audience(kind=AudienceKind.NEW, days=int(days)):
            return Member.joined_at > at - timedelta(days=days)
        case Audience(kind=AudienceKind.SLEEPING, days=int(days)):
            seen = func.coalesce(Member.last_purchase_at, Member.joined_at)
            return seen <= at - timedelta(days=days)
        case Audience(kind=AudienceKind.SPENT, amount=int(amount)):
            return Member.spent_total >= amount
        case Audience(kind=AudienceKind.LIST, member_ids=tuple(member_ids)):
            return Member.id.in_(member_ids)
    raise ValueError(f"an audience without its fields: {audience}")


async def _spellings(session: AsyncSession, city: str) -> list[str]:
    """A city as members wrote it. SQLite folds the case of Latin letters only, Python of all."""
    query = select(Member.city).where(Member.city.is_not(None)).distinct()
    written = (await session.scalars(query)).all()
    return [one for one in written if one is not None and one.casefold() == city.casefold()]


def _aged(today: date, least: int | None, most: int | None) -> ColumnElement[bool]:
    """Whole years on a day; dates are compared as numbers such as 20260229."""
    born = Member.birth_year * 10_000 + Member.birth_month * 100 + Member.birth_day
    number = today.year * 10_000 + today.month * 100 + today.day
    bounds: list[ColumnElement[bool]] = [born.is_not(None)]
    if least is not None:
        bounds.append(born <= number - least * 10_000)
    if most is not None:
        bounds.append(born > number - (most + 1) * 10_000)
    return and_(*bounds)
