"""Conditions in the making, of a rule or of an offer: the question for each, with its buttons."""

from collections.abc import Sequence
from datetime import date
from enum import StrEnum

from aiogram.types import InlineKeyboardButton, InlineKeyboardMarkup

from handlers.owner.conditions import rule_words
from handlers.owner.conditions.rule_words import day
from handlers.owner.shared.navigation import short
from handlers.routing import Tap
from handlers.screens import Row, button, in_rows, keyboard
from messengers.words import Say
from services.goods import Assortment, Item
from services.parsing.numbers import parse_money
from services.parsing.periods import looks_like_dates, parse_dates, parse_hours
from services.pricing.model import Conditions
from services.programme import Terms

Screen = tuple[str, InlineKeyboardMarkup]

KINDS = ("categories", "products", "outlets")
"""Kinds of items that conditions may name, as their fields."""

SHOWN = 24
"""Goods on one screen; any other is found by typing its name."""


class Part(StrEnum):
    """The conditions to ask about; also the names of the states in which an answer is typed."""

    LINES = "lines"
    WHEN = "when"
    LEAST = "least"


class ConditionAct(StrEnum):
    ASK = "ask"
    CREATE = "create"
    PICK = "pick"
    KIND = "kind"
    DAY = "day"
    DAYS = "days"
    LEAST = "least"
    ALL = "all"


class ConditionTap(Tap, prefix="oct"):
    act: ConditionAct
    value: str = ""
    number: int = 0


def chip(
    label: str, act: ConditionAct, value: str = "", number: int = 0, *, chosen: bool = False
) -> InlineKeyboardButton:
    data = ConditionTap(act=act, value=value, number=number)
    return button(label, data, style="primary" if chosen else None)


def ways(say: Say, terms: Terms, stock: Assortment, asked: Conditions) -> list[Row]:
    """The conditions set so far, each one tap from its prompt."""
    labels = {
        Part.LINES: say.label("conditions-lines", what=goods(say, stock, asked)),
        Part.WHEN: say.label("conditions-times", when=times(say, asked)),
        Part.LEAST: say.label("conditions-least", least=least(say, terms, asked.least)),
    }
    return [[chip(short(label, 40), ConditionAct.ASK, part)] for part, label in labels.items()]


def ask_lines(say: Say, stock: Assortment, asked: Conditions, kind: str, onwards: Row) -> Screen:
    """One of the three lists; what is hidden can only be taken off."""
    chosen: frozenset[int] = getattr(asked, kind)
    items: Sequence[Item] = getattr(stock, kind)
    shown = [item for item in items if item.id in chosen]
    shown += [item for item in items if not item.hidden and item.id not in chosen]
    chips = [
        chip(short(item.name), ConditionAct.PICK, kind, item.id, chosen=item.id in chosen)
        for item in shown[:SHOWN]
    ]
    kinds = [
        chip(
            say.label("conditions-lines-kind", kind=one), ConditionAct.KIND, one, chosen=one == kind
        )
        for one in KINDS
        if one == "categories" or getattr(stock, one)
    ]
    everything = not (asked.categories or asked.products or asked.outlets)
    text = say("conditions-lines-ask", chosen=goods(say, stock, asked))
    return text, keyboard(
        [chip(say.label("conditions-lines-all"), ConditionAct.ALL, chosen=everything)],
        *in_rows(chips, 2),
        kinds if len(kinds) > 1 else [],
        onwards,
    )


def ask_when(say: Say, asked: Conditions, onwards: Row) -> Screen:
    days = [
        chip(day(say, one), ConditionAct.DAY, number=one, chosen=one in asked.weekdays)
        for one in range(7)
    ]
    usual = [
        chip(say.label(f"conditions-times-{one}"), ConditionAct.DAYS, one)
        for one in ("always", "workdays", "weekend")
    ]
    markup = keyboard(*in_rows(days, 4), usual, onwards)
    return say("conditions-times-ask", chosen=times(say, asked)), markup


def ask_least(say: Say, terms: Terms, asked: Conditions, onwards: Row) -> Screen:
    usual = terms.example().minor
    sums = [0, *(usual * percent // 100 for percent in (50, 100, 200, 300, 500))]
    chips = [
        chip(least(say, terms, one), ConditionAct.LEAST, number=one, chosen=one == asked.least)
        for one in sums
    ]
    return say("conditions-least-ask"), keyboard(*in_rows(chips, 3), onwards)


def goods(say: Say, stock: Assortment, asked: Conditions) -> str:
    """All conditions, as plain text."""
    outlets = rule_words.names(stock.outlets, asked.outlets)
    found = [name for name in (rule_words.lines(stock, asked), outlets) if name]
    return ", ".join(found) or say.label("conditions-lines-all")


def times(say: Say, asked: Conditions) -> str:
    return rule_words.when(say, asked) or say.label("conditions-times-always")


def least(say: Say, terms: Terms, minor: int) -> str:
    if not minor:
        return say.label("conditions-least-any")
    return say.label("conditions-least-from", least=terms.money(minor))


def read_when(text: str, today: date) -> dict[str, object]:
    """Hours or dates as fields of conditions. Raises BadHours, BadDates."""
    if looks_like_dates(text):
        first, last = parse_dates(text, today)
        return {"first_day": first, "last_day": last}
    since, until = parse_hours(text)
    return {"since": since, "until": until}


def read_least(text: str, terms: Terms) -> int:
    """A sum, or 0 for any. Raises BadAmount, AmountTooLarge."""
    return 0 if text.strip() == "0" else parse_money(text, terms.currency).minor
