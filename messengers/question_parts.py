"""The parts of a question in words: names, figures, goods and times."""

from collections.abc import Iterable, Mapping
from functools import reduce
from typing import Any

from babel.numbers import format_decimal

from messengers.words import Say
from services.money import Money, minor_per_unit
from services.programme import Terms
from services.segments.attribute import Attribute, Kind, Named
from services.segments.names import Names
from services.segments.reading.known import plain
from services.segments.tree import (
    Before,
    Condition,
    Dates,
    During,
    Goods,
    InMonth,
    Last,
    Next,
    When,
)

UNITS = {
    "age": "years", "child_age": "years", "purchases": "purchases", "redemptions": "times",
    "referrals": "friends", "points": "points", "points_given": "points",
    "points_spent": "points", "points_expiring": "points",
}  # fmt: skip
"""What a figure counts; `unit-…` has the words."""

PERCENT = {"return_chance"}

_INNER = {"ru": str.maketrans("«»", "„“"), "en": str.maketrans("“”", "‘’")}
"""A name stands in quotes, so its own are those of the second kind."""


def either(say: Say, told: Iterable[str]) -> str:
    """`one or other or third`; nothing of nothing."""
    parts = list(told)
    return reduce(lambda a, b: say.label("asks-or", one=a, other=b), parts) if parts else ""


def name_of(
    say: Say,
    name: str | None,
    value: int | str = "",
    alike: Mapping[Any, str] | None = None,
) -> str:
    """A name in quotes, with its number where several have it; that it is gone where none is."""
    if name is None:
        return say.label("asks-name-gone", number=str(value))
    quoted = name.translate(_INNER[say.language])
    if sum(plain(other) == plain(name) for other in (alike or {}).values()) > 1:
        return say.label("asks-name-numbered", name=quoted, number=str(value))
    return say.label("asks-name", name=quoted)


def figure(say: Say, terms: Terms, attribute: Attribute, condition: Condition) -> str:
    """How much, with what is counted: `from 2 to 5 purchases`."""
    least, most = condition.least, condition.most
    if least is None and most is None:
        return ""
    said = _range(say, terms, attribute, least, most)
    if (unit := UNITS.get(attribute.key)) is None:
        return said
    number = most if most is not None else least
    return f"{said} {say.label(f'unit-{unit}', number=number, exact=least == most)}"


def _range(
    say: Say, terms: Terms, attribute: Attribute, least: int | None, most: int | None
) -> str:
    def shown(figure: int) -> str:
        if attribute.kind is Kind.MONEY:
            return say.money(Money(figure, terms.currency))
        number = str(format_decimal(figure, locale=say.language))
        return say.label("figure-percent", number=number) if attribute.key in PERCENT else number

    if least == most and least is not None:
        return say.label("figure-exactly", least=shown(least))
    if least is not None and most is not None:
        return say.label("figure-between", least=shown(least), most=shown(most))
    scale = minor_per_unit(terms.currency) if attribute.kind is Kind.MONEY else 1
    if least is not None:
        if scale > 1 and least % scale == 1:
            return say.label("figure-over", least=shown(least - 1))
        return say.label("figure-least", least=shown(least))
    if most is None:
        return ""
    if scale > 1 and (most + 1) % scale == 0:
        return say.label("figure-under", most=shown(most + 1))
    return say.label("figure-most", most=shown(most))


def goods(say: Say, names: Names, of: str, chosen: Goods) -> str:
    """Of what and where; `of` is the figure, whose word needs its own case."""
    kinds = {
        "categories": (Named.CATEGORY, chosen.categories),
        "products": (Named.PRODUCT, chosen.products),
        "outlets": (Named.OUTLET, chosen.outlets),
    }
    said = []
    for key, (kind, ids) in kinds.items():
        if ids:
            alike = names.of.get(kind, {})
            listed = either(say, (name_of(say, alike.get(one), one, alike) for one in ids))
            said.append(say.label(f"goods-{key}", names=listed, of=of, several=len(ids) > 1))
    return " ".join(said)


def time(say: Say, when: When | None) -> str:
    match when:
        case None:
            return ""
        case Last(days):
            return say.label("when-last", days=days)
        case Before(days):
            return say.label("when-before", days=days)
        case Next(days):
            return say.label("when-next", days=days)
        case During(period):
            return say.label(f"when-{period}")
        case InMonth(month):
            return say.label("when-month", month=month)
        case Dates(None, None):
            return say.label("when-ever")
        case Dates(None, last):
            return say.label("when-until", last=last)
        case Dates(first, None):
            return say.label("when-since", first=first)
        case Dates(first, last):
            return say.label("when-between", first=first, last=last)
