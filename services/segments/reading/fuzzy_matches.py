"""Finds names and phrases similar to words that were not understood."""

from collections.abc import Sequence

from rapidfuzz import fuzz, process

from services.segments.reading.shop_vocabulary import Known
from services.segments.reading.spelling import plain
from services.segments.reading.tokens import Piece, Sort, name_of
from services.segments.reading.vocabulary import Vocabulary

MOST = 3
WORDS_ALIKE = 70
NAMES_ALIKE = 60
"""Least similarity, of 100: below it words only share letters. Names may be inflected."""

INSTEAD = ("last_visit", "spent", "birthday")
"""Attributes whose example sentences are shown when nothing is similar."""

LETTERS = 4
"""Shorter words are similar to anything."""


def nearest(
    left: Sequence[Piece], about: Sequence[str], words: Vocabulary, known: Known
) -> tuple[str, ...]:
    """Names and phrases similar to unknown words; otherwise example sentences.

    `about`: attributes that the words seem to ask about, if that is clear.
    """
    if told := [one for key in about for one in words.told_of(key)]:
        return tuple(dict.fromkeys(told))[:MOST]
    strange = [piece for piece in left if _is_strange(piece, words, known)]
    texts = [" ".join(piece.text for piece in strange), *map(_inside, strange)]
    found = [
        match
        for text in dict.fromkeys(texts)
        if len(text) >= LETTERS
        for spelled, alike in ((known.spelled(), NAMES_ALIKE), (words.spelled, WORDS_ALIKE))
        for match in process.extract(
            text,
            [one for one in spelled if len(one) >= LETTERS],
            scorer=fuzz.ratio,
            processor=plain,
            limit=MOST,
            score_cutoff=alike,
        )
    ]
    found.sort(key=lambda match: -match[1])
    alike = tuple(dict.fromkeys(match[0] for match in found))[:MOST]
    return alike or tuple(words.examples[key] for key in INSTEAD)


def _is_strange(piece: Piece, words: Vocabulary, known: Known) -> bool:
    if piece.sort not in {Sort.WORD, Sort.QUOTED}:
        return False
    return piece.forms.isdisjoint(words.forms) and not any(known.at((piece,), 0))


def _inside(piece: Piece) -> str:
    return name_of(piece.text) if piece.sort is Sort.QUOTED else piece.text
