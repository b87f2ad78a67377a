"""Names of the shop's goods, levels, segments and attributes, to read and show questions."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from models.goods import Category, Outlet, Product
from models.offers import Offer
from models.people import Member
from models.programme import Level
from models.segmentation import AttributeChoice, AttributeKind, CustomAttribute, Segment
from models.surveys import Quiz
from services.context import Context
from services.segments.attribute_catalogue import Catalogue
from services.segments.attributes.answers import custom
from services.segments.questions.attribute import Attribute, Named


@dataclass(frozen=True, slots=True)
class OwnAttribute:
    """A custom attribute by name, with its choices by id."""

    id: int
    name: str
    number: bool
    choices: Mapping[int, str]


@dataclass(frozen=True, slots=True)
class Names:
    """Names by kind: value -> name. Hidden and retired things are included, because saved questions
    may still name them. Campaigns have only dates as names; members are not listed.
    """

    of: Mapping[Named, Mapping[int | str, str]] = field(default_factory=dict)
    own: Mapping[str, OwnAttribute] = field(default_factory=dict)
    """Custom attributes by key."""

    def named(self, kind: Named, value: int | str) -> str | None:
        return self.of.get(kind, {}).get(value)

    @property
    def catalogue(self) -> Catalogue:
        return Catalogue({key: _attribute(attribute) for key, attribute in self.own.items()})


def _attribute(own: OwnAttribute) -> Attribute:
    return custom(own.id, number=own.number)


async def known(ctx: Context) -> Names:
    """All names, in a read of their own."""
    async with ctx.db.read() as session:
        return await load(session)


async def load(session: AsyncSession) -> Names:
    """All names, in the caller's transaction."""
    tables = {
        Named.LEVEL: select(Level.id, Level.name),
        Named.CATEGORY: select(Category.id, Category.name),
        Named.PRODUCT: select(Product.id, Product.name),
        Named.OUTLET: select(Outlet.id, Outlet.name),
        Named.OFFER: select(Offer.id, Offer.title),
        Named.QUIZ: select(Quiz.id, Quiz.title),
        Named.SEGMENT: select(Segment.id, Segment.name).where(Segment.deleted_at.is_(None)),
    }
    of: dict[Named, Mapping[int | str, str]] = {
        kind: dict((await session.execute(query)).all()) for kind, query in tables.items()
    }
    of[Named.CITY] = await _cities(session)
    own = await own_attributes(session)
    of[Named.ANSWER] = {
        key: name for attribute in own.values() for key, name in attribute.choices.items()
    }
    return Names(of, own)


async def own_attributes(session: AsyncSession) -> dict[str, OwnAttribute]:
    """Custom attributes by key."""
    choices: dict[int, dict[int, str]] = {}
    possible = select(AttributeChoice).order_by(AttributeChoice.position, AttributeChoice.id)
    for choice in await session.scalars(possible):
        choices.setdefault(choice.attribute_id, {})[choice.id] = choice.name
    rows = await session.scalars(select(CustomAttribute).order_by(CustomAttribute.id))
    return {
        custom(row.id, number=False).key: OwnAttribute(
            row.id, row.name, row.kind is AttributeKind.NUMBER, choices.get(row.id, {})
        )
        for row in rows
    }


async def _cities(session: AsyncSession) -> dict[int | str, str]:
    """Each city in its earliest spelling, keyed by that spelling.

    The query skips through the index from city to city: cities are few, members may be a million.
    """
    least = func.min(Member.city_key)
    keys = select(least.label("key")).cte("keys", recursive=True)
    following = select(least).where(Member.city_key > keys.c.key).scalar_subquery()
    keys = keys.union_all(select(following).where(keys.c.key.is_not(None)))
    spelled = (
        select(Member.city)
        .where(Member.city_key == keys.c.key, Member.deleted_at.is_(None))
        .order_by(Member.id)
        .limit(1)
        .correlate(keys)
        .scalar_subquery()
    )
    found = await session.scalars(select(spelled).select_from(keys))
    return {city: city for city in found if city is not None}
