"""A question by taps: what about, which, how much, when, of what; then how it joins the rest."""

from collections.abc import Callable, Mapping
from typing import Any

from aiogram import F, Router
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from handlers.owner.asked import Asking, AskTap, ask, still, to_it
from handlers.owner.building_choice import (
    BuildTap,
    ask_goods_kind,
    ask_values,
    draw_goods,
    options_of,
    part_of,
    tap_of,
    to_topics,
)
from handlers.owner.building_parts import (
    GOODS,
    amounts,
    read_range,
    time_of,
    times,
    typed_times,
)
from handlers.owner.steps import STEP, Place, Typed, back, short
from handlers.screens import Row, button, in_rows, keyboard, show
from messengers import questions
from messengers.words import Say
from services import errors, programme
from services.context import Context
from services.people import Visitor
from services.segments import names
from services.segments.attribute import Attribute, Kind, Named, Topic
from services.segments.joining import Join, join
from services.segments.names import Names
from services.segments.tree import (
    EVERYONE,
    conditions,
    from_json,
)

UNTAPPED = {"member", "segment"}
"""A pasted list has its own way; saved segments are chosen where one speaks to them."""


def add_to(router: Router) -> None:
    on = router.callback_query.register
    on(begin, AskTap.filter(F.act == "build"), flags=STEP)
    on(ask_join, AskTap.filter(F.act == "add"), flags=STEP)
    on(again, AskTap.filter(F.act == "topics"), flags=STEP)
    acts: Mapping[str, Callable[..., Any]] = {
        "join": ask_topic,
        "topic": ask_attribute,
        "if": take_attribute,
        "pick": take_value,
        "page": turn,
        "done": go_on,
        "much": take_amount,
        "when": take_time,
        "goods": ask_goods,
        "all": finish,
    }
    for act, handler in acts.items():
        on(handler, BuildTap.filter(F.act == act), flags=STEP)
    router.message.register(take_typed, Typed(), Asking.value, flags=STEP)


async def begin(query: CallbackQuery, say: Say, state: FSMContext) -> None:
    await state.set_state(Asking.value)
    await state.set_data({"join": Join.AND})
    await _topics(query, say, back(say, Place.SEGMENTS))


async def again(query: CallbackQuery, say: Say, state: FSMContext) -> None:
    """Another thing to ask about, whatever the condition was to join being kept."""
    data = await state.get_data()
    if "join" not in data:
        raise errors.Gone
    data.pop("part", None)
    await state.set_data(data)
    await _topics(query, say, _out(say, data))


def _out(say: Say, data: dict[str, Any]) -> Row:
    """Back to the question that a condition is added to; with none, to the segments."""
    return to_it(say) if "tree" in data else back(say, Place.SEGMENTS)


async def ask_join(
    query: CallbackQuery, callback_data: AskTap, say: Say, state: FSMContext
) -> None:
    """How the next condition joins what is there."""
    node = still(await state.get_data(), callback_data.value)
    if node == EVERYONE:
        await begin(query, say, state)
        return
    ways = [Join.AND, Join.NOT, Join.OR]
    if len(list(conditions(node))) > 1:
        ways.append(Join.LAST)
    rows = [[button(say.label(f"question-join-{way}"), tap_of("join", way))] for way in ways]
    await show(query, say("question-join"), keyboard(*rows, to_it(say)))


async def ask_topic(
    query: CallbackQuery, callback_data: BuildTap, say: Say, state: FSMContext
) -> None:
    if callback_data.value not in set(Join):
        raise errors.Gone
    await state.set_state(Asking.value)
    data = await state.update_data(join=callback_data.value)
    await _topics(query, say, _out(say, data))


async def _topics(query: CallbackQuery, say: Say, out: Row) -> None:
    chips = [button(say.label(f"topic-{topic}"), tap_of("topic", topic)) for topic in Topic]
    await show(query, say("question-topic"), keyboard(*in_rows(chips, 2), out))


async def ask_attribute(
    query: CallbackQuery, callback_data: BuildTap, ctx: Context, say: Say
) -> None:
    known = await names.known(ctx)
    chips = [
        button(short(questions.attribute_name(say, known, one.key)), tap_of("if", _packed(one.key)))
        for one in known.catalogue.all()
        if one.topic == callback_data.value and one.key not in UNTAPPED
    ]
    others = [button(say.label("button-back"), AskTap(act="topics"))]
    await show(query, say("question-attribute"), keyboard(*in_rows(chips, 2), others))


async def take_attribute(
    query: CallbackQuery,
    callback_data: BuildTap,
    ctx: Context,
    say: Say,
    state: FSMContext,
    visitor: Visitor,
) -> None:
    known = await names.known(ctx)
    attribute = known.catalogue.find(callback_data.value.replace("-", ":"))
    await state.set_state(Asking.value)
    await state.update_data(part={"if": attribute.key}, page=0, asked="values")
    await _next(query, ctx, say, state, visitor)


