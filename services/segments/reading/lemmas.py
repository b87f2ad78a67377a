"""Dictionary forms of words, to compare their different forms."""

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pymorphy3 import MorphAnalyzer

_CYRILLIC = re.compile(r"[а-яё]", re.IGNORECASE)
_WITHOUT_S = re.compile(r"(?<=[^aiosu'])s$")
_LETTERS = 3
"""An English word of at most this length has no ending to cut off."""

_BY_ITSELF = {"днем", "чаще", "реже", "которых", "кого"}
"""Words that are not reduced: «днём» is a time of day, not days; «чаще» is "more often", not a
frequent guest; «которых пригласил друг» is not «которые пригласили друга».
"""

_MISSPELT = {"бал": "балл"}

Forms = frozenset[str]


@lru_cache(maxsize=50_000)
def forms(word: str) -> Forms:
    """The possible dictionary forms of a word; two words match if they share one.

    Russian uses the dictionary of pymorphy3 (OpenCorpora), other scripts English plurals. Anything
    that is no word is its own form.
    """
    word = word.casefold().replace("’", "'")
    if (spelled := word.replace("ё", "е")) in _BY_ITSELF:
        return frozenset({spelled})
    if _CYRILLIC.search(word):
        found = {parse.normal_form.replace("ё", "е") for parse in _dictionary().parse(word)}
        return frozenset(_MISSPELT.get(form, form) for form in found)
    if len(word) <= _LETTERS:
        return frozenset({word})
    found = {word, _WITHOUT_S.sub("", word), word.replace("n't", "nt")}
    if word.endswith("ies"):
        found.add(word[:-3] + "y")
    elif word.endswith("es"):
        found.add(word[:-2])
    return frozenset(found)


@cache
def _dictionary() -> "MorphAnalyzer":
    """Loaded at first use, because it takes a fifth of a second and some memory."""
    from pymorphy3 import MorphAnalyzer  # noqa: PLC0415

    return MorphAnalyzer()
