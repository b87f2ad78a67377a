"""Lists of people as they are pasted: phones and ids, one a line or between commas, with names."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from services.parsing.errors import BadPhone
from services.parsing.phones import parse_phone

_NUMBER = re.compile(r"\+?\(?\d[\d \u00a0().‐‑–-]*")
"""What looks like a number inside a line; letters, commas and line ends stand between two."""

PHONE_DIGITS = 10
"""So many digits with spaces between them are one phone if they can be, never a row of ids."""

ID_DIGITS = 15
"""A messenger's id has 52 bits; what is longer is no id, and a database might refuse it."""


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to read a piece: the phones (E.164) and ids that it may be."""

    text: str
    phones: tuple[str, ...]
    ids: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Piece:
    """A number as it was pasted: one reading as a whole, others if it is several in a row."""

    whole: Reading
    parts: tuple[Reading, ...]


def pieces(text: str, region: str) -> Iterator[Piece]:
    """Every number of a pasted text. `region` (ISO 3166) reads phones without a country."""
    for found in _NUMBER.finditer(text):
        shown = found.group().strip(" \u00a0.(‐‑–-")
        words = shown.split()
        parts = tuple(_read(word, region) for word in words if any(map(str.isdigit, word)))
        whole = Reading(shown, _phones(shown, region), parts[0].ids if len(parts) == 1 else ())
        one = len(parts) == 1 or (whole.phones and _digits(shown) >= PHONE_DIGITS)
        yield Piece(whole, () if one else parts)


def _read(word: str, region: str) -> Reading:
    ids = (int(word),) if word.isdecimal() and len(word) <= ID_DIGITS else ()
    return Reading(word, _phones(word, region), ids)


def _digits(text: str) -> int:
    return sum(map(str.isdigit, text))


def _phones(text: str, region: str) -> tuple[str, ...]:
    found = []
    for spelling in (text, f"+{text}"):
        try:
            found.append(parse_phone(spelling, region))
        except BadPhone:
            continue
    return tuple(dict.fromkeys(found))
