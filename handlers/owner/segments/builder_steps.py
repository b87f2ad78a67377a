"""A condition by taps: which values, how much, when, of what; all said, it joins the question."""

from aiogram import Router
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from handlers.owner.segments.builder_chips import (
    GOODS,
    amounts,
    read_range,
    time_of,
    times,
    typed_times,
)
from handlers.owner.segments.builder_choices import (
    BuildTap,
    Making,
    draw_kinds,
    draw_options,
    making,
    to_topics,
)
from handlers.owner.segments.question_screen import Asking, ask, number_of
from handlers.owner.shared.navigation import STEP, Typed, on_acts
from handlers.screens import Row, in_rows, keyboard, show
from messengers.words import Say
from services import programme
from services.context import Context
from services.errors import Gone
from services.segments.questions.attribute import Kind
from services.segments.questions.combine import Join, join
from services.segments.questions.tree import EVERYONE, from_json
from services.staff.identities import Visitor

RANGED = {Kind.NUMBER, Kind.MONEY}


def add_to(router: Router) -> None:
    on_acts(
        router,
        BuildTap,
        {
            "pick": take_value,
            "page": turn,
            "done": end_choice,
            "much": take_amount,
            "when": take_time,
            "goods": ask_goods,
            "all": finish,
        },
    )
    router.message.register(take_typed, Typed(), Asking.value, flags=STEP)


async def go_on(
    event: Message | CallbackQuery, ctx: Context, say: Say, state: FSMContext, visitor: Visitor
) -> None:
    """Ask the first thing that the condition does not say yet; all said, it joins the question."""
    made = await making(ctx, state)
    attribute, asked = made.attribute, made.asked
    if asked == "values" and attribute.kind is Kind.CHOICE:
        await draw_options(event, say, made)
    elif asked == "values" and attribute.kind in RANGED:
        await _draw(event, say, made, "much", in_rows(amounts(attribute), 3))
    elif attribute.whens and asked in {"values", "when"}:
        await state.update_data(asked="when")
        await _draw(event, say, made, "when", in_rows(times(say, attribute), 2))
    elif attribute.goods and asked != "goods":
        await state.update_data(asked="goods")
        await draw_kinds(event, say, made)
    else:
        await finish(event, ctx, say, state, visitor)


async def _draw(
    event: Message | CallbackQuery, say: Say, made: Making, what: str, rows: list[Row]
) -> None:
    text = say(f"question-ask-{what}", name=made.name(say))
    await show(event, text, keyboard(*rows, to_topics(say)))


async def take_value(
    query: CallbackQuery, callback_data: BuildTap, ctx: Context, say: Say, state: FSMContext
) -> None:
    """Choose one, or take the choice back."""
    made = await making(ctx, state)
    options, place = made.options(say), number_of(callback_data.value)
    if place >= len(options):
        raise Gone
    chosen, value = made.chosen(), options[place].value
    if value in chosen:
        chosen.remove(value)
    else:
        chosen.append(value)
    await state.update_data(part=made.part)
    await draw_options(query, say, made)


async def turn(
    query: CallbackQuery, callback_data: BuildTap, ctx: Context, say: Say, state: FSMContext
) -> None:
    await state.update_data(page=number_of(callback_data.value))
    await draw_options(query, say, await making(ctx, state))


async def end_choice(
    query: CallbackQuery, ctx: Context, say: Say, state: FSMContext, visitor: Visitor
) -> None:
    made = await making(ctx, state)
    if made.asked == "goods":
        await draw_kinds(query, say, made)
        return
    await state.update_data(asked="when")
    await go_on(query, ctx, say, state, visitor)


async def take_amount(
    query: CallbackQuery,
    callback_data: BuildTap,
    ctx: Context,
    say: Say,
    state: FSMContext,
    visitor: Visitor,
) -> None:
    await _take_range(query, ctx, say, state, visitor, callback_data.value)


async def take_typed(
    message: Message, ctx: Context, say: Say, state: FSMContext, visitor: Visitor
) -> None:
    """A number where one is asked for: of the figure, or of days."""
    text = message.text or ""
    made = await making(ctx, state) if "part" in await state.get_data() else None
    if made is not None and made.asked == "values" and made.attribute.kind in RANGED:
        await _take_range(message, ctx, say, state, visitor, text)
    elif (
        made is not None
        and made.asked == "when"
        and (chips := typed_times(say, made.attribute, text))
    ):
        await _draw(message, say, made, "when", in_rows(chips, 1))
    else:
        await message.answer(say("owner-need-tap"))


async def _take_range(
    event: Message | CallbackQuery,
    ctx: Context,
    say: Say,
    state: FSMContext,
    visitor: Visitor,
    text: str,
) -> None:
    made = await making(ctx, state)
    least, most = read_range(text, made.attribute, await programme.current(ctx))
    bounds = {"least": least, "most": most}
    part = made.part | {name: one for name, one in bounds.items() if one is not None}
    await state.update_data(part=part, asked="when")
    await go_on(event, ctx, say, state, visitor)


async def take_time(
    query: CallbackQuery,
    callback_data: BuildTap,
    ctx: Context,
    say: Say,
    state: FSMContext,
    visitor: Visitor,
) -> None:
    made, when = await making(ctx, state), time_of(callback_data.value)
    part = {name: one for name, one in made.part.items() if name != "when"}
    if when is not None:
        part["when"] = when
    await state.update_data(part=part, asked="then")
    await go_on(query, ctx, say, state, visitor)


async def ask_goods(
    query: CallbackQuery, callback_data: BuildTap, ctx: Context, say: Say, state: FSMContext
) -> None:
    if callback_data.value not in set(GOODS):
        raise Gone
    await making(ctx, state)
    await state.update_data(asked="goods", kind=callback_data.value, page=0)
    await draw_options(query, say, await making(ctx, state))


async def finish(
    event: Message | CallbackQuery, ctx: Context, say: Say, state: FSMContext, visitor: Visitor
) -> None:
    made = await making(ctx, state)
    goods = {name: ids for name, ids in made.part.get("goods", {}).items() if ids}
    said = {name: one for name, one in made.part.items() if name != "goods"}
    one = from_json(said | ({"goods": goods} if goods else {}))
    node = from_json(made.data["tree"]) if "tree" in made.data else EVERYONE
    await ask(event, ctx, say, state, visitor, join(node, Join(made.data["join"]), one))
