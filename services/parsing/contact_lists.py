"""Parses pasted lists of people: phones and ids, by lines or commas, possibly with names."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from services.parsing.errors import BadPhone
from services.parsing.phones import parse_phone

_NUMBER = re.compile(r"\+?\(?\d[\d \u00a0().‐‑–-]*")
"""A number inside a line; letters, commas and line ends separate two numbers."""

PHONE_DIGITS = 10
"""A number with spaces and at least this many digits is one phone if possible, not several ids."""

ID_DIGITS = 15
"""A messenger's id has 52 bits; a longer number is no id, and a database might refuse it."""


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to read a number: the possible phones (E.164) and ids."""

    text: str
    phones: tuple[str, ...]
    ids: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Piece:
    """A pasted number read as a whole; `parts` are readings of its parts if it may be several."""

    whole: Reading
    parts: tuple[Reading, ...]


def pieces(text: str, region: str) -> Iterator[Piece]:
    """All numbers of a pasted text. `region` (ISO 3166) is for phones without a country code."""
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
