"""Parts of a question in words: names, amounts, goods and times."""

from collections.abc import Iterable, Mapping
from datetime import date
from functools import reduce
from typing import Any

from babel.numbers import format_decimal

from messengers.words import Say
from services.money import Money, minor_per_unit
from services.programme import Terms
from services.segments.questions.attribute import Attribute, Kind, Named, Unit
from services.segments.questions.tree import (
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
from services.segments.reading.spelling import plain
from services.segments.shop_names import Names

_COUNTED: Mapping[type[When], str] = {
    Last: "when-last", Before: "when-before", Next: "when-next",
}  # fmt: skip

_INNER = str.maketrans(dict.fromkeys("«»“”„", '"'))
"""A name is shown in quotes, so quotes inside it become straight ones."""


def either(say: Say, told: Iterable[str]) -> str:
    """`one or other or third`; empty if there are none."""
    parts = list(told)
    return reduce(lambda a, b: say.label("asks-or", one=a, other=b), parts) if parts else ""


def name_of(
    say: Say,
    name: str | None,
    value: int | str = "",
    alike: Mapping[Any, str] | None = None,
) -> str:
    """A name in quotes, with its number if several have that name; if None, that it is gone."""
    if name is None:
        return say.label("asks-name-gone", number=str(value))
    quoted = name.translate(_INNER)
    if sum(plain(other) == plain(name) for other in (alike or {}).values()) > 1:
        return say.label("asks-name-numbered", name=quoted, number=str(value))
    return say.label("asks-name", name=quoted)


def figure(say: Say, terms: Terms, attribute: Attribute, condition: Condition) -> str:
    """An amount with its unit: `from 2 to 5 purchases`."""
    least, most = condition.least, condition.most
    number = least if most is None else most
    if number is None:
        return ""
    said = _range(say, terms, attribute, least, most)
    if attribute.unit in {None, Unit.PERCENT}:
        return said
    return f"{said} {say.label(f'unit-{attribute.unit}', number=number, exact=least == most)}"


def _range(
    say: Say, terms: Terms, attribute: Attribute, least: int | None, most: int | None
) -> str:
    """A range, both ends included. Money from one minor unit above 5,000 is told as above 5,000."""

    def shown(figure: int) -> str:
        if attribute.kind is Kind.MONEY:
            return say.money(Money(figure, terms.currency))
        number = str(format_decimal(figure, locale=say.language))
        percent = attribute.unit is Unit.PERCENT
        return say.label("figure-percent", number=number) if percent else number

    scale = minor_per_unit(terms.currency) if attribute.kind is Kind.MONEY else 1
    match least, most:
        case int(), int() if least == most:
            return say.label("figure-exactly", least=shown(least))
        case int(), int():
            return say.label("figure-between", least=shown(least), most=shown(most))
        case int(), None:
            above = scale > 1 and least % scale == 1
            key, figure = ("figure-over", least - 1) if above else ("figure-least", least)
            return say.label(key, least=shown(figure))
        case None, int():
            below = scale > 1 and most % scale == scale - 1
            key, figure = ("figure-under", most + 1) if below else ("figure-most", most)
            return say.label(key, most=shown(figure))
    return ""


def goods(say: Say, names: Names, of: str, chosen: Goods) -> str:
    """Goods and outlets; `of` is the attribute, which decides the grammatical case."""
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
        case Last(days) | Before(days) | Next(days):
            return say.label(_COUNTED[type(when)], days=days)
        case During(period):
            return say.label(f"when-{period}")
        case InMonth(month):
            return say.label("when-month", month=month)
        case Dates(first, last):
            return _dates(say, first, last)
        case None:
            return ""


def _dates(say: Say, first: date | None, last: date | None) -> str:
    if first is not None and last is not None:
        return say.label("when-between", first=first, last=last)
    if first is not None:
        return say.label("when-since", first=first)
    return say.label("when-ever") if last is None else say.label("when-until", last=last)
