"""A rule in the making: a preset and what it must be told, then all of it on one screen."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import replace
from typing import Any

from aiogram import F, Router
from aiogram.filters import StateFilter
from aiogram.filters.callback_data import CallbackData
from aiogram.fsm.context import FSMContext
from aiogram.fsm.state import State, StatesGroup
from aiogram.types import CallbackQuery, Message

from handlers.owner import earning_parts, earning_words
from handlers.owner.earning import EarnTap, show_rules
from handlers.owner.earning_parts import KINDS, DraftRuleTap, Step
from handlers.owner.steps import STEP, Typed, short
from handlers.screens import Row, button, in_rows, keyboard, show
from handlers.taps import Tap
from messengers.words import Say
from services import earning_presets, earning_rules, errors, goods, programme, typed_lines, wares
from services.context import Context
from services.earning_presets import Preset
from services.earning_rules import NEW, TITLE_LENGTH, Changes
from services.goods import Shelf
from services.numbers import parse_money
from services.people import Visitor
from services.pricing import codec
from services.pricing.terms import Effect, Rule
from services.programme import Terms
from services.texts import one_line

ASKED: Mapping[Preset, tuple[Step, ...]] = {
    Preset.HAPPY: (Step.WHEN,),
    Preset.CATEGORY: (Step.LINES, Step.VALUE),
    Preset.EXCLUDE: (Step.LINES,),
    Preset.RECEIPT: (Step.LEAST, Step.VALUE),
    Preset.DAY: (Step.WHEN,),
    Preset.FIRST: (Step.VALUE,),
    Preset.OWN: (Step.EFFECT, Step.VALUE, Step.LINES, Step.WHEN, Step.LEAST),
}
"""What each preset has to be told before it is shown."""

DAYS = {
    "always": frozenset[int](),
    "workdays": earning_words.WORKDAYS,
    "weekend": earning_words.WEEKEND,
}


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
    Step.LINES: Earning.lines,
    Step.WHEN: Earning.when,
    Step.LEAST: Earning.least,
    Step.TITLE: Earning.title,
}


def add_to(router: Router) -> None:
    tap, message = router.callback_query.register, router.message.register
    tap(presets, EarnTap.filter(F.act == "new"))
    tap(begin, PresetTap.filter(), flags=STEP)
    tap(edit, EarnTap.filter(F.act == "edit"), flags=STEP)
    drafting = StateFilter(Earning)
    acts: Mapping[str, Callable[..., Awaitable[None]]] = {
        "ask": ask,
        "next": go_on,
        "card": to_card,
        "effect": choose_effect,
        "value": choose_value,
        "kind": turn_to,
        "pick": pick,
        "all": pick_all,
        "create": create,
        "day": choose_day,
        "days": choose_days,
        "least": choose_least,
        "titled": title_by_rule,
        "save": save,
    }
    for act, handler in acts.items():
        tap(handler, DraftRuleTap.filter(F.act == act), drafting, flags=STEP)
    message(type_value, Typed(), Earning.value, flags=STEP)
    message(type_lines, Typed(), Earning.lines, flags=STEP)
    message(type_when, Typed(), Earning.when, flags=STEP)
    message(type_least, Typed(), Earning.least, flags=STEP)
    message(type_title, Typed(), Earning.title, flags=STEP)
    message(type_example, Typed(), Earning.card, flags=STEP)


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
    await _go_on(query, ctx, say, state)


async def edit(
    query: CallbackQuery, callback_data: EarnTap, ctx: Context, say: Say, state: FSMContext
) -> None:
    """A rule of the book as a draft; a name that only repeats it goes on following it."""
    terms = await programme.current(ctx)
    rule = next((one for one in terms.rules if one.id == callback_data.rule), None)
    if rule is None:
        raise errors.Gone
    own = rule.title != _named(say, terms, await wares.every(ctx), rule)
    title = rule.title if own else None
    await state.set_data({"rule": codec.dump(rule), "asks": [], "title": title})
    await _card(query, ctx, say, state)


async def go_on(query: CallbackQuery, ctx: Context, say: Say, state: FSMContext) -> None:
    await _go_on(query, ctx, say, state)


async def _go_on(event: CallbackQuery | Message, ctx: Context, say: Say, state: FSMContext) -> None:
    """To the next question that is left, else to the whole."""
    data = await state.get_data()
    asks = data["asks"]
    if asks and asks[0] == Step.VALUE and not earning_parts.CHIPS[_rule(data).effect]:
        asks = asks[1:]
    if not asks:
        await _card(event, ctx, say, state)
        return
    await state.update_data(asks=asks[1:])
    await _ask(event, ctx, say, state, Step(asks[0]))


async def ask(
    query: CallbackQuery, callback_data: DraftRuleTap, ctx: Context, say: Say, state: FSMContext
) -> None:
    if callback_data.value not in set(Step):
        raise errors.Gone
    await _ask(query, ctx, say, state, Step(callback_data.value))


async def _ask(
    event: CallbackQuery | Message,
    ctx: Context,
    say: Say,
    state: FSMContext,
    step: Step,
    kind: str = KINDS[0],
) -> None:
    data = await state.get_data()
    rule, onwards = _rule(data), _onwards(say, data, step)
    terms = await programme.current(ctx)
    await state.set_state(STATES[step])
    match step:
        case Step.EFFECT:
            screen = earning_parts.ask_effect(say, onwards)
        case Step.VALUE:
            screen = earning_parts.ask_value(say, rule, onwards)
        case Step.LINES:
            stock = await wares.every(ctx)
            screen = earning_parts.ask_lines(say, stock, rule.conditions, kind, onwards)
        case Step.WHEN:
            screen = earning_parts.ask_when(say, rule.conditions, onwards)
        case Step.LEAST:
            screen = earning_parts.ask_least(say, terms, rule.conditions, onwards)
        case Step.TITLE:
            title = data["title"] or _named(say, terms, await wares.every(ctx), rule)
            screen = earning_parts.ask_title(say, title, onwards)
    await show(event, *screen)


def _onwards(say: Say, data: Mapping[str, Any], step: Step) -> Row:
    """Out of a question: on with what is set, unless it must be answered; or out of it all."""
    cancel = button(say.label("button-cancel"), EarnTap(act="list"))
    if step is Step.EFFECT and data["asks"]:
        return [cancel]
    onward = button(say.label("earning-next"), DraftRuleTap(act="next"))
    return [cancel, onward]


async def to_card(query: CallbackQuery, ctx: Context, say: Say, state: FSMContext) -> None:
    await _card(query, ctx, say, state)


async def _card(event: CallbackQuery | Message, ctx: Context, say: Say, state: FSMContext) -> None:
    """The rule in one sentence, what it does to an example receipt, and its parts."""
    data = await state.get_data()
    terms, stock = await programme.current(ctx), await wares.every(ctx)
    rule = _titled(say, terms, stock, data)
    try:
        seen = await earning_rules.preview(ctx, Changes(rule=rule))
        if data.get("amount"):
            shown = replace(seen.example, amount=data["amount"])
            seen = await earning_rules.preview(ctx, Changes(rule=rule), shown)
    except errors.ExcludesEverything as error:
        await _ask(event, ctx, say, state, Step.LINES)
        if event.bot is not None and event.from_user is not None:
            await event.bot.send_message(event.from_user.id, say(error.message_key()))
        return
    await state.set_state(Earning.card)
    title = say("earning-titled", title=rule.title)
    sentence = earning_words.sentence(say, terms, stock, rule)
    parts = [
        say("earning-rule", rule=sentence, paused=rule.paused) + f"\n{title}",
        earning_words.effects(say, stock, seen),
        say("earning-card-hint"),
    ]
    cancel = [button(say.label("button-cancel"), EarnTap(act="list"))]
    markup = earning_parts.card(say, terms, stock, rule, cancel)
    await show(event, "\n\n".join(parts), markup)


async def choose_effect(
    query: CallbackQuery, callback_data: DraftRuleTap, ctx: Context, say: Say, state: FSMContext
) -> None:
    if callback_data.value not in set(Effect):
        raise errors.Gone
    effect = Effect(callback_data.value)
    await _set(state, effect=effect, value=earning_presets.VALUES[effect])
    data = await state.get_data()
    if not data["asks"] and earning_parts.CHIPS[effect]:
        await _ask(query, ctx, say, state, Step.VALUE)
    else:
        await _go_on(query, ctx, say, state)


async def choose_value(
    query: CallbackQuery, callback_data: DraftRuleTap, ctx: Context, say: Say, state: FSMContext
) -> None:
    await _set(state, value=callback_data.number)
    await _go_on(query, ctx, say, state)


async def type_value(message: Message, ctx: Context, say: Say, state: FSMContext) -> None:
    rule = _rule(await state.get_data())
    await _set(state, value=earning_parts.read_value(message.text or "", rule.effect))
    await _go_on(message, ctx, say, state)


async def turn_to(
    query: CallbackQuery, callback_data: DraftRuleTap, ctx: Context, say: Say, state: FSMContext
) -> None:
    await _ask(query, ctx, say, state, Step.LINES, _kind(callback_data.value))


async def pick(
    query: CallbackQuery, callback_data: DraftRuleTap, ctx: Context, say: Say, state: FSMContext
) -> None:
    kind = _kind(callback_data.value)
    await _toggle(ctx, state, kind, callback_data.number)
    await _ask(query, ctx, say, state, Step.LINES, kind)


async def _toggle(ctx: Context, state: FSMContext, kind: str, ware_id: int) -> None:
    stock = await wares.every(ctx)
    if ware_id not in {ware.id for ware in getattr(stock, kind)}:
        raise errors.Gone
    asked = _rule(await state.get_data()).conditions
    await _ask_for(state, **{kind: getattr(asked, kind) ^ {ware_id}})


async def pick_all(query: CallbackQuery, ctx: Context, say: Say, state: FSMContext) -> None:
    await _ask_for(state, **dict.fromkeys(KINDS, frozenset[int]()))
    await _ask(query, ctx, say, state, Step.LINES)


async def type_lines(message: Message, ctx: Context, say: Say, state: FSMContext) -> None:
    """A name that is there is chosen; another one may become a category."""
    name = one_line(message.text or "", most=wares.NAME_LENGTH)
    found = typed_lines.find(name, await wares.every(ctx))
    if found is None:
        await state.update_data(name=name)
        create = button(
            short(say.label("earning-lines-create", name=name), 60), DraftRuleTap(act="create")
        )
        back = button(say.label("button-back"), DraftRuleTap(act="ask", value=Step.LINES))
        markup = keyboard([create], [back])
        await show(message, say("earning-lines-create-ask", name=name), markup)
        return
    category_id, product_id = found
    kind = "categories" if product_id is None else "products"
    await _toggle(ctx, state, kind, product_id or category_id or 0)
    await _ask(message, ctx, say, state, Step.LINES, kind)


async def create(
    query: CallbackQuery, ctx: Context, say: Say, state: FSMContext, visitor: Visitor
) -> None:
    """Tapped twice, it makes one category: a name that is there stays one."""
    data = await state.get_data()
    if "name" not in data:
        raise errors.Gone
    category_id = await goods.add(ctx, visitor.identity_id, Shelf.CATEGORY, data["name"])
    asked = _rule(data).conditions
    await _ask_for(state, categories=asked.categories | {category_id})
    await _ask(query, ctx, say, state, Step.LINES)


async def choose_day(
    query: CallbackQuery, callback_data: DraftRuleTap, ctx: Context, say: Say, state: FSMContext
) -> None:
    if callback_data.number not in earning_rules.WEEK:
        raise errors.Gone
    asked = _rule(await state.get_data()).conditions
    await _ask_for(state, weekdays=asked.weekdays ^ {callback_data.number})
    await _ask(query, ctx, say, state, Step.WHEN)


async def choose_days(
    query: CallbackQuery, callback_data: DraftRuleTap, ctx: Context, say: Say, state: FSMContext
) -> None:
    if callback_data.value not in DAYS:
        raise errors.Gone
    chosen: dict[str, Any] = {"weekdays": DAYS[callback_data.value]}
    if callback_data.value == "always":
        chosen |= dict.fromkeys(("since", "until", "first_day", "last_day"))
    await _ask_for(state, **chosen)
    await _ask(query, ctx, say, state, Step.WHEN)


async def type_when(message: Message, ctx: Context, say: Say, state: FSMContext) -> None:
    zone = (await programme.current(ctx)).timezone
    today = ctx.clock.now().astimezone(zone).date()
    await _ask_for(state, **earning_parts.read_when(message.text or "", today))
    await _ask(message, ctx, say, state, Step.WHEN)


async def choose_least(
    query: CallbackQuery, callback_data: DraftRuleTap, ctx: Context, say: Say, state: FSMContext
) -> None:
    await _ask_for(state, least=callback_data.number)
    await _go_on(query, ctx, say, state)


async def type_least(message: Message, ctx: Context, say: Say, state: FSMContext) -> None:
    terms = await programme.current(ctx)
    await _ask_for(state, least=earning_parts.read_least(message.text or "", terms))
    await _go_on(message, ctx, say, state)


async def type_title(message: Message, ctx: Context, say: Say, state: FSMContext) -> None:
    await state.update_data(title=one_line(message.text or "", most=TITLE_LENGTH))
    await _go_on(message, ctx, say, state)


async def title_by_rule(query: CallbackQuery, ctx: Context, say: Say, state: FSMContext) -> None:
    await state.update_data(title=None)
    await _go_on(query, ctx, say, state)


async def type_example(message: Message, ctx: Context, say: Say, state: FSMContext) -> None:
    """Another sum for the example."""
    terms = await programme.current(ctx)
    await state.update_data(amount=parse_money(message.text or "", terms.currency).minor)
    await _card(message, ctx, say, state)


async def save(
    query: CallbackQuery, ctx: Context, say: Say, state: FSMContext, visitor: Visitor, tap: Tap
) -> None:
    terms, stock = await programme.current(ctx), await wares.every(ctx)
    rule = _titled(say, terms, stock, await state.get_data())
    act = earning_rules.add if rule.id == NEW else earning_rules.change
    await act(ctx, visitor.identity_id, rule)
    await state.clear()
    tap.toast(say.label("owner-saved"))
    await show_rules(query, ctx, say)


def _rule(data: Mapping[str, Any]) -> Rule:
    return codec.load(Rule, data["rule"])


def _titled(say: Say, terms: Terms, stock: wares.Wares, data: Mapping[str, Any]) -> Rule:
    rule = _rule(data)
    return replace(rule, title=data["title"] or _named(say, terms, stock, rule))


def _named(say: Say, terms: Terms, stock: wares.Wares, rule: Rule) -> str:
    """The name that a rule has until it is given one: what it says."""
    return short(earning_words.sentence(say, terms, stock, rule), TITLE_LENGTH)


def _kind(value: str) -> str:
    if value not in KINDS:
        raise errors.Gone
    return value


async def _set(state: FSMContext, **parts: Any) -> None:
    rule = replace(_rule(await state.get_data()), **parts)
    await state.update_data(rule=codec.dump(rule))


async def _ask_for(state: FSMContext, **asked: Any) -> None:
    rule = _rule(await state.get_data())
    await _set(state, conditions=replace(rule.conditions, **asked))
