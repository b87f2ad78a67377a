"""Headings and words of tills' files, from the locales of all languages."""

from messengers.words import Words
from services.importing.column_mapping import Lexicon, plain
from services.importing.file_kinds import Field


def lexicon(words: Words) -> Lexicon:
    return Lexicon(
        # A list of rejected rows may be brought in again, with its column of reasons.
        headings=dict.fromkeys(_listed(words, "import-reason-column"), Field.IGNORE)
        | {heading: one for one in Field for heading in _listed(words, f"heading-{one}")},
        female=_listed(words, "words-female"),
        male=_listed(words, "words-male"),
        yes=_listed(words, "words-yes"),
    )


def _listed(words: Words, key: str) -> frozenset[str]:
    """The comma-separated words of a message, in all languages."""
    texts = (text for label in words.labels(key) for text in label.split(","))
    return frozenset(map(plain, texts)) - {""}
