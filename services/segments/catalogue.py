"""Every attribute that can be asked about, and what a condition on each may say."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from services import errors
from services.segments import answers, groups, membership, person, points, response, visits
from services.segments.attribute import Attribute, Kind, Named
from services.segments.tree import Condition, InMonth, Node, conditions

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

MOST_CONDITIONS = 50
MOST_VALUES = 5_000
LONGEST_DAYS = 36_500
MONTHS = 12


@dataclass(frozen=True, slots=True)
class Catalogue:
    """The built-in attributes and the shop's own."""

    own: Mapping[str, Attribute] = field(default_factory=dict)

    def find(self, key: str) -> Attribute:
        """Raises Gone for an attribute that is not there."""
        found = BUILT_IN.get(key) or self.own.get(key)
        if found is None:
            raise errors.Gone
        return found

    def all(self) -> Iterable[Attribute]:
        yield from BUILT_IN.values()
        yield from self.own.values()

    def check(self, node: Node) -> None:
        """Refuse a question that no screen and no parser makes. Raises Gone."""
        asked = list(conditions(node))
        if len(asked) > MOST_CONDITIONS or not all(map(self._makes_sense, asked)):
            raise errors.Gone

    def _makes_sense(self, condition: Condition) -> bool:
        attribute = self.find(condition.attribute)
        ranged = condition.least is not None or condition.most is not None
        takes_range = attribute.kind in {Kind.NUMBER, Kind.MONEY}
        return (
            ranged == takes_range
            and (attribute.goods or not condition.goods)
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
        return isinstance(when, attribute.whens) and 0 <= days <= LONGEST_DAYS

    def _values(self, attribute: Attribute, condition: Condition) -> bool:
        values = condition.values
        if attribute.kind is not Kind.CHOICE:
            return not values
        if attribute.named is Named.WORD:
            return bool(values) and set(values) <= set(attribute.words)
        if attribute.named is Named.CITY:
            return bool(values) and all(isinstance(value, str) for value in values)
        return len(values) <= MOST_VALUES
