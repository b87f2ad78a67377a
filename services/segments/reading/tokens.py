"""Splits a sentence into pieces: words, numbers, dates, quoted names and signs."""

import re
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from services.segments.reading.lemmas import Forms, forms


class Sort(StrEnum):
    QUOTED = "quoted"
    ID = "id"
    DATE = "date"
    CLOCK = "clock"
    SPAN = "span"
    NUMBER = "number"
    WORD = "word"
    SIGN = "sign"


@dataclass(frozen=True, slots=True)
class Piece:
    """`start` and `end` are positions in the sentence; pieces are compared by `forms`."""

    sort: Sort
    start: int
    end: int
    text: str
    forms: Forms


_NUMBER = (
    r"(?:\d{1,3}(?:[ \u00a0\u202f]\d{3})+|\d{1,3}(?:,\d{3})+|\d+)(?!\d)(?:[.,]\d{1,2}(?!\d))?"
    r"(?:\s?(?:тыс(?:яч[аи]?)?|млн|[kк])(?!\w)\.?)?"
)
_PIECE = re.compile(
    r"""
      (?P<quoted>«[^«»]*»|“[^“”]*”|„[^„“”]*[“”]|"[^"]*")
    | (?P<id>(?:№|\#)\s*\d+)
    | (?P<date>\d{4}-\d\d?-\d\d?|\d\d?[./]\d\d?[./]\d{4})(?!\d)
    | (?P<clock>\d\d?:\d\d(?!\d)|\d\d?\s?(?:[ap]m|h(?:ours?)?|ч|час(?:а|ов)?)(?!\w))
    | (?P<span>NUMBER\s*[-–—]\s*NUMBER|NUMBER\+)
    | (?P<number>(?:(?<![\w\d])[-−])?NUMBER)
    | (?P<word>[^\W\d_]+(?:['’-][^\W\d_]+)*)
    | (?P<sign>[<>]=|[^\s])
    """.replace("NUMBER", _NUMBER),
    re.VERBOSE | re.IGNORECASE,
)
_THOUSANDS = {"т": 1_000, "k": 1_000, "к": 1_000, "м": 1_000_000}
_SUFFIX = re.compile(r"[^\W\d_].*$")


def pieces(text: str) -> tuple[Piece, ...]:
    """All pieces of a sentence, without spaces."""
    return tuple(
        Piece(
            Sort(match.lastgroup or Sort.SIGN),
            match.start(),
            match.end(),
            match[0],
            forms(match[0]) if match.lastgroup == Sort.WORD else frozenset({match[0]}),
        )
        for match in _PIECE.finditer(text)
    )


def number_of(text: str) -> Decimal:
    """`5 000`, `5,000`, `99,50`, `5k`, `5 тыс.`, `-1`."""
    text = text.strip().replace("−", "-").lower()
    times = 1
    if suffix := _SUFFIX.search(text):
        times = _THOUSANDS[suffix[0][0]]
        text = text[: suffix.start()]
    text = re.sub(r"[\s\u00a0\u202f]|,(?=\d{3}(?:\D|$))", "", text)
    return Decimal(text.replace(",", ".")) * times


def span_of(text: str) -> tuple[Decimal, Decimal | None]:
    """`25-35`, `30+`."""
    if text.endswith("+"):
        return number_of(text[:-1]), None
    least, most = re.split(r"\s*[-–—]\s*", text, maxsplit=1)
    return number_of(least), number_of(most)


def date_of(text: str) -> date | None:
    """`31.12.2025`, `31/12/2025`, `2025-12-31`; None for a day that does not exist."""
    parts = [int(part) for part in re.split(r"[-./]", text)]
    year, month, day = parts if "-" in text else reversed(parts)
    try:
        return date(year, month, day)
    except ValueError:
        return None


def name_of(text: str) -> str:
    """The text within the quotes."""
    return text[1:-1]
