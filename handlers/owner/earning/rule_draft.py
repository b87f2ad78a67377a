"""A rule in the making: a preset and what it must be told, then all of it on one screen."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import replace
from typing import Any

from aiogram import F, Router
from aiogram.filters import StateFilter
from aiogram.filters.callback_data import CallbackData
from aiogram.fsm.context import FSMContext
from aiogram.fsm.state import State, StatesGroup
from aiogram.types import CallbackQuery, InlineKeyboardButton, Message

from handlers.callback_middleware import Tap
from handlers.owner.conditions import rule_words
from handlers.owner.conditions.condition_editor import Asker
from handlers.owner.conditions.condition_questions import Part
from handlers.owner.earning import rule_questions
from handlers.owner.earning.earning_rules import EarnTap, show_rules
from handlers.owner.earning.rule_questions import DraftRuleTap, Step
from handlers.owner.shared.navigation import STEP, Typed, short
from handlers.screens import Row, button, in_rows, keyboard, show
from messengers.words import Say
from services import goods, programme
from services.context import Context
from services.earning import earning_presets, earning_rules
from services.earning.earning_presets import Preset
from services.earning.earning_rules import NEW, TITLE_LENGTH, Changes
from services.earning.errors import ExcludesEverything
from services.errors import Gone
from services.parsing.numbers import parse_money
from services.pricing import codec
from services.pricing.model import Conditions, Rule
from services.programme import Terms
from services.staff.identities import Visitor

ASKED: Mapping[Preset, tuple[Step | Part, ...]] = {
    Preset.HAPPY: (Part.WHEN,),
    Preset.CATEGORY: (Part.LINES, Step.VALUE),
    Preset.EXCLUDE: (Part.LINES,),
    Preset.RECEIPT: (Part.LEAST, Step.VALUE),
    Preset.DAY: (Part.WHEN,),
    Preset.FIRST: (Step.VALUE,),
    Preset.OWN: (Step.EFFECT, Step.VALUE, Part.LINES, Part.WHEN, Part.LEAST),
}
"""What each preset has to be told before it is shown."""


class Earning(StatesGroup):
    effect = State()
    value = State()
    lines = State()
    when = State()
    least = State()
    title = State()
    card = State()  # the whole rule is on the screen


class PresetTap(CallbackData, prefix="oep"):
    kind: Preset


STATES: Mapping[Step, State] = {
    Step.EFFECT: Earning.effect,
    Step.VALUE: Earning.value,
    Step.TITLE: Earning.title,
}


def add_to(router: Router) -> None:
    tap = router.callback_query.register
    tap(presets, EarnTap.filter(F.act == "new"))
    tap(begin, PresetTap.filter(), flags=STEP)
    tap(edit, EarnTap.filter(F.act == "edit"), flags=STEP)
    drafting = StateFilter(Earning)
    acts: Mapping[str, Callable[..., Awaitable[None]]] = {
        "ask": ask_by_tap,
        "next": go_on_by_tap,
        "save": save,
    }
    for act, handler in acts.items():
        tap(handler, DraftRuleTap.filter(F.act == act), drafting, flags=STEP)
    router.message.register(type_example, Typed(), Earning.card, flags=STEP)
    asker.add_to(router)


async def presets(query: CallbackQuery, say: Say) -> None:
    chips = [button(say.label(f"earning-preset-{one}"), PresetTap(kind=one)) for one in Preset]
    back = [button(say.label("button-back"), EarnTap(act="list"))]
    await show(query, say("earning-preset"), keyboard(*in_rows(chips, 1), back))


async def begin(
    query: CallbackQuery, callback_data: PresetTap, ctx: Context, say: Say, state: FSMContext
) -> None:
    kind = callback_data.kind
    rule = earning_presets.rule(kind, await programme.current(ctx))
    await state.set_data({"rule": codec.dump(rule), "asks": list(ASKED[kind]), "title": None})
    await go_on(query, ctx, say, state)


async def edit(
    query: CallbackQuery, callback_data: EarnTap, ctx: Context, say: Say, state: FSMContext
) -> None:
    """A rule of the book as a draft; a name that only repeats it goes on following it."""
    terms = await programme.current(ctx)
    rule = next((one for one in terms.rules if one.id == callback_data.rule), None)
    if rule is None:
        raise Gone
    own = rule.title != _named(say, terms, await goods.assortment(ctx), rule)
    title = rule.title if own else None
    await state.set_data({"rule": codec.dump(rule), "asks": [], "title": title})
    await _card(query, ctx, say, state)


async def go_on_by_tap(query: CallbackQuery, ctx: Context, say: Say, state: FSMContext) -> None:
    await go_on(query, ctx, say, state)


async def go_on(event: CallbackQuery | Message, ctx: Context, say: Say, state: FSMContext) -> None:
    """To the next question that is left, else to the whole."""
    data = await state.get_data()
    asks = data["asks"]
    if asks and asks[0] == Step.VALUE and not rule_questions.CHIPS[rule_of(data).effect]:
        asks = asks[1:]
    if not asks:
        await _card(event, ctx, say, state)
        return
    await state.update_data(asks=asks[1:])
    name = asks[0]
    await ask(event, ctx, say, state, Part(name) if name in set(Part) else Step(name))


async def ask_by_tap(
    query: CallbackQuery, callback_data: DraftRuleTap, ctx: Context, say: Say, state: FSMContext
) -> None:
    if callback_data.value not in set(Step):
        raise Gone
    await ask(query, ctx, say, state, Step(callback_data.value))


async def ask(
    event: CallbackQuery | Message,
    ctx: Context,
    say: Say,
    state: FSMContext,
    step: Step | Part,
) -> None:
    if isinstance(step, Part):
        await asker.ask(event, ctx, say, state, step)
        return
    data = await state.get_data()
    rule = rule_of(data)
    terms = await programme.current(ctx)
    await state.set_state(STATES[step])
    must = step is Step.EFFECT and data["asks"]
    onwards = [_cancel(say)] if must else _onwards(say, data)
    match step:
        case Step.EFFECT:
            screen = rule_questions.ask_effect(say, onwards)
        case Step.VALUE:
            screen = rule_questions.ask_value(say, rule, onwards)
        case Step.TITLE:
            title = data["title"] or _named(say, terms, await goods.assortment(ctx), rule)
            screen = rule_questions.ask_title(say, title, onwards)
    await show(event, *screen)


def _cancel(say: Say) -> InlineKeyboardButton:
    return button(say.label("button-cancel"), EarnTap(act="list"))


def _onwards(say: Say, data: Mapping[str, Any]) -> Row:
    """Out of a question: on with what is set; or out of it all.

    A question about a part leads back to the whole: there a slip must not throw all of it away.
    """
    onward = button(say.label("earning-next"), DraftRuleTap(act="next"))
    return [onward] if data.get("whole") else [_cancel(say), onward]


async def _card(event: CallbackQuery | Message, ctx: Context, say: Say, state: FSMContext) -> None:
    """The rule in one sentence, what it does to an example receipt, and its parts."""
    data = await state.get_data()
    terms, stock = await programme.current(ctx), await goods.assortment(ctx)
    rule = _titled(say, terms, stock, data)
    try:
        seen = await earning_rules.preview(ctx, Changes(rule=rule))
        if data.get("amount"):
            shown = replace(seen.example, amount=data["amount"])
            seen = await earning_rules.preview(ctx, Changes(rule=rule), shown)
    except ExcludesEverything as error:
        await ask(event, ctx, say, state, Part.LINES)
        if event.bot is not None and event.from_user is not None:
            await event.bot.send_message(event.from_user.id, say(error.message_key()))
        return
    await state.set_state(Earning.card)
    await state.update_data(whole=True)
    title = say("earning-titled", title=rule.title)
    sentence = rule_words.sentence(say, terms, stock, rule)
    parts = [
        say("earning-rule", rule=sentence, paused=rule.paused) + f"\n{title}",
        rule_words.effects(say, stock, seen),
        say("earning-card-hint"),
    ]
    markup = rule_questions.card(say, terms, stock, rule, [_cancel(say)])
    await show(event, "\n\n".join(parts), markup)


async def type_example(message: Message, ctx: Context, say: Say, state: FSMContext) -> None:
    """Another sum for the example."""
    terms = await programme.current(ctx)
    await state.update_data(amount=parse_money(message.text or "", terms.currency).minor)
    await _card(message, ctx, say, state)


async def save(
    query: CallbackQuery, ctx: Context, say: Say, state: FSMContext, visitor: Visitor, tap: Tap
) -> None:
    terms, stock = await programme.current(ctx), await goods.assortment(ctx)
    rule = _titled(say, terms, stock, await state.get_data())
    act = earning_rules.add if rule.id == NEW else earning_rules.change
    await act(ctx, visitor.identity_id, rule)
    await state.clear()
    tap.toast(say.label("owner-saved"))
    await show_rules(query, ctx, say)


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


async def _then(
    event: CallbackQuery | Message, ctx: Context, say: Say, state: FSMContext, _visitor: Visitor
) -> None:
    await go_on(event, ctx, say, state)


asker = Asker(
    {Part.LINES: Earning.lines, Part.WHEN: Earning.when, Part.LEAST: Earning.least},
    StateFilter(Earning),
    read=lambda data: rule_of(data).conditions,
    write=_set_conditions,
    onwards=_onwards,
    then=_then,
)
