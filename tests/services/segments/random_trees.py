"""Makes random questions from a seed, over all attributes."""

from collections.abc import Callable, Mapping
from datetime import timedelta
from typing import Any

from services.segments.attribute_catalogue import BUILT_IN, Catalogue
from services.segments.attributes.answers import CUSTOM, custom
from services.segments.attributes.groups import SEGMENT
from services.segments.questions.attribute import LATEST, Attribute, Kind, Named, Topic
from services.segments.questions.tree import (
    NO_GOODS,
    Before,
    Condition,
    Dates,
    During,
    Every,
    Goods,
    InMonth,
    Last,
    Next,
    Node,
    Not,
    Period,
    Some,
    When,
)
from tests.services.segments import random_shop as shop
from tests.services.segments.random_shop import Dice

OWN = [
    *(custom(attribute, number=False) for attribute in shop.CHOICES),
    custom(shop.NUMBER, number=True),
]
CATALOGUE = Catalogue({attribute.key: attribute for attribute in OWN})

ASKED: Mapping[str, Attribute] = {
    attribute.key: attribute
    for attribute in CATALOGUE.all()
    if attribute.topic is not Topic.GROUPS or attribute.key == SEGMENT
}
"""All attributes except those from findings, which have tests of their own."""

GONE = 99
"""The id of something that no member has."""

NAMED: Mapping[Named, tuple[int | str, ...]] = {
    Named.CITY: ("казань", *shop.CITIES, "nowhere"),
    Named.LEVEL: (*shop.LEVELS, GONE),
    Named.CAMPAIGN: (*shop.CAMPAIGNS, LATEST, GONE),
    Named.OFFER: (*shop.OFFERS, GONE),
    Named.QUIZ: (*shop.QUIZZES, GONE),
    Named.MEMBER: (*range(1, shop.PEOPLE, 5), GONE),
}
MANY = {"age": 65, "points_expiring": 6, "child_age": 8}
"""The largest number in conditions on these attributes; others get smaller ones."""


def tree(dice: Dice, depth: int, segments: tuple[int, ...] = (*shop.LIVE, *shop.LISTS)) -> Node:
    kind = dice.random.random() if depth else 0
    if kind < 0.35:
        return condition(dice, dice.one([*ASKED]), segments)
    if kind < 0.5:
        return Not(tree(dice, depth - 1, segments))
    parts = tuple(tree(dice, depth - 1, segments) for _ in range(dice.one([0, 1, 2, 2, 2, 3])))
    return Every(parts) if kind < 0.75 else Some(parts)


def condition(dice: Dice, key: str, segments: tuple[int, ...]) -> Condition:
    attribute = ASKED[key]
    least, most = _range(dice, attribute)
    return Condition(
        key,
        values=_values(dice, attribute, segments) if attribute.kind is Kind.CHOICE else (),
        least=least,
        most=most,
        when=_when(dice, attribute),
        goods=_goods(dice) if attribute.goods and dice.chance(0.6) else NO_GOODS,
    )


def _range(dice: Dice, attribute: Attribute) -> tuple[int | None, int | None]:
    if attribute.kind not in {Kind.NUMBER, Kind.MONEY}:
        return None, None
    if attribute.kind is Kind.MONEY:
        one, other = (dice.one([0, 1, 50, 100, 101, 200, 333, 500, 900, 901]) for _ in range(2))
    else:
        most = MANY.get(attribute.key, 4)
        one, other = (dice.random.randint(-1 if dice.chance(0.1) else 0, most) for _ in range(2))
    least, most = sorted((one, other))
    return dice.one([(least, None), (None, most), (least, most), (0, 0), (1, None)])


def _values(dice: Dice, attribute: Attribute, segments: tuple[int, ...]) -> tuple[int | str, ...]:
    if attribute.named is Named.WORD:
        return dice.some(attribute.words)
    if attribute.named is Named.SEGMENT:
        return dice.some(segments, most=2)
    if attribute.named is Named.ANSWER:
        choices = shop.CHOICES[int(attribute.key.removeprefix(CUSTOM))]
        return dice.some(choices) if dice.chance(0.8) else ()
    if attribute.named is None:
        raise AssertionError(f"nobody said what values {attribute.key} has")
    values = dice.some(NAMED[attribute.named])
    anything = attribute.named in {Named.CAMPAIGN, Named.OFFER, Named.QUIZ} and dice.chance(0.2)
    return () if anything else values


def _when(dice: Dice, attribute: Attribute) -> When | None:
    if not attribute.whens or (attribute.timeless and dice.chance(0.3)):
        return None
    kind = dice.one(attribute.whens)
    if kind is During:
        return dice.one([one for one in map(During, Period) if attribute.takes(one)])
    return _WHENS[kind](dice)


def _dates(dice: Dice) -> Dates:
    first, last = sorted((dice.day(), dice.day() + timedelta(days=dice.one([-1, 0, 1]))))
    return dice.one([Dates(first, last), Dates(first, None), Dates(None, last),
                     Dates(last, first), Dates(None, None)])  # fmt: skip


_WHENS: Mapping[type[When], Callable[[Dice], When]] = {
    Last: lambda dice: Last(dice.one(shop.DAYS)),
    Before: lambda dice: Before(dice.one(shop.DAYS)),
    Next: lambda dice: Next(dice.one((*shop.DAYS, 8, 31, 400))),
    Dates: _dates,
    InMonth: lambda dice: InMonth(dice.one([1, 2, 3, dice.today.month])),
}


def _goods(dice: Dice) -> Goods:
    def some(ids: Any) -> tuple[int, ...]:
        return dice.some((*ids, GONE), most=2) if dice.chance(0.5) else ()

    return Goods(some(shop.CATEGORIES), some(shop.PRODUCTS), some(shop.OUTLETS))


def unasked() -> set[str]:
    """Attributes that no random question names."""
    return set(BUILT_IN) - set(ASKED)
