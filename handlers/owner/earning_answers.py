"""Answers about a rule in the making: each part by its buttons or typed."""

from collections.abc import Awaitable, Callable, Mapping
from typing import Any

from aiogram import F, Router
from aiogram.filters import StateFilter
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from handlers.owner import earning_parts
from handlers.owner.earning_draft import Earning, ask, ask_for, go_on, rule_of, set_parts
from handlers.owner.earning_parts import KINDS, DraftRuleTap, Step
from handlers.owner.steps import STEP, Typed, short
from handlers.screens import button, keyboard, show
from messengers.words import Say
from services import earning_presets, earning_rules, errors, goods, programme, typed_lines, wares
from services.condition_facts import WEEKEND, WORKDAYS
from services.context import Context
from services.earning_rules import TITLE_LENGTH
from services.goods import Shelf
from services.people import Visitor
from services.pricing.terms import Effect
from services.texts import one_line

DAYS = {
    "always": frozenset[int](),
    "workdays": WORKDAYS,
    "weekend": WEEKEND,
}


def add_to(router: Router) -> None:
    taps: Mapping[str, Callable[..., Awaitable[None]]] = {
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
    }
    drafting = StateFilter(Earning)
    for act, handler in taps.items():
        router.callback_query.register(
            handler, DraftRuleTap.filter(F.act == act), drafting, flags=STEP
        )
    message = router.message.register
    message(type_value, Typed(), Earning.value, flags=STEP)
    message(type_lines, Typed(), Earning.lines, flags=STEP)
    message(type_when, Typed(), Earning.when, flags=STEP)
    message(type_least, Typed(), Earning.least, flags=STEP)
    message(type_title, Typed(), Earning.title, flags=STEP)


async def choose_effect(
    query: CallbackQuery, callback_data: DraftRuleTap, ctx: Context, say: Say, state: FSMContext
) -> None:
    if callback_data.value not in set(Effect):
        raise errors.Gone
    effect = Effect(callback_data.value)
    await set_parts(state, effect=effect, value=earning_presets.VALUES[effect])
    data = await state.get_data()
    if not data["asks"] and earning_parts.CHIPS[effect]:
        await ask(query, ctx, say, state, Step.VALUE)
    else:
        await go_on(query, ctx, say, state)


async def choose_value(
    query: CallbackQuery, callback_data: DraftRuleTap, ctx: Context, say: Say, state: FSMContext
) -> None:
    await set_parts(state, value=callback_data.number)
    await go_on(query, ctx, say, state)


async def type_value(message: Message, ctx: Context, say: Say, state: FSMContext) -> None:
    rule = rule_of(await state.get_data())
    await set_parts(state, value=earning_parts.read_value(message.text or "", rule.effect))
    await go_on(message, ctx, say, state)


async def turn_to(
    query: CallbackQuery, callback_data: DraftRuleTap, ctx: Context, say: Say, state: FSMContext
) -> None:
    await ask(query, ctx, say, state, Step.LINES, _kind(callback_data.value))


async def pick(
    query: CallbackQuery, callback_data: DraftRuleTap, ctx: Context, say: Say, state: FSMContext
) -> None:
    kind = _kind(callback_data.value)
    await _toggle(ctx, state, kind, callback_data.number)
    await ask(query, ctx, say, state, Step.LINES, kind)


async def _toggle(ctx: Context, state: FSMContext, kind: str, ware_id: int) -> None:
    stock = await wares.every(ctx)
    if ware_id not in {ware.id for ware in getattr(stock, kind)}:
        raise errors.Gone
    asked = rule_of(await state.get_data()).conditions
    await ask_for(state, **{kind: getattr(asked, kind) ^ {ware_id}})


async def pick_all(query: CallbackQuery, ctx: Context, say: Say, state: FSMContext) -> None:
    await ask_for(state, **dict.fromkeys(KINDS, frozenset[int]()))
    await ask(query, ctx, say, state, Step.LINES)


async def type_lines(message: Message, ctx: Context, say: Say, state: FSMContext) -> None:
    """A name that is there is chosen; another one may become a category."""
    name = one_line(message.text or "", most=goods.NAME_LENGTH)
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
    await ask(message, ctx, say, state, Step.LINES, kind)


async def create(
    query: CallbackQuery, ctx: Context, say: Say, state: FSMContext, visitor: Visitor
) -> None:
    """Tapped twice, it makes one category: a name that is there stays one."""
    data = await state.get_data()
    if "name" not in data:
        raise errors.Gone
    category_id = await goods.add(ctx, visitor.identity_id, Shelf.CATEGORY, data["name"])
    asked = rule_of(data).conditions
    await ask_for(state, categories=asked.categories | {category_id})
    await ask(query, ctx, say, state, Step.LINES)


async def choose_day(
    query: CallbackQuery, callback_data: DraftRuleTap, ctx: Context, say: Say, state: FSMContext
) -> None:
    if callback_data.number not in earning_rules.WEEK:
        raise errors.Gone
    asked = rule_of(await state.get_data()).conditions
    await ask_for(state, weekdays=asked.weekdays ^ {callback_data.number})
    await ask(query, ctx, say, state, Step.WHEN)


async def choose_days(
    query: CallbackQuery, callback_data: DraftRuleTap, ctx: Context, say: Say, state: FSMContext
) -> None:
    if callback_data.value not in DAYS:
        raise errors.Gone
    chosen: dict[str, Any] = {"weekdays": DAYS[callback_data.value]}
    if callback_data.value == "always":
        chosen |= dict.fromkeys(("since", "until", "first_day", "last_day"))
    await ask_for(state, **chosen)
    await ask(query, ctx, say, state, Step.WHEN)


async def type_when(message: Message, ctx: Context, say: Say, state: FSMContext) -> None:
    zone = (await programme.current(ctx)).timezone
    today = ctx.clock.now().astimezone(zone).date()
    await ask_for(state, **earning_parts.read_when(message.text or "", today))
    await ask(message, ctx, say, state, Step.WHEN)


async def choose_least(
    query: CallbackQuery, callback_data: DraftRuleTap, ctx: Context, say: Say, state: FSMContext
) -> None:
    await ask_for(state, least=callback_data.number)
    await go_on(query, ctx, say, state)


async def type_least(message: Message, ctx: Context, say: Say, state: FSMContext) -> None:
    terms = await programme.current(ctx)
    await ask_for(state, least=earning_parts.read_least(message.text or "", terms))
    await go_on(message, ctx, say, state)


async def type_title(message: Message, ctx: Context, say: Say, state: FSMContext) -> None:
    await state.update_data(title=one_line(message.text or "", most=TITLE_LENGTH))
    await go_on(message, ctx, say, state)


async def title_by_rule(query: CallbackQuery, ctx: Context, say: Say, state: FSMContext) -> None:
    await state.update_data(title=None)
    await go_on(query, ctx, say, state)


def _kind(value: str) -> str:
    if value not in KINDS:
        raise errors.Gone
    return value
