"""Amounts of a sentence as the range of an attribute."""

from dataclasses import dataclass
from decimal import Decimal

from services.money import minor_per_unit
from services.segments.attribute_catalogue import LARGEST
from services.segments.questions.attribute import Kind

PERCENT = "%"


class Nonsense(ValueError):
    """The words fit the grammar, but make no question."""


@dataclass(frozen=True, slots=True)
class Amount:
    value: Decimal
    unit: str | None = None  # a currency, or PERCENT


@dataclass(frozen=True, slots=True)
class Range:
    """From one amount to another; None is an open end."""

    least: Amount | None = None
    most: Amount | None = None
    above: bool = False  # `least` itself is excluded
    below: bool = False  # `most` itself is excluded
    bare: bool = False  # a number alone: for money it is the least, as nobody pays it exactly
    worth: bool = False  # «на 1000»: the amount paid for the goods

    def whole(self, kind: Kind, currency: str, unit: str | None) -> tuple[int | None, int | None]:
        """The least and the most, both included, money in minor units. Raises Nonsense."""
        least = None if self.least is None else _whole(self.least, kind, currency, unit)
        most = None if self.most is None else _whole(self.most, kind, currency, unit)
        if self.bare and kind is Kind.MONEY and least:
            return least, None
        return (
            None if least is None else least + self.above,
            None if most is None else most - self.below,
        )


def together(ranges: list[Range]) -> Range | None:
    """Join parts of one range: «от 3 до 5». Raises Nonsense if two have the same end."""
    if not ranges:
        return None
    if len(ranges) == 1:
        return ranges[0]
    lower = [one for one in ranges if one.least is not None]
    upper = [one for one in ranges if one.most is not None]
    if len(lower) > 1 or len(upper) > 1:
        raise Nonsense
    return Range(
        least=lower[0].least if lower else None,
        most=upper[0].most if upper else None,
        above=bool(lower) and lower[0].above,
        below=bool(upper) and upper[0].below,
    )


def _whole(amount: Amount, kind: Kind, currency: str, unit: str | None) -> int:
    money = kind is Kind.MONEY
    if amount.unit not in {None, currency if money else unit}:
        raise Nonsense
    value = amount.value * (minor_per_unit(currency) if money else 1)
    if value != value.to_integral_value() or abs(value) > LARGEST:
        raise Nonsense
    return int(value)
