"""A receipt that a cashier typed line by line: `450 coffee, 3x150 cappuccino`."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import NamedTuple

from services.checkout.errors import BadLine, LinesRunTogether, TooManyLines
from services.goods import Assortment
from services.money import Money
from services.parsing.errors import BadAmount
from services.parsing.numbers import parse_money
from services.pricing.model import Line

MOST_LINES = 50
TITLE_LENGTH = 100
QUANTITY_MOST = 999
ALIKE = 75
"""From this likeness on (of 100), two names count as one."""

_STOPS = " .,:-–—"

# A comma between digits is a decimal sign, as in `99,50`.
_BETWEEN = re.compile(r"[\n;+]|(?<!\d),|,(?!\d)")
_NUMBER = r"\d{1,3}(?:[ \u00a0\u2009\u202f'’]\d{3})+(?:[.,]\d+)?(?!\d)|\d+(?:[.,]\d+)*"
_SIGN = r"(?:₽|\$|€|₸|₴|(?:руб(?:лей|ля|ль)?|р)(?!\w)\.?)?"
_PIECES = r"(?:(?P<pieces>\d+)\s*[xх×*]\s*)?"
_PRICE = rf"{_PIECES}(?P<price>{_NUMBER})\s*{_SIGN}"
# `4.50 x2` and `150 x3`: pieces stand last if the first number cannot be pieces.
_TIMES = rf"(?P<price>{_NUMBER})\s*{_SIGN}(?:(?<=[.,]\d\d)\s*|\s+(?=\S\d))[xх×*]\s*(?P<pieces>\d+)"
_PART = (
    re.compile(rf"{_PRICE}\s*(?P<name>\D.*)?", re.IGNORECASE | re.DOTALL),
    re.compile(rf"{_PRICE}\s+(?P<name>\S.*)", re.IGNORECASE | re.DOTALL),
    re.compile(rf"(?P<name>\S.*?)\s+{_TIMES}", re.IGNORECASE | re.DOTALL),
    re.compile(rf"(?P<name>\S.*?)\s+{_PRICE}", re.IGNORECASE | re.DOTALL),
)


# A second line in the same row, without a comma between them.
_NEXT_LINE = re.compile(r"(?<!\w)\d+\s*[xх×*]\s*\d", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Typed:
    """A typed receipt as it was read; without lines it is a bare sum."""

    amount: Money
    lines: tuple[Line, ...] = ()


class Goods(NamedTuple):
    """A category or a product of the shop."""

    plain: str  # its name, for comparing
    name: str
    category_id: int | None
    product_id: int | None


def read(text: str, currency: str, stock: Assortment) -> Typed:
    """Read a typed receipt. If the shop lists no goods, it can only be a sum.

    Raises BadAmount, BadLine, AmountTooLarge, TooManyLines, LinesRunTogether.
    """
    try:
        return Typed(parse_money(text, currency))
    except BadAmount:
        sold = _sold(stock)
        if not sold:
            raise
    parts = [part.strip() for part in _BETWEEN.split(text) if part.strip()]
    if not parts:
        raise BadAmount(text.strip()[:40])
    if len(parts) > MOST_LINES:
        raise TooManyLines(MOST_LINES)
    lines = tuple(_line(part, currency, sold) for part in parts)
    return Typed(Money(sum(line.amount for line in lines), currency), lines)


def find(name: str, stock: Assortment) -> tuple[int | None, int | None] | None:
    """The ids of the category and the product with this name; None when there is none."""
    sold = _sold(stock)
    typed = _plain(name)
    known = _find(typed, sold) if typed and sold else None
    return known and (known.category_id, known.product_id)


def _sold(stock: Assortment) -> list[Goods]:
    return [
        Goods(_plain(item.name), item.name, category, product)
        for item, category, product in stock.sold()
    ]


def _line(part: str, currency: str, sold: Sequence[Goods]) -> Line:
    shown = part[:40]
    match = next((found for shape in _PART if (found := shape.fullmatch(part))), None)
    if match is None:
        raise BadLine(shown)
    try:
        price = parse_money(match["price"], currency).minor
    except BadAmount as error:
        raise BadLine(shown) from error
    digits = match["pieces"] or "1"
    pieces = int(digits) if digits.isascii() and len(digits) <= len(str(QUANTITY_MOST)) else 0
    if not 1 <= pieces <= QUANTITY_MOST:
        raise BadLine(shown)
    typed = (match["name"] or "").strip(_STOPS)[:TITLE_LENGTH]
    known = _find(_plain(typed), sold) if typed else None
    if known is not None:
        return Line(price * pieces, pieces, known.category_id, known.product_id, known.name)
    if _NEXT_LINE.search(typed):
        raise LinesRunTogether(shown)
    if typed and not _may_be_a_name(typed, glued=match.start("name") == match.end("price")):
        raise BadLine(shown)
    return Line(price * pieces, pieces, title=typed)


def _may_be_a_name(typed: str, *, glued: bool) -> bool:
    """Whether the text can be a name, and not a mistyped sum like `1e5` or `12 345 6`."""
    return typed[0].isalpha() and not glued


def _find(typed: str, sold: Sequence[Goods]) -> Goods | None:
    """The goods whose name begins like this, or else the one whose name is nearly the same."""
    begins = [one for one in sold if one.plain.startswith(typed)]
    if begins:
        return min(begins, key=lambda one: len(one.plain))
    if not typed[0].isalpha():
        return None
    alike = [(_alike(typed, one.plain), one) for one in sold]
    likeness, nearest = max(alike, key=lambda found: found[0])
    return nearest if likeness >= ALIKE else None


def _alike(typed: str, name: str) -> int:
    """How alike two names are, from 0 to 100, letters in their order."""
    both = len(typed) + len(name)
    if 2 * min(len(typed), len(name)) * 100 < ALIKE * both:
        return 0  # too short for the other one
    blocks = SequenceMatcher(None, typed, name, autojunk=False).get_matching_blocks()
    return 2 * sum(block.size for block in blocks) * 100 // both


def _plain(name: str) -> str:
    return " ".join(name.casefold().replace("ё", "е").split())
