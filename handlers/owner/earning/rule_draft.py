"""A rule in the making: a preset and what it must be told, then all of it on one screen."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from aiogram import Router
from aiogram.filters import StateFilter
from aiogram.fsm.context import FSMContext
from aiogram.fsm.state import State, StatesGroup
from aiogram.types import InlineKeyboardButton

from handlers.desk import Desk
from handlers.owner.conditions import rule_words
from handlers.owner.conditions.condition_editor import Asker
from handlers.owner.conditions.condition_questions import Part
from handlers.owner.earning import rule_questions
from handlers.owner.earning.earning_rules import EarnAct, EarnTap, show_rules
from handlers.owner.earning.rule_questions import DraftRuleTap, RuleDraftAct, Step
from handlers.owner.shared.navigation import STEP, Typed, short
from handlers.routing import Tap
from handlers.screens import Row, button, in_rows, keyboard
from messengers.words import Say
from services import goods
from services.earning import earning_presets, earning_rules
from services.earning.earning_presets import Preset
from services.earning.earning_rules import NEW, TITLE_LENGTH, Changes
from services.earning.errors import ExcludesEverything
from services.errors import Gone
from services.parsing.numbers import parse_money
from services.pricing import codec
from services.pricing.model import Conditions, Rule
from services.programme import Terms

ASKED: Mapping[Preset, tuple[Step | Part, ...]] = {
    Preset.HAPPY: (Part.WHEN,),
    Preset.CATEGORY: (Part.LINES, Step.VALUE),
    Preset.EXCLUDE: (Part.LINES,),
    Preset.RECEIPT: (Part.LEAST, Step.VALUE),
    Preset.DAY: (Part.WHEN,),
    Preset.FIRST: (Step.VALUE,),
    Preset.OWN: (Step.EFFECT, Step.VALUE, Part.LINES, Part.WHEN, Part.LEAST),
}
"""The values that each preset needs before it can be shown."""


class RuleForm(StatesGroup):
    effect = State()
    value = State()
    lines = State()
    when = State()
    least = State()
    title = State()
    card = State()  # the whole rule is on the screen


class PresetTap(Tap, prefix="oep"):
    kind: Preset


STATES: Mapping[Step, State] = {
    Step.EFFECT: RuleForm.effect,
    Step.VALUE: RuleForm.value,
    Step.TITLE: RuleForm.title,
}


def add_to(router: Router) -> None:
    tap = router.callback_query.register
    tap(presets, EarnTap.on(EarnAct.NEW))
    tap(begin, PresetTap.filter(), flags=STEP)
    tap(edit, EarnTap.on(EarnAct.EDIT), flags=STEP)
    drafting = StateFilter(RuleForm)
    tap(ask_by_tap, DraftRuleTap.on(RuleDraftAct.ASK), drafting, flags=STEP)
    tap(go_on_by_tap, DraftRuleTap.on(RuleDraftAct.NEXT), drafting, flags=STEP)
    tap(save, DraftRuleTap.on(RuleDraftAct.SAVE), drafting, flags=STEP)
    router.message.register(type_example, Typed(), RuleForm.card, flags=STEP)
    asker.add_to(router)


async def presets(desk: Desk) -> None:
    chips = [button(desk.say.label(f"earning-preset-{one}"), PresetTap(kind=one)) for one in Preset]
    back = [button(desk.say.label("button-back"), EarnTap(act=EarnAct.LIST))]
    await desk.show(desk.say("earning-preset"), keyboard(*in_rows(chips, 1), back))


async def begin(desk: Desk, tap: PresetTap) -> None:
    kind = tap.kind
    rule = earning_presets.rule(kind, await desk.terms())
    await desk.state.set_data({"rule": codec.dump(rule), "asks": list(ASKED[kind]), "title": None})
    await go_on(desk)


async def edit(desk: Desk, tap: EarnTap) -> None:
    """A rule of the book as a draft; a name that only repeats it goes on following it."""
    terms = await desk.terms()
    rule = next((one for one in terms.rules if one.id == tap.rule), None)
    if rule is None:
        raise Gone
    own = rule.title != _named(desk.say, terms, await goods.assortment(desk.ctx), rule)
    title = rule.title if own else None
    await desk.state.set_data({"rule": codec.dump(rule), "asks": [], "title": title})
    await _card(desk)


async def go_on_by_tap(desk: Desk) -> None:
    await go_on(desk)


async def go_on(desk: Desk) -> None:
    """To the next question that is left, else to the whole."""
    data = await desk.state.get_data()
    asks = data["asks"]
    if asks and asks[0] == Step.VALUE and not rule_questions.CHIPS[rule_of(data).effect]:
        asks = asks[1:]
    if not asks:
        await _card(desk)
        return
    await desk.state.update_data(asks=asks[1:])
    name = asks[0]
    await ask(desk, Part(name) if name in set(Part) else Step(name))


async def ask_by_tap(desk: Desk, tap: DraftRuleTap) -> None:
    if tap.value not in set(Step):
        raise Gone
    await ask(desk, Step(tap.value))


async def ask(desk: Desk, step: Step | Part) -> None:
    if isinstance(step, Part):
        await asker.ask(desk, step)
        return
    data = await desk.state.get_data()
    rule = rule_of(data)
    terms = await desk.terms()
    await desk.state.set_state(STATES[step])
    must = step is Step.EFFECT and data["asks"]
    onwards = [_cancel(desk.say)] if must else _onwards(desk.say, data)
    match step:
        case Step.EFFECT:
            screen = rule_questions.ask_effect(desk.say, onwards)
        case Step.VALUE:
            screen = rule_questions.ask_value(desk.say, rule, onwards)
        case Step.TITLE:
            title = data["title"] or _named(desk.say, terms, await goods.assortment(desk.ctx), rule)
            screen = rule_questions.ask_title(desk.say, title, onwards)
    await desk.show(*screen)


def _cancel(say: Say) -> InlineKeyboardButton:
    return button(say.label("button-cancel"), EarnTap(act=EarnAct.LIST))


def _onwards(say: Say, data: Mapping[str, Any]) -> Row:
    """Out of a question: on with what is set; or out of it all.

    A question about a part leads back to the whole: there a slip must not throw all of it away.
    """
    onward = button(say.label("earning-next"), DraftRuleTap(act=RuleDraftAct.NEXT))
    return [onward] if data.get("whole") else [_cancel(say), onward]


async def _card(desk: Desk) -> None:
    """The rule in one sentence, what it does to an example receipt, and its parts."""
    data = await desk.state.get_data()
    terms, stock = await desk.terms(), await goods.assortment(desk.ctx)
    rule = _titled(desk.say, terms, stock, data)
    try:
        seen = await earning_rules.preview(desk.ctx, Changes(rule=rule))
        if data.get("amount"):
            shown = replace(seen.example, amount=data["amount"])
            seen = await earning_rules.preview(desk.ctx, Changes(rule=rule), shown)
    except ExcludesEverything as error:
        await ask(desk, Part.LINES)
        if desk.event.bot is not None and desk.event.from_user is not None:
            await desk.event.bot.send_message(desk.chat_id, desk.say(error.message_key()))
        return
    await desk.state.set_state(RuleForm.card)
    await desk.state.update_data(whole=True)
    title = desk.say("earning-titled", title=rule.title)
    sentence = rule_words.sentence(desk.say, terms, stock, rule)
    parts = [
        desk.say("earning-rule", rule=sentence, paused=rule.paused) + f"\n{title}",
        rule_words.effects(desk.say, stock, seen),
        desk.say("earning-card-hint"),
    ]
    markup = rule_questions.card(desk.say, terms, stock, rule, [_cancel(desk.say)])
    await desk.show("\n\n".join(parts), markup)


async def type_example(desk: Desk) -> None:
    """Another sum for the example."""
    terms = await desk.terms()
    await desk.state.update_data(amount=parse_money(desk.message.text or "", terms.currency).minor)
    await _card(desk)


async def save(desk: Desk) -> None:
    terms, stock = await desk.terms(), await goods.assortment(desk.ctx)
    rule = _titled(desk.say, terms, stock, await desk.state.get_data())
    act = earning_rules.add if rule.id == NEW else earning_rules.change
    await act(desk.ctx, desk.actor_id, rule)
    await desk.state.clear()
    desk.toast("owner-saved")
    await show_rules(desk)


def rule_of(data: Mapping[str, Any]) -> Rule:
    return codec.load(Rule, data["rule"])


def _titled(say: Say, terms: Terms, stock: goods.Assortment, data: Mapping[str, Any]) -> Rule:
    rule = rule_of(data)
    return replace(rule, title=data["title"] or _named(say, terms, stock, rule))


def _named(say: Say, terms: Terms, stock: goods.Assortment, rule: Rule) -> str:
    """The name that a rule has until it is given one: what it says."""
    return short(rule_words.sentence(say, terms, stock, rule), TITLE_LENGTH)


async def set_parts(state: FSMContext, **parts: Any) -> None:
    rule = replace(rule_of(await state.get_data()), **parts)
    await state.update_data(rule=codec.dump(rule))


async def _set_conditions(state: FSMContext, asked: Conditions) -> None:
    await set_parts(state, conditions=asked)


async def _then(desk: Desk) -> None:
    await go_on(desk)


asker = Asker(
    {Part.LINES: RuleForm.lines, Part.WHEN: RuleForm.when, Part.LEAST: RuleForm.least},
    StateFilter(RuleForm),
    read=lambda data: rule_of(data).conditions,
    write=_set_conditions,
    onwards=_onwards,
    then=_then,
)
