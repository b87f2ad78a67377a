"""Which terminals of the grammar a phrase may be: a language's `.words` file, read at first use."""

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
"""Not terminals: whole sentences to show."""


@dataclass(frozen=True, slots=True)
class Meaning:
    """A terminal and what it stands for: an attribute, a value, a number of days."""

    terminal: str
    value: str


@dataclass(slots=True)
class Phrases:
    """Phrases by the forms of their first word, so that a sentence is compared with few."""

    _by_first: dict[str, list[tuple[tuple[Forms, ...], Meaning]]] = field(default_factory=dict)

    def add(self, phrase: Sequence[Piece], meaning: Meaning) -> None:
        words = tuple(piece.forms for piece in phrase)
        for form in words[0]:
            self._by_first.setdefault(form, []).append((words, meaning))

    def at(self, sentence: Sequence[Piece], start: int) -> Iterator[tuple[int, Meaning]]:
        """Every phrase that begins at a piece: where it ends, what it means."""
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
    """Every phrase, as it stands in the file: what a misspelt word is compared with."""
    forms: Forms
    """Of every word in a phrase: another word is a strange one."""
    examples: dict[str, str]
    """A sentence for each attribute."""
    instead: dict[str, tuple[str, ...]]
    """Sentences that come near to what no question can say."""

    @property
    def sentences(self) -> frozenset[str]:
        """All of these."""
        return frozenset((*self.examples.values(), *chain.from_iterable(self.instead.values())))

    def says(self, piece: Piece) -> bool:
        """That a word by itself does more than hold a sentence together."""
        return all(meaning.terminal != FILLER for _, meaning in self.phrases.at((piece,), 0))

    def told_of(self, key: str) -> tuple[str, ...]:
        """Sentences about an attribute, or instead of what there is none for."""
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
