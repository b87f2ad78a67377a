"""Custom attributes: a shop's own questions about its members, with their choices.

What a member told stays when an attribute or a choice is retired: it is only asked no more.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.ext.asyncio import AsyncSession

from models.people import Role
from models.segmentation import AttributeChoice, AttributeKind, AttributeValue, CustomAttribute
from services.audit import record
from services.context import Context
from services.errors import Gone, NameTaken
from services.parsing.ranges import Range
from services.parsing.texts import one_line
from services.staff import access
from services.surveys.errors import BadChoices, TooManyAttributes

NAME_LENGTH = 40
CHOICES = Range(2, 20)
NUMBERS = Range(0, 1_000_000)
MOST = 30
"""The most attributes in use at a time: more than anybody would answer."""


@dataclass(frozen=True, slots=True)
class Choice:
    id: int
    name: str
    retired: bool


@dataclass(frozen=True, slots=True)
class Attribute:
    id: int
    name: str
    kind: AttributeKind
    choices: tuple[Choice, ...]  # in their order; retired ones too
    retired: bool
    known: int = 0  # members with a known answer; counted for owners only

    @property
    def offered(self) -> tuple[Choice, ...]:
        """The choices that can be answered now."""
        return tuple(choice for choice in self.choices if not choice.retired)

    @property
    def askable(self) -> bool:
        """Whether the attribute can be answered."""
        return not self.retired and (self.kind is AttributeKind.NUMBER or bool(self.offered))


async def offered(ctx: Context) -> list[Attribute]:
    """All attributes that members can be asked about now, oldest first."""
    async with ctx.db.read() as session:
        return [one for one in await load(session) if one.askable]


async def load(session: AsyncSession, *where: ColumnElement[bool]) -> list[Attribute]:
    """Attributes that meet the conditions, oldest first, retired ones too."""
    rows = await session.scalars(select(CustomAttribute).where(*where).order_by(CustomAttribute.id))
    found = rows.all()
    choices: dict[int, list[Choice]] = {row.id: [] for row in found}
    query = (
        select(AttributeChoice)
        .where(AttributeChoice.attribute_id.in_(choices))
        .order_by(AttributeChoice.position, AttributeChoice.id)
    )
    for choice in await session.scalars(query):
        retired = choice.retired_at is not None
        choices[choice.attribute_id].append(Choice(choice.id, choice.name, retired))
    return [
        Attribute(row.id, row.name, row.kind, tuple(choices[row.id]), row.retired_at is not None)
        for row in found
    ]


async def one(session: AsyncSession, attribute_id: int) -> Attribute:
    """One attribute, retired or not. Raises Gone."""
    found = await load(session, CustomAttribute.id == attribute_id)
    if not found:
        raise Gone
    return found[0]


async def everything(ctx: Context, actor_id: int) -> list[Attribute]:
    """All attributes for an owner, retired ones last. Raises NotStaff."""
    count = func.count(AttributeValue.member_id.distinct())
    query = select(AttributeValue.attribute_id, count).group_by(AttributeValue.attribute_id)
    async with access.read(ctx, actor_id, Role.OWNER) as (session, _):
        known = {row[0]: row[1] for row in await session.execute(query)}
        found = await load(session)
    counted = [
        Attribute(one.id, one.name, one.kind, one.choices, one.retired, known.get(one.id, 0))
        for one in found
    ]
    return sorted(counted, key=lambda one: one.retired)


async def create(
    ctx: Context, actor_id: int, name: str, kind: AttributeKind, choices: Sequence[str] = ()
) -> int:
    """Add an attribute; gives its id. A number has no choices, the others have 2 to 20.

    Raises NotStaff, BadText, NameTaken, BadChoices, TooManyAttributes.
    """
    async with access.write(ctx, actor_id, Role.OWNER) as (session, owner):
        return await add(session, owner.id, name, kind, choices, ctx.clock.now())


async def add(
    session: AsyncSession,
    staff_id: int,
    name: str,
    kind: AttributeKind,
    choices: Sequence[str],
    at: datetime,
) -> int:
    """`create`, in the caller's transaction."""
    clean = one_line(name, most=NAME_LENGTH)
    names = [] if kind is AttributeKind.NUMBER else _distinct(choices)
    if kind is not AttributeKind.NUMBER and not CHOICES.least <= len(names) <= CHOICES.most:
        raise BadChoices(CHOICES.least, CHOICES.most)
    working = [one for one in await load(session) if not one.retired]
    if len(working) >= MOST:
        raise TooManyAttributes(MOST)
    _must_be_new(clean, (one.name for one in working))
    row = CustomAttribute(name=clean, kind=kind, created_at=at)
    session.add(row)
    await session.flush()
    session.add_all(
        AttributeChoice(attribute_id=row.id, name=choice, position=position)
        for position, choice in enumerate(names)
    )
    record(session, at, "attribute.added", staff_id=staff_id, facts=_facts(row))
    return row.id


