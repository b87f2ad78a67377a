"""Grammar rules about amounts and goods."""

from dataclasses import dataclass
from decimal import Decimal
from itertools import product
from math import prod
from typing import Any

from services.segments.attribute_catalogue import MOST_CONDITIONS
from services.segments.questions.attribute import Named, Unit
from services.segments.questions.tree import (
    NO_GOODS,
    Before,
    Condition,
    Every,
    Goods,
    Last,
    Node,
    Not,
    Some,
)
from services.segments.reading import time_values
from services.segments.reading.amounts import PERCENT, Amount, Nonsense, Range, together
from services.segments.reading.rule_helpers import Children, Draft, clause, infix, is_a, ways
from services.segments.reading.time_rules import Moments

VISITED = "visited"
"""A visit is a purchase. Denied with a time, it asks about the last visit instead."""

RECEIPTS = "receipts"
"""«3 чека» is a count; «чек 3000» is one receipt of any kind, which no question can ask about."""

COUNTED = {
    "points": ("points", "points_given", "points_spent", "points_expiring"),
    "times": (VISITED, "purchases", "redemptions"),
    "purchases": (VISITED, "purchases"),
    "friends": ("referrals",),
    "years": ("age", "child_age"),
    "rewards": ("redemptions",),
}
"""For each noun, the attributes that it can count."""

OTHERWISE = {
    ("spent", "points"): "points_spent",
    ("points_spent", "times"): "redemptions",
    ("points_spent", "rewards"): "redemptions",
}
"""A noun can change the attribute: «потратили» is money, «потратили … баллов» is points."""

UNSAID = {
    "purchases": 1, "referrals": 1, "redemptions": 1, "points": 1, "points_given": 1,
    "points_spent": 1, "points_expiring": 1, "child_age": 0,
}  # fmt: skip
"""`least` when the sentence has no amount: «покупали», «есть дети»."""

GOODS = {Named.CATEGORY: "categories", Named.PRODUCT: "products", Named.OUTLET: "outlets"}


@dataclass(frozen=True, slots=True)
class Spared:
    """Goods that must not have been bought: «торты, но не кофе»."""

    goods: "Picked"


@dataclass(frozen=True, slots=True)
class Missing:
    """A time without purchases: «в прошлом месяце, но не в этом месяце»."""

    time: time_values.Time


@dataclass(frozen=True, slots=True)
class Picked:
    """Listed goods: any of `ways`, and all goods of that way."""

    ways: tuple[tuple[Goods, ...], ...]


