"""Members' answers to the shop's custom attributes, from the profile or a quiz."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import delete, select
from sqlalchemy.ext.asyncio import AsyncSession

from models.segmentation import AttributeKind, AttributeValue, CustomAttribute
from services.context import Context
from services.errors import Gone
from services.points import answer_points
from services.surveys import custom_attributes
from services.surveys.custom_attributes import NUMBERS, Attribute, Choice


@dataclass(frozen=True, slots=True)
class Told:
    """An answer: the number for a numeric attribute, otherwise the ids of the choices."""

    choices: frozenset[int] = frozenset()
    number: int | None = None

    def __bool__(self) -> bool:
        return bool(self.choices) or self.number is not None


@dataclass(frozen=True, slots=True)
class Known:
    """An attribute and one member's answer to it."""

    attribute: Attribute
    told: Told

    @property
    def chosen(self) -> tuple[Choice, ...]:
        """The choices of the answer in the order of the attribute, retired ones too."""
        return tuple(one for one in self.attribute.choices if one.id in self.told.choices)


async def values_of(ctx: Context, member_id: int) -> list[Known]:
    """All answers of a member, also to retired attributes, the oldest attribute first."""
    async with ctx.db.read() as session:
        return await known(session, member_id)


async def known(session: AsyncSession, member_id: int) -> list[Known]:
    """`values_of`, read in the caller's transaction."""
    rows = await session.scalars(
        select(AttributeValue).where(AttributeValue.member_id == member_id)
    )
    choices: dict[int, set[int]] = {}
    numbers: dict[int, int | None] = {}
    for row in rows:
        numbers[row.attribute_id] = row.number
        found = choices.setdefault(row.attribute_id, set())
        if row.choice_id is not None:
            found.add(row.choice_id)
    attributes = await custom_attributes.load(session, CustomAttribute.id.in_(choices))
    return [Known(one, Told(frozenset(choices[one.id]), numbers[one.id])) for one in attributes]


async def told_of(session: AsyncSession, member_id: int, attribute_id: int) -> Told:
    """A member's answer to one attribute."""
    query = select(AttributeValue).where(
        AttributeValue.member_id == member_id, AttributeValue.attribute_id == attribute_id
    )
    rows = (await session.scalars(query)).all()
    chosen = frozenset(row.choice_id for row in rows if row.choice_id is not None)
    return Told(chosen, next((row.number for row in rows if row.number is not None), None))


async def answer(ctx: Context, member_id: int, attribute_id: int, told: Told) -> None:
    """Store a member's answer in place of an earlier one. Raises Gone, BadNumber."""
    async with ctx.db.write() as session:
        await answer_points.hold(session, member_id)
        attribute = await custom_attributes.one(session, attribute_id)
        await keep(session, member_id, attribute, told, ctx.clock.now())


async def choose(ctx: Context, member_id: int, attribute_id: int, choice_id: int) -> None:
    """Answer with a choice; if several are allowed, add it or remove it. Raises Gone."""
    now = ctx.clock.now()
    async with ctx.db.write() as session:
        await answer_points.hold(session, member_id)
        attribute = await custom_attributes.one(session, attribute_id)
        if attribute.kind is AttributeKind.SEVERAL:
            await turn(session, member_id, attribute, choice_id, now)
        else:
            await keep(session, member_id, attribute, Told(frozenset({choice_id})), now)


async def turn(
    session: AsyncSession, member_id: int, attribute: Attribute, choice_id: int, at: datetime
) -> None:
    """Add one of several choices, or remove it; the member is locked. Choices retired since are
    dropped.
    """
    offered = {choice.id for choice in attribute.offered}
    before = (await told_of(session, member_id, attribute.id)).choices & offered
    await keep(session, member_id, attribute, Told(before ^ {choice_id}), at)


async def forget(ctx: Context, member_id: int, attribute_id: int) -> None:
    """Remove an answer, also to a retired attribute; nothing happens if there is none."""
    async with ctx.db.write() as session:
        await answer_points.hold(session, member_id)
        await _drop(session, member_id, attribute_id)


async def keep(
    session: AsyncSession, member_id: int, attribute: Attribute, told: Told, at: datetime
) -> None:
    """Store an answer; the member is locked. Raises Gone, BadNumber.

    Gone: the attribute or a choice is retired, or the choice belongs to another attribute.
    """
    _check(attribute, told)
    await _drop(session, member_id, attribute.id)
    about = {"member_id": member_id, "attribute_id": attribute.id, "at": at}
    if told.number is not None:
        session.add(AttributeValue(**about, number=told.number))
    session.add_all(AttributeValue(**about, choice_id=choice) for choice in sorted(told.choices))
    await session.flush()


def _check(attribute: Attribute, told: Told) -> None:
    if not attribute.askable:
        raise Gone
    if attribute.kind is AttributeKind.NUMBER:
        NUMBERS.check(told.number)
        fits = not told.choices
    else:
        offered = {choice.id for choice in attribute.offered}
        single = attribute.kind is AttributeKind.CHOICE
        fits = told.number is None and told.choices <= offered
        fits = fits and (not single or len(told.choices) == 1)
    if not fits:
        raise Gone


async def _drop(session: AsyncSession, member_id: int, attribute_id: int) -> None:
    await session.execute(
        delete(AttributeValue).where(
            AttributeValue.member_id == member_id, AttributeValue.attribute_id == attribute_id
        )
    )