def _distinct(choices: Iterable[str]) -> list[str]:
    """The names without repetition, in their order. Raises BadText."""
    found: dict[str, str] = {}
    for choice in choices:
        if choice.strip():
            name = one_line(choice, most=NAME_LENGTH)
            found.setdefault(name.casefold(), name)
    return list(found.values())


def _must_be_new(name: str, others: Iterable[str]) -> None:
    if name.casefold() in {other.casefold() for other in others}:
        raise NameTaken


def _facts(row: CustomAttribute) -> dict[str, int | str]:
    return {"attribute": row.id, "title": row.name}


async def rename(ctx: Context, actor_id: int, attribute_id: int, name: str) -> None:
    """Rename an attribute. Raises NotStaff, Gone, BadText, NameTaken."""
    clean = one_line(name, most=NAME_LENGTH)
    async with access.owned(ctx, actor_id, CustomAttribute, attribute_id, lock=True) as own:
        row, known = own.row, await load(own.session)
        _must_be_new(clean, (one.name for one in known if one.id != row.id and not one.retired))
        row.name = clean
        own.record("attribute.changed", **_facts(row))


async def retire(ctx: Context, actor_id: int, attribute_id: int, *, retired: bool) -> None:
    """Retire an attribute, or ask it again. Raises NotStaff, Gone; to ask again also NameTaken,
    TooManyAttributes.
    """
    async with access.owned(ctx, actor_id, CustomAttribute, attribute_id, lock=True) as own:
        row = own.row
        if retired == (row.retired_at is not None):
            return
        working = [one for one in await load(own.session) if not one.retired]
        if not retired:
            _must_be_new(row.name, (one.name for one in working))
            if len(working) >= MOST:
                raise TooManyAttributes(MOST)
        row.retired_at = own.at if retired else None
        own.record("attribute.retired" if retired else "attribute.restored", **_facts(row))


async def add_choices(ctx: Context, actor_id: int, attribute_id: int, names: Sequence[str]) -> None:
    """Add choices at the end of the list; a retired one of the same name comes back.

    Raises NotStaff, Gone, BadText, BadChoices.
    """
    async with access.owned(ctx, actor_id, CustomAttribute, attribute_id, lock=True) as own:
        row, session = own.row, own.session
        if row.kind is AttributeKind.NUMBER:
            raise Gone
        query = select(AttributeChoice).where(AttributeChoice.attribute_id == row.id)
        known = {choice.name.casefold(): choice for choice in await session.scalars(query)}
        last = max((choice.position for choice in known.values()), default=-1)
        for place, name in enumerate(_distinct(names), last + 1):
            found = known.get(name.casefold())
            if found is not None:
                found.retired_at = None
                continue
            choice = AttributeChoice(attribute_id=row.id, name=name, position=place)
            known[name.casefold()] = choice
            session.add(choice)
        if sum(choice.retired_at is None for choice in known.values()) > CHOICES.most:
            raise BadChoices(CHOICES.least, CHOICES.most)
        own.record("attribute.changed", **_facts(row))


async def change_choice(
    ctx: Context,
    actor_id: int,
    choice_id: int,
    *,
    name: str | None = None,
    retired: bool | None = None,
) -> int:
    """Rename an answer, or offer it no more or again; gives its attribute's id.

    Who answered so keeps it. Raises NotStaff, Gone, BadText, NameTaken, BadChoices.
    """
    async with access.owned(ctx, actor_id, AttributeChoice, choice_id) as own:
        choice, session = own.row, own.session
        row = await session.get_one(CustomAttribute, choice.attribute_id, with_for_update=True)
        attribute = await one(session, row.id)
        if name is not None:
            clean = one_line(name, most=NAME_LENGTH)
            _must_be_new(
                clean, (other.name for other in attribute.choices if other.id != choice_id)
            )
            choice.name = clean
        if retired is not None and retired != (choice.retired_at is not None):
            left = len(attribute.offered) + (-1 if retired else 1)
            if not CHOICES.least <= left <= CHOICES.most:
                raise BadChoices(CHOICES.least, CHOICES.most)
            choice.retired_at = own.at if retired else None
        own.record("attribute.changed", **_facts(row))
        return row.id
