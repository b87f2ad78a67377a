"""The parts of a rule in the making: the question for each, with its buttons."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from enum import StrEnum

from aiogram.filters.callback_data import CallbackData
from aiogram.types import InlineKeyboardButton, InlineKeyboardMarkup

from handlers.owner import earning_words
from handlers.owner.gifts import day
from handlers.owner.steps import short
from handlers.screens import Row, button, in_rows, keyboard
from messengers.words import Say
from services import errors
from services.earning_rules import FIXED
from services.goods import Ware
from services.numbers import parse_money, parse_whole
from services.pricing.terms import Conditions, Effect, Rule
from services.programme import Terms
from services.rules import RATE_MOST, parse_percent
from services.spans import looks_like_dates, parse_dates, parse_hours, parse_times
from services.wares import Wares

Screen = tuple[str, InlineKeyboardMarkup]

KINDS = ("categories", "products", "outlets")
"""What of the shop a rule may name, as the fields of its conditions."""

SHOWN = 24
"""Goods on one screen; any other is found by typing its name."""

CHIPS: Mapping[Effect, tuple[int, ...]] = {
    Effect.RATE: (200, 300, 500, 1_000, 1_500, 2_000),
    Effect.MULTIPLIER: (150, 200, 300, 500),
    Effect.FIXED: (20, 50, 100, 200, 300, 500),
    Effect.EXCLUDE: (),
}


class Step(StrEnum):
    """Also the names of the states, and what the card's buttons ask for."""

    EFFECT = "effect"
    VALUE = "value"
    LINES = "lines"
    WHEN = "when"
    LEAST = "least"
    TITLE = "title"


class DraftRuleTap(CallbackData, prefix="oed"):
    act: str
    value: str = ""
    number: int = 0


def tap(
    label: str, act: str, value: str = "", number: int = 0, *, chosen: bool = False
) -> InlineKeyboardButton:
    data = DraftRuleTap(act=act, value=value, number=number)
    return button(label, data, style="primary" if chosen else None)


def ask_effect(say: Say, onwards: Row) -> Screen:
    chips = [tap(say.label(f"earning-effect-{one}"), "effect", one) for one in Effect]
    return say("earning-effect-ask"), keyboard(*in_rows(chips, 1), onwards)


def ask_value(say: Say, rule: Rule, onwards: Row) -> Screen:
    chips = [
        tap(
            earning_words.effect(say, Rule(0, "", rule.effect, value)),
            "value",
            number=value,
            chosen=value == rule.value,
        )
        for value in CHIPS[rule.effect]
    ]
    text = say("earning-value-ask", effect=rule.effect)
    return text, keyboard(*in_rows(chips, 3), onwards)


def ask_lines(say: Say, stock: Wares, asked: Conditions, kind: str, onwards: Row) -> Screen:
    """One of the three lists; what is hidden can only be taken off."""
    chosen: frozenset[int] = getattr(asked, kind)
    wares: Sequence[Ware] = getattr(stock, kind)
    shown = [ware for ware in wares if ware.id in chosen]
    shown += [ware for ware in wares if not ware.hidden and ware.id not in chosen]
    chips = [
        tap(short(ware.name), "pick", kind, ware.id, chosen=ware.id in chosen)
        for ware in shown[:SHOWN]
    ]
    kinds = [
        tap(say.label("earning-lines-kind", kind=one), "kind", one, chosen=one == kind)
        for one in KINDS
        if one == "categories" or getattr(stock, one)
    ]
    everything = not (asked.categories or asked.products or asked.outlets)
    text = say("earning-lines-ask", chosen=goods(say, stock, asked))
    return text, keyboard(
        [tap(say.label("earning-lines-all"), "all", chosen=everything)],
        *in_rows(chips, 2),
        kinds if len(kinds) > 1 else [],
        onwards,
    )


def ask_when(say: Say, asked: Conditions, onwards: Row) -> Screen:
    days = [tap(day(say, one), "day", number=one, chosen=one in asked.weekdays) for one in range(7)]
    usual = [
        tap(say.label(f"earning-when-{one}"), "days", one)
        for one in ("always", "workdays", "weekend")
    ]
    return say("earning-when-ask", chosen=times(say, asked)), keyboard(
        *in_rows(days, 4), usual, onwards
    )


def ask_least(say: Say, terms: Terms, asked: Conditions, onwards: Row) -> Screen:
    usual = terms.example().minor
    sums = [0, *(usual * percent // 100 for percent in (50, 100, 200, 300, 500))]
    chips = [
        tap(least(say, terms, one), "least", number=one, chosen=one == asked.least) for one in sums
    ]
    return say("earning-least-ask"), keyboard(*in_rows(chips, 3), onwards)


def ask_title(say: Say, title: str, onwards: Row) -> Screen:
    own = [tap(say.label("earning-title-own"), "titled")]
    return say("earning-title-ask", title=title), keyboard(own, onwards)


def goods(say: Say, stock: Wares, asked: Conditions) -> str:
    """What a rule is for, as plain text."""
    outlets = earning_words.names(stock.outlets, asked.outlets)
    found = [name for name in (earning_words.lines(stock, asked), outlets) if name]
    return ", ".join(found) or say.label("earning-lines-all")


def times(say: Say, asked: Conditions) -> str:
    return earning_words.when(say, asked) or say.label("earning-when-always")


def least(say: Say, terms: Terms, minor: int) -> str:
    if not minor:
        return say.label("earning-least-any")
    return say.label("earning-least-from", least=terms.money(minor))


def read_value(text: str, effect: Effect) -> int:
    """A rule's value as it was typed. Raises BadPercent, BadMultiplier, BadNumber."""
    readers: Mapping[Effect, Callable[[str], int]] = {
        Effect.RATE: lambda typed: parse_percent(typed, most=RATE_MOST),
        Effect.MULTIPLIER: parse_times,
        Effect.FIXED: lambda typed: parse_whole(typed, least=FIXED.least, most=FIXED.most),
    }
    if effect not in readers:
        raise errors.Gone
    return readers[effect](text)


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


def card(say: Say, terms: Terms, stock: Wares, rule: Rule, cancel: Row) -> InlineKeyboardMarkup:
    """Save, and every part one tap away."""
    asked = rule.conditions

    def part(step: Step, said: str) -> Row:
        return [tap(short(said, 40), "ask", step)]

    value = earning_words.effect(say, rule)
    return keyboard(
        [button(say.label("owner-save"), DraftRuleTap(act="save"), style="success")],
        [
            tap(say.label("earning-card-value", value=value), "ask", Step.VALUE)
            if CHIPS[rule.effect]
            else tap(say.label("earning-card-value", value=value), "ask", Step.EFFECT),
            tap(say.label("earning-card-title"), "ask", Step.TITLE),
        ],
        part(Step.LINES, say.label("earning-card-lines", what=goods(say, stock, asked))),
        part(Step.WHEN, say.label("earning-card-when", when=times(say, asked))),
        part(Step.LEAST, say.label("earning-card-least", least=least(say, terms, asked.least))),
        cancel,
    )
