"""All attributes that can be asked about, and the check that a question is valid."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import islice

from services.errors import Gone
from services.segments.attributes import (
    answers,
    groups,
    membership,
    person,
    points,
    response,
    visits,
)
from services.segments.errors import QuestionTooLong
from services.segments.questions.attribute import ANY_OF, LATEST, Attribute, Kind, Named
from services.segments.questions.tree import Condition, InMonth, Node, conditions

BUILT_IN: Mapping[str, Attribute] = {
    attribute.key: attribute
    for attribute in (
        *person.ATTRIBUTES,
        *visits.ATTRIBUTES,
        *points.ATTRIBUTES,
        *answers.ATTRIBUTES,
        *response.ATTRIBUTES,
        *membership.ATTRIBUTES,
        *groups.ATTRIBUTES,
    )
}

MOST_CONDITIONS = 100
MOST_VALUES = 10_000
"""Values in one question: PostgreSQL binds at most about thirty thousand in a statement."""

LARGEST = 10**15
"""The largest bound or id: larger than any real one, and small enough for a column."""

LONGEST_DAYS = 36_500
MONTHS = 12


@dataclass(frozen=True, slots=True)
class Catalogue:
    """The built-in attributes and the shop's own."""

    own: Mapping[str, Attribute] = field(default_factory=dict)

    def find(self, key: str) -> Attribute:
        """Raises Gone for an unknown attribute."""
        found = BUILT_IN.get(key) or self.own.get(key)
        if found is None:
            raise Gone
        return found

    def all(self) -> Iterable[Attribute]:
        yield from BUILT_IN.values()
        yield from self.own.values()

    def check(self, node: Node, saved: Mapping[int, Node | None] | None = None) -> None:
        """Refuse a question that no screen or parser can make, or that is too large for a database.
        Conditions of the saved segments that it names count as its own.

        Raises Gone, QuestionTooLong.
        """
        asked = list(islice(unfolded(node, saved or {}), MOST_CONDITIONS + 1))
        values = sum(len(condition.values) for condition in asked)
        if len(asked) > MOST_CONDITIONS or values > MOST_VALUES:
            raise QuestionTooLong(MOST_CONDITIONS)
        if not all(map(self._makes_sense, asked)):
            raise Gone

    def _makes_sense(self, condition: Condition) -> bool:
        attribute = self.find(condition.attribute)
        bounds = [one for one in (condition.least, condition.most) if one is not None]
        takes_range = attribute.kind in {Kind.NUMBER, Kind.MONEY}
        return (
            bool(bounds) == takes_range
            and all(abs(one) <= LARGEST for one in bounds)
            and (attribute.goods or not condition.goods)
            and all(map(_is_id, condition.goods.ids))
            and self._times(attribute, condition)
            and self._values(attribute, condition)
        )

    def _times(self, attribute: Attribute, condition: Condition) -> bool:
        when = condition.when
        if when is None:
            return attribute.timeless
        days = getattr(when, "days", 0)
        if isinstance(when, InMonth) and not 1 <= when.month <= MONTHS:
            return False
        return attribute.takes(when) and 0 <= days <= LONGEST_DAYS

    def _values(self, attribute: Attribute, condition: Condition) -> bool:
        values = condition.values
        if attribute.kind is not Kind.CHOICE:
            return not values
        if attribute.named is Named.WORD:
            return bool(values) and set(values) <= set(attribute.words)
        if attribute.named is Named.CITY:
            return bool(values) and all(isinstance(value, str) for value in values)
        if not all(_is_id(one) or (attribute.named, one) == _LATEST for one in values):
            return False
        return bool(values) or attribute.named in ANY_OF


_LATEST = (Named.CAMPAIGN, LATEST)


def _is_id(value: int | str) -> bool:
    return isinstance(value, int) and 0 <= value <= LARGEST


def unfolded(node: Node, saved: Mapping[int, Node | None]) -> Iterator[Condition]:
    """All conditions, with those of the live segments that they name. A segment inside itself is
    not followed.
    """
    for condition in conditions(node):
        yield condition
        if condition.attribute == groups.SEGMENT:
            for one in condition.values:
                tree = saved.get(one) if isinstance(one, int) else None
                if tree is not None:
                    others = {key: other for key, other in saved.items() if key != one}
                    yield from unfolded(tree, others)
