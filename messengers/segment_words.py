"""Tells a question in words: plain text that `services.segments.reading` can read back."""

from collections.abc import Mapping
from functools import reduce
from typing import Any

from messengers.segment_word_parts import either, figure, goods, name_of, time
from messengers.words import Say
from services.programme import Terms
from services.segments.attribute_catalogue import BUILT_IN
from services.segments.questions.attribute import LATEST, Attribute, Named
from services.segments.questions.normalise import normal
from services.segments.questions.tree import Before, Condition, Every, Node, Not, Some
from services.segments.shop_names import Names

MOST_MEMBERS = 20
"""A longer list of members is shown as a number."""


def said(say: Say, names: Names, terms: Terms, node: Node) -> str:
    """The whole question, unescaped. Things that are gone are shown as gone."""
    return _Telling(say, names, terms).tell(normal(node))


def attribute_name(say: Say, names: Names, key: str) -> str:
    """An attribute's name on a button."""
    if key in names.own:
        return names.own[key].name
    if key not in BUILT_IN:
        return say.label("asks-attribute-gone")
    return say.label(f"attribute-{_dashed(key)}")


def value_name(say: Say, names: Names, key: str, value: int | str) -> str:
    """The name of an attribute's value on a button."""
    named = _named(names, key)
    if named is Named.WORD:
        return say.label(f"value-{_dashed(key)}-{_dashed(str(value))}")
    if named is Named.CAMPAIGN and value == LATEST:
        return say.label("asks-campaign-latest")
    if named is Named.CAMPAIGN:
        return say.label("asks-campaign", number=str(value))
    if named is Named.MEMBER:
        return say.label("asks-member-number", number=str(value))
    found = None if named is None else names.named(named, value)
    return found or say.label("asks-name-gone", number=str(value))


def _named(names: Names, key: str) -> Named | None:
    attribute = BUILT_IN.get(key) or names.catalogue.own.get(key)
    return None if attribute is None else attribute.named


def _dashed(key: str) -> str:
    return key.replace("_", "-")


class _Telling:
    def __init__(self, say: Say, names: Names, terms: Terms) -> None:
        self._say = say
        self._names = names
        self._terms = terms
        self._catalogue = names.catalogue

    def tell(self, node: Node) -> str:
        say = self._say.label
        match node:
            case Condition():
                return self._clause(node) or say("asks-attribute-gone")
            case Not(Condition() as condition) if denied := self._clause(condition, denied=True):
                return denied
            case Not(part):
                return say("asks-not", what=self.tell(part))
            case Every(parts) | Some(parts) if parts:
                key = "asks-and" if isinstance(node, Every) else "asks-or"
                told = map(self._bracketed, parts, (*parts[1:], None))
                return reduce(lambda one, other: say(key, one=one, other=other), told)
        return say("asks-everyone" if isinstance(node, Every) else "asks-nobody")

    def _bracketed(self, part: Node, after: Node | None) -> str:
        """Groups within groups are bracketed, so that precedence does not matter. So is "not this"
        before "or that" of the same attribute, which would read as "not this or that".
        """
        told = self.tell(part)
        grouped = isinstance(part, Every | Some) and bool(part.parts)
        match part, after:
            case Not(Condition(attribute=one)), Condition(attribute=other) if one == other:
                grouped = True
        return self._say.label("asks-group", what=told) if grouped else told

    def _clause(self, condition: Condition, *, denied: bool = False) -> str | None:
        """None if there are no words for the condition, or none to deny it in one clause."""
        known = {one.key: one for one in self._catalogue.all()}
        attribute = known.get(condition.attribute)
        if attribute is None:
            return None
        words = self._words(attribute, condition)
        key = f"asks-{words}-denied" if denied else f"asks-{words}"
        if not self._say.knows(key):
            return None
        return " ".join(
            part
            for part in (
                self._say.label(
                    key,
                    name=self._own_name(condition.attribute),
                    values=self._values(attribute, condition),
                    figure=figure(self._say, self._terms, attribute, condition),
                    count=len(condition.values),
                    days=getattr(condition.when, "days", 0),
                ),
                goods(self._say, self._names, words, condition.goods),
                "" if words == "away" else time(self._say, condition.when),
            )
            if part
        )

    def _words(self, attribute: Attribute, condition: Condition) -> str:
        """The words of a condition: most attributes have one message, some have several."""
        which = "own" if attribute.key in self._names.own else attribute.key
        match condition:
            case Condition(attribute="last_visit", when=Before()):
                which = "away"
            case Condition(attribute="birthday", when=None):
                which = "birthday_known"
            case Condition(attribute="purchases", least=1, most=None):
                which = "bought"
            case Condition(attribute="child_age", least=0, most=None):
                which = "children"
            case Condition(attribute="member", values=ids) if len(ids) > MOST_MEMBERS:
                which = "member_many"
            case _ if attribute.named is None and which == "own":
                which = "own_number"
            case Condition(values=()) if attribute.named not in {None, Named.CAMPAIGN}:
                which = f"{which}-any"
        return which

    def _own_name(self, key: str) -> str:
        own = self._names.own.get(key)
        return "" if own is None else name_of(self._say, own.name)

    def _values(self, attribute: Attribute, condition: Condition) -> str:
        if attribute.named is Named.CAMPAIGN and not condition.values:
            return self._say.label("asks-campaign-any")
        return either(self._say, (self._value(attribute, one) for one in condition.values))

    def _value(self, attribute: Attribute, value: int | str) -> str:
        """A value in words: names are quoted, words of the program are not."""
        if attribute.named in {None, Named.WORD, Named.CAMPAIGN, Named.MEMBER}:
            return value_name(self._say, self._names, attribute.key, value)
        kind = attribute.named
        answers = self._names.own[attribute.key].choices if kind is Named.ANSWER else None
        alike: Mapping[Any, str] = self._names.of.get(kind, {}) if answers is None else answers
        return name_of(self._say, alike.get(value), value, alike)
