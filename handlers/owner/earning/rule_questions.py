"""The parts of a rule in the making, its conditions apart: the question for each, with buttons."""

from collections.abc import Callable, Mapping
from enum import StrEnum

from aiogram.types import InlineKeyboardButton, InlineKeyboardMarkup

from handlers.owner.conditions import condition_questions, rule_words
from handlers.owner.conditions.condition_questions import Screen
from handlers.routing import Tap
from handlers.screens import Row, button, in_rows, keyboard
from messengers.words import Say
from services.earning.earning_rules import FIXED
from services.errors import Gone
from services.goods import Assortment
from services.parsing.numbers import parse_whole
from services.parsing.periods import parse_times
from services.pricing.model import Effect, Rule
from services.programme import Terms
from services.programme.settings import RATE_MOST, parse_percent

CHIPS: Mapping[Effect, tuple[int, ...]] = {
    Effect.RATE: (200, 300, 500, 1_000, 1_500, 2_000),
    Effect.MULTIPLIER: (150, 200, 300, 500),
    Effect.FIXED: (20, 50, 100, 200, 300, 500),
    Effect.EXCLUDE: (),
}


class Step(StrEnum):
    """Prompts besides those for conditions; also the names of the states and of the buttons'
    actions.
    """

    EFFECT = "effect"
    VALUE = "value"
    TITLE = "title"


class RuleDraftAct(StrEnum):
    NEXT = "next"
    EFFECT = "effect"
    VALUE = "value"
    TITLED = "titled"
    ASK = "ask"
    SAVE = "save"


class DraftRuleTap(Tap, prefix="oed"):
    act: RuleDraftAct
    value: str = ""
    number: int = 0


def chip(
    label: str, act: RuleDraftAct, value: str = "", number: int = 0, *, chosen: bool = False
) -> InlineKeyboardButton:
    data = DraftRuleTap(act=act, value=value, number=number)
    return button(label, data, style="primary" if chosen else None)


def ask_effect(say: Say, onwards: Row) -> Screen:
    chips = [chip(say.label(f"earning-effect-{one}"), RuleDraftAct.EFFECT, one) for one in Effect]
    return say("earning-effect-ask"), keyboard(*in_rows(chips, 1), onwards)


def ask_value(say: Say, rule: Rule, onwards: Row) -> Screen:
    chips = [
        chip(
            rule_words.effect(say, Rule(0, "", rule.effect, value)),
            RuleDraftAct.VALUE,
            number=value,
            chosen=value == rule.value,
        )
        for value in CHIPS[rule.effect]
    ]
    text = say("earning-value-ask", effect=rule.effect)
    return text, keyboard(*in_rows(chips, 3), onwards)


def ask_title(say: Say, title: str, onwards: Row) -> Screen:
    own = [chip(say.label("earning-title-own"), RuleDraftAct.TITLED)]
    return say("earning-title-ask", title=title), keyboard(own, onwards)


def read_value(text: str, effect: Effect) -> int:
    """A rule's value as it was typed. Raises BadPercent, BadMultiplier, BadNumber."""
    readers: Mapping[Effect, Callable[[str], int]] = {
        Effect.RATE: lambda typed: parse_percent(typed, most=RATE_MOST),
        Effect.MULTIPLIER: parse_times,
        Effect.FIXED: lambda typed: parse_whole(typed, least=FIXED.least, most=FIXED.most),
    }
    if effect not in readers:
        raise Gone
    return readers[effect](text)


def card(
    say: Say, terms: Terms, stock: Assortment, rule: Rule, cancel: Row
) -> InlineKeyboardMarkup:
    """Save, and every part one tap away."""
    value = rule_words.effect(say, rule)
    return keyboard(
        [button(say.label("owner-save"), DraftRuleTap(act=RuleDraftAct.SAVE), style="success")],
        [
            chip(say.label("earning-card-value", value=value), RuleDraftAct.ASK, Step.VALUE)
            if CHIPS[rule.effect]
            else chip(say.label("earning-card-value", value=value), RuleDraftAct.ASK, Step.EFFECT),
            chip(say.label("earning-card-title"), RuleDraftAct.ASK, Step.TITLE),
        ],
        *condition_questions.ways(say, terms, stock, rule.conditions),
        cancel,
    )