class Measures(Moments):
    """One method for each rule about amounts and goods, named as in `question.lark`."""

    def number(self, children: Children) -> Amount:
        unit = [child for child in children if not is_a(child, "NUMBER")]
        (token,) = [child for child in children if is_a(child, "NUMBER")]
        return Amount(token.value, unit[0] if unit else None)

    def money(self, children: Children) -> str:
        return PERCENT if children[0].type == "PERCENT" else str(children[0].value)

    def over(self, children: Children) -> Range:
        return Range(least=children[-1], above=True, worth=is_a(children[0], "SUM"))

    def least(self, children: Children) -> Range:
        return Range(least=_amount(children), worth=is_a(children[0], "SUM"))

    def under(self, children: Children) -> Range:
        return Range(most=children[-1], below=True)

    def most(self, children: Children) -> Range:
        return Range(most=_amount(children))

    def exact(self, children: Children) -> Range:
        return Range(least=children[-1], most=children[-1])

    def bare(self, children: Children) -> Range:
        return Range(least=children[-1], most=children[-1], bare=True)

    def worth(self, children: Children) -> Range:
        return Range(least=children[-1], most=children[-1], bare=True, worth=True)

    def between(self, children: Children) -> Range:
        least, most = (child for child in children if isinstance(child, Amount))
        return Range(least, most)

    def span(self, children: Children) -> Range:
        unit = children[1] if len(children) > 1 else None
        least, most = children[0].value
        return Range(Amount(least, unit), None if most is None else Amount(most, unit))

    def listed(self, children: Children) -> Picked:
        """Things of one kind joined by "or" make one condition."""
        found = ways([child if is_a(child, "JOINT") else child.value for child in children])
        kinds = {kind for way in found for kind, _ in way}
        if len(kinds) == 1 and all(len(way) == 1 for way in found):
            ids = tuple(dict.fromkeys(one for ((_, one),) in found))
            return Picked(((Goods(**{GOODS[kinds.pop()]: ids}),),))
        return Picked(
            tuple(tuple(Goods(**{GOODS[kind]: (one,)}) for kind, one in way) for way in found)
        )

    def goods(self, children: Children) -> Picked:
        picked: Picked = children[0]
        return picked

    def missing(self, children: Children) -> Missing:
        return Missing(children[0])

    def sparing(self, children: Children) -> Spared:
        return Spared(children[0])

    @clause
    def beyond(self, _children: Children) -> Draft:
        raise Nonsense

    @clause
    def figure(self, children: Children) -> Draft:
        if any(is_a(child, "BEYOND") for child in children):
            raise Nonsense
        said = next(str(child.value) for child in children if is_a(child, "FIGURE"))
        key, opposite = said.removeprefix("-"), said.startswith("-")
        if key == RECEIPTS and not isinstance(children[0], Range):
            raise Nonsense
        key = "purchases" if key == RECEIPTS else key
        for noun in [child.value for child in children if is_a(child, "NOUN")]:
            key = OTHERWISE.get((key, noun), key)
            if key not in COUNTED[noun]:
                raise Nonsense
        ranges = [child for child in children if isinstance(child, Range)]
        range_ = together(ranges)
        if key in {"purchases", VISITED} and any(one.worth for one in ranges):
            key = "spent"
        picked = [child for child in children if isinstance(child, Picked)]
        spoken = [child for child in children if isinstance(child, time_values.Time)]
        spared = [child.goods for child in children if isinstance(child, Spared)]
        missing = [child.time for child in children if isinstance(child, Missing)]
        turned = any(is_a(child, "NOTVALUE") for child in children) != opposite
        if spared or missing:
            if turned:
                raise Nonsense
            key = "purchases" if missing and key == VISITED else key
            return self._but_not(key, range_, picked, spoken, spared, missing)
        if key == VISITED:
            draft = self._visit(range_, picked, spoken)
        else:
            draft = self._figure(key, range_, picked, spoken)
        return Draft(draft.denied, turned=True) if turned else draft

    @clause
    def moment(self, children: Children) -> Draft:
        key = next(str(child.value) for child in children if is_a(child, "MOMENT"))
        if any(isinstance(child, Range) or is_a(child, "BEYOND") for child in children):
            raise Nonsense
        spoken = [child for child in children if isinstance(child, time_values.Time)]
        if len(spoken) == 1 and isinstance(spoken[0], time_values.Stretch):
            return infix(children, self._stretched(key, spoken[0]))
        attribute = self.catalogue.find(key)
        whens = [time_values.when(attribute, each, self.today) for each in time_values.each(spoken)]
        asked = tuple(self.sound(Condition(key, when=when)) for when in whens)
        return infix(children, Some(asked))

    def _stretched(self, key: str, stretch: time_values.Stretch) -> Node:
        """A time range of an event that has one date: before one day and after another."""
        whens = (Before(stretch.least), Last(stretch.most))
        return Every(tuple(self.sound(Condition(key, when=when)) for when in whens))

    def _but_not(
        self,
        key: str,
        range_: Range | None,
        picked: list[Picked],
        spoken: list[time_values.Time],
        spared: list[Picked],
        missing: list[time_values.Time],
    ) -> Draft:
        """Bought `picked` within the time, and no `spared`, or nothing at the `missing` time."""
        if key != "purchases" or (spared and missing) or not (picked if spared else spoken):
            raise Nonsense
        bought = self._figure(key, range_, picked, spoken)
        other = self._figure(key, None, spared or picked, missing or spoken)
        if bought.node is None or other.node is None:
            raise Nonsense
        return Draft(Every((bought.node, Not(other.node))), turned=bool(missing))

    def _visit(
        self, range_: Range | None, picked: list[Picked], spoken: list[time_values.Time]
    ) -> Draft:
        """«не были 60 дней» asks about the last visit, so new members do not match."""
        plain = len(spoken) == 1 and range_ is None and not picked
        if plain and isinstance(spoken[0], Before):
            return Draft(self.sound(Condition("last_visit", when=spoken[0])))
        if plain and isinstance(spoken[0], time_values.Stretch):
            away = self._stretched("last_visit", spoken[0])
            return Draft(away) if spoken[0].ago else Draft(None, away)
        draft = self._figure("purchases", range_, picked, spoken)
        if plain and isinstance(spoken[0], time_values.Within | time_values.Longer | Last):
            away = self.sound(Condition("last_visit", when=Before(spoken[0].days)))
            return Draft(draft.node, away)
        return draft

    def _figure(
        self, key: str, range_: Range | None, picked: list[Picked], spoken: list[time_values.Time]
    ) -> Draft:
        """An amount of listed goods: of any of them, or of each.

        «больше 60 дней» without «назад» makes sense only denied: «не покупали больше 60 дней».
        """
        both = any(isinstance(time, time_values.Either) and time.both for time in spoken)
        longer = any(isinstance(time, time_values.Longer) for time in spoken)
        within = [
            time_values.Within(t.days) if isinstance(t, time_values.Longer) else t for t in spoken
        ]
        attribute = self.catalogue.find(key)
        whens = [time_values.when(attribute, each, self.today) for each in time_values.each(within)]
        if len(whens) > 1 and range_ is not None:  # «5 раз сегодня или вчера» is ambiguous
            raise Nonsense
        if prod(sum(map(len, one.ways)) for one in picked) > MOST_CONDITIONS:
            raise Nonsense
        node = Some(
            tuple(
                Every(
                    tuple(self.ranged(key, range_, when, _merged(each)) for each in product(*way))
                )
                for when in whens
                for way in product(*(one.ways for one in picked))
            )
        )
        only_denied = longer or (both and Last in attribute.whens)
        return Draft(None if only_denied else node, Not(node))

    def ranged(
        self, key: str, range_: Range | None, when: Any = None, goods: Goods = NO_GOODS
    ) -> Node:
        attribute = self.catalogue.find(key)
        if range_ is None and key in UNSAID:
            range_ = Range(least=Amount(Decimal(UNSAID[key])))
        if range_ is None:
            raise Nonsense
        unit = PERCENT if attribute.unit is Unit.PERCENT else None
        least, most = range_.whole(attribute.kind, self.currency, unit)
        return self.sound(Condition(key, least=least, most=most, when=when, goods=goods))


def _amount(children: Children) -> Amount:
    return next(child for child in children if isinstance(child, Amount))


def _merged(goods: tuple[Goods, ...]) -> Goods:
    return Goods(
        categories=tuple(one for each in goods for one in each.categories),
        products=tuple(one for each in goods for one in each.products),
        outlets=tuple(one for each in goods for one in each.outlets),
    )
