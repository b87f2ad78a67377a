"""Proposes sentences to ask instead of one that was not fully understood.

Each proposal is read first, so it is always understood better than the sentence itself.
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from itertools import islice

from services.segments.questions.attribute import Named
from services.segments.questions.tree import Node, conditions
from services.segments.reading.fuzzy_matches import INSTEAD, LETTERS
from services.segments.reading.reader import understand
from services.segments.reading.result import Understood
from services.segments.reading.shop_vocabulary import Known
from services.segments.reading.tokens import pieces
from services.segments.reading.vocabulary import vocabulary

MOST = 3
TRIED = 200
"""Most names to try; reading one takes some milliseconds."""

NAMED = (Named.CATEGORY, Named.PRODUCT, Named.CITY)
"""Kinds of names that people type from memory, and so often wrongly."""


def with_proposals(text: str, read: Understood, known: Known, today: date) -> Understood:
    """The same with `instead`; words without any similar name get an empty `nearest`."""
    if not read.unknown:
        return read
    examples = tuple(vocabulary(read.language).examples[key] for key in INSTEAD)
    unknown = tuple(
        replace(one, nearest=()) if one.nearest == examples else one for one in read.unknown
    )
    read = replace(read, unknown=unknown)
    found = list(islice(_proposals(text, read, known, today), MOST))
    if not found and not _count(read.tree):
        found = list(examples)
    return replace(read, instead=tuple(found))


def _proposals(text: str, read: Understood, known: Known, today: date) -> Iterator[str]:
    """The sentence with its first unknown words replaced, if that is understood better. A candidate
    that is a sentence stands alone if the other words are fillers.
    """
    strange = read.unknown[0]
    before = _count(read.tree)
    left, right = text[: strange.start], text[strange.end :]
    words = vocabulary(read.language)
    candidates, whole = strange.nearest, words.sentences
    if not candidates and before and len(strange.text) >= LETTERS:
        names = (name for kind in NAMED for name in known.names.of.get(kind, {}).values())
        candidates = tuple(islice(names, TRIED))
    for one in dict.fromkeys(candidates):
        alone = one in whole and not any(map(words.says, (*pieces(left), *pieces(right))))
        sentence = one if alone else left + one + right
        then = understand(sentence, read.language, known, today)
        better = then.tree is not None and len(then.unknown) < len(read.unknown)
        # A name that fits narrows an existing condition; one that does not adds a condition.
        if better and (strange.nearest or _count(then.tree) == before):
            yield sentence


def _count(node: Node | None) -> int:
    return 0 if node is None else len(list(conditions(node)))
