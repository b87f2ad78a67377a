"""The shop's own names (goods, levels, segments, answers) as phrases of a sentence."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from babel.numbers import get_currency_symbol

from services.segments.questions.attribute import Named
from services.segments.reading.spelling import plain
from services.segments.reading.tokens import Piece, Sort, name_of, pieces
from services.segments.reading.vocabulary import Meaning, Phrases
from services.segments.shop_names import Names

TERMINALS = {
    Named.CITY: ("CITY",),
    Named.LEVEL: ("LEVEL",),
    Named.SEGMENT: ("SEGMENT",),
    Named.OFFER: ("OFFER",),
    Named.QUIZ: ("QUIZ",),
    Named.CATEGORY: ("CATEGORY", "GOOD"),
    Named.PRODUCT: ("PRODUCT", "GOOD"),
    Named.OUTLET: ("OUTLET",),
}
OWN, ANSWER, FIGURE, CURRENCY = "OWN", "ANSWER", "FIGURE", "CURRENCY"


@dataclass(slots=True)
class Known:
    """Finds names in a sentence: a quoted name by its spelling, others by the forms of words."""

    names: Names
    currency: str
    _exact: dict[str, list[tuple[str, Any]]] = field(default_factory=dict)
    _phrases: Phrases = field(default_factory=Phrases)
    _values: list[Any] = field(default_factory=list)

    def __post_init__(self) -> None:
        for sign in {get_currency_symbol(self.currency, at) for at in ("en", "ru", "kk", "uk")}:
            self._add(sign, CURRENCY, self.currency)
        for kind, terminals in TERMINALS.items():
            for value, name in self.names.of.get(kind, {}).items():
                for terminal in terminals:
                    self._add(name, terminal, (kind, value))
        for key, own in self.names.own.items():
            if own.number:
                self._add(own.name, FIGURE, key)
            else:
                self._add(own.name, OWN, key)
        for name, candidates in self._answers().items():
            self._add(name, ANSWER, candidates)

    def _answers(self) -> dict[str, tuple[tuple[str, int], ...]]:
        """Answers by name, each with all its attributes: «да» may belong to several."""
        found: dict[str, tuple[tuple[str, int], ...]] = {}
        for key, own in self.names.own.items():
            for choice, name in own.choices.items():
                found[plain(name)] = (*found.get(plain(name), ()), (key, choice))
        return found

    def _add(self, name: str, terminal: str, value: Any) -> None:
        self._exact.setdefault(plain(name), []).append((terminal, value))
        if words := pieces(name):
            self._phrases.add(words, Meaning(terminal, str(len(self._values))))
            self._values.append(value)

    def at(self, sentence: Sequence[Piece], start: int) -> Iterator[tuple[int, str, Any]]:
        """Every name that begins at a piece: its end, terminal and value.

        A quoted name may be followed by its number, if several have that name.
        """
        if sentence[start].sort is Sort.QUOTED:
            yield from self._quoted(sentence, start)
            return
        for end, meaning in self._phrases.at(sentence, start):
            yield end, meaning.terminal, self._values[int(meaning.value)]

    def _quoted(self, sentence: Sequence[Piece], start: int) -> Iterator[tuple[int, str, Any]]:
        inside = name_of(sentence[start].text)
        found = self._exact.get(plain(inside), [])
        following = sentence[start + 1] if start + 1 < len(sentence) else None
        if following is not None and following.sort is Sort.ID:
            number = id_of(following.text)
            yield from ((start + 2, *one) for one in found if _numbered(one[1], number))
        yield from ((start + 1, *one) for one in found)
        words = pieces(inside)
        if not found and words:
            for end, terminal, value in self.at(words, 0):
                if end == len(words):
                    yield start + 1, terminal, value

    def spelled(self) -> Iterator[str]:
        for kind in TERMINALS:
            yield from self.names.of.get(kind, {}).values()
        for own in self.names.own.values():
            yield own.name
            yield from own.choices.values()


def id_of(text: str) -> int:
    """`№ 12`."""
    return int(text.lstrip("№# \u00a0"))


def _numbered(value: Any, number: int) -> bool:
    return isinstance(value, tuple) and value[1] == number