async def _next(
    event: Message | CallbackQuery, ctx: Context, say: Say, state: FSMContext, visitor: Visitor
) -> None:
    """Ask the first thing that the condition does not say yet; all said, it joins the question."""
    data = await state.get_data()
    known = await names.known(ctx)
    attribute, part, asked = part_of(known, data), data["part"], data["asked"]
    if asked == "values":
        if attribute.kind is Kind.CHOICE:
            await ask_values(event, say, known, attribute, data)
            return
        if attribute.kind in {Kind.NUMBER, Kind.MONEY}:
            await _show(event, say, attribute, known, "much", in_rows(amounts(attribute), 3))
            return
    if attribute.whens and asked in {"values", "when"}:
        await state.update_data(asked="when")
        await _show(event, say, attribute, known, "when", in_rows(times(say, attribute), 2))
        return
    if attribute.goods and asked != "goods":
        await state.update_data(asked="goods")
        await ask_goods_kind(event, say, known, part)
        return
    await _finish(event, ctx, say, state, visitor)


async def _show(
    event: Message | CallbackQuery,
    say: Say,
    attribute: Attribute,
    known: Names,
    what: str,
    rows: list[Row],
) -> None:
    name = questions.attribute_name(say, known, attribute.key)
    await show(event, say(f"question-ask-{what}", name=name), keyboard(*rows, to_topics(say)))


async def take_value(
    query: CallbackQuery,
    callback_data: BuildTap,
    ctx: Context,
    say: Say,
    state: FSMContext,
) -> None:
    """Choose one, or take the choice back."""
    data = await state.get_data()
    known = await names.known(ctx)
    options = options_of(say, known, data)
    place = _number(callback_data)
    if place >= len(options):
        raise errors.Gone
    value = options[place].value
    if data["asked"] == "goods":
        kind = data["kind"]
        goods = data["part"].setdefault("goods", {})
        _toggle(goods.setdefault(GOODS[Named(kind)], []), value)
    else:
        _toggle(data["part"].setdefault("values", []), value)
    await state.update_data(part=data["part"])
    await _again(query, say, state, known)


def _toggle(chosen: list[Any], value: Any) -> None:
    if value in chosen:
        chosen.remove(value)
    else:
        chosen.append(value)


async def turn(
    query: CallbackQuery, callback_data: BuildTap, ctx: Context, say: Say, state: FSMContext
) -> None:
    known = await names.known(ctx)
    await state.update_data(page=_number(callback_data))
    await _again(query, say, state, known)


async def _again(query: CallbackQuery, say: Say, state: FSMContext, known: Names) -> None:
    data = await state.get_data()
    if data["asked"] == "goods":
        await draw_goods(query, say, known, data)
    else:
        await ask_values(query, say, known, part_of(known, data), data)


async def go_on(
    query: CallbackQuery, ctx: Context, say: Say, state: FSMContext, visitor: Visitor
) -> None:
    data = await state.get_data()
    part_of(await names.known(ctx), data)
    if data["asked"] == "goods":
        await ask_goods_kind(query, say, await names.known(ctx), data["part"])
        return
    await state.update_data(asked="when")
    await _next(query, ctx, say, state, visitor)


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
    data = await state.get_data()
    if "part" not in data:
        await message.answer(say("owner-need-tap"))
        return
    known = await names.known(ctx)
    attribute = part_of(known, data)
    if data["asked"] == "values" and attribute.kind in {Kind.NUMBER, Kind.MONEY}:
        await _take_range(message, ctx, say, state, visitor, message.text or "")
    elif data["asked"] == "when" and (chips := typed_times(say, attribute, message.text or "")):
        await _show(message, say, attribute, known, "when", in_rows(chips, 1))
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
    data = await state.get_data()
    attribute = part_of(await names.known(ctx), data)
    terms = await programme.current(ctx)
    least, most = read_range(text, attribute, terms)
    bounds = {"least": least, "most": most}
    part = data["part"] | {name: one for name, one in bounds.items() if one is not None}
    await state.update_data(part=part, asked="when")
    await _next(event, ctx, say, state, visitor)


async def take_time(
    query: CallbackQuery,
    callback_data: BuildTap,
    ctx: Context,
    say: Say,
    state: FSMContext,
    visitor: Visitor,
) -> None:
    data = await state.get_data()
    part_of(await names.known(ctx), data)
    when = time_of(callback_data.value)
    part = {name: one for name, one in data["part"].items() if name != "when"}
    if when is not None:
        part["when"] = when
    await state.update_data(part=part, asked="then")
    await _next(query, ctx, say, state, visitor)


async def ask_goods(
    query: CallbackQuery, callback_data: BuildTap, ctx: Context, say: Say, state: FSMContext
) -> None:
    if callback_data.value not in {kind.value for kind in GOODS}:
        raise errors.Gone
    data = await state.update_data(asked="goods", kind=callback_data.value, page=0)
    await draw_goods(query, say, await names.known(ctx), data)


async def finish(
    query: CallbackQuery, ctx: Context, say: Say, state: FSMContext, visitor: Visitor
) -> None:
    part_of(await names.known(ctx), await state.get_data())
    await _finish(query, ctx, say, state, visitor)


async def _finish(
    event: Message | CallbackQuery, ctx: Context, say: Say, state: FSMContext, visitor: Visitor
) -> None:
    data = await state.get_data()
    part = data["part"]
    goods = {name: ids for name, ids in part.pop("goods", {}).items() if ids}
    one = from_json(part | ({"goods": goods} if goods else {}))
    node = from_json(data["tree"]) if "tree" in data else EVERYONE
    await ask(event, ctx, say, state, visitor, join(node, Join(data["join"]), one))


def _packed(key: str) -> str:
    """A colon would end the field."""
    return key.replace(":", "-")


def _number(callback_data: BuildTap) -> int:
    if not callback_data.value.isdecimal():
        raise errors.Gone
    return int(callback_data.value)
