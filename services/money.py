"""Money in integer minor units."""

from dataclasses import dataclass

from babel.numbers import get_currency_precision


@dataclass(frozen=True, slots=True)
class Money:
    """An amount in minor units of a currency (ISO 4217)."""

    minor: int
    currency: str


def minor_per_unit(currency: str) -> int:
    """Kopecks in a rouble: 100; yen have no smaller part: 1."""
    return int(10 ** get_currency_precision(currency))
