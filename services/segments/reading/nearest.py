"""What might have been meant by words that were not understood."""

from collections.abc import Sequence

from rapidfuzz import fuzz, process

from services.segments.reading.known import Known, plain
from services.segments.reading.tokens import Piece, Sort, name_of
from services.segments.reading.vocabulary import Vocabulary

MOST = 3
ALIKE = 65
"""Of 100: what is less alike has only letters in common."""

INSTEAD = ("last_visit", "spent", "birthday")
"""Whose sentences are shown when nothing is alike."""


def nearest(left: Sequence[Piece], about: str, words: Vocabulary, known: Known) -> tuple[str, ...]:
    """What exists and looks like words that do not; else sentences that are understood.

    `about` is the attribute that the words ask of, when that much is clear.
    """
    if about in words.examples:
        return (words.examples[about],)
    strange = [piece for piece in left if _is_strange(piece, words, known)]
    whole = " ".join(piece.text for piece in strange)
    spelled = [*known.spelled(), *words.spelled]
    found = [
        match
        for text in dict.fromkeys((whole, *(_inside(piece) for piece in strange)))
        for match in process.extract(
            text, spelled, scorer=fuzz.ratio, processor=plain, limit=MOST, score_cutoff=ALIKE
        )
    ]
    found.sort(key=lambda match: -match[1])
    alike = tuple(dict.fromkeys(match[0] for match in found))[:MOST]
    return alike or tuple(words.examples[key] for key in INSTEAD)


def _is_strange(piece: Piece, words: Vocabulary, known: Known) -> bool:
    if piece.sort not in {Sort.WORD, Sort.QUOTED}:
        return False
    return next(words.phrases.at((piece,), 0), None) is next(known.at((piece,), 0), None) is None


def _inside(piece: Piece) -> str:
    return name_of(piece.text) if piece.sort is Sort.QUOTED else piece.text
