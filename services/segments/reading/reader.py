"""Reads a sentence: gives the question and every word that is not part of it."""

from datetime import date
from itertools import groupby

from services.segments.attribute_catalogue import MOST_CONDITIONS
from services.segments.questions.normalise import normal
from services.segments.questions.tree import conditions
from services.segments.reading import cheapest_parse
from services.segments.reading.fuzzy_matches import nearest
from services.segments.reading.result import Understood, Unknown
from services.segments.reading.shop_vocabulary import Known
from services.segments.reading.tokens import Piece, pieces
from services.segments.reading.tree_builder import Meaning
from services.segments.reading.vocabulary import LANGUAGES, vocabulary


def understand(text: str, language: str, known: Known, today: date) -> Understood:
    """Read a sentence in a language; in another one if that leaves fewer letters over.

    Sentences of a language without a grammar are read in those that have one.
    """
    first, *others = sorted(LANGUAGES, key=lambda one: one != language)
    best = _read(text, first, known, today)
    for other in others:
        if best.unknown:
            best = min(best, _read(text, other, known, today), key=_left_over)
    return best


def _left_over(read: Understood) -> tuple[int, int]:
    """Numbers of letters left over: without a clear topic, and with one."""
    strange, clear = (
        sum(one.end - one.start for one in read.unknown if bool(one.about) is known)
        for known in (False, True)
    )
    return strange, clear


def _read(text: str, language: str, known: Known, today: date) -> Understood:
    words, sentence = vocabulary(language), pieces(text)
    reading = cheapest_parse.read(sentence, language, words.phrases, known)
    meaning = Meaning(known.names.catalogue, known.currency, today)
    node = None if reading.tree is None else meaning.transform(reading.tree)
    tree = None if node is None else normal(node)
    if tree is not None and sum(1 for _ in conditions(tree)) > MOST_CONDITIONS:
        return Understood(
            None, (Unknown(0, len(text), text, nearest((), (), words, known)),), language
        )
    spans: list[tuple[int, int, tuple[str, ...]]] = [
        *((start, end, ()) for start, end in _runs(sentence, reading.left_out)),
        *((wrong.start, wrong.end, wrong.about) for wrong in meaning.wrong),
    ]
    unknown = []
    for start, end, about in sorted(spans):
        left = [piece for piece in sentence if start <= piece.start < end]
        like = nearest(left, about, words, known)
        unknown.append(Unknown(start, end, text[start:end], like, about))
    return Understood(tree, tuple(unknown), language)


def _runs(sentence: tuple[Piece, ...], left_out: tuple[int, ...]) -> list[tuple[int, int]]:
    """Start and end of each run of adjacent words, to be underlined together."""
    runs = groupby(enumerate(left_out), key=lambda pair: pair[1] - pair[0])
    spans = []
    for _, run in runs:
        places = [place for _, place in run]
        spans.append((sentence[places[0]].start, sentence[places[-1]].end))
    return spans
