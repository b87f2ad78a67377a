"""The chips of a question by taps: values, figures, times; and what is typed instead."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from aiogram.types import InlineKeyboardButton
from babel.dates import format_date

from handlers.routing import Tap
from handlers.screens import button
from messengers import segment_words
from messengers.words import Say
from services.errors import Gone
from services.parsing.errors import BadNumber
from services.parsing.numbers import parse_money, parse_whole
from services.programme import Terms
from services.segments.questions.attribute import LATEST, Attribute, Kind, Named
from services.segments.questions.tree import Before, InMonth, Last, Next, Period
from services.segments.shop_names import Names

GOODS: Mapping[Named, str] = {
    Named.CATEGORY: "categories",
    Named.PRODUCT: "products",
    Named.OUTLET: "outlets",
}
"""Kinds of items, with their field of a condition."""

NUMBERS = (1, 2, 3, 5, 10)
SUMS = (500, 1_000, 5_000, 10_000, 50_000)  # whole units of money
LAST = (7, 30, 90, 365)  # days
BEFORE = (30, 60, 90, 180)
NEXT = (7, 14, 30)
PERIODS = (Period.THIS_MONTH, Period.LAST_MONTH)
YEARLY = (Period.TODAY, Period.THIS_WEEK, Period.THIS_MONTH)
MONTHS = 12
YEAR = 2024  # any: only the names of its months show
LARGEST = 1_000_000_000

_RANGE = re.compile(r"(?P<least>\d[\d\s.,]*)?\s*(?P<to>[-–—+])?\s*(?P<most>\d[\d\s.,]*)?")
"""`5`, `5+`, `5-10`, `-10`: at least, from and to, at most."""


class BuildAct(StrEnum):
    """The steps of building a condition."""

    JOIN = "join"
    TOPIC = "topic"
    IF = "if"
    PICK = "pick"
    PAGE = "page"
    DONE = "done"
    MUCH = "much"
    WHEN = "when"
    GOODS = "goods"
    ALL = "all"


class BuildTap(Tap, prefix="oqb"):
    act: BuildAct
    value: str = ""


def build_tap(act: BuildAct, value: str = "") -> BuildTap:
    return BuildTap(act=act, value=value)


@dataclass(frozen=True, slots=True)
class Option:
    value: int | str
    label: str


def named(say: Say, known: Names, attribute: Attribute) -> list[Option]:
    """The values of a choice, as buttons."""
    if attribute.named is Named.WORD:
        values: list[int | str] = list(attribute.words)
    elif attribute.named is Named.CAMPAIGN:
        values = [LATEST]
    elif attribute.named is Named.ANSWER:
        values = list(known.own[attribute.key].choices)
    elif attribute.named is not None:
        values = list(known.of.get(attribute.named, {}))
    else:
        values = []
    return [
        Option(value, segment_words.value_name(say, known, attribute.key, value))
        for value in values
    ]


def amounts(attribute: Attribute) -> list[InlineKeyboardButton]:
    """The usual bounds; the tap says the same as the text would."""
    if attribute.kind is Kind.MONEY:
        return [_amount(f"{number}+") for number in SUMS]
    return [_amount("0"), *(_amount(f"{number}+") for number in NUMBERS)]


def _amount(text: str) -> InlineKeyboardButton:
    shown = "0" if text == "0" else f"≥ {text.removesuffix('+')}"
    return button(shown, build_tap(BuildAct.MUCH, text))


def read_range(text: str, attribute: Attribute, terms: Terms) -> tuple[int | None, int | None]:
    """`5`: at least five; 0 alone: none at all. Raises BadNumber, BadAmount."""
    found = _RANGE.fullmatch(text.strip())
    if found is None or not (found["least"] or found["most"]):
        raise BadNumber(0, LARGEST)
    least, most = (_read(found[end], attribute, terms) for end in ("least", "most"))
    if least == 0 and most is None and found["to"] is None:
        return None, 0
    if least is not None and most is not None and least > most:
        least, most = most, least
    return least, most


def _read(text: str | None, attribute: Attribute, terms: Terms) -> int | None:
    if text is None:
        return None
    if attribute.kind is Kind.MONEY and text.strip(" .,0"):
        return parse_money(text, terms.currency).minor
    if attribute.kind is Kind.MONEY:
        return 0
    return parse_whole(text, least=0, most=LARGEST)


def times(say: Say, attribute: Attribute) -> list[InlineKeyboardButton]:
    """The usual times of an attribute."""
    whens = attribute.whens
    chips = [_time(say, "ever")] if attribute.timeless else []
    if Last in whens:
        chips += [_time(say, "last", days) for days in LAST]
        chips += [_time(say, period) for period in PERIODS]
    if Before in whens and attribute.kind is Kind.TIME:
        chips += [_time(say, "before", days) for days in BEFORE]
    if Next in whens:
        chips += [_time(say, "next", days) for days in NEXT]
    if InMonth in whens:
        chips += [_time(say, period) for period in YEARLY]
        chips += [
            _chip(format_date(date(YEAR, number, 1), "LLL", locale=say.language), "month", number)
            for number in range(1, MONTHS + 1)
        ]
    return chips


def typed_times(say: Say, attribute: Attribute, text: str) -> list[InlineKeyboardButton]:
    """A number of days as the times that it can mean. Raises BadNumber."""
    days = parse_whole(text, least=1, most=3650)
    kinds = {"last": Last, "before": Before, "next": Next}
    return [
        _time(say, name, days)
        for name, kind in kinds.items()
        if kind in attribute.whens and (name != "before" or attribute.kind is Kind.TIME)
    ]


def _time(say: Say, name: str, days: int = 0) -> InlineKeyboardButton:
    label = say.label(f"question-when-{name.replace('_', '-')}", days=days)
    return _chip(label, name, days)


def _chip(label: str, name: str, number: int) -> InlineKeyboardButton:
    value = f"{name}-{number}" if number else name
    return button(label, build_tap(BuildAct.WHEN, value))


def time_of(value: str) -> dict[str, Any] | None:
    """The time of a chip as JSON; None for ever. Raises Gone for one that no screen draws."""
    name, _, number = value.partition("-")
    if value == "ever":
        return None
    if value in set(Period):
        return {"during": value}
    if name in {"last", "before", "next", "month"} and number.isdecimal():
        return {name: int(number)}
    raise Gone
