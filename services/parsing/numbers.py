"""Parses typed amounts and numbers."""

import re
from decimal import Decimal, InvalidOperation
from functools import cache

from services.money import Money, minor_per_unit
from services.parsing.errors import AmountTooLarge, BadAmount, BadNumber

LARGEST = 10_000_000
"""The largest receipt, in whole currency units: a typing error must not earn points."""

_SPACES = re.compile(r"[\s\u00a0\u2009\u202f'’_]+")
_GROUPED = re.compile(r"[1-9]\d{0,2}(?:(?:,\d{3})+|(?:\.\d{3})+)")
"""`1,200` or `1.200.000`: no supported currency has three decimals, so these are thousands."""

_AMOUNT = re.compile(r"\d+(?:[.,]\d+)?")
_SIGNS = r"₽|руб(?:лей|ля|ль)?\.?|р\.?|[$€£₸₴₾]"


def parse_money(text: str, currency: str) -> Money:
    """Read an amount as people type it: `1200`, `1,200`, `1 200,50`, `1,200.50`, `350 ₽`.

    Raises BadAmount for anything else, for zero and for less than one minor unit;
    AmountTooLarge beyond LARGEST units.
    """
    shown = text.strip()[:40]
    plain = _currency(currency).sub("", _SPACES.sub("", text))
    if plain.count(",") and plain.count("."):
        decimal_sign = max(",", ".", key=plain.rfind)
        thousands = "," if decimal_sign == "." else "."
        whole = plain[: plain.rfind(decimal_sign)]
        if not re.fullmatch(rf"\d{{1,3}}(?:\{thousands}\d{{3}})+", whole):
            raise BadAmount(shown)
        plain = plain.replace(thousands, "")
    else:
        plain = _without_groups(plain)
    if not _AMOUNT.fullmatch(plain) or not plain.isascii():
        raise BadAmount(shown)
    scale = minor_per_unit(currency)
    try:
        minor = Decimal(plain.replace(",", ".")) * scale
    except InvalidOperation as error:
        raise BadAmount(shown) from error
    if minor > LARGEST * scale:
        raise AmountTooLarge(Money(LARGEST * scale, currency))
    if minor != minor.to_integral_value() or minor <= 0:
        raise BadAmount(shown)
    return Money(int(minor), currency)


@cache
def _currency(code: str) -> re.Pattern[str]:
    """A currency sign or code around an amount. Only the shop's own code: `450 tea` is no money."""
    sign = f"(?:{_SIGNS}|{code})"
    return re.compile(f"^{sign}|{sign}$", re.IGNORECASE)


def parse_whole(text: str, *, least: int, most: int) -> int:
    """Read a whole number in a range: `1200`, `1 200`, `1,200`. Raises BadNumber."""
    plain = _without_groups(_SPACES.sub("", text))
    if not (plain.isascii() and plain.isdigit() and len(plain) <= len(str(most)) + 3):
        raise BadNumber(least, most)
    number = int(plain)
    if not least <= number <= most:
        raise BadNumber(least, most)
    return number


def _without_groups(plain: str) -> str:
    return re.sub(r"[,.]", "", plain) if _GROUPED.fullmatch(plain) else plain
