"""Phrases and their terminals, from each language's `.words` file, read at first use."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import chain
from pathlib import Path

from services.segments.reading.lemmas import Forms
from services.segments.reading.tokens import Piece, Sort, pieces

HERE = Path(__file__).parent
LANGUAGES = tuple(sorted(path.stem for path in HERE.glob("*.words")))
"""Those that sentences are read in."""

FILLER = "FILLER"
EXAMPLE, INSTEAD = "EXAMPLE", "INSTEAD"
"""Heads of lines that are no terminals but whole sentences to show."""


@dataclass(frozen=True, slots=True)
class Meaning:
    """A terminal and its value: an attribute, a choice, a number of days."""

    terminal: str
    value: str


@dataclass(slots=True)
class Phrases:
    """Phrases indexed by the forms of their first word, so that few have to be compared."""

    _by_first: dict[str, list[tuple[tuple[Forms, ...], Meaning]]] = field(default_factory=dict)

    def add(self, phrase: Sequence[Piece], meaning: Meaning) -> None:
        words = tuple(piece.forms for piece in phrase)
        for form in words[0]:
            self._by_first.setdefault(form, []).append((words, meaning))

    def at(self, sentence: Sequence[Piece], start: int) -> Iterator[tuple[int, Meaning]]:
        """Every phrase that begins at a piece: its end and its meaning."""
        firsts = [self._by_first.get(form, ()) for form in sentence[start].forms]
        for words, meaning in dict.fromkeys(chain.from_iterable(firsts)):
            end = start + len(words)
            beside = sentence[start:end]
            if len(beside) == len(words) and all(
                piece.sort is not Sort.QUOTED and not one.isdisjoint(piece.forms)
                for one, piece in zip(words, beside, strict=True)
            ):
                yield end, meaning


@dataclass(frozen=True, slots=True)
class Vocabulary:
    phrases: Phrases
    spelled: tuple[str, ...]
    """Every phrase as in the file; misspelt words are compared with them."""
    forms: Forms
    """Forms of all words in phrases; any other word is unknown."""
    examples: dict[str, str]
    """An example sentence for each attribute."""
    instead: dict[str, tuple[str, ...]]
    """For topics that no question covers, sentences that come near."""

    @property
    def sentences(self) -> frozenset[str]:
        """All of `examples` and `instead`."""
        return frozenset((*self.examples.values(), *chain.from_iterable(self.instead.values())))

    def says(self, piece: Piece) -> bool:
        """Whether a word alone has a meaning, and is no filler."""
        return all(meaning.terminal != FILLER for _, meaning in self.phrases.at((piece,), 0))

    def told_of(self, key: str) -> tuple[str, ...]:
        """Sentences about an attribute, or instead of a topic that no question covers."""
        return (self.examples[key],) if key in self.examples else self.instead.get(key, ())


@cache
def vocabulary(language: str) -> Vocabulary:
    phrases, spelled, examples, instead = Phrases(), [], {}, {}
    for meaning, spellings in _lines(language):
        if meaning.terminal == EXAMPLE:
            examples[meaning.value] = spellings[0]
            continue
        if meaning.terminal == INSTEAD:
            instead[meaning.value] = tuple(spellings)
            continue
        for spelling in spellings:
            phrases.add(pieces(spelling), meaning)
            spelled.append(spelling)
    every = frozenset(form for one in spelled for piece in pieces(one) for form in piece.forms)
    return Vocabulary(phrases, tuple(dict.fromkeys(spelled)), every, examples, instead)


def _lines(language: str) -> Iterator[tuple[Meaning, list[str]]]:
    for line in HERE.joinpath(f"{language}.words").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            head, _, phrases = line.partition(" = ")
            terminal, _, value = head.partition(" ")
            yield Meaning(terminal, value), [phrase.strip() for phrase in phrases.split(" | ")]
